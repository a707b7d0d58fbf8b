import type { Line } from './pdf-lines.ts'
import { firstWordOf } from './pdf-paragraphs.ts'

/** Lines of a page that one edge parts: where each piece stands is told by that edge. */
type Side = 'left' | 'right' | 'across'
interface Piece {
  line: Line
  side: Side
}

/** Fewer lines side by side are rows of a list or a table. */
const fewest = 5
/** Running text has longer lines than the cells of a table. */
const shortest = 10
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const lengthOf = (line: Line) => line.segments.reduce((sum, segment) => sum + segment.text.trim().length, 0)

/**
 * 다단: a page whose columns are drawn line by line over their whole width is cut at its gutter, so that the first column is read to its foot before the next begins.
 * What stands above, between and below over the whole width keeps its place. Rows of short cells stay rows: only lines that fill their column are running text.
 * The same lines where there are no such columns.
 */
export function inColumns(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (let from = 0; from < lines.length; ) {
    if (lines[from]!.ruled) {
      out.push(lines[from++]!)
      continue
    }
    let to = from
    while (to < lines.length && !lines[to]!.ruled) to++
    out.push(...cut(lines.slice(from, to)))
    from = to
  }
  return out
}

function cut(lines: readonly Line[], depth = 0): Line[] {
  const edge = depth < 4 ? edgeOf(lines) : null
  if (edge === null) return [...lines]
  const out: Line[] = []
  let run: Piece[] = []
  let cutOnce = false
  const end = () => {
    const noted = withNote(run)
    const parted = noted ? null : columnsOf(run, edge)
    if (noted) {
      cutOnce = true
      out.push(...whole(noted.before), ...marked(noted.first), ...marked(noted.second), ...whole(noted.after))
    } else if (parted) {
      cutOnce = true
      out.push(...marked(cut(parted.left, depth + 1)), ...marked(cut(parted.right, depth + 1)))
    } else out.push(...whole(run))
    run = []
  }
  for (const line of lines) {
    const pieces = piecesOf(line, edge)
    if (pieces.some((piece) => piece.side === 'across')) {
      end()
      out.push(line)
    } else run.push(...pieces)
  }
  end()
  return cutOnce ? out : [...lines]
}

/** Lines with the column that they are of, unless a narrower one is said already. */
function marked(lines: readonly Line[]): Line[] {
  const column = {}
  return lines.map((line) => ({ ...line, column: line.column ?? column }))
}

const origin = new WeakMap<Line, Line>()
/** Pieces put back into the lines that they are of. */
const whole = (pieces: readonly Piece[]): Line[] => [...new Set(pieces.map(({ line }) => origin.get(line) ?? line))]

/** Where the right one of two columns begins: the place at which most pieces begin that have another one right before them on their line. */
function edgeOf(lines: readonly Line[]): number | null {
  const starts = new Map<number, number>()
  let last: { right: number; y: number; size: number } | null = null
  for (const line of lines)
    for (const { left, right } of line.segments) {
      if (last && Math.abs(last.y - line.y) < line.size * 0.9 && left > last.right + line.size * 0.8)
        starts.set(Math.round(left), (starts.get(Math.round(left)) ?? 0) + 1)
      last = { right, y: line.y, size: line.size }
    }
  // first lines of paragraphs are set in: the edge is the place with the most company right of it
  const near = (at: number) => [-1, 0, 1].reduce((sum, off) => sum + (starts.get(at + off) ?? 0), 0)
  const best = [...starts.keys()].sort((a, b) => near(b) - near(a) || a - b)[0]
  return best !== undefined && near(best) >= 3 ? best : null
}

