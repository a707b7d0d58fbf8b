import { toText } from '#quantity/decimal'
import { parseNumber } from '#quantity/number'
import type { TypedMoney } from '#web/ui/money-field/read-money'
import type { CheckedEffect, ImpactCase } from './api.ts'

/** One line of spending as typed. */
export interface SpendingDraft {
  id: number
  kind: ImpactCase['spending'][number]['kind']
  money: TypedMoney | null
  /** The amount as typed, where it could not be read. */
  words?: string
  year: string
  imported: string
  local: string
  sector: string
}

/** A tax as typed; the rate in percent. */
export interface TaxDraft {
  id: number
  name: string
  base: 'output' | 'valueAdded' | 'income' | 'spending'
  rate: string
  source: string
}

/** The form of an impact as typed. */
export interface ImpactDraft {
  title: string
  project: { id: string; label: string } | null
  /** `''`: published coefficients; else the id of a table. */
  table: string
  /** Id of an employment table and the name of its region, or ''. */
  region: string
  spending: SpendingDraft[]
  operation: { sector: string; from: string; to: string; money: TypedMoney | null; words?: string; jobs: string }
  taxes: TaxDraft[]
}

let nextId = 1
export const newLine = (kind: SpendingDraft['kind']): SpendingDraft => ({
  id: nextId++,
  kind,
  money: null,
  year: '',
  imported: '',
  local: '',
  sector: '',
})

export const newTax = (): TaxDraft => ({ id: nextId++, name: '', base: 'valueAdded', rate: '', source: '' })

/** The form before tables have come: what nobody has chosen is null, and the defaults of the office stand in. */
export type TypedDraft = Omit<ImpactDraft, 'table' | 'region'> & { table: string | null; region: string | null }

/** What was typed, with the office's own table and region where none was chosen. */
// a draft that was typed before taxes could be is one without any
export const withDefaults = (typed: TypedDraft, table: string | undefined, region: string | undefined): ImpactDraft => ({
  ...typed,
  taxes: typed.taxes ?? [],
  table: typed.table ?? table ?? '',
  region: typed.region ?? region ?? '',
})

export const emptyDraft = (): TypedDraft => ({
  title: '',
  project: null,
  table: null,
  region: null,
  spending: [newLine('building'), newLine('equipment')],
  operation: { sector: '', from: '', to: '', money: null, jobs: '' },
  taxes: [],
})

export const yearOf = (text: string): number | null => {
  const plain = text
    .trim()
    .normalize('NFKC')
    .replace(/\s*년$/, '')
  return /^(19|20|21)\d{2}$/.test(plain) ? Number(plain) : null
}

/** A share from percent as typed: null where nothing stands, undefined where it is none. */
export function shareOf(text: string): number | null | undefined {
  const plain = text
    .trim()
    .normalize('NFKC')
    .replace(/\s*(%|퍼센트|프로)$/, '')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) && value >= 0 && value <= 100 ? value / 100 : undefined
}

/** Why a field cannot be taken. */
export type Wrong =
  | 'unread'
  | 'foreign'
  | 'not-positive'
  | 'too-large'
  | 'missing'
  | 'year'
  | 'order'
  | 'percent'
  | 'sector'
  | 'count'
  | 'name'
  | 'source'

/** More won than a year of the whole country makes, four times over: a slip of the keys. */
const MOST_WON = 10n ** 16n
/** As many persons as work in the whole country. */
const MOST_PERSONS = 30_000_000

/** Why an amount cannot be taken; null where it can, or where nothing was typed. */
function wrongMoney(money: TypedMoney | null, words: string | undefined): Wrong | null {
  if (money === null) return (words ?? '').trim() === '' ? null : 'unread'
  if (money.currency !== 'KRW') return 'foreign'
  const won = BigInt(money.value.split('.')[0] || '0')
  return won <= 0n ? 'not-positive' : won > MOST_WON ? 'too-large' : null
}

