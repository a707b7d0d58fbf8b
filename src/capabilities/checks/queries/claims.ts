import { sql } from 'kysely'
import { organisationKey } from '#engines/accounting/organisation-name'
import type { Sourced } from '#engines/checking/sources-disagree'
import { facetOfStage } from '#record/fact'
import type { Db } from '#store/store'

/** A claim of a document, as a rule needs it. */
export interface OwnClaim {
  claimId: string
  spanId: string
  start: number
  end: number
  indicator: string | null
  standing: boolean
  sourced: Sourced | null
}

/** A value of another document: a claim that waits, or a live fact with a claim that it stands on. */
export interface OtherValue {
  sourced: Sourced
  claimId: string
  documentId: string
  spanId: string
  factId: string | null
  subjectId: string | null
  confidential: boolean
}

const interval = (from: string | null, to: string | null) => (from === null && to === null ? null : { from, to })

/** Every claim that a reader made of a document, superseded ones aside. */
export async function ownClaims(db: Db, officeId: string, documentId: string): Promise<OwnClaim[]> {
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('span as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.span_id', '=', 'c.span_id'))
    .innerJoin('claim_state as t', (join) => join.onRef('t.office_id', '=', 'c.office_id').onRef('t.claim_id', '=', 'c.claim_id'))
    .selectAll('c')
    .select(['s.start_at', 's.end_at', 's.sentence', 't.state', 't.subject_id'])
    .where('c.office_id', '=', officeId)
    .where('c.document_id', '=', documentId)
    .where('t.state', '<>', 'superseded')
    .execute()
  return rows.map((row) => ({
    claimId: row.claim_id,
    spanId: row.span_id,
    start: row.start_at,
    end: row.end_at,
    indicator: row.indicator_id,
    standing: ['pending', 'accepted', 'merged'].includes(row.state),
    sourced: sourcedOf({ ...row, subject_id: row.subject_id }),
  }))
}

interface ClaimColumns {
  subject_text: string | null
  what: string | null
  place_text: string | null
  counterparts: unknown
  indicator_id: string | null
  stage: string | null
  value: string | null
  value_max: string | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: boolean
  unit: string | null
  per: string | null
  due_from: string | null
  due_to: string | null
  sentence: string | null
  subject_id: string | null
}

function sourcedOf(row: ClaimColumns): Sourced | null {
  if (row.value === null || row.unit === null || row.indicator_id === null) return null
  return {
    subject: row.subject_text,
    what: row.what,
    place: row.place_text,
    counterparts: row.counterparts as string[],
    indicator: row.indicator_id,
    facet: facetOfStage(row.stage as Parameters<typeof facetOfStage>[0]),
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    per: row.per,
    due: interval(row.due_from, row.due_to),
    sentence: row.sentence ?? '',
    subjectId: row.subject_id,
  }
}

/** The spellings under which a firm may stand in another document. */
export function spellings(name: string): string[] {
  const key = organisationKey(name)
  return [...new Set([name, key, `㈜${key}`, `(주)${key}`, `${key}㈜`, `${key}(주)`, `주식회사 ${key}`, `${key} 주식회사`])]
}

/**
 * One of many values, as a set that the database hashes. A list of thousands of parameters is planned anew for each length, and an array inside a prepared
 * statement is searched from its start for every row.
 */
const oneOf = (column: string, values: readonly string[], type: 'text' | 'uuid') =>
  sql<boolean>`${sql.ref(column)} in (select unnest(${[...values]}::${sql.raw(type)}[]))`

/** So many values of other documents are compared with one document's. */
const most = 400

/** A name as it may be spelt, with an indicator that the document states of it. */
export interface Spelt {
  readonly name: string
  readonly indicator: string
}

/** Claims of other documents that wait for review and state the same indicator of one of these names. */
export async function waitingElsewhere(db: Db, officeId: string, documentId: string, spelt: readonly Spelt[]): Promise<OtherValue[]> {
  if (spelt.length === 0) return []
  const names = spelt.map((one) => one.name)
  const indicators = spelt.map((one) => one.indicator)
  // Names first, by their index, then each claim's state and document by key. As one join the database may start from everything that waits, for every name.
  const { rows: waiting } = await sql<{ claim_id: string }>`
    with named as materialized (
      select c.claim_id, c.recorded_at,
        (select t.state from claim_state t where t.office_id = c.office_id and t.claim_id = c.claim_id) as state,
        (select d.erased_at is null and not d.illustrative from document d where d.office_id = c.office_id and d.document_id = c.document_id) as speaks
      from claim c
      where c.office_id = ${officeId}::uuid and c.document_id <> ${documentId}::uuid and c.value is not null
        and (c.subject_text, c.indicator_id) in (select * from unnest(${names}::text[], ${indicators}::text[]))
    )
    select claim_id from named where state = 'pending' and speaks order by recorded_at desc, claim_id limit ${most}::int`.execute(db)
  if (waiting.length === 0) return []
  const ids = waiting.map((row) => row.claim_id)
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('claim_state as t', (join) => join.onRef('t.office_id', '=', 'c.office_id').onRef('t.claim_id', '=', 'c.claim_id'))
    .innerJoin('span as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.span_id', '=', 'c.span_id'))
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 'c.office_id').onRef('d.document_id', '=', 'c.document_id'))
    .selectAll('c')
    .select(['s.sentence', 't.subject_id', 'd.confidential'])
    .where('c.office_id', '=', officeId)
    .where(sql<boolean>`c.claim_id = any(${ids}::uuid[])`)
    .orderBy('c.recorded_at', 'desc')
    .orderBy('c.claim_id')
    .execute()
  return rows.flatMap((row) => {
    const sourced = sourcedOf(row)
    return sourced
      ? [
          {
            sourced,
            claimId: row.claim_id,
            documentId: row.document_id,
            spanId: row.span_id,
            factId: null,
            subjectId: row.subject_id,
            confidential: row.confidential,
          },
        ]
      : []
  })
}

