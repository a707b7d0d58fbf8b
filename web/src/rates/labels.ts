/** A label that wants to stand beside its point. `width` as it will be drawn; `start`: where its left edge is. */
export interface LabelWish {
  readonly start: number
  readonly width: number
  readonly y: number
}

const lineHeight = 15
/** Just above the point, just below it, then further away on either side by turns. */
const offsets = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? -9 - 8 * Math.floor(i / 2) : 17 + 8 * Math.floor(i / 2)))

/**
 * 이름표 자리: the base line of each label, as near its point as it can stand without covering a label before it or leaving the drawing. Labels that share no width may stand at one height.
 *
 * placeLabels([{ start: 0, width: 50, y: 100 }, { start: 10, width: 50, y: 100 }, { start: 200, width: 50, y: 100 }], 0, 300) // => [91, 117, 91]
 */
export function placeLabels(wishes: readonly LabelWish[], upper: number, lower: number): number[] {
  const placed: { start: number; end: number; base: number }[] = []
  return wishes.map(({ start, width, y }) => {
    const end = start + width
    const free = offsets
      .map((offset) => y + offset)
      .find(
        (base) =>
          base >= upper && base <= lower && !placed.some((one) => one.start < end && start < one.end && Math.abs(one.base - base) < lineHeight),
      )
    const base = free ?? y + offsets[0]!
    placed.push({ start, end, base })
    return base
  })
}

/** About how wide a label is drawn: Hangul is as wide as the letters are high, other characters about six tenths of it. */
export const labelWidth = (text: string, size = 12): number =>
  [...text].reduce((sum, char) => sum + (char >= '가' && char <= '힣' ? size : size * 0.6), 0)
