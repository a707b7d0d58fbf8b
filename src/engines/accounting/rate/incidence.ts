/** One that is watched: for how many months, what ended the watching, and how heavy it counts. */
export interface Watched {
  readonly months: number
  /** `realised` came true, `withdrawn` can no longer, `open` still may: it was watched so long and no longer. */
  readonly outcome: 'realised' | 'withdrawn' | 'open'
  readonly weight: number
}

/** A curve's value after so many months, as shares of one. */
export interface IncidencePoint {
  readonly months: number
  readonly realised: number
  readonly withdrawn: number
  /** Weight that was still open at the beginning of that month, and so could come true in it. */
  readonly atRisk: number
}

/**
 * 누적 실현율: cumulative incidence with competing outcomes (Aalen and Johansen 1978; Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, ch. 8).
 * With n at risk, d come true and w withdrawn in a month: realised += open · d/n, withdrawn += open · w/n, open · = 1 − (d + w)/n.
 * A withdrawal is not taken for one that would come true later, and what is too young to be judged leaves at its age instead of counting as not come true.
 * Points stand where something happened, after 0 months and at the longest watched time. Nothing watched, or no weight, gives no points.
 *
 * @throws RangeError for months or a weight that is negative or no number
 * @example
 * incidence([{ months: 6, outcome: 'realised', weight: 1 }, { months: 12, outcome: 'open', weight: 1 }]).at(-1)
 * // => { months: 12, realised: 0.5, withdrawn: 0, atRisk: 1 }
 */
export function incidence(watched: readonly Watched[]): IncidencePoint[] {
  for (const { months, weight } of watched)
    if (!(months >= 0 && weight >= 0 && Number.isFinite(months + weight)))
      throw new RangeError(`expected months and a weight of 0 or more, got ${months} months of weight ${weight}`)
  const sorted = watched.filter((one) => one.weight > 0).sort((a, b) => a.months - b.months)
  // what is left is added up from the end, so that nothing is lost by taking away
  const atRisk: number[] = []
  for (let i = sorted.length - 1, sum = 0; i >= 0; i--) atRisk[i] = sum += sorted[i]!.weight
  if (sorted.length === 0) return []
  const points: IncidencePoint[] = [{ months: 0, realised: 0, withdrawn: 0, atRisk: atRisk[0]! }]
  let realised = 0
  let withdrawn = 0
  for (let start = 0; start < sorted.length; ) {
    const { months } = sorted[start]!
    let end = start
    let came = 0
    let went = 0
    for (; end < sorted.length && sorted[end]!.months === months; end++) {
      if (sorted[end]!.outcome === 'realised') came += sorted[end]!.weight
      else if (sorted[end]!.outcome === 'withdrawn') went += sorted[end]!.weight
    }
    const open = Math.max(0, 1 - realised - withdrawn)
    realised += (open * came) / atRisk[start]!
    withdrawn += (open * went) / atRisk[start]!
    if (came + went > 0 || end === sorted.length) {
      const point = { months, realised, withdrawn, atRisk: atRisk[start]! }
      if (months === 0) points[0] = point
      else points.push(point)
    }
    start = end
  }
  return points
}
