import { closedUp, isKeptDistance } from './pdf-blanks.ts'
import type { Ruled } from './pdf-ruled.ts'
import { tableLength } from './pdf-tables.ts'

/** One run of glyphs as pdf.js gives it. */
export interface Glyphs {
  str: string
  /** a, b, c, d, x, y of the run. */
  transform: readonly number[]
  width: number
  height: number
  hasEOL: boolean
  fontName?: string
  /** It was typed into a field of a form that lies over the page. */
  laid?: boolean
}

/** Words of a line that stand together; a wide gap begins the next. */
export interface Segment {
  text: string
  left: number
  right: number
}

/** 줄: one line of a page, in the order in which the page draws it. */
export interface Line {
  page: number
  segments: Segment[]
  left: number
  right: number
  /** Height of the base line above the foot of the page. */
  y: number
  size: number
  /** The page itself drew a space after the last word. */
  endsInSpace: boolean
  /** How wide that is, in letters. */
  blank?: number
  /** It has words of a form's field: no paragraph goes on over it. */
  laid?: boolean
  /** 단: lines that share it stand in one column, which was cut out of lines over the whole page. */
  column?: object
  /** A ruled table that stands in place of a line. */
  ruled?: Ruled
}

/** Wider than this many letters is no space between words but a gap between columns. */
const gapInLetters = 1.8

/**
 * Where a run of glyphs stands, as if it ran from left to right: a page or a table that lies on its side is turned upright. The direction in whole degrees tells
 * words that run another way apart.
 */
export function placed({ transform, height }: Glyphs): { x: number; y: number; size: number; direction: string } {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const size = Math.hypot(a, b) || height || 10
  if (b === 0 && a >= 0) return { x, y, size, direction: '0' }
  const [cos, sin] = [a / size, b / size]
  return { x: x * cos + y * sin, y: y * cos - x * sin, size, direction: Math.round((Math.atan2(b, a) * 180) / Math.PI).toString() }
}

/**
 * Lines of a page from its runs of glyphs. The order of drawing is kept: it is the order of reading in all but drawings, and sorting by height would run
 * the columns of a newspaper together.
 */
export function linesOfPage(glyphs: readonly Glyphs[], page: number): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  let ended = true
  let turn = ''
  for (const one of closedUp(glyphs)) {
    const { x, y, size, direction } = placed(one)
    if (one.str !== '' && direction !== turn) {
      ended = true
      turn = direction
    }
    if (one.str === '') {
      ended ||= one.hasEOL
      continue
    }
    const blank = one.str.trim() === ''
    if (line && !ended && !blank && isLeftOf(one, line)) {
      const first = line.segments[0]!
      first.text = one.str + (line.left - x - one.width > size * 0.25 && !one.str.endsWith(' ') ? ' ' : '') + first.text
      first.left = x
      line.left = x
      ended = one.hasEOL
      continue
    }
    const goesOn: boolean = line !== null && !ended && Math.abs(y - line.y) < Math.max(size, line.size) * 0.5 && x > line.right - size * 1.5
    if (!goesOn || line === null) {
      if (blank) {
        // a space drawn after the line has ended belongs to its end
        if (line) line.endsInSpace = true
        ended ||= one.hasEOL
        continue
      }
      line = { page, segments: [], left: x, right: x, y, size, endsInSpace: false }
      lines.push(line)
    }
    append(line, one, x, size, blank)
    ended = one.hasEOL
  }
  return lines.filter((one) => one.segments.length > 0).map(withColons)
}

/** A colon that stands in a place of its own between a label and its value (`총사업비  :  350억원`) is the label's. */
function withColons(line: Line): Line {
  if (!line.segments.some(({ text }, at) => at > 0 && /^\s*[:：]\s*$/.test(text))) return line
  const segments: Segment[] = []
  for (const segment of line.segments) {
    const last = segments.at(-1)
    if (last && /^\s*[:：]\s*$/.test(segment.text)) last.text = `${last.text.trimEnd()} ${segment.text.trim()}`
    else segments.push(segment)
  }
  return { ...line, segments }
}

/** Words that a page draws after others and that stand right before them, as letters of another font are. */
function isLeftOf(one: Glyphs, line: Line): boolean {
  const { x, y, size } = placed(one)
  const gap = line.left - x - one.width
  return Math.abs(y - line.y) < 0.5 && line.segments.length === 1 && x < line.left && gap > -size * 0.3 && gap < size * gapInLetters
}