/** Which fields of a draft cannot be taken, by their names, with why; empty where all can. */
export function wrongOf(draft: ImpactDraft): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>()
  const note = (name: string, why: Wrong | null | false) => {
    if (why) wrong.set(name, why)
  }
  for (const line of draft.spending) {
    note(`money ${line.id}`, wrongMoney(line.money, line.words))
    note(`year ${line.id}`, line.year.trim() !== '' && yearOf(line.year) === null && 'year')
    note(`imported ${line.id}`, shareOf(line.imported) === undefined && 'percent')
    note(`local ${line.id}`, shareOf(line.local) === undefined && 'percent')
    note(`sector ${line.id}`, line.money !== null && line.kind === 'other' && line.sector === '' && draft.table !== '' && 'sector')
  }
  for (const tax of draft.taxes) {
    note(`tax name ${tax.id}`, tax.name.trim() === '' && 'name')
    note(`tax rate ${tax.id}`, (shareOf(tax.rate) ?? null) === null && 'percent')
    note(`tax source ${tax.id}`, tax.source.trim() === '' && 'source')
  }
  const { sector, from, to, money, words, jobs } = draft.operation
  const persons = countOf(jobs)
  note('jobs', jobs.trim() !== '' && (persons === null || persons === 0) && 'count')
  note('jobs', persons !== null && persons > MOST_PERSONS && 'too-large')
  note('output', wrongMoney(money, words))
  const [first, last] = [yearOf(from), yearOf(to)]
  note('from', first === null && (sector !== '' || from.trim() !== '') && 'year')
  note('to', last === null ? (sector !== '' || to.trim() !== '') && 'year' : first !== null && last < first && 'order')
  if (sector !== '') {
    note('jobs', money === null && !wrong.has('output') && jobs.trim() === '' && 'missing')
  }
  if (sector === '' && !draft.spending.some((line) => line.money !== null || wrong.has(`money ${line.id}`)))
    note(`money ${draft.spending[0]?.id}`, 'missing')
  return wrong
}

/** A number of persons as typed: 8,000명, 8천 명, 1만 2천; null where it is none. `countOf('1만 2천명') // => 12000` */
export function countOf(text: string): number | null {
  const found = parseNumber(
    text
      .trim()
      .normalize('NFKC')
      .replace(/^약\s*/, '')
      .replace(/\s*(여\s*)?명$/, ''),
  )
  const value = found === null ? Number.NaN : Number(toText(found))
  return Number.isInteger(value) && value >= 0 ? value : null
}

/** What an announced effect puts into a plan: its money, its jobs and its name; the rest stays as it was typed. */
export function draftOfEffect(effect: CheckedEffect, draft: ImpactDraft): Pick<ImpactDraft, 'title' | 'project' | 'spending' | 'operation'> {
  const said = (part: CheckedEffect['values'][number]['part']) => effect.values.find((one) => one.used && one.part === part)
  const money = said('investment') ?? said('output')
  const jobs = said('jobs')
  const [first, ...rest] = draft.spending
  return {
    title: `${effect.subjectName}${effect.topic ? `: ${effect.topic}` : ''}`,
    project: effect.subjectId === null ? null : { id: effect.subjectId, label: effect.subjectName },
    spending:
      first && money?.value != null
        ? [{ ...first, words: '', money: { value: money.value, currency: money.unit, approximate: money.approximate } }, ...rest]
        : draft.spending,
    operation: jobs?.value != null ? { ...draft.operation, jobs: jobs.value } : draft.operation,
  }
}

/** The draft as the API asks it. Lines without an amount are left out. */
export function caseOf(draft: ImpactDraft, fallbackTitle: string): ImpactCase {
  const [table, name] = draft.region.split('|')
  const { operation } = draft
  return {
    title: draft.title.trim() || draft.project?.label || fallbackTitle,
    table: draft.table === '' ? null : draft.table,
    region: draft.table !== '' && table && name ? { table, region: name } : null,
    money: 'won',
    spending: draft.spending.flatMap((line) =>
      line.money === null
        ? []
        : [
            {
              kind: line.kind,
              phase: 'construction' as const,
              year: yearOf(line.year),
              amount: line.money.value,
              sector: line.sector === '' ? null : line.sector,
              importedShare: shareOf(line.imported) ?? null,
              localShare: shareOf(line.local) ?? null,
            },
          ],
    ),
    operation:
      operation.sector === '' || draft.table === ''
        ? []
        : [
            {
              sector: operation.sector,
              from: yearOf(operation.from)!,
              to: yearOf(operation.to)!,
              output: operation.money?.value ?? null,
              jobs: countOf(operation.jobs),
            },
          ],
    taxes: draft.taxes.map((tax) => ({ name: tax.name.trim(), base: tax.base, rate: shareOf(tax.rate) ?? 0, source: tax.source.trim() })),
  }
}

/** What of a case an announcement would be judged by: all the money spent, and the jobs typed, with or without a sector; null where one is missing. */
export function announcementOf(asked: ImpactCase, typedJobs: string): { title: string; unit: '원'; investment: string; jobs: number } | null {
  const jobs = countOf(typedJobs) ?? 0
  const investment = asked.spending.reduce((sum, one) => sum + BigInt(String(one.amount).split('.')[0] ?? '0'), 0n)
  return jobs > 0 && investment > 0n ? { title: asked.title, unit: '원', investment: investment.toString(), jobs } : null
}
