/** 괘선: a straight line that a page draws, level (`y` is `at`, from left to right) or upright (`x` is `at`, from below to above). */
export interface Rule {
  level: boolean
  at: number
  from: number
  to: number
}

/** What pdf.js says of a page's drawing: the number of each operation and its arguments. */
export interface Drawing {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** A filled bar no thicker than this is a line; shorter lines are parts of letters and pictures. */
const thickest = 3.5
const shortest = 6
/** More than so many are a drawing, not tables. */
const most = 6_000

type Point = readonly [number, number]

/** Straight pieces of a path as pdf.js packs it: 0 move, 1 line, 2 and 3 curves, 4 close; each part by itself. Curves end a part's straightness. */
function partsOf(path: ArrayLike<number>): { points: Point[]; curved: boolean }[] {
  const parts: { points: Point[]; curved: boolean }[] = []
  for (let at = 0; at < path.length; ) {
    const kind = path[at]!
    const part = parts.at(-1)
    if (kind === 0) parts.push({ points: [[path[at + 1]!, path[at + 2]!]], curved: false })
    else if (kind === 1) part?.points.push([path[at + 1]!, path[at + 2]!])
    else if (kind === 4) {
      if (part?.points[0]) part.points.push(part.points[0])
    } else if (part) part.curved = true
    at += kind === 2 ? 7 : kind === 3 ? 5 : kind === 4 ? 1 : 3
  }
  return parts
}

/**
 * The rules of a page. Programs draw them as lines, as frames or as thin filled bars; all of them are told.
 * Empty where there are more than any table has: maps and charts.
 */
export function rulesOf({ fnArray, argsArray }: Drawing, names: Readonly<Record<string, number>>): Rule[] {
  const strokes = new Set([names.stroke, names.closeStroke, names.fillStroke, names.eoFillStroke, names.closeFillStroke, names.closeEOFillStroke])
  const fills = new Set([names.fill, names.eoFill, names.fillStroke, names.eoFillStroke])
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (let at = 0; at < fnArray.length && rules.length <= most; at++) {
    const kind = fnArray[at]
    if (kind === names.save) kept.push(matrix)
    else if (kind === names.restore || kind === names.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    else if (kind === names.transform) matrix = times(matrix, argsArray[at] as Matrix)
    else if (kind === names.paintFormXObjectBegin) {
      kept.push(matrix)
      const [own] = argsArray[at] as [Matrix | null]
      if (own) matrix = times(matrix, own)
    } else if (kind === names.constructPath) {
      const [how, [path]] = argsArray[at] as [number, [ArrayLike<number> | null]]
      if (!path) continue
      for (const part of partsOf(path)) {
        const points = part.points.map(([x, y]): Point => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
        if (strokes.has(how)) for (let end = 1; end < points.length; end++) add(rules, points[end - 1]!, points[end]!)
        if (fills.has(how) && !part.curved && points.length >= 4 && points.length <= 6) bar(rules, points)
      }
    }
  }
  return rules.length > most ? [] : rules
}

function add(rules: Rule[], [x1, y1]: Point, [x2, y2]: Point): void {
  if (Math.abs(y1 - y2) < 0.7 && Math.abs(x1 - x2) >= shortest)
    rules.push({ level: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (Math.abs(x1 - x2) < 0.7 && Math.abs(y1 - y2) >= shortest)
    rules.push({ level: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

/** A filled bar as the line in its middle. */
function bar(rules: Rule[], points: readonly Point[]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, foot, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (top - foot <= thickest && right - left > thickest) rules.push({ level: true, at: (top + foot) / 2, from: left, to: right })
  else if (right - left <= thickest && top - foot > thickest) rules.push({ level: false, at: (left + right) / 2, from: foot, to: top })
}
