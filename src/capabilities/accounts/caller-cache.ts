import type { Caller } from '#api/env'
import type { Store } from '#store/store'

/** How long a caller may be believed without asking the database again; another process notices a sign-out this late. */
const keepMs = 2_000
const most = 10_000

type Known = Exclude<Caller, { kind: 'anonymous' }>
interface Kept {
  caller: Known
  at: number
}
interface Shelf {
  byHash: Map<string, Kept>
  /** Grows with every change: an answer that was being read while something changed is not kept. */
  changes: number
}

const shelves = new WeakMap<Store, Shelf>()

function shelfOf(store: Store): Shelf {
  const found = shelves.get(store)
  if (found) return found
  const made: Shelf = { byHash: new Map(), changes: 0 }
  shelves.set(store, made)
  return made
}

/** The caller of a token hash as kept, or as `load` finds it. Nobody (null) is never kept: a new session works at once. */
export async function cachedCaller(store: Store, hash: string, load: () => Promise<Known | null>): Promise<Known | null> {
  const shelf = shelfOf(store)
  const found = shelf.byHash.get(hash)
  if (found && performance.now() - found.at < keepMs) return found.caller
  const changes = shelf.changes
  const caller = await load()
  shelf.byHash.delete(hash)
  if (caller && shelf.changes === changes) {
    shelf.byHash.set(hash, { caller, at: performance.now() })
    if (shelf.byHash.size > most) shelf.byHash.delete(shelf.byHash.keys().next().value!)
  }
  return caller
}

/** Forget what is known of a person (or of everybody), after a session, token, role or account of theirs changed. */
export function forgetCaller(store: Store, userId?: string): void {
  const shelf = shelfOf(store)
  shelf.changes++
  for (const [hash, kept] of shelf.byHash) if (userId === undefined || kept.caller.userId === userId) shelf.byHash.delete(hash)
}
