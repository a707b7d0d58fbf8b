/**
 * 변화점 탐색(PELT): where the mean of a series changed, by the least sum of squares within segments plus a penalty for each break; breaks that can never be best are dropped, so that the time stays near linear.
 * Source: Killick, Fearnhead & Eckley 2012. Returns the index of the first value of each new segment. The usual penalty is 2σ²·ln n (BIC has one more break at 3σ² ln n).
 *
 * `changePoints([0, 0, 0, 9, 9, 9], 1) // => [3]`
 */
export function changePoints(y: readonly number[], penalty: number, shortest = 2): number[] {
  const n = y.length
  const sums = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sums[i + 1] = sums[i]! + y[i]!
    squares[i + 1] = squares[i]! + y[i]! ** 2
  }
  const cost = (from: number, to: number) => squares[to]! - squares[from]! - (sums[to]! - sums[from]!) ** 2 / (to - from)
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(n + 1)
  best[0] = -penalty
  let open = [0]
  for (let to = shortest; to <= n; to++) {
    if (to - shortest > 0 && Number.isFinite(best[to - shortest]!)) open.push(to - shortest)
    for (const from of open) {
      const here = best[from]! + cost(from, to) + penalty
      if (here < best[to]!) {
        best[to] = here
        before[to] = from
      }
    }
    open = open.filter((from) => best[from]! + cost(from, to) <= best[to]!)
  }
  const found: number[] = []
  for (let to = n; to > 0; to = before[to]!) if (before[to]! > 0) found.unshift(before[to]!)
  return found
}
