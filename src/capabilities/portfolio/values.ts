import { josa } from 'es-hangul'
import { invalid } from '#api/problem'
import type { Funding } from '#engines/accounting/funding'
import { isDecimalText } from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { Fact } from '#record/fact'
import { holdFact } from '#store/log/facts'
import { appendOwnStatement } from '#store/log/own-statement'
import type { Tx } from '#store/store'
import { type FactRow, factRows } from './queries/facts.ts'

/** A value that a person types for a subject. */
export interface ValueToEnter {
  indicator: string
  facet: Fact['facet']
  series?: string
  value: string
  valueMax?: string | null
  bound?: Fact['bound']
  approximate?: boolean
  unit: string
  due?: { from: string | null; to: string | null } | null
  period?: { from: string | null; to: string | null }
  partOf?: string | null
  /** 재원: whose money it is; left out keeps what was said of it before. */
  funding?: Funding | null
  note?: string | null
}

/** Where values are entered: by whom, on which day, under which judgement. */
export interface Entering {
  officeId: string
  subjectId: string
  judgementId: string
  by: string
  today: string
  confidential: boolean
}

/** What became of one entered value. `replaced` names the facts that it closed; null for a value that was held already. */
export interface Entered {
  factId: string
  replaced: string[]
  from: string | null
  to: string
  indicator: string
  facet: string
}

const boundWords = { min: 'atLeast', above: 'moreThan', max: 'atMost', below: 'lessThan' } as const
const facetWords: Record<Fact['facet'], string> = {
  target: '목표',
  plan: '계획',
  announced: '발표',
  forecast: '전망',
  estimate: '추정',
  actual: '실적',
}

/**
 * 직접 적은 값: each typed value becomes the one sentence of an own statement, a claim and a fact. A value that is held already in every part is left as it is.
 *
 * @throws ProblemError 422 for an indicator or a unit that does not exist, or a number that is none
 */
export async function enterValues(tx: Tx, where: Entering, values: readonly ValueToEnter[]): Promise<Entered[]> {
  if (values.length === 0) return []
  const office = await tx.selectFrom('office').select('name_ko').where('office_id', '=', where.officeId).executeTakeFirstOrThrow()
  const subject = await tx
    .selectFrom('subject')
    .select('name_ko')
    .where('office_id', '=', where.officeId)
    .where('subject_id', '=', where.subjectId)
    .executeTakeFirstOrThrow()
  const indicators = await tx.selectFrom('indicator').select(['indicator_id', 'name_ko']).where('office_id', '=', where.officeId).execute()
  const names = new Map(indicators.map((row) => [row.indicator_id, row.name_ko]))
  const held = (await factRows(tx, where.officeId, { subjectId: where.subjectId, confidential: true })).filter((fact) => fact.knownTo === null)
  const entered: Entered[] = []
  for (const [index, value] of values.entries()) {
    const indicatorName = checked(value, index, names)
    const before = held.find(
      (fact) =>
        fact.indicator === value.indicator &&
        fact.facet === value.facet &&
        fact.series === (value.series ?? '') &&
        same(fact.period.from, value.period?.from) &&
        same(fact.period.to, value.period?.to),
    )
    if (before && sameValue(before, value)) continue
    const printed = formatQuantity(
      quantity(value.value, value.unit, {
        max: value.valueMax ?? undefined,
        approx: value.approximate ?? false,
        bound: value.bound ? boundWords[value.bound] : undefined,
      }),
      'ko',
    ).text
    const due = dueText(value.due)
    const when = dueText(value.period)
    const lead = `${office.name_ko} 입력: ${subject.name_ko}의 ${when === null ? '' : `${yearText(when)} `}${facetWords[value.facet]} ${indicatorName}${value.series ? ` (${value.series})` : ''}${josa.pick(indicatorName, '은/는')} `
    const sentence = `${lead}${printed}이다${due === null ? '' : ` (기한 ${due})`}.`.normalize('NFC')
    const start = lead.normalize('NFC').length
    const { documentId, claimId } = await appendOwnStatement(tx, where.officeId, {
      sentence,
      mark: { start, end: start + printed.normalize('NFC').length },
      title: `직접 입력: ${subject.name_ko}`,
      day: where.today,
      by: where.by,
      content: {
        kind: 'quantity',
        subject: subject.name_ko,
        counterparts: [],
        what: null,
        indicator: value.indicator,
        value: value.value,
        valueMax: value.valueMax ?? null,
        bound: value.bound ?? null,
        approximate: value.approximate ?? false,
        unit: value.unit,
        per: null,
        due: value.due ?? null,
        dueText: due,
        start: null,
        startText: null,
        place: null,
        stage: null,
      },
    })
    if (where.confidential) await hideDocument(tx, where.officeId, documentId)
    // what the entry does not speak of stays as it was said: a corrected part is still a part, of the same money
    const { factId, replaced } = await holdFact(tx, where.officeId, {
      ...keptOf(before),
      ...given(value),
      subjectId: where.subjectId,
      judgementId: where.judgementId,
      method: 'entered',
      claims: [claimId],
    })
    await tx
      .updateTable('claim_state')
      .set({ fact_id: factId, subject_id: where.subjectId, judgement_id: where.judgementId })
      .where('office_id', '=', where.officeId)
      .where('claim_id', '=', claimId)
      .execute()
    entered.push({ factId, replaced, from: before ? before.value : null, to: value.value, indicator: value.indicator, facet: value.facet })
  }
  return entered
}

