import { areaByFullName, areaByShortName } from '../gazetteer/areas.ts'
import type { MentionKind, Span } from '../reading.ts'
import { isTotal } from './compare.ts'
import { accepts, asShown, formOf, isFigures, saysSize } from './fit.ts'
import { type Header, headerOf, isCompared, isMeasured } from './labels.ts'
import { isEmptyCell, isNumberCell, type Line, tokenCells, wordCells } from './lines.ts'

const MOST_COLUMNS = 10
const MOST_WORDS = 24
const LONGEST_NAME = 6

/** Words that stand before the rest of a head: 투자 지역, 고용 인원, 준공 예정일, 들어설 곳. */
const LEADS =
  /^(?:신규|총|주요|사업|투자|공장|입주|준공|완공|가동|예정|목표|대상|고용|채용|추진|생산|부지|협약|참여|유치|분양|소요|지원|들어설|지을|세울|옮길)$/
const STANDS_ALONE = /^(?:구분|비고|기한|대표자?|투자액|고용|업종|상호|총.+)(?:$|[([])/
/** Heads are cut in no more ways than this. */
const MOST_CUTS = 8

/** The heads of a line one space apart, cut in the ways that may be meant: "투자 지역" is one head or two. */
export function spacedHeads(text: string, line: Line): Span[][] {
  const apart = join(wordCells(text, line), (front, word) => isOneHead(text, front, word))
  const open: number[] = []
  apart.forEach((word, k) => {
    const front = apart[k - 1]
    const before = front === undefined ? '' : text.slice(front.start, front.end)
    if (front === undefined || !LEADS.test(before) || (STANDS_ALONE.test(text.slice(word.start, word.end)) && !/^(?:총|신규|예정)$/.test(before)))
      return
    const role = headerOf(text, front.start, word.end)?.role ?? null
    const own = headerOf(text, word.start, word.end)?.role ?? null
    // 고용 완공: what the second says is another thing
    if (role !== null && (own === role || own === null || typeof own === 'object')) open.push(k)
  })
  const cuts: Span[][] = []
  // every way to join them, all of them first
  for (let joined = 2 ** Math.min(open.length, 3) - 1; joined >= 0 && cuts.length < MOST_CUTS; joined--) {
    const at = new Set(open.filter((_, n) => (joined >> n) % 2 === 1 || n > 2))
    cuts.push(join(apart, (_, word) => at.has(apart.indexOf(word))))
  }
  return cuts
}

function join(words: readonly Span[], belongs: (front: Span, word: Span) => boolean): Span[] {
  const out: Span[] = []
  for (const word of words) {
    const last = out.at(-1)
    if (last !== undefined && belongs(last, word)) out[out.length - 1] = { start: last.start, end: word.end }
    else out.push(word)
  }
  return out
}

/** "수출(억 달러)", "2027년 이후": what a bracket or a year holds together. */
function isOneHead(text: string, front: Span, word: Span): boolean {
  const before = text.slice(front.start, front.end)
  const words = text.slice(word.start, word.end)
  if (/[([][^)\]]*$/.test(before) || /^[([]/.test(words)) return true
  return /(?:\d\d년?|['‘’]\d\d)$/.test(before) && /^(?:이후|이전|이하|까지|누계|말)$/.test(words)
}

/** A row one space apart under its heads: the words that fall to each column, and what it costs to read it so. */
export interface Fit {
  readonly cells: readonly Span[]
  readonly cost: number
}

/**
 * The words of a row given to its columns in order: a figure to each column of figures, words to the others, however many they are; the last columns may
 * have nothing. The cheapest way, or null where none fits: "제2센터 건립 29,800 5,000" under "구분 | 계 | 2026년".
 */
export function alignSpaced(text: string, line: Line, headers: readonly Header[]): Fit | null {
  const words = tokenCells(text, line)
  if (words.length < 2 || words.length > MOST_WORDS || headers.length > MOST_COLUMNS) return null
  const sums = underFigures(text, words, headers)
  if (sums !== null) return { cells: sums, cost: 0 }
  const memo = new Map<number, Fit | null>()
  const best = (k: number, i: number): Fit | null => {
    if (i === words.length) return k === headers.length ? { cells: [], cost: 0 } : lacking(words, headers, k)
    if (k === headers.length) return null
    const key = k * 64 + i
    const known = memo.get(key)
    if (known !== undefined) return known
    let found: Fit | null = null
    for (let n = 1; n <= LONGEST_NAME && i + n <= words.length; n++) {
      const cell = { start: words[i]!.start, end: words[i + n - 1]!.end }
      const cost = costOf(text, headers[k]!, cell, n)
      if (cost < 0) continue
      const rest = best(k + 1, i + n)
      if (rest !== null && (found === null || cost + rest.cost < found.cost)) found = { cells: [cell, ...rest.cells], cost: cost + rest.cost }
    }
    memo.set(key, found)
    return found
  }
  const fit = best(0, 0)
  return fit !== null &&
    headers.some((h, k) => isFigures(h) && k < fit.cells.length && isNumberCell(text.slice(fit.cells[k]!.start, fit.cells[k]!.end)))
    ? fit
    : null
}

/** "합계 7,170": a total whose numbers are as many as the columns of figures. */
function underFigures(text: string, words: readonly Span[], headers: readonly Header[]): Span[] | null {
  const [first, ...others] = words
  // dashes under columns of words
  const rest = others.filter((word) => !/^[-–—]$/.test(text.slice(word.start, word.end)))
  if (!isTotal(text.slice(first!.start, first!.end)) || !rest.every((word) => isNumberCell(text.slice(word.start, word.end)))) return null
  const figures = headers.map((header, k) => k > 0 && (isFigures(header) || saysSize(header)))
  if (rest.length !== figures.filter(Boolean).length) return null
  let n = 0
  return headers.map((_, k) => (k === 0 ? first! : figures[k] ? rest[n++]! : { start: first!.end, end: first!.end }))
}

/** The last columns of a total, or of a row whose remark is empty, leave nothing. */
function lacking(words: readonly Span[], headers: readonly Header[], k: number): Fit | null {
  if (k < 2) return null
  const end = words.at(-1)!.end
  return { cells: headers.slice(k).map(() => ({ start: end, end })), cost: (headers.length - k) * 2 }
}

/** A cell that begins with what belongs to the number before it. */
const BEHIND_NUMBER = /^(?:원|㎡|평|명|인|달러|조|억|천|백만|만)(?:\s|$)/
/** The front of a number whose rest stands behind a space: "1만" of "1만 9785㎡". */
const FRONT_OF_NUMBER = /\d(?:조|억|만|천)$/

/** A figure, or the front of one, or a dash, among words: "송산2산단 1만". */
const HOLDS_FIGURE = /(?:^|\s)(?:[\d,]+(?:\.\d+)?(?:[조억만천]|[조억만천]?(?:㎡|평|원|명))?|[-–—])(?=\s|$)/

/** What it costs to give a cell of so many words to a column; less than nothing where it cannot stand there. */
function costOf(text: string, head: Header, cell: Span, words: number): number {
  const said = text.slice(cell.start, cell.end)
  if (BEHIND_NUMBER.test(said)) return -1
  const header = asShown(text, head, cell)
  const form = formOf(text, cell)
  if (isFigures(header)) {
    if (!(isNumberCell(said) || isEmptyCell(said)) || isOfOtherKind(header, said)) return -1
    if (words > 1 && !/[조억만천백][\s\d,]/.test(said)) return -1
    return words - 1 + (header.unit === null && FRONT_OF_NUMBER.test(said) ? 3 : 0)
  }
  if (words > 1 && form !== 'date' && form !== 'number' && HOLDS_FIGURE.test(said)) return -1
  if (!accepts(header, form, said)) return -1
  if (form === 'number' && /[^\d,.]$/.test(said)) return words + 2
  if (header.role === 'place') return costOfPlace(said, words)
  if (header.role === 'subject') return words - 1 + (/^(?:㈜|\(주\)).+\s|\s(?:㈜|\(주\))/.test(said) ? 1 : 0)
  return isTotal(said) ? 0 : (words - 1) * 0.5
}

const PLACE_ENDS = /(?:[시도군구읍면동리]|단지|산단|지구|특구|밸리|도시|항|허브|공단)$/

/** "당진 석문산단" is one place; in "부품 함안군" the first word is no part of it. */
function costOfPlace(said: string, words: number): number {
  if (!PLACE_ENDS.test(said)) return words + 1
  const fronts = words === 1 ? [] : said.split(' ').slice(0, -1)
  return fronts.reduce((cost, word) => cost + (isArea(word) ? 0 : 2), 0)
}

const isArea = (word: string): boolean =>
  /[가-힣]{2}[시도군구읍면동리]$/.test(word) ||
  areaByShortName(word) !== undefined ||
  ['시', '군', '구'].some((kind) => areaByFullName(word + kind) !== undefined)

const UNIT_SAID: readonly (readonly [RegExp, MentionKind])[] = [
  [/(?:㎡|평|㎢|ha)$/, 'area'],
  [/(?:원|달러|유로|[조억])$/, 'money'],
  [/(?:명|인|개사?|곳|건|호|세대)$/, 'count'],
  [/%$/, 'percent'],
]

/** "9785㎡" under 투자액: a number of another kind than its column holds. */
function isOfOtherKind({ role, unit }: Header, said: string): boolean {
  const kind = unit?.entry.kind ?? (role !== null && typeof role === 'object' ? role.kind : null)
  const own = UNIT_SAID.find(([pattern]) => pattern.test(said))?.[1] ?? null
  return kind !== null && own !== null && own !== kind
}

/** Whether heads one space apart are those of a table: one names its rows, and at least one holds figures. */
export const mayHead = (headers: readonly Header[]): boolean =>
  headers.length >= 2 &&
  headers.length <= MOST_COLUMNS &&
  headers.slice(1).some((h) => isMeasured(h) || isCompared(h)) &&
  headers.every((h) => h.role !== null || h.unit !== null || isMeasured(h) || isCompared(h) || /^[가-힣A-Za-z·/]{1,8}$/.test(h.label))
