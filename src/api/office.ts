import type { Store } from '#store/store'
import type { Caller, OfficeInUse } from './env.ts'
import { notFound } from './problem.ts'

interface Kept {
  at: number
  office: Omit<OfficeInUse, 'role'>
}

/** Offices are few and change rarely: a name is looked up again after this long. */
const keepMs = 5_000
const kept = new WeakMap<Store, Map<string, Kept>>()

/**
 * The office of a slug, with the caller's role in it.
 *
 * @throws ProblemError 404 for an unknown slug
 */
export async function resolveOffice(store: Store, slug: string, caller: Caller): Promise<OfficeInUse> {
  const office = await officeBySlug(store, slug)
  return { ...office, role: caller.kind === 'anonymous' ? null : (caller.roles.get(office.officeId) ?? null) }
}

async function officeBySlug(store: Store, slug: string): Promise<Omit<OfficeInUse, 'role'>> {
  const bySlug = kept.get(store) ?? new Map<string, Kept>()
  kept.set(store, bySlug)
  const found = bySlug.get(slug)
  const now = performance.now()
  if (found && now - found.at < keepMs) return found.office
  const row = await store.global((db) =>
    db.selectFrom('office').select(['office_id', 'slug', 'name_ko', 'name_en', 'time_zone']).where('slug', '=', slug).executeTakeFirst(),
  )
  if (!row) throw notFound({ ko: '기관', en: 'The office' })
  const office = { officeId: row.office_id, slug: row.slug, nameKo: row.name_ko, nameEn: row.name_en, timeZone: row.time_zone }
  bySlug.set(slug, { at: now, office })
  return office
}

/** Forget what is kept, after an office was changed. */
export function forgetOffices(store: Store): void {
  kept.delete(store)
}
