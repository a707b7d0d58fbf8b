import type { Span } from '../reading.ts'

/** A line of the text with the cells it is divided into. */
export interface Line extends Span {
  readonly cells: readonly Span[]
}

const LONGEST_LINE = 300

/** Lines (행) with their cells: divided by tabs or bars, which keep empty cells, or by two spaces and more, which cannot. */
export function linesOf(text: string, sentences: readonly Span[]): Line[] {
  const out: Line[] = []
  for (const { start, end } of sentences) {
    // tabs before and after the words are empty cells of the row
    let from = start
    let to = end
    while (text.charCodeAt(from - 1) === 0x09) from--
    while (text.charCodeAt(to) === 0x09) to++
    out.push({ start, end, cells: end - start > LONGEST_LINE ? [{ start, end }] : cellsOf(text, from, to) })
  }
  return out
}

const isBar = (code: number): boolean => code === 0x7c || code === 0xff5c || code === 0x2502

function cellsOf(text: string, start: number, end: number): Span[] {
  let marks = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x09 || isBar(code)) marks++
  }
  // a sentence that somebody speaks in minutes, behind a name and spaces, is no row
  if (marks === 0 && SENTENCE.test(text.slice(Math.max(start, end - 6), end))) return [{ start, end }]
  const out: Span[] = []
  let from = start
  const push = (to: number, keep: boolean): void => {
    let a = from
    let b = to
    while (a < b && text.charCodeAt(a) <= 0x20) a++
    while (b > a && text.charCodeAt(b - 1) <= 0x20) b--
    if (b > a || keep) out.push({ start: a, end: b })
  }
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const mark = code === 0x09 || isBar(code)
    const wide = marks === 0 && code === 0x20 && text.charCodeAt(i + 1) === 0x20
    if (!mark && !wide) continue
    // the bar that opens a row closes no cell
    push(i, mark && !(i === start && isBar(code)))
    from = i + 1
  }
  const last = text.charCodeAt(end - 1)
  push(end, marks > 0 && !isBar(last))
  return marks > 0 ? out : closedUp(text, out)
}

const SENTENCE = /[다요까죠][.?!]["”’)]*$/

/** "합  계" set wide is one cell. */
function closedUp(text: string, cells: Span[]): Span[] {
  const [a, b] = cells
  if (b === undefined || a!.end - a!.start !== 1 || b.end - b.start !== 1 || !/^[가-힣]\s+[가-힣]$/.test(text.slice(a!.start, b.end))) return cells
  return [{ start: a!.start, end: b.end }, ...cells.slice(2)]
}

/** Cells of a line whose columns stand one space apart: "산업시설용지 268,202 65.0" with two columns of numbers has three. Null where its end holds other words. */
export function spacedCells(text: string, { start, end }: Span, numbers: number): Span[] | null {
  const out: Span[] = []
  let to = end
  for (let k = 0; k < numbers; k++) {
    while (to > start && text.charCodeAt(to - 1) <= 0x20) to--
    let from = to
    while (from > start && text.charCodeAt(from - 1) > 0x20) from--
    if (!/^(?:[\d,]+(?:\.\d+)?%?|[-–—])$/.test(text.slice(from, to))) return null
    out.unshift({ start: from, end: to })
    to = from
  }
  while (to > start && text.charCodeAt(to - 1) <= 0x20) to--
  if (to <= start || to - start > 24) return null
  out.unshift({ start, end: to })
  return out
}

/** The words of a row as cells: what a date, a range or brackets hold together is one. "산업시설용지 42 268,202 2026. 상반기" has four. */
export function tokenCells(text: string, line: Span): Span[] {
  const out: Span[] = []
  for (const word of wordCells(text, line)) {
    const last = out.at(-1)
    const words = text.slice(word.start, word.end)
    const before = last === undefined ? '' : text.slice(last.start, last.end)
    const joined =
      (/\d\.$/.test(before) && /^(?:\d|[상하]반기|[1-4]분기|말|초)/.test(words)) ||
      /[~∼～]$/.test(before) ||
      (/^[~∼～]/.test(words) && /[\d년월일.]$/.test(before)) ||
      words.startsWith('(') ||
      /\([^()]*$/.test(before)
    if (last !== undefined && joined) out[out.length - 1] = { start: last.start, end: word.end }
    else out.push(word)
  }
  return out
}

/** The words of a line as cells of their own: a header set one space apart. */
export function wordCells(text: string, { start, end }: Span): Span[] {
  const out: Span[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && text.charCodeAt(i) > 0x20) continue
    if (i > from) out.push({ start: from, end: i })
    from = i + 1
  }
  return out
}

/** A cell that says nothing: a dash, or no words at all. `isEmptyCell('-') // => true` */
export const isEmptyCell = (words: string): boolean => /^(?:[-–—.\s]*|없음|해당\s?없음|미정|미공개|공란|미확정)$/.test(words)

/** A number with at most a unit after it and a note in brackets: what stands in a column of numbers. */
const NUMBER = /^[약총△▲+\s]*\d[\d,]*(?:\.\d+)?\s?(?:[가-힣㎡㎢%A-Za-z/·]{0,6})(?:\s*\([^()]{0,24}\))?$/

/** "1,184억 원", "1조 2,000억 원", "3만 5천㎡": an amount with spaces in it. */
const AMOUNT =
  /^[약총\s]*\d[\d,.]*\s?(?:조|억|천만|백만|만|천)(?:\s?\d[\d,]*\s?(?:억|천만|백만|만|천))*(?:\s?\d[\d,]*)?\s?여?\s?(?:원|달러|유로|㎡|평|명|개사)?$/

/** Whether the words of a cell are one number. `isNumberCell('1,057.5') // => true` */
export const isNumberCell = (words: string): boolean => words.length <= 40 && (NUMBER.test(words) || AMOUNT.test(words))

/** Whether a row is divided by marks that keep the place of empty cells. */
export const isMarked = (text: string, { start, end }: Span): boolean => {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x09 || isBar(code)) return true
  }
  return false
}
