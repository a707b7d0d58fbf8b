import { sum } from './counts.ts'

/** How a region came through a downturn of the nation. */
export interface Downturn {
  readonly peak: number
  readonly trough: number
  /** Change of the nation from peak to trough, as a share. */
  readonly nation: number
  readonly region: number
  /** Change the region would have had with the nation's rate in each of its industries. */
  readonly expected: number
  /** (region − expected) / |expected|: above 0 it held better than its industries. */
  readonly resistance: number | null
  /** The same from the trough to the last year; null where the trough is the last year. */
  readonly recovery: number | null
}

/**
 * 회복력: for each fall of the nation's total, how the region held and how it came back, against what its industries would have done with the nation's rates. Source: Martin, Sunley, Gardiner & Tyler 2016.
 * Empty where the nation never fell. Rows are years, columns industries.
 *
 * `downturns([2019, 2020], [[10], [9]], [[100], [80]])[0].resistance.toFixed(2) // => '0.50'`
 */
export function downturns(years: readonly number[], region: readonly (readonly number[])[], nation: readonly (readonly number[])[]): Downturn[] {
  const totals = nation.map((row) => sum(row))
  const found: Downturn[] = []
  for (let t = 1; t < years.length; t++) {
    if (!(totals[t]! < totals[t - 1]!)) continue
    let trough = t
    while (trough + 1 < years.length && totals[trough + 1]! < totals[trough]!) trough++
    const fall = against(region, nation, t - 1, trough)
    const back = trough + 1 < years.length ? against(region, nation, trough, years.length - 1) : null
    found.push({
      peak: years[t - 1]!,
      trough: years[trough]!,
      nation: totals[trough]! / totals[t - 1]! - 1,
      region: fall.region,
      expected: fall.expected,
      resistance: fall.index,
      recovery: back?.index ?? null,
    })
    t = trough
  }
  return found
}

function against(region: readonly (readonly number[])[], nation: readonly (readonly number[])[], from: number, to: number) {
  const own = sum(region[from]!)
  const expected = sum(region[from]!.map((one, i) => (nation[from]![i]! > 0 ? one * (nation[to]![i]! / nation[from]![i]! - 1) : 0)))
  const change = sum(region[to]!) - own
  return {
    region: own > 0 ? change / own : 0,
    expected: own > 0 ? expected / own : 0,
    index: expected === 0 ? null : (change - expected) / Math.abs(expected),
  }
}
