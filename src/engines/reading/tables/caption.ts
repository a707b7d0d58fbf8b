import type { Slot, Span } from '../reading.ts'
import type { TableSink } from './facts.ts'
import { type Header, headerOf, roleOf } from './labels.ts'
import type { Line } from './lines.ts'
import { type HeaderUnit, headerUnit } from './units.ts'
import { stackAt } from './width.ts'

/** "(단위: 천㎡, 억원)" or "(면적: 천㎡, 사업비: 억원)" on a line of its own or at the end of a heading. */
const CAPTION = /[([<［]\s*([^()[\]<>［］]{2,32})\s*[)\]>］]\.?$/

/** What the unit in a caption is for. */
const FOR = /^(?:단위|면적|총?사업비|금액|예산|투자액|고용|인원|기업수|용량|비율|수량|물량)\s*[:：]?\s*/

/** "도시별 사업비(억원)와 면적(천㎡)": a heading that joins what is measured below it. */
const PAIRED = /^[^()\d]{2,24}\([^()\d]{1,8}\)(?:와|과| 및|,) [^()\d]{1,12}\([^()\d]{1,8}\)$/

/** The units that a caption declares, or null where the line is none. */
export function declaredUnits(line: string): HeaderUnit[] | null {
  if (line.length <= 40 && PAIRED.test(line)) {
    const units = [...line.matchAll(/\(([^()\d]{1,8})\)/g)].map((found) => headerUnit(found[1]!))
    if (units.length > 1 && units.every((unit) => unit !== null)) return units
  }
  if (line.length > 40 || !/단위|[:：]/.test(line)) return null
  const words = CAPTION.exec(line)?.[1] ?? /^[*※]?\s*(단위\s*[:：].{1,24})$/.exec(line)?.[1]
  if (words === undefined || !/단위|^[가-힣]{2,4}\s*[:：]/.test(words)) return null
  // "천원/㎡" is a price, "백만원/명" are two units
  const parts = words
    .split(/[,，·]/)
    .flatMap((part) => (/\/\s*(?:㎡|평|월|년|톤|인)\s*$/.test(part) ? [] : part.split('/')))
    .map((part) => part.trim().replace(FOR, '').replace(FOR, ''))
  const units = parts.flatMap((part) => headerUnit(part) ?? [])
  return units.length > 0 || words.includes('단위') ? units : null
}

/** By what a table divides its money: "연도별 투자계획", "재원별 예산안", "세부사업별·연차별 소요예산". */
const DIVIDED = /^(?:[가-힣]{1,6}별(?:\s?[·,]\s?|\s))+/

/** A unit over a table changes what the lines below it can be. */
export function declare(sink: TableSink, units: readonly HeaderUnit[], line: Span): void {
  const heading = sink.text.slice(line.start, line.end)
  sink.unitLine = units
  const words = heading
    .replace(/[([<［].*$/, '')
    .replace(/^[^가-힣A-Za-z]*(?:(?:19|20)\d\d년도?\s?)?/, '')
    .replace(DIVIDED, '')
    .trim()
  const role = words.length > 20 ? null : roleOf(words)
  sink.over = role !== null && typeof role === 'object' ? role : null
  const year = sink.over === null ? null : /((?:19|20)\d\d)년/.exec(heading)
  const at = line.start + (year?.index ?? 0)
  sink.overDue = year === null ? null : { value: year[1]!, span: { start: at, end: at + 4 }, rule: 'due:table' }
  sink.known.stacks.clear()
}

/** A title of a table without its mark, its number and its year: "[표] 2025년 업종별 FDI" is "FDI". */
const TITLE = /^(?:[[<【(]?\s?(?:표|붙임|참고)\s?[-\d]{0,4}\s?[\]>】).:]?|[□○■◆◇▶▲●ㅇ※*-])?\s*(?:((?:19|20)\d\d)년도?\s(?:한 해\s)?)?/
/** What a column only says is an amount. */
export const AMOUNT = /^(?:금액|액수|규모|수치|투자|실적|합계|계)$/

/** What the title right above a table says that its amounts measure, and of which year: "[표] 2025년 업종별 FDI". Null where it says nothing known. */
export function titleOf(sink: TableSink): { readonly label: string; readonly role: Header['role']; readonly due: Slot<string> | null } | null {
  if (sink.above === null || sink.above.end - sink.above.start > 40) return null
  const words = sink.text.slice(sink.above.start, sink.above.end)
  if (/[다요음함됨][.]?$/.test(words)) return null
  const lead = TITLE.exec(words)!
  const label = words
    .slice(lead[0].length)
    .replace(/\s?[([<［].*$/, '')
    .replace(DIVIDED, '')
    .replace(/\s(?:현황|내역|실적|표)$/, '')
    .trim()
  const role = roleOf(label)
  if (role === null || typeof role !== 'object') return null
  const at = sink.above.start + lead[0].indexOf(lead[1] ?? '')
  return { label, role, due: lead[1] === undefined ? null : { value: lead[1], span: { start: at, end: at + 4 }, rule: 'due:table-title' } }
}

/** The unit that a heading gives in brackets, where a table of figures begins on the next line and has none itself. */
export function headingUnit(sink: TableSink, all: readonly Line[], at: number): HeaderUnit | null {
  const line = all[at]!
  const next = all[at + 1]
  if (next === undefined || line.cells.length !== 1 || line.end - line.start > 40) return null
  const found = /[([]\s*([^()[\]\d]{1,8})\s*[)\]]$/.exec(sink.text.slice(line.start, line.end))
  const unit = found === null ? null : headerUnit(found[1]!)
  if (unit === null) return null
  if (next.cells.length > 1) return next.cells.some((cell) => headerOf(sink.text, cell.start, cell.end)?.unit != null) ? null : unit
  const stack = stackAt({ ...sink, unitLine: [unit], known: { ...sink.known, stacks: new Map() } }, all, at + 1)
  return stack !== null && !stack.headers.some((header) => header.unit !== null) ? unit : null
}
