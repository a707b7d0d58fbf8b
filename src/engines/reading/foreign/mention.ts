import type { Bound, DateValue, Mention, MentionKind } from '../reading.ts'

/** What a grammar found, before it becomes a mention (언급). */
export interface Found {
  readonly kind: MentionKind
  readonly start: number
  readonly end: number
  readonly value: number | DateValue | null
  readonly valueMax?: number | null
  readonly unit: string | null
  readonly approximate?: boolean
  readonly bound?: Bound | null
  readonly per?: string | null
  readonly printed?: Mention['printed']
  readonly certainty: number
  readonly rule: string
}

/**
 * A mention with every field filled from what was found.
 *
 * `toMention('in 2027', { kind: 'date', start: 3, end: 7, value: '2027', unit: 'date', certainty: 0.95, rule: 'date' }).text // => '2027'`
 */
export function toMention(text: string, found: Found): Mention {
  return {
    text: text.slice(found.start, found.end),
    start: found.start,
    end: found.end,
    kind: found.kind,
    value: found.value,
    valueMax: found.valueMax ?? null,
    unit: found.unit,
    approximate: (found.approximate ?? false) || (found.bound ?? null) !== null,
    bound: found.bound ?? null,
    per: found.per ?? null,
    printed: found.printed ?? null,
    certainty: found.certainty,
    rule: found.rule,
  }
}
