import { sql } from 'kysely'
import type { Clocks } from '#capabilities/plans/index'
import { keepPast, knownNow, rowsAt } from '#store/log/past'
import type { Db, Tx } from '#store/store'

/** What was promised by whom for which term. */
export interface PledgeFields {
  promisedOn: string | null
  promisor: string | null
  termFrom: string | null
  termTo: string | null
  dueOn: string | null
}

const columns = { promisedOn: 'promised_on', promisor: 'promisor', termFrom: 'term_from', termTo: 'term_to', dueOn: 'due_on' } as const

interface TermsRow {
  subject_id: string
  promised_on: string | null
  promisor: string | null
  term_from: string | null
  term_to: string | null
  due_on: string | null
  version: number
}

/** The terms of pledges by subject, as they were written at the clock; a pledge nobody had written any for is absent. */
export async function pledgeTerms(
  db: Db,
  officeId: string,
  subjectIds: readonly string[],
  { knownOn = null }: Clocks = {},
): Promise<Map<string, PledgeFields & { version: number }>> {
  if (subjectIds.length === 0) return new Map()
  const { rows } = await sql<TermsRow>`
    select t.* from ${rowsAt(officeId, 'pledge', knownOn)} t
    where t.office_id = ${officeId}::uuid and t.subject_id = any(${[...subjectIds]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.subject_id,
      {
        promisedOn: row.promised_on,
        promisor: row.promisor,
        termFrom: row.term_from,
        termTo: row.term_to,
        dueOn: row.due_on,
        version: row.version,
      },
    ]),
  )
}

/** Write terms over a known version (0: none yet); false where somebody changed them since. */
export async function putTerms(tx: Tx, officeId: string, subjectId: string, version: number, fields: Partial<PledgeFields>): Promise<boolean> {
  const set = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [columns[name as keyof PledgeFields], value]),
  )
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('pledge')
      .values({ office_id: officeId, subject_id: subjectId, promised_on: null, promisor: null, term_from: null, term_to: null, due_on: null, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  await keepPast(tx, officeId, 'pledge', sql`t.subject_id = ${subjectId}::uuid and t.version = ${version}`)
  const { numUpdatedRows } = await tx
    .updateTable('pledge')
    .set({ ...set, version: version + 1, known_from: knownNow })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