/** 각주 번호: small letters set high behind words ("㈜누리¹⁾와") that are no power of a unit (m²) or of a number. */
function isNoteMark(one: Glyphs, { segments, y, size }: Line): boolean {
  const at = placed(one)
  const before = segments.at(-1)?.text ?? ''
  const mark = one.str.trim()
  // a browser makes them less small and sets them higher
  const raised = (at.size < size * 0.78 && at.y > y + size * 0.15) || (at.size < size * 0.9 && at.y > y + size * 0.3)
  return (
    raised &&
    /^[(*†‡]?\d{0,2}[)*†‡]?$/.test(mark) &&
    // 1,250¹⁾억원: behind a number only a bracket tells it from a power
    (/\)$/.test(mark) ? /[가-힣㈜)”"'’」』.,\d]$/ : /[가-힣㈜)”"'’」』.,]$/).test(before.trimEnd())
  )
}

function append(line: Line, one: Glyphs, x: number, size: number, blank: boolean): void {
  const right = x + one.width
  const last = line.segments.at(-1)
  if (!blank && isNoteMark(one, line)) {
    line.right = Math.max(line.right, right)
    return
  }
  if (blank) {
    if (last && one.width <= size * gapInLetters) last.text += ' '
    line.endsInSpace = true
    line.blank = one.width / size
    // a wide blank leaves the right edge where it was, so that the gap is seen
    if (one.width <= size * gapInLetters) line.right = Math.max(line.right, right)
    return
  }
  if (!last || x - line.right > size * gapInLetters) line.segments.push({ text: one.str, left: x, right })
  else {
    if (line.blank !== undefined && isKeptDistance(last.text.trimEnd().slice(-1), one.str.slice(0, 1), line.blank)) last.text = last.text.trimEnd()
    if (x - line.right > size * 0.25 && !last.text.endsWith(' ') && !one.str.startsWith(' ')) last.text += ' '
    last.text += one.str
    last.right = right
  }
  delete line.blank
  if (one.laid) line.laid = true
  line.size = Math.max(line.size, size)
  line.right = Math.max(line.right, right)
  line.endsInSpace = /\s$/.test(one.str)
}

/** 쪽 번호: a line at the edge of a page that is only its number ("- 3 -", "3 / 12"). */
export const isPageNumber = (line: Line): boolean =>
  line.segments.length === 1 && /^[-–—\s]*(?:\d{1,4}|\d{1,4}\s*\/\s*\d{1,4}|\d{1,4}\s*쪽|[ivxlc]{1,6})[-–—\s]*$/.test(line.segments[0]!.text)

const shape = (line: Line) =>
  line.segments
    .map((segment) => segment.text)
    .join(' ')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, '')

const keyOf = (edge: string, line: Line): string | undefined => (line.ruled ? undefined : `${edge} ${shape(line)}`)

/**
 * 머리말·꼬리말: the lines of each page without its number and without the running title that other pages repeat at the same edge. A title at the head is kept on its first
 * page, one at the foot on its last, where it stands in no sentence that goes on over the page.
 * Three pages and two in five of all must share it; of a file of two pages both, at the same height.
 */
export function withoutRunning(pages: readonly (readonly Line[])[]): Line[][] {
  const bare = pages.map((lines) => lines.filter((line, index) => !((index === 0 || index === lines.length - 1) && isPageNumber(line))))
  const filled = bare.filter((lines) => lines.length > 0).length
  const times = new Map<string, number>()
  const level = (edge: string, line: Line) => {
    const key = keyOf(edge, line)
    return key !== undefined && filled === 2 ? `${key} ${Math.round(line.y / 4)}` : key
  }
  const edges = bare.map((lines) => {
    if (lines.length < (filled === 2 ? 2 : 3)) return []
    // titles of a table that goes on are its own
    return [tableLength(lines, 0) > 1 ? undefined : level('top', lines[0]!), level('foot', lines.at(-1)!)]
  })
  for (const keys of edges) for (const key of keys) if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1)
  const enough = filled === 2 ? 2 : Math.max(3, bare.length * 0.4)
  const isRunning = (key: string | undefined): key is string => key !== undefined && times.get(key)! >= enough
  const last = new Map(edges.flatMap(([, foot], page) => (isRunning(foot) ? [[foot, page] as const] : [])))
  const seen = new Set<string>()
  return bare.map((lines, page) => {
    const [top, foot] = edges[page]!
    const from = isRunning(top) && seen.has(top) ? 1 : 0
    if (isRunning(top)) seen.add(top)
    return lines.slice(from, isRunning(foot) && last.get(foot) !== page ? lines.length - 1 : lines.length)
  })
}
