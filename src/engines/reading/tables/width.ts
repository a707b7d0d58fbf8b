import { digitValue } from '../characters.ts'
import { isTotal } from './compare.ts'
import type { TableSink } from './facts.ts'
import { isFigures, NUMBERED, rowsThatFit } from './fit.ts'
import { type Header, headerOf, isCompared, isMeasured } from './labels.ts'
import type { Line } from './lines.ts'
import { headerUnit } from './units.ts'

const MOST_COLUMNS = 12
const LONGEST_LABEL = 20

/** A table of one cell a line: its columns and the line its rows begin at. */
export interface Stack {
  readonly headers: readonly Header[]
  readonly first: number
}

interface Label {
  readonly header: Header
  /** The line after the label and the unit below it. */
  readonly next: number
}

/** The short lines without figures that stand from `at` on, as labels. A unit alone on a line belongs to the label above it. */
function labelsAt(sink: TableSink, all: readonly Line[], at: number): Label[] {
  const { text, known } = sink
  const labels: Label[] = []
  for (let i = at; i < all.length && labels.length < MOST_COLUMNS; i++) {
    const line = all[i]!
    if (line.cells.length !== 1 || line.end - line.start > LONGEST_LABEL) break
    const words = text.slice(line.start, line.end)
    const last = labels.at(-1)
    const unit = last !== undefined && last.header.unit === null && /^[([][^()[\]]{1,8}[)\]]$/.test(words) ? headerUnit(words.slice(1, -1)) : null
    if (unit !== null) {
      labels[labels.length - 1] = { header: { ...last!.header, unit }, next: i + 1 }
      continue
    }
    // "자료: 하동군": a label with its value heads no column
    if (NUMBERED.test(words) || /^[^([]*[:：]\s*\S/.test(words)) break
    let header = known.labels.get(i)
    if (header === undefined) {
      header = headerOf(text, line.start, line.end)
      known.labels.set(i, header)
    }
    if (header === null || (digitValue(text.charCodeAt(line.start)) >= 0 && labels.length === 0)) break
    labels.push({ header, next: i + 1 })
  }
  return labels
}

/** "투자액(억원) / 고용(명) / 계획 / 실적 / 계획 / 실적": the columns below each measured label, in turn. */
function twoTiers(headers: readonly Header[], width: number, labels: readonly Label[]): Stack | null {
  const above = headers.slice(0, width)
  const over = above.filter(isMeasured)
  for (let each = 2; each <= 4 && width + each * over.length <= labels.length; each++) {
    const parts = headers.slice(width, width + each * over.length)
    if (!parts.every((part, k) => isCompared(part) && part.label === parts[k % each]!.label)) continue
    if (new Set(parts.slice(0, each).map((part) => part.label)).size < each) continue
    const columns = parts.map((part, k) => ({ ...over[Math.floor(k / each)]!, span: part.span }))
    return { headers: [...above.filter((h) => !isMeasured(h)), ...columns], first: labels[width + each * over.length - 1]!.next }
  }
  return null
}

const isKnown = (header: Header): boolean => header.role !== null || header.unit !== null || isFigures(header) || /^단\s?위$/.test(header.label)

/**
 * The table that begins at a line, if one does. How many columns it has is seen from its rows: of all widths whose header is made of labels,
 * the one under which most lines fall into rows with figures below the labels of figures and words below the others.
 */
export function stackAt(sink: TableSink, all: readonly Line[], at: number): Stack | null {
  const before = sink.known.stacks.get(at)
  if (before !== undefined) return before as Stack | null
  const stack = widest(sink, all, at)
  sink.known.stacks.set(at, stack)
  return stack
}

function widest(sink: TableSink, all: readonly Line[], at: number): Stack | null {
  const { text } = sink
  const second = all[at + 1]
  if (second === undefined || second.end - second.start > LONGEST_LABEL || digitValue(text.charCodeAt(all[at]!.start)) >= 0) return null
  const labels = labelsAt(sink, all, at)
  if (labels.length < 2 || isTotal(labels[0]!.header.label)) return null
  const headers = labels.map(({ header }) => header)
  let best: Stack | null = null
  let most = 0
  let measured = isMeasured(headers[0]!)
  let figures = isFigures(headers[0]!)
  let known = isKnown(headers[0]!)
  for (let width = 2; width <= labels.length; width++) {
    const last = headers[width - 1]!
    measured ||= isMeasured(last)
    figures ||= isFigures(last)
    known &&= isKnown(last)
    // an amount over a name is a heading with its unit, and what follows are labels and amounts in turn
    if (!figures || (width === 2 && isMeasured(headers[0]!) && !isMeasured(last))) continue
    const sure = width > 2 && known && measured
    const first = labels[width - 1]!.next
    const { rows, lines } = rowsThatFit(sink, all, first, headers, width)
    if ((rows > 1 || (rows === 1 && sure)) && lines > most) {
      most = lines
      best = { headers: headers.slice(0, width), first }
    }
    const below = measured && width + 1 < labels.length && isCompared(headers[width]!) ? twoTiers(headers, width, labels) : null
    if (below === null) continue
    const deep = rowsThatFit(sink, all, below.first, below.headers)
    if ((deep.rows > 1 || (deep.rows === 1 && sure)) && deep.lines > most) {
      most = deep.lines
      best = below
    }
  }
  if (best === null || isKnown(headers[0]!)) return best
  // "투자협약 현황" over its labels: a title heads no column where the same rows stand without it
  const later = stackAt(sink, all, at + 1)
  if (later === null) return best
  const { lines } = rowsThatFit(sink, all, later.first, later.headers)
  return lines > most || (lines === most && later.headers.every(isKnown)) ? null : best
}
