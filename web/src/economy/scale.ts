/**
 * Ends of a scale that begins at 0: a top that is round, and the marks up to it.
 *
 * roundScale(27) // => { top: 30, marks: [0, 10, 20, 30] }
 */
export function roundScale(largest: number): { top: number; marks: number[] } {
  if (!(largest > 0)) return { top: 1, marks: [0, 1] }
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((one) => one * power).find((one) => largest / one <= 5)!
  const count = Math.ceil(largest / step - 1e-9)
  return { top: step * count, marks: Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12))) }
}
