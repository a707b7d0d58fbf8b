import { roleOf } from '#engines/reading/tables/labels'
import { isShare, headerUnit as unitNamed, unitOf } from '#engines/reading/tables/units'

/** What an announcement over the table says: its words and the unit that they are. */
interface Announced {
  word: string
  unit: NonNullable<ReturnType<typeof unitNamed>>
}

/** Titles of columns that number or name rows: no shared unit is theirs. */
const noMeasure = /(?:번호|순번|연번|연도|년도|코드|전화|우편|비고|일자|날짜|일시|no\.?|순위|호수)$/i
const money = /투자|지원|보조|출자|융자/

/** A title that is a time: 2026, '26년, 2028 이후, 2026 목표, 1분기, 2차년도, 3월. */
export const isTime = (title: string): boolean =>
  /^(?:(?:(?:19|20)\d{2}|['’]\d{2})\s?년?도?(?:\s?(?:이전|이후|까지|상반기|하반기|[1-4]\/?4?\s?분기|(?:본?예산|결산|계획|실적|목표|추정|전망|누계)(?:액|치|안)?|\([가-힣\s]{1,8}\)))?|(?:(?:19|20)\d{2}|['’]\d{2})\s?년?도?\s?[~∼～-]\s?(?:(?:(?:19|20)\d{2}|['’]?\d{2})\s?년?도?)?|\d{1,2}\s?(?:월|분기|차\s?년도|년차|단계))$/.test(
    title,
  )

/** A month or a day (2026년 1월, ’26.1., 2026-03-31): a value in most rows, a title where several stand side by side. */
export const isMoment = (title: string): boolean =>
  /^(?:(?:19|20)\d{2}|['’]\d{2})(?:\s?년\s?|\.\s?|[-/])\d{1,2}(?:\s?월\s?|\.\s?|[-/])?(?:\d{1,2}\s?[.일]?)?(?:\s?(?:말|기준|현재))?$/.test(title)

/** Titles that say which of several values stands below them (목표, 2026년); what it measures is said by the row or the table. */
export const isWhich = (title: string): boolean => {
  const words = title.trim()
  return isTime(words) || isMoment(words) || /^(?:합계|총계|소계|계|당초|변경|증감|누계|실적|목표|계획|전년|금년)$/.test(words)
}

/** 단위: the title of a column whose cells say the unit of their row. */
export const isUnitTitle = (title: string): boolean => /^[([]?\s?(?:(?:측정|계량|기준)?\s?단\s?위|units?)\s?[)\]]?$/i.test(title.trim())

/**
 * Whether the numbers under those titles are in the unit that a cell of their row says: amounts, and values of which the row says what they measure; no days, numbers
 * of rows or shares.
 *
 * `takesUnitOfRow(['사업비']) // => true`
 * `takesUnitOfRow(['연번']) // => false`
 */
export function takesUnitOfRow(titles: readonly string[]): boolean {
  const joined = titles.join(' ')
  if (joined === '' || noMeasure.test(joined) || isShare(joined)) return false
  return titles.some((title) => {
    const role = roleOf(title)
    return isWhich(title) || (role !== null && typeof role === 'object') || amount.test(title)
  })
}
const amount =
  /(?:금액|값|수치|물량|수량|사업량|규모|실적|목표|계획|예산|기준|누계|합계|총계|소계|당초|변경|증감|전년|금년|현재)(?:치|값|액|\([^)]*\))?$/

/**
 * 열의 단위: the unit of the bare numbers under a title that carries none itself. Of several units announced above the table (`단위: 억원, 명`) it is the one whose kind the
 * title asks for; a single one holds for all but titles of another kind; a title that counts people or firms needs none. Null where that is not said.
 * `titles` are the titles over the column, from above to below.
 *
 * `columnUnit(['고용', '신규'], ['억원', '명']) // => '명'`
 */
export function columnUnit(titles: readonly string[], announced: readonly string[]): string | null {
  const joined = titles.join(' ')
  if (noMeasure.test(joined)) return null
  const line = announced.flatMap((word): Announced[] => {
    const unit = unitNamed(word)
    return unit ? [{ word, unit }] : []
  })
  let asks = false
  const measured = titles.filter((title) => !isWhich(title))
  for (const label of new Set(measured.length === 0 ? [] : [joined, ...measured])) {
    if (isShare(label)) return null
    const role = roleOf(label)
    const measures = role !== null && typeof role === 'object'
    // what a title of no known measure may mean is decided below
    const found = unitOf({ label, role, unit: null }, measures || line.length > 1 ? line.map((one) => one.unit) : [])
    if (found !== null) return ofKind(line, found)
    asks ||= measures || (role !== null && role !== 'year')
  }
  // the title asks for a kind that nothing announces
  if (asks) return null
  const amounts = line.filter((one) => one.unit.entry.kind === 'money')
  if (line.length > 1) return money.test(joined) && amounts.length === 1 ? amounts[0]!.word : null
  return announced.length === 1 ? announced[0]! : null
}

/** The unit as it was announced, where no other of its kind is; one that the title itself implies, as the reader writes it. */
function ofKind(line: readonly Announced[], found: Announced['unit']): string | null {
  const own = line.find((one) => one.unit === found)
  if (!own) return found.entry.text
  const { kind, unit } = found.entry
  return line.some((one) => one !== own && one.unit.entry.kind === kind && (kind !== 'count' || one.unit.entry.unit === unit)) ? null : own.word
}
