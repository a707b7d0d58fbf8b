import { josa } from 'es-hangul'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import type { Values } from '#engines/interchange/plan-row'
import { addDays } from '#quantity/day'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { FactToHold } from '#store/log/facts'
import { holdFacts } from '#store/log/many-facts'
import { appendOwnStatements, type Statements } from '#store/log/own-statements'
import type { FactRecord } from '../queries/facts.ts'
import type { PlannedRow } from './plan.ts'
import type { Outcome, SubjectWork, Writing } from './writing.ts'

const bounds = { min: 'atLeast', above: 'moreThan', max: 'atMost', below: 'lessThan' } as const
type Bound = keyof typeof bounds

/** Inclusive in files, half-open inside. */
const past = (day: string | null | undefined) => (day ? addDays(day, 1) : null)

/**
 * 값을 적는다: each changed or added value becomes a sentence of an own statement (one document for each subject), a claim with its span, and a fact that stands on it.
 * What was held before stays known for its time.
 */
export async function writeFacts(writing: Writing, rows: readonly PlannedRow[], work: (id: string) => SubjectWork): Promise<Outcome[]> {
  const groups = new Map<string, PlannedRow[]>()
  for (const row of rows) groups.set(row.subject.id!, [...(groups.get(row.subject.id!) ?? []), row])
  const outcomes: Outcome[] = []
  const subjects = [...groups]
  const atOnce = 400
  for (let from = 0; from < subjects.length; from += atOnce) {
    const some = subjects.slice(from, from + atOnce)
    const entries = some.map(
      ([, own]): Statements => ({
        title: `가져오기: ${own[0]!.subject.name} (${writing.fileName})`.slice(0, 500),
        day: writing.reader.today,
        by: writing.by,
        confidential: own[0]!.subject.confidential,
        sentences: own.map((row) => sentenceOf(writing, row)),
      }),
    )
    const documents = await appendOwnStatements(writing.tx, writing.reader.officeId, entries)
    const flat = some.flatMap(([id, own], group) => own.map((row, at) => ({ id, row, claim: documents[group]!.claimIds[at]! })))
    const held = await holdFacts(
      writing.tx,
      writing.reader.officeId,
      flat.map(({ id, row, claim }) => factOf(row, id, claim, work(id).judgementId)),
    )
    for (const [at, { id, row }] of flat.entries()) {
      const own = work(id)
      const { replaced } = held[at]!
      own.replaced.push(...replaced)
      own.values.push({
        indicator: row.after.indicator ?? null,
        facet: row.after.facet ?? null,
        from: row.record?.values.value ?? null,
        to: row.after.value ?? null,
      })
      outcomes.push({ row, state: 'applied', judgementId: own.judgementId, wayBack: null })
    }
    writing.tick(flat.length)
  }
  return outcomes
}

function factOf(row: PlannedRow, subjectId: string, claim: string, judgementId: string): FactToHold {
  const { after } = row
  const record = row.record as FactRecord | null
  return {
    subjectId: record?.keptUnder ?? subjectId,
    indicator: after.indicator!,
    facet: after.facet as FactToHold['facet'],
    series: after.series ?? '',
    partOf: record?.partOf ?? null,
    period: { from: after.periodFrom ?? null, to: past(after.periodTo) },
    value: after.value!,
    valueMax: after.valueMax ?? null,
    bound: (after.bound ?? null) as FactToHold['bound'],
    approximate: after.approximate === 'true',
    unit: after.unit!,
    per: after.per ?? null,
    due: dueOf(after),
    funding: (after.funding ?? null) as FactToHold['funding'],
    ended: after.ended === 'true',
    judgementId,
    method: 'imported',
    note: after.note ?? null,
    confidential: record?.hidden ?? false,
    claims: [claim],
  }
}

const dueOf = (after: Values) => (after.dueFrom || after.dueTo ? { from: after.dueFrom ?? null, to: past(after.dueTo) } : null)

function printedValue(after: Values): string {
  if (!hasUnit(after.unit!)) return `${after.value}${after.valueMax ? `~${after.valueMax}` : ''} ${after.unit}`
  const more = {
    max: after.valueMax ?? undefined,
    approx: after.approximate === 'true',
    bound: after.bound ? bounds[after.bound as Bound] : undefined,
  }
  return formatQuantity(quantity(after.value!, after.unit!, more), 'ko').text.normalize('NFC')
}

/** The sentence that a row of a file says: "나래시 가져오기: 새솔 공장의 발표 투자는 6,000억 원이다." */
function sentenceOf(writing: Writing, row: PlannedRow): Statements['sentences'][number] {
  const { after } = row
  const indicator = writing.office.indicators.find((one) => one.code === after.indicator)?.ko ?? after.indicator!
  const facet = nameOfCode(after.facet!, codeLists.facet!, 'ko')
  const printed = printedValue(after)
  const due = after.dueFrom || after.dueTo ? (after.dueFrom === after.dueTo ? after.dueFrom! : `${after.dueFrom ?? ''}~${after.dueTo ?? ''}`) : null
  const series = after.series ? ` (${after.series})` : ''
  const lead = `${writing.officeName} 가져오기: ${row.subject.name}의 ${facet} ${indicator}${series}${josa.pick(indicator, '은/는')} `.normalize(
    'NFC',
  )
  return {
    text: `${lead}${printed}이다${due === null ? '' : ` (기한 ${due})`}.`,
    mark: { start: lead.length, end: lead.length + printed.length },
    content: {
      kind: 'quantity',
      subject: row.subject.name,
      counterparts: [],
      what: null,
      indicator: after.indicator!,
      value: after.value!,
      valueMax: after.valueMax ?? null,
      bound: (after.bound ?? null) as Bound | null,
      approximate: after.approximate === 'true',
      unit: after.unit!,
      per: after.per ?? null,
      due: dueOf(after),
      dueText: due,
      start: null,
      startText: null,
      place: null,
      stage: null,
    },
  }
}