const keptOf = (before: FactRow | undefined) =>
  before === undefined ? {} : { partOf: before.partOf, per: before.per, funding: before.funding, note: before.note }

/** An entry without the fields that it leaves open. */
const given = (value: ValueToEnter): ValueToEnter => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never

/** The statement of a confidential subject says its name: it is as confidential as the subject. */
async function hideDocument(tx: Tx, officeId: string, documentId: string): Promise<void> {
  await tx.updateTable('document').set({ confidential: true }).where('office_id', '=', officeId).where('document_id', '=', documentId).execute()
}

function checked(value: ValueToEnter, index: number, names: ReadonlyMap<string, string>): string {
  const path = `json.values.${index}`
  const name = names.get(value.indicator)
  if (name === undefined)
    throw invalid(
      `${path}.indicator`,
      { ko: `지표 가운데 하나: ${[...names.keys()].join(', ')}`, en: `one of the indicators: ${[...names.keys()].join(', ')}` },
      value.indicator,
    )
  if (!isDecimalText(value.value)) throw invalid(`${path}.value`, { ko: '"1500000000" 같은 수', en: 'a number such as "1500000000"' }, value.value)
  if (!hasUnit(value.unit))
    throw invalid(`${path}.unit`, { ko: 'KRW, m2, persons, MW 같은 단위', en: 'a unit such as KRW, m2, persons, MW' }, value.unit)
  return name
}

const same = (a: string | null | undefined, b: string | null | undefined) => (a ?? null) === (b ?? null)

function sameValue(held: FactRow, value: ValueToEnter): boolean {
  return (
    same(held.value, value.value) &&
    same(held.valueMax, value.valueMax) &&
    same(held.bound, value.bound) &&
    held.approximate === (value.approximate ?? false) &&
    same(held.unit, value.unit) &&
    same(held.due?.from, value.due?.from) &&
    same(held.due?.to, value.due?.to) &&
    (value.funding === undefined || same(held.funding, value.funding)) &&
    (value.note === undefined || same(held.note, value.note))
  )
}

/** Half-open inside, inclusive in words: `2027-01-01~2027-12-31`. */
function dueText(due: ValueToEnter['due']): string | null {
  if (!due || (due.from === null && due.to === null)) return null
  const last = due.to === null ? null : new Date(Date.parse(`${due.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return due.from === last ? due.from : `${due.from ?? ''}~${last ?? ''}`
}

/** A whole calendar year is said as one: `2025년`. */
const yearText = (period: string): string => /^(\d{4})-01-01~\1-12-31$/.exec(period)?.[1]?.concat('년') ?? period