function piecesOf(line: Line, edge: number): Piece[] {
  const sideOf = ({ left, right }: { left: number; right: number }): Side =>
    left >= edge - line.size * 0.7 ? 'right' : right <= edge - line.size * 0.7 ? 'left' : 'across'
  const sides = line.segments.map(sideOf)
  if (sides.includes('across')) return [{ line, side: 'across' }]
  if (!sides.includes('left') || !sides.includes('right')) return [{ line, side: sides[0] ?? 'across' }]
  return (['left', 'right'] as const).map((side) => {
    const segments = line.segments.filter((_, index) => sides[index] === side)
    const [left, right] = [segments[0]!.left, segments.at(-1)!.right]
    const piece: Line = { ...line, segments, left, right, endsInSpace: side === 'right' && line.endsInSpace }
    origin.set(piece, line)
    return { line: piece, side }
  })
}

/** The two columns of a run of pieces, or null where they are none: drawn one after the other already, too few, or no running text. */
function columnsOf(run: readonly Piece[], edge: number): { left: Line[]; right: Line[] } | null {
  const left = run.filter((piece) => piece.side === 'left').map((piece) => piece.line)
  const right = run.filter((piece) => piece.side === 'right').map((piece) => piece.line)
  if (left.length < fewest || right.length < fewest) return null
  const turns = run.filter((piece, index) => piece.side === 'left' && run[index - 1]?.side === 'right').length
  if (turns < 2) return null
  const gutter = edge - Math.max(...left.map((line) => line.right))
  if (gutter < median(left.map((line) => line.size)) * 0.8) return null
  return isRunningText(left) && isRunningText(right) ? { left, right } : null
}

/** Lines of a note are shorter than those of the text beside it. */
const longestNote = 16
const endsSentence = (line: Line | undefined) => /[.!?。”"’)]\s*$/.test(line?.segments.at(-1)?.text ?? '')

/**
 * 옆글: running text with a note beside some of its lines (용어 설명, 문의처), which are no rows of a table. The note comes behind the text, or before it where that goes on
 * elsewhere; what stands over both or under both on the note's side stays there. Null where the shorter lines may be values or labels: where they hold numbers, or do
 * not follow one another line by line.
 */
function withNote(run: readonly Piece[]): { before: Piece[]; first: Line[]; second: Line[]; after: Piece[] } | null {
  const isBeside = ({ line }: Piece) => origin.has(line)
  const [from, to] = [run.findIndex(isBeside), run.findLastIndex(isBeside)]
  if (from < 0) return null
  const lefts = run.filter((piece) => piece.side === 'left').length
  const side: Side = lefts * 2 >= run.length ? 'right' : 'left'
  const over = run.findLastIndex((piece, index) => index < from && piece.side === side) + 1
  const under = run.findIndex((piece, index) => index > to && piece.side === side)
  const beside = run.slice(over, under < 0 ? run.length : under)
  const text = beside.filter((piece) => piece.side !== side).map((piece) => piece.line)
  const note = beside.filter((piece) => piece.side === side).map((piece) => piece.line)
  if (note.length < 3 || note.length >= text.length || text.length < fewest || !isRunningText(text)) return null
  if (Math.max(...note.map(lengthOf)) > longestNote || note.some((line) => line.segments.length > 1)) return null
  if (note.filter((line) => /\d/.test(line.segments[0]!.text)).length > note.length / 4) return null
  const leading = median(text.slice(1).map((line, index) => text[index]!.y - line.y))
  if (note.some((line, index) => index > 0 && Math.abs(note[index - 1]!.y - line.y) > leading * 1.25)) return null
  const [first, second] = endsSentence(text.at(-1)) ? [text, note] : [note, text]
  return { before: run.slice(0, over), first, second, after: under < 0 ? [] : run.slice(under) }
}

/** Lines of one column, most of them as long as it is wide: the first word of the next has no room on them. */
function isRunningText(lines: readonly Line[]): boolean {
  if (median(lines.map(lengthOf)) < shortest) return false
  const edge = Math.max(...lines.map((line) => line.right))
  const start = Math.min(...lines.map((line) => line.left))
  const full = lines.filter((line, index) => line.right > edge - Math.max(line.size * 2.5, lines[index + 1] ? firstWordOf(lines[index + 1]!) : 0))
  const flush = lines.filter((line) => line.left < start + line.size * 2.5)
  return full.length >= lines.length * 0.5 && flush.length >= lines.length * 0.8
}
