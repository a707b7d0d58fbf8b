import type { Span } from '../reading.ts'

/** A line that holds a year and nothing else. */
const YEAR_ALONE = /^(?:19|20)\d\d\.?$/
/** Years of one history or schedule follow each other. */
const FARTHEST = 12

/**
 * Years that stand alone on their lines and head what follows (연혁·추진일정), by the start of their line. A single one may be any number;
 * two and more that run one way are years.
 *
 * `yearHeadings('2024\n착공\n2025\n준공', [{ start: 0, end: 4 }, { start: 5, end: 7 }, { start: 8, end: 12 }, { start: 13, end: 15 }]).size // => 2`
 */
export function yearHeadings(text: string, lines: readonly Span[]): ReadonlyMap<number, number> {
  const found: { readonly start: number; readonly year: number }[] = []
  for (const { start, end } of lines)
    if (end - start <= 5 && YEAR_ALONE.test(text.slice(start, end))) found.push({ start, year: Number(text.slice(start, start + 4)) })
  const out = new Map<number, number>()
  if (found.length < 2) return out
  const steps = found.slice(1).map(({ year }, k) => year - found[k]!.year)
  const oneWay = steps.every((step) => step > 0 && step <= FARTHEST) || steps.every((step) => step < 0 && -step <= FARTHEST)
  if (oneWay) for (const { start, year } of found) out.set(start, year)
  return out
}
