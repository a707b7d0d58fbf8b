import { sql } from 'kysely'
import type { Claim, ClaimStateName, SlotSource } from '#record/claim'
import type { Span } from '#record/document'
import type { Db, Tx } from '#store/store'

/** A claim with its span and where it stands. */
export interface ClaimWithState extends Claim {
  negated: boolean
  span: Span
  state: ClaimStateName
  /** The live judgement that put it there. */
  judgementId: string | null
  factId: string | null
  subjectId: string | null
}

function claimRows(db: Db) {
  return db
    .selectFrom('claim as c')
    .innerJoin('span as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.span_id', '=', 'c.span_id'))
    .innerJoin('claim_state as t', (join) => join.onRef('t.office_id', '=', 'c.office_id').onRef('t.claim_id', '=', 'c.claim_id'))
    .selectAll('c')
    .select([
      's.start_at',
      's.end_at',
      's.quote',
      's.sentence_start',
      's.sentence_end',
      's.sentence',
      't.state',
      't.judgement_id',
      't.fact_id',
      't.subject_id',
    ])
}
type ClaimRow = Awaited<ReturnType<ReturnType<typeof claimRows>['execute']>>[number]

const interval = (from: string | null, to: string | null) => (from === null && to === null ? null : { from, to })

function claimOf(row: ClaimRow): ClaimWithState {
  return {
    id: row.claim_id,
    documentId: row.document_id,
    spanId: row.span_id,
    kind: row.kind,
    subject: row.subject_text,
    counterparts: row.counterparts as string[],
    what: row.what,
    indicator: row.indicator_id,
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    per: row.per,
    due: interval(row.due_from, row.due_to),
    dueText: row.due_text,
    start: interval(row.start_from, row.start_to),
    startText: row.start_text,
    place: row.place_text,
    stage: row.stage as Claim['stage'],
    negated: row.negated,
    reader: row.reader,
    readerVersion: row.reader_version,
    partOf: row.part_of,
    slots: row.slots as Record<string, SlotSource>,
    certainty: row.certainty,
    corrects: row.corrects,
    recordedAt: row.recorded_at,
    span: {
      id: row.span_id,
      documentId: row.document_id,
      start: row.start_at,
      end: row.end_at,
      quote: row.quote,
      sentenceStart: row.sentence_start,
      sentenceEnd: row.sentence_end,
      sentence: row.sentence,
    },
    state: row.state,
    judgementId: row.judgement_id,
    factId: row.fact_id,
    subjectId: row.subject_id,
  }
}

/** The claims of a document in the order of its text; superseded ones only when asked. */
export async function claimsOfDocument(db: Db, officeId: string, documentId: string, withSuperseded = false): Promise<ClaimWithState[]> {
  let query = claimRows(db).where('c.office_id', '=', officeId).where('c.document_id', '=', documentId)
  if (!withSuperseded) query = query.where('t.state', '<>', 'superseded')
  const rows = await query.orderBy('s.start_at').orderBy('s.end_at').orderBy('c.recorded_at').orderBy('c.claim_id').execute()
  return rows.map(claimOf)
}

/** One claim; with `lock` nobody else may decide about it until the end of the transaction. */
export async function claimById(db: Db | Tx, officeId: string, claimId: string, lock = false): Promise<ClaimWithState | undefined> {
  if (lock)
    await db.selectFrom('claim_state').select('claim_id').where('office_id', '=', officeId).where('claim_id', '=', claimId).forUpdate().execute()
  const row = await claimRows(db).where('c.office_id', '=', officeId).where('c.claim_id', '=', claimId).executeTakeFirst()
  return row && claimOf(row)
}

/** Set where a claim stands. */
export async function setClaimState(
  tx: Tx,
  officeId: string,
  claimId: string,
  state: { state: ClaimStateName; judgementId?: string | null; factId?: string | null; subjectId?: string | null },
): Promise<void> {
  await tx
    .updateTable('claim_state')
    .set({ state: state.state, judgement_id: state.judgementId ?? null, fact_id: state.factId ?? null, subject_id: state.subjectId ?? null })
    .where('office_id', '=', officeId)
    .where('claim_id', '=', claimId)
    .execute()
}

/**
 * After a reading: claims of an earlier reading that still wait and that this one does not make are superseded; claims that it makes again wait again,
 * except where a person has rejected the same value at the same place. Judged claims stay as they are.
 *
 * @returns how many were superseded
 */
export async function supersedeUnread(tx: Tx, officeId: string, documentId: string, ids: readonly string[]): Promise<number> {
  const now = [...ids]
  const other = await tx
    .selectFrom('claim_state')
    .select('claim_id')
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .where(sql<boolean>`(state <> 'pending' or claim_id <> all(${now}::uuid[]))`)
    .limit(1)
    .executeTakeFirst()
  // a first reading supersedes nothing
  if (!other) return 0
  const gone = await tx
    .updateTable('claim_state as t')
    .from('claim as c')
    .set({ state: 'superseded' })
    .where('t.office_id', '=', officeId)
    .where('t.document_id', '=', documentId)
    .where('t.state', '=', 'pending')
    .where(sql<boolean>`t.claim_id <> all(${now}::uuid[])`)
    .whereRef('c.office_id', '=', 't.office_id')
    .whereRef('c.claim_id', '=', 't.claim_id')
    .where('c.reader', 'not in', ['person', 'model'])
    .executeTakeFirst()
  await tx
    .updateTable('claim_state')
    .set({ state: 'pending' })
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .where('state', '=', 'superseded')
    .where('judgement_id', 'is', null)
    .where(sql<boolean>`claim_id = any(${now}::uuid[])`)
    .execute()
  await sql`
    update claim_state t set state = 'superseded'
    from claim c, claim o, claim_state r
    where t.office_id = ${officeId}::uuid and t.document_id = ${documentId}::uuid and t.state = 'pending'
      and c.office_id = t.office_id and c.claim_id = t.claim_id
      and r.office_id = t.office_id and r.document_id = t.document_id and r.state = 'rejected' and r.claim_id <> t.claim_id
      and o.office_id = r.office_id and o.claim_id = r.claim_id
      and o.span_id = c.span_id and o.indicator_id is not distinct from c.indicator_id
      and o.value is not distinct from c.value and o.unit is not distinct from c.unit`.execute(tx)
  return Number(gone.numUpdatedRows)
}
