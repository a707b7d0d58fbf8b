import type { NavigationEntry } from './screens.ts'

/** Lines of the rail that belong together: the rail shows the head, the screens of the family show tabs. */
export interface Family {
  head: NavigationEntry
  /** In the order of the lines, the head first; one alone where nothing stands under it. */
  members: readonly NavigationEntry[]
}

/**
 * The lines that a person may see, as families in their order. Where the head is not theirs, the first of its family that is theirs takes its place.
 *
 * `familiesOf([{ to: '/agreements' }, { to: '/twins', under: '/agreements' }]).length // => 1`
 */
export function familiesOf<Entry extends Pick<NavigationEntry, 'to' | 'under'>>(entries: readonly Entry[]): { head: Entry; members: Entry[] }[] {
  const heads = entries.filter((entry) => entry.under === undefined || !entries.some((other) => other.to === entry.under))
  const found: { head: Entry; members: Entry[] }[] = []
  for (const entry of heads) {
    const orphan = entry.under === undefined ? undefined : found.find(({ head }) => head.under === entry.under)
    if (orphan !== undefined) orphan.members.push(entry)
    else found.push({ head: entry, members: [entry, ...entries.filter((other) => other.under === entry.to)] })
  }
  return found
}

/** Whether a path is this line's screen or one below it. */
export const isWithin = (path: string, { to }: Pick<NavigationEntry, 'to'>): boolean => path === to || path.startsWith(`${to}/`)