/** Live facts about these subjects, or standing on a claim of one of these names, that do not stand on the document itself. */
export async function factsElsewhere(
  db: Db,
  officeId: string,
  documentId: string,
  names: readonly string[],
  subjects: readonly string[],
): Promise<OtherValue[]> {
  if (names.length === 0 && subjects.length === 0) return []
  // an office that accepted nothing yet has no facts: its first hundreds of documents need no join of seven tables planned for each
  const any = await db.selectFrom('fact').select('fact_id').where('office_id', '=', officeId).limit(1).executeTakeFirst()
  if (any === undefined) return []
  const rows = await db
    .selectFrom('fact as f')
    .innerJoin('subject as x', (join) => join.onRef('x.office_id', '=', 'f.office_id').onRef('x.subject_id', '=', 'f.subject_id'))
    .innerJoin('fact_basis as b', (join) =>
      join.onRef('b.office_id', '=', 'f.office_id').onRef('b.fact_id', '=', 'f.fact_id').on('b.voided_at', 'is', null),
    )
    .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 'b.office_id').onRef('c.claim_id', '=', 'b.claim_id'))
    .innerJoin('span as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.span_id', '=', 'c.span_id'))
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 'c.office_id').onRef('d.document_id', '=', 'c.document_id'))
    .select([
      'f.fact_id',
      'f.subject_id',
      'f.indicator_id',
      'f.facet',
      'f.value',
      'f.value_max',
      'f.bound',
      'f.approximate',
      'f.unit',
      'f.per',
      'f.due_from',
      'f.due_to',
      'c.claim_id',
      'c.document_id',
      'c.span_id',
      'c.subject_text',
      'c.what',
      'c.place_text',
      'c.counterparts',
      's.sentence',
    ])
    .select((eb) => eb.or([eb('f.confidential', '=', true), eb('x.confidential', '=', true), eb('d.confidential', '=', true)]).as('confidential'))
    .where('f.office_id', '=', officeId)
    .where((eb) => eb.fn('upper_inf', ['f.recorded']), '=', true)
    .where('f.series', '=', '')
    .where('f.ended', '=', false)
    .where('b.role', '=', 'supports')
    .where('d.erased_at', 'is', null)
    .where('x.illustrative', '=', false)
    .where((eb) =>
      eb.or([
        ...(names.length > 0 ? [oneOf('c.subject_text', names, 'text')] : []),
        ...(subjects.length > 0 ? [oneOf('f.subject_id', subjects, 'uuid')] : []),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('fact_basis as ob')
            .innerJoin('claim as oc', (join) => join.onRef('oc.office_id', '=', 'ob.office_id').onRef('oc.claim_id', '=', 'ob.claim_id'))
            .select('ob.claim_id')
            .whereRef('ob.office_id', '=', 'f.office_id')
            .whereRef('ob.fact_id', '=', 'f.fact_id')
            .where('ob.voided_at', 'is', null)
            .where('oc.document_id', '=', documentId),
        ),
      ),
    )
    .orderBy('f.fact_id')
    .orderBy('c.recorded_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    sourced: {
      subject: row.subject_text,
      what: row.what,
      place: row.place_text,
      counterparts: row.counterparts as string[],
      indicator: row.indicator_id,
      facet: row.facet,
      value: row.value,
      valueMax: row.value_max,
      bound: row.bound,
      approximate: row.approximate,
      unit: row.unit,
      per: row.per,
      due: interval(row.due_from, row.due_to),
      sentence: row.sentence ?? '',
      subjectId: row.subject_id,
    },
    claimId: row.claim_id,
    documentId: row.document_id,
    spanId: row.span_id,
    factId: row.fact_id,
    subjectId: row.subject_id,
    confidential: Boolean(row.confidential),
  }))
}
