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

/** Titles that say which of several values stands below them (목표, 2026년); what it measures is said by the row or the table. */
export const isWhich = (title: string): boolean =>
  /^(?:(?:19|20)\d{2}\s?(?:년(?:도)?)?(?:\s?이후)?|합계|총계|소계|계|당초|변경|증감|누계|실적|목표|계획|전년|금년)$/.test(title.trim())

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
