import { decimal, round, shift, toGrouped } from '#quantity/decimal'

interface Point {
  readonly months: number
  readonly realised: string
}

/**
 * 곡선의 값: the share that had come true after so many months; null where nobody was watched that long.
 *
 * shareAt([{ months: 0, realised: '0' }, { months: 12, realised: '0.5' }, { months: 30, realised: '0.5' }], 24) // => '0.5'
 */
export function shareAt(points: readonly Point[], months: number): string | null {
  const last = points.at(-1)
  if (!last || last.months < months) return null
  return points.filter((point) => point.months <= months).at(-1)?.realised ?? null
}

/** A share in percent to one place. */
export const percentWords = (share: string): string => `${toGrouped(round(shift(decimal(share), 2), 1))}%`

/** The upper end of the axis: a tenth, a half or a whole, whichever holds the highest share. */
export const axisTop = (shares: readonly number[]): number => [0.1, 0.25, 0.5].find((top) => shares.every((share) => share <= top * 0.95)) ?? 1

/** A line in steps: the share stays until the next thing happens. */
export function pathOf(points: readonly Point[], x: (months: number) => number, y: (share: number) => number): string {
  return points
    .map((point, i) => {
      const [px, py] = [x(point.months).toFixed(1), y(Number(point.realised)).toFixed(1)]
      return i === 0 ? `M${px} ${py}` : `H${px}V${py}`
    })
    .join('')
}
