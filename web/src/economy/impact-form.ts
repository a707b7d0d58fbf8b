import type { TypedMoney } from '#web/ui/money-field/read-money'
import type { ImpactCase } from './api.ts'

/** One line of spending as typed. */
export interface SpendingDraft {
  id: number
  kind: ImpactCase['spending'][number]['kind']
  money: TypedMoney | null
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
  operation: { sector: string; from: string; to: string; money: TypedMoney | null; jobs: string }
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

export const yearOf = (text: string): number | null => (/^(19|20|21)\d{2}$/.test(text.trim()) ? Number(text.trim()) : null)

/** A share from percent as typed: null where nothing stands, undefined where it is none. */
export function shareOf(text: string): number | null | undefined {
  const plain = text.trim().replace(/%$/, '')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) && value >= 0 && value <= 100 ? value / 100 : undefined
}

/** Which fields of a draft cannot be read, by their names; empty where all can. */
export function wrongFields(draft: ImpactDraft): string[] {
  const wrong: string[] = []
  for (const line of draft.spending) {
    if (line.year.trim() !== '' && yearOf(line.year) === null) wrong.push(`year ${line.id}`)
    if (shareOf(line.imported) === undefined) wrong.push(`imported ${line.id}`)
    if (shareOf(line.local) === undefined) wrong.push(`local ${line.id}`)
    if (line.money !== null && line.kind === 'other' && line.sector === '') wrong.push(`sector ${line.id}`)
  }
  for (const tax of draft.taxes) {
    if (tax.name.trim() === '') wrong.push(`tax name ${tax.id}`)
    if ((shareOf(tax.rate) ?? null) === null) wrong.push(`tax rate ${tax.id}`)
    if (tax.source.trim() === '') wrong.push(`tax source ${tax.id}`)
  }
  const { sector, from, to, money, jobs } = draft.operation
  if (sector !== '') {
    if (yearOf(from) === null) wrong.push('from')
    if (yearOf(to) === null) wrong.push('to')
    if (money === null && countOf(jobs) === null) wrong.push('jobs')
  }
  if (!draft.spending.some((line) => line.money !== null) && sector === '') wrong.push('amount')
  return wrong
}

/** A number of persons as typed: 8,000 or 8000; null where it is none. */
export function countOf(text: string): number | null {
  const plain = text.replace(/[,\s명]/g, '')
  return /^\d+$/.test(plain) ? Number(plain) : null
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
