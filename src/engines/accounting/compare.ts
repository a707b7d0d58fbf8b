import { differenceOf, type OpenValue } from './sum.ts'

/** One held value on one side of a comparison. */
export interface HeldLine extends OpenValue {
  readonly factId: string
  readonly subject: string
  readonly indicator: string
  readonly facet: string
  readonly series: string
  readonly unit: string
}

/** `time`: both were known at the earlier moment, the days differ. `knowledge`: it was recorded, corrected or taken back since. */
export type Cause = 'time' | 'knowledge'

/** One line of a comparison: what was said then, what is said now. */
export interface ComparedLine {
  readonly subject: string
  readonly indicator: string
  readonly facet: string
  readonly series: string
  readonly left: HeldLine | null
  readonly right: HeldLine | null
  readonly change: 'same' | 'changed' | 'added' | 'gone'
  /** Now less then, where both are known in one unit. */
  readonly difference: OpenValue | null
}

/**
 * 두 대답을 줄마다 견준다: two lists of held values (one fact a subject, indicator, facet and series) line by line, in the order of their keys. The order in which the lists are handed in does not matter.
 * A value in another unit is changed and has no difference; two facts that say the same are the same.
 *
 * @throws RangeError where one side holds one key twice
 * @example
 * compareHeld([], []) // => []
 */
export function compareHeld(left: readonly HeldLine[], right: readonly HeldLine[]): ComparedLine[] {
  const [then, now] = [byKey(left), byKey(right)]
  return [...new Set([...then.keys(), ...now.keys()])].sort().map((key): ComparedLine => {
    const [a, b] = [then.get(key) ?? null, now.get(key) ?? null]
    const { subject, indicator, facet, series } = (a ?? b)!
    const change = a === null ? 'added' : b === null ? 'gone' : saysTheSame(a, b) ? 'same' : 'changed'
    const difference = change === 'changed' && a!.unit === b!.unit ? differenceOf(open(b!), open(a!)) : null
    return { subject, indicator, facet, series, left: a, right: b, change, difference }
  })
}

const open = ({ value, valueMax, bound, approximate }: HeldLine): OpenValue => ({ value, valueMax, bound, approximate })

function byKey(lines: readonly HeldLine[]): Map<string, HeldLine> {
  const map = new Map<string, HeldLine>()
  for (const line of lines) {
    const key = [line.subject, line.indicator, line.facet, line.series].join('\u0000')
    if (map.has(key))
      throw new RangeError(
        `expected one value of ${line.indicator} (${line.facet} ${line.series}) for subject ${line.subject}, got two: ask for one day`,
      )
    map.set(key, line)
  }
  return map
}

const saysTheSame = (a: HeldLine, b: HeldLine): boolean =>
  a.value === b.value && a.valueMax === b.valueMax && a.bound === b.bound && a.approximate === b.approximate && a.unit === b.unit
