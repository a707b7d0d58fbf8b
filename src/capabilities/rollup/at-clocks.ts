import { notAfter } from '#capabilities/portfolio/index'
import { add, decimal, toText } from '#quantity/decimal'
import type { Store } from '#store/store'
import { phasesOfOffice } from './refresh.ts'

/** What is asked: true on a day, as known at an instant; at least one of them is set. */
export interface RollUpClocks {
  readonly asOf: string | null
  readonly knownOn: string | null
}

type Row = Awaited<ReturnType<typeof phasesOfOffice>>[number]

/** The sum of what is known; null where nothing is. */
const sumKnown = (values: readonly (string | null | undefined)[]): string | null => {
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : toText(known.map((value) => decimal(String(value))).reduce(add))
}
const count = (rows: readonly Row[], field: 'commitments' | 'undisclosed') => rows.reduce((sum, row) => sum + Number(row[field]), 0)
const money = (rows: readonly Row[], field: 'announced' | 'actual' | 'announced_jobs' | 'actual_jobs') => sumKnown(rows.map((row) => row[field]))
const approximate = (rows: readonly Row[]) => rows.some((row) => row.approximate)

/**
 * 그때의 모아 보기: all offices together as of a day and as known at an instant, each from its own ledger, one after the other. Offices that did not exist at that instant are not in it.
 * Names of offices are those of today.
 */
export async function rollUpAt(store: Store, clocks: RollUpClocks, now: Date) {
  const all = await store.global((db) =>
    db
      .selectFrom('office')
      .select(['office_id', 'slug', 'name_ko', 'name_en', 'time_zone', 'created_at'])
      .orderBy('name_ko')
      .orderBy('slug')
      .execute(),
  )
  const then = all.filter((office) => clocks.knownOn === null || notAfter(office.created_at, clocks.knownOn))
  const rows: Row[] = []
  const offices = []
  for (const office of then) {
    const own = await phasesOfOffice(store, { id: office.office_id, timeZone: office.time_zone }, clocks, now)
    rows.push(...own)
    const standing = own.filter((row) => row.phase !== 'lost')
    offices.push({
      office_id: office.office_id,
      slug: office.slug,
      name_ko: office.name_ko,
      name_en: office.name_en,
      commitments: count(own, 'commitments'),
      realised: count(
        own.filter((row) => row.phase === 'realised'),
        'commitments',
      ),
      lost: count(
        own.filter((row) => row.phase === 'lost'),
        'commitments',
      ),
      announced: money(standing, 'announced'),
      actual: money(own, 'actual'),
      approximate: approximate(own),
      computed_at: null,
    })
  }
  const phases = [...new Set(rows.map((row) => row.phase))].map((phase) => {
    const own = rows.filter((row) => row.phase === phase)
    return {
      phase,
      commitments: count(own, 'commitments'),
      undisclosed: count(own, 'undisclosed'),
      announced: money(own, 'announced'),
      actual: money(own, 'actual'),
      announced_jobs: money(own, 'announced_jobs'),
      actual_jobs: money(own, 'actual_jobs'),
      approximate: approximate(own),
    }
  })
  return { phases, offices }
}
