import { type Kysely, sql } from 'kysely'
import { type CountableFact, countOnce, seriesKey } from '#engines/accounting/count-once'
import { sumOf } from '#engines/accounting/sum'
import type { Database } from '#store/schema'

/** A value in a row of a list. With one fact behind it `factId` names it; a value added up from parts leads to the figure of that subject. */
export interface Cell {
  value: string
  valueMax: string | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: boolean
  unit: string
  factId: string | null
}

export const measures = {
  announcedInvestment: { indicator: 'investment', unit: 'KRW', facets: ['announced', 'plan'] },
  actualInvestment: { indicator: 'investment', unit: 'KRW', facets: ['actual'] },
  announcedJobs: { indicator: 'jobs', unit: 'persons', facets: ['announced', 'plan'] },
  actualJobs: { indicator: 'jobs', unit: 'persons', facets: ['actual'] },
  area: { indicator: 'area', unit: 'm2', facets: ['announced', 'plan', 'actual'] },
  capacity: { indicator: 'capacity', unit: 'MW', facets: ['announced', 'plan', 'actual'] },
} as const
export type Measure = keyof typeof measures

/** What a row of a list shows beside the subject's own fields. */
export interface RowValues {
  cells: Record<Measure, Cell | null>
  next: { id: string; title: string; dueOn: string; kind: string } | null
  /** End of the time that the announced values are due in, exclusive. */
  dueTo: string | null
  sources: number
}

/** Values, next thing to do and number of sources of the subjects of one page. */
export async function valuesOfRows(
  db: Kysely<Database>,
  officeId: string,
  ids: readonly string[],
  confidential: boolean,
): Promise<Map<string, RowValues>> {
  const facts = await factsOfRows(db, officeId, ids, confidential)
  const next = await nextOfRows(db, officeId, ids)
  const sources = await sourcesOfRows(db, officeId, ids, confidential)
  const rows = new Map<string, RowValues>()
  for (const id of ids) {
    const own = facts.filter((fact) => fact.subject === id)
    const promised = own.filter((fact) => fact.facet !== 'actual' && fact.dueTo !== null)
    const cells = Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, cellOf(own, measure)])) as Record<Measure, Cell | null>
    rows.set(id, {
      cells,
      next: next.get(id) ?? null,
      dueTo:
        promised
          .map((fact) => fact.dueTo)
          .sort()
          .at(-1) ?? null,
      sources: sources.get(id) ?? 0,
    })
  }
  return rows
}

type RowFact = CountableFact & { indicator: string; dueTo: string | null }

/** The cell of a measure from the facts of one subject; null where none is known. */
export function cellOf(
  own: readonly (CountableFact & { indicator: string })[],
  measure: { indicator: string; unit: string; facets: readonly string[] },
): Cell | null {
  const facts = own.filter((fact) => fact.indicator === measure.indicator && measure.facets.includes(fact.facet))
  const unit = facts.some((fact) => fact.unit === measure.unit) ? measure.unit : facts[0]?.unit
  if (unit === undefined) return null
  const { counted } = countOnce(facts, unit, measure.facets, new Map())
  const sum = sumOf(counted)
  return sum && { ...sum, unit, factId: counted.length === 1 ? (counted[0]?.factId ?? null) : null }
}

async function factsOfRows(db: Kysely<Database>, officeId: string, ids: readonly string[], confidential: boolean): Promise<RowFact[]> {
  const { rows } = await sql<{
    fact_id: string
    subject: string
    indicator_id: string
    facet: string
    series: string
    value: string
    value_max: string | null
    bound: Cell['bound']
    approximate: boolean
    unit: string
    due_to: string | null
    ended: boolean
    known_from: string
    period_from: string | null
    whole: string | null
  }>`
    select f.fact_id, coalesce(s.canonical_id, s.subject_id) as subject, f.indicator_id, f.facet, f.series, f.value, f.value_max, f.bound, f.approximate, f.unit,
           f.due_to, f.ended, lower(f.recorded) as known_from, lower(f.period) as period_from,
           case when w.fact_id is not null then coalesce(ws.canonical_id, ws.subject_id)::text || ' ' || w.facet || ' ' || w.series end as whole
    from subject s
    join fact f on f.office_id = s.office_id and f.subject_id = s.subject_id and upper_inf(f.recorded)
    left join fact w on w.office_id = f.office_id and w.fact_id = f.part_of
    left join subject ws on ws.office_id = w.office_id and ws.subject_id = w.subject_id
    where s.office_id = ${officeId}::uuid and (s.subject_id = any(${[...ids]}::uuid[]) or s.canonical_id = any(${[...ids]}::uuid[]))
      and ${
        confidential
          ? sql`true`
          : sql`not f.confidential and exists (
              select 1 from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
              join document d on d.office_id = c.office_id and d.document_id = c.document_id
              where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and not d.confidential)`
      }`.execute(db)
  return rows.map((row) => ({
    factId: row.fact_id,
    subject: row.subject,
    indicator: row.indicator_id,
    facet: row.facet,
    series: row.series,
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    partOfSeries: row.whole === null ? null : partKey(row.whole),
    knownFrom: row.known_from,
    periodFrom: row.period_from,
    dueTo: row.due_to,
    ended: row.ended,
  }))
}

function partKey(whole: string): string {
  const [subject = '', facet = '', ...series] = whole.split(' ')
  return seriesKey(subject, facet, series.join(' '))
}

async function nextOfRows(db: Kysely<Database>, officeId: string, ids: readonly string[]): Promise<Map<string, NonNullable<RowValues['next']>>> {
  const { rows } = await sql<{ subject: string; milestone_id: string; title: string; due_on: string; kind: string }>`
    select distinct on (subject) coalesce(s.canonical_id, s.subject_id) as subject, e.milestone_id, e.title, e.due_on, e.kind
    from milestone e join subject s on s.office_id = e.office_id and s.subject_id = e.subject_id
    where e.office_id = ${officeId}::uuid and (s.subject_id = any(${[...ids]}::uuid[]) or s.canonical_id = any(${[...ids]}::uuid[]))
      and e.done_on is null and e.waived_on is null and e.due_on is not null
    order by subject, e.due_on, e.milestone_id`.execute(db)
  return new Map(rows.map((row) => [row.subject, { id: row.milestone_id, title: row.title, dueOn: row.due_on, kind: row.kind }]))
}

async function sourcesOfRows(db: Kysely<Database>, officeId: string, ids: readonly string[], confidential: boolean): Promise<Map<string, number>> {
  const { rows } = await sql<{ subject: string; n: string }>`
    with own as (
      select s.subject_id, coalesce(s.canonical_id, s.subject_id) as subject from subject s
      where s.office_id = ${officeId}::uuid and (s.subject_id = any(${[...ids]}::uuid[]) or s.canonical_id = any(${[...ids]}::uuid[]))),
    used as (
      select o.subject, c.document_id from own o
      join fact f on f.office_id = ${officeId}::uuid and f.subject_id = o.subject_id and upper_inf(f.recorded)
      join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and b.voided_at is null
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      union
      select o.subject, coalesce(e.document_id, c.document_id) from own o
      join stage_event e on e.office_id = ${officeId}::uuid and e.subject_id = o.subject_id and e.voided_at is null
      left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id)
    select u.subject, count(distinct d.document_id)::text as n
    from used u join document d on d.office_id = ${officeId}::uuid and d.document_id = u.document_id and (${confidential} or not d.confidential)
    group by u.subject`.execute(db)
  return new Map(rows.map((row) => [row.subject, Number(row.n)]))
}
