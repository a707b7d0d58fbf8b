import { type MatrixLike, square } from '../algebra/matrix.ts'
import { seeded } from '../algebra/seeded.ts'

/** Where industries stand in the picture, and which are joined. */
export interface RelatednessSpace {
  /** From 0 to 1 in both directions, in the order of the industries. */
  readonly points: { readonly x: number; readonly y: number }[]
  /** The strongest tree through all industries, and the strongest links beside it. */
  readonly links: { readonly a: number; readonly b: number; readonly strength: number }[]
}

/**
 * 산업공간: industries as a picture, near ones close together. Links are a maximum spanning tree (so that nobody stands alone) and the strongest others up to 1.6 an industry; places are found by springs
 * (Fruchterman & Reingold 1991) from a circle, the seed settles ties. The same input gives the same picture.
 *
 * `relatednessSpace([[1, 0.5], [0.5, 1]]).links // => [{ a: 0, b: 1, strength: 0.5 }]`
 */
export function relatednessSpace(nearness: MatrixLike, options: { readonly seed?: number; readonly perIndustry?: number } = {}): RelatednessSpace {
  const near = square(nearness, 'nearness')
  const n = near.rows
  const at = (a: number, b: number) => near.values[a * n + b]!
  const pairs: { a: number; b: number; strength: number }[] = []
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) if (at(a, b) > 0) pairs.push({ a, b, strength: at(a, b) })
  pairs.sort((p, q) => q.strength - p.strength || p.a - q.a || p.b - q.b)
  const group = Array.from({ length: n }, (_, i) => i)
  const root = (i: number): number => (group[i] === i ? i : root(group[i]!))
  const tree = pairs.filter(({ a, b }) => {
    if (root(a) === root(b)) return false
    group[root(a)] = root(b)
    return true
  })
  const extra = pairs.filter((one) => !tree.includes(one)).slice(0, Math.max(0, Math.round((options.perIndustry ?? 1.6) * n) - tree.length))
  const links = [...tree, ...extra]
  return { points: springs(n, links, options.seed ?? 1), links }
}

function springs(n: number, links: RelatednessSpace['links'], seed: number): { x: number; y: number }[] {
  const even = seeded(seed)
  const x = Float64Array.from({ length: n }, (_, i) => 0.5 + 0.4 * Math.cos((2 * Math.PI * i) / n) + 0.01 * even())
  const y = Float64Array.from({ length: n }, (_, i) => 0.5 + 0.4 * Math.sin((2 * Math.PI * i) / n) + 0.01 * even())
  const ideal = Math.sqrt(1 / Math.max(1, n))
  for (let round = 0; round < 400; round++) {
    const heat = 0.08 * (1 - round / 400)
    const dx = new Float64Array(n)
    const dy = new Float64Array(n)
    const push = (a: number, b: number, force: (distance: number) => number) => {
      const [ex, ey] = [x[a]! - x[b]!, y[a]! - y[b]!]
      const distance = Math.max(1e-4, Math.hypot(ex, ey))
      const f = force(distance) / distance
      dx[a]! += ex * f
      dy[a]! += ey * f
      dx[b]! -= ex * f
      dy[b]! -= ey * f
    }
    for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) push(a, b, (d) => (ideal * ideal) / d)
    for (const { a, b, strength } of links) push(a, b, (d) => (-(d * d) / ideal) * (0.3 + 0.5 * strength))
    for (let i = 0; i < n; i++) {
      // a light pull to the middle keeps parts without links in the picture
      dx[i]! += (0.5 - x[i]!) * 0.3
      dy[i]! += (0.5 - y[i]!) * 0.3
      const length = Math.max(1e-9, Math.hypot(dx[i]!, dy[i]!))
      x[i]! += (dx[i]! / length) * Math.min(length, heat)
      y[i]! += (dy[i]! / length) * Math.min(length, heat)
    }
  }
  const span = (values: Float64Array) => [Math.min(...values), Math.max(...values)] as const
  const [left, right] = span(x)
  const [top, bottom] = span(y)
  const inside = (value: number, low: number, high: number) => (high > low ? (value - low) / (high - low) : 0.5)
  return Array.from({ length: n }, (_, i) => ({ x: inside(x[i]!, left, right), y: inside(y[i]!, top, bottom) }))
}
