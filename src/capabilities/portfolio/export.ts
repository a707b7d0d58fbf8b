import type { Locale } from '#api/locale'
import { stageRows } from '#data/stages'
import type { Cell } from './queries/cells.ts'
import type { ProjectRow } from './routes/schemas.ts'

/** One cell of a download: text, or an exact number as decimal text. */
export type Out = { text: string } | { number: string } | null

interface Column {
  ko: string
  en: string
  of: (row: ProjectRow, locale: Locale) => Out
}

const words = {
  ko: { undisclosed: '미공개', unknown: '모름', approximate: '약', min: '이상', above: '초과', max: '이하', below: '미만' },
  en: {
    undisclosed: 'not disclosed',
    unknown: 'not known',
    approximate: 'about',
    min: 'or more',
    above: 'more than',
    max: 'or less',
    below: 'less than',
  },
} as const

const text = (value: string | null): Out => (value === null ? null : { text: value })
/** Only values of the column's own unit are numbers in it; another currency is written out, so that a column can be added up. */
const amount = (cell: Cell | null, unit: string, missing: string): Out =>
  cell === null ? { text: missing } : cell.unit === unit ? { number: cell.value } : { text: `${cell.value} ${cell.unit}` }
const remark = (cell: Cell | null, locale: Locale): string | null => {
  if (cell === null) return null
  const said = [
    cell.approximate ? words[locale].approximate : '',
    cell.bound ? words[locale][cell.bound] : '',
    cell.valueMax ? `~${cell.valueMax}` : '',
  ].filter(Boolean)
  return said.length === 0 ? null : said.join(' ')
}

const columns: readonly Column[] = [
  { ko: '사업', en: 'Project', of: (row) => text(row.nameKo) },
  { ko: '영문 이름', en: 'English name', of: (row) => text(row.nameEn) },
  {
    ko: '단계',
    en: 'Stage',
    of: (row, locale) => text(stageRows.find((one) => one.machine === row.kind && one.stage === row.stage)?.[locale] ?? words[locale].unknown),
  },
  { ko: '단계가 된 날', en: 'Stage since', of: (row) => text(row.stageFrom) },
  { ko: '곳', en: 'Place', of: (row) => text(row.place) },
  { ko: '산업', en: 'Industry', of: (row) => text(row.industry) },
  {
    ko: '발표된 투자 (원)',
    en: 'Announced investment (KRW)',
    of: (row, locale) => amount(row.announcedInvestment, 'KRW', words[locale].undisclosed),
  },
  { ko: '발표된 투자 덧붙임', en: 'Announced investment, remark', of: (row, locale) => text(remark(row.announcedInvestment, locale)) },
  { ko: '실제 투자 (원)', en: 'Realised investment (KRW)', of: (row, locale) => amount(row.actualInvestment, 'KRW', words[locale].unknown) },
  { ko: '약속한 고용 (명)', en: 'Jobs promised', of: (row, locale) => amount(row.announcedJobs, 'persons', words[locale].unknown) },
  { ko: '실제 고용 (명)', en: 'Jobs created', of: (row, locale) => amount(row.actualJobs, 'persons', words[locale].unknown) },
  { ko: '면적 (㎡)', en: 'Area (m2)', of: (row, locale) => amount(row.area, 'm2', words[locale].unknown) },
  { ko: '전력 (MW)', en: 'Power (MW)', of: (row, locale) => amount(row.capacity, 'MW', words[locale].unknown) },
  { ko: '다음 일', en: 'Next', of: (row) => text(row.next && `${row.next.dueOn} ${row.next.title}`) },
  { ko: '근거 문서 수', en: 'Sources', of: (row) => ({ number: String(row.sources) }) },
  { ko: '팀', en: 'Team', of: (row) => text(row.team) },
  { ko: '담당', en: 'Owner', of: (row) => text(row.owner?.name ?? null) },
  { ko: '예시', en: 'Illustrative', of: (row, locale) => text(row.illustrative ? (locale === 'ko' ? '예시' : 'illustrative') : null) },
  { ko: '번호', en: 'Id', of: (row) => text(row.id) },
]

/** The rows of a download, the heading first. */
export function table(rows: readonly ProjectRow[], locale: Locale): Out[][] {
  return [columns.map((column) => ({ text: column[locale] })), ...rows.map((row) => columns.map((column) => column.of(row, locale)))]
}

/**
 * CSV by RFC 4180 with a byte order mark, so that Excel reads Korean. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @example
 * csv([[{ text: '=1+1' }, { number: '12' }, null]]) // => '\ufeff\'=1+1,12,\r\n'
 */
export function csv(rows: readonly (readonly Out[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`
}

function field(out: Out): string {
  if (out === null) return ''
  if ('number' in out) return out.number
  const safe = /^[=+\-@\t\r]/.test(out.text) ? `'${out.text}` : out.text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
