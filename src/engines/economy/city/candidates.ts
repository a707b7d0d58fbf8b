import { EconomyError } from '../economy-error.ts'

/** Parts of a candidate's score, each on its own scale as it was found; null where nobody knows it. */
export interface CandidateParts {
  /** 연관밀도, 0 to 1. */
  readonly relatedness: number | null
  /** 복잡성 전망이득: may be negative. */
  readonly complexity: number | null
  /** Growth a year of the industry in all regions. */
  readonly growth: number | null
  /** Share of the gaps of known value chains that it would fill, 0 to 1. */
  readonly chain: number | null
  /** Land and power a person needs: less is better. */
  readonly land: number | null
  readonly power: number | null
}

export const candidateParts = ['relatedness', 'complexity', 'growth', 'chain', 'land', 'power'] as const
export type CandidatePart = (typeof candidateParts)[number]
export type CandidateWeights = Readonly<Partial<Record<CandidatePart, number>>>

/** An industry that a region might attract (유치 후보), with its score in parts that add up. */
export interface Candidate {
  readonly industry: string
  readonly parts: CandidateParts
  /** Points of each part, out of 100 together; null where the part is not known. */
  readonly points: Readonly<Record<CandidatePart, number | null>>
  /** Sum of the known points. */
  readonly score: number
  /** What the score could be at most, if all that is not known were best. */
  readonly scoreAtMost: number
  readonly rank: number
}

const lessIsBetter: readonly CandidatePart[] = ['land', 'power']

/**
 * 유치 후보 순위: parts set on one scale from the worst to the best candidate (0 to 1; land and power turned around), times weight over all weights, times 100. What is not known gives no points and says so:
 * the score is then the least it can be. Ties go by name.
 *
 * `rankCandidates({ a: { ...unknownParts, growth: 0.1 }, b: { ...unknownParts, growth: 0 } }, { growth: 1 }).map((one) => one.score) // => [100, 0]`
 * @throws EconomyError `out-of-range` for a negative weight or weights that are all 0.
 */
export function rankCandidates(candidates: Readonly<Record<string, CandidateParts>>, weights: CandidateWeights): Candidate[] {
  const weight = (part: CandidatePart) => weights[part] ?? 0
  const all = candidateParts.reduce((sum, part) => sum + weight(part), 0)
  const wrong = candidateParts.find((part) => !(weight(part) >= 0))
  if (wrong !== undefined || !(all > 0))
    throw new EconomyError(
      'out-of-range',
      `expected weights of 0 or more with one above 0, got ${JSON.stringify(weights)}`,
      'raise at least one of them',
      {
        part: 'weights',
      },
    )
  const names = Object.keys(candidates)
  const range = (part: CandidatePart): readonly [number, number] => {
    const known = names.flatMap((name) => candidates[name]![part] ?? [])
    return [Math.min(...known), Math.max(...known)]
  }
  const ranges = Object.fromEntries(candidateParts.map((part) => [part, range(part)])) as Record<CandidatePart, readonly [number, number]>
  const scored = names.map((industry) => {
    const parts = candidates[industry]!
    const points = Object.fromEntries(
      candidateParts.map((part) => {
        const value = parts[part]
        if (value === null) return [part, weight(part) === 0 ? 0 : null]
        const [worst, best] = ranges[part]
        const share = best > worst ? (value - worst) / (best - worst) : 0.5
        return [part, (100 * weight(part) * (lessIsBetter.includes(part) ? 1 - share : share)) / all]
      }),
    ) as Record<CandidatePart, number | null>
    const score = candidateParts.reduce((sum, part) => sum + (points[part] ?? 0), 0)
    const open = candidateParts.reduce((sum, part) => sum + (points[part] === null ? (100 * weight(part)) / all : 0), 0)
    return { industry, parts, points, score, scoreAtMost: score + open }
  })
  return scored.sort((a, b) => b.score - a.score || a.industry.localeCompare(b.industry)).map((one, i) => ({ ...one, rank: i + 1 }))
}

/** A candidate of whom nothing is known. */
export const unknownParts: CandidateParts = { relatedness: null, complexity: null, growth: null, chain: null, land: null, power: null }
