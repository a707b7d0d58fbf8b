import type { Locale } from '#api/locale'
import { lineWord } from '#engines/accounting/line-words'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import type { Db } from '#store/store'
import type { CompareLine } from './schemas.ts'

/** Names of an office's indicators by their ids. */
export type IndicatorNames = ReadonlyMap<string, { readonly ko: string; readonly en: string }>

export async function indicatorNames(db: Db, officeId: string): Promise<IndicatorNames> {
  const rows = await db.selectFrom('indicator').select(['indicator_id', 'name_ko', 'name_en']).where('office_id', '=', officeId).execute()
  return new Map(rows.map((row) => [row.indicator_id, { ko: row.name_ko, en: row.name_en }]))
}

/** What a line is about, in words. */
export function whatOf(line: Pick<CompareLine, 'kind' | 'what' | 'subjectKind'>, names: IndicatorNames, locale: Locale): string {
  if (line.kind === 'value') return names.get(line.what)?.[locale] ?? line.what
  return line.kind === 'subject' ? nameOfCode(line.subjectKind, codeLists.kind!, locale) : lineWord(line.what, locale)
}

/** Lines whose part is an indicator (and a series of it). */
const byIndicator = (what: string) => what === 'award.condition' || what.startsWith('measure.')

/** Which of several a line is about, in words; null where there is but one. */
export function partOf(line: Pick<CompareLine, 'what' | 'series'>, names: IndicatorNames, locale: Locale): string | null {
  if (!line.series) return null
  if (!byIndicator(line.what)) return line.series
  const [indicator = '', ...series] = line.series.split(' ')
  return [names.get(indicator)?.[locale] ?? indicator, ...series].join(' ')
}
