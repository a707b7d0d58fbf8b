import type { Commitment, DateValue, Mention } from '../reading.ts'

const date = (value: DateValue | null): string => (value === null ? '-' : typeof value === 'string' ? value : `${value.from}..${value.to}`)

/**
 * A mention in the one-line notation of the corpus: kind, value, unit, then what qualifies it.
 *
 * `mentionNotation({ text: 'x', start: 0, end: 1, kind: 'count', value: 5, valueMax: null, unit: 'firms', approximate: false, bound: null, per: null, printed: null, certainty: 1, rule: '' }) // => 'count 5 firms'`
 */
export function mentionNotation(m: Mention): string {
  const value = typeof m.value === 'number' ? `${Number(m.value.toPrecision(10))}` : typeof m.value === 'string' ? m.value : date(m.value)
  const parts: string[] = [m.kind, m.valueMax === null ? value : `${value}..${Number(m.valueMax.toPrecision(10))}`]
  if (m.unit !== null && m.unit !== 'date') parts.push(m.unit)
  if (m.bound !== null) parts.push(m.bound)
  else if (m.approximate) parts.push('about')
  if (m.per !== null) parts.push(`per ${m.per}`)
  return parts.join(' ')
}

/** A commitment in the notation of the corpus: `indicator value unit | subject | with … | due | start | stage | place | part of`. */
export function commitmentNotation(c: Commitment): string {
  const value = Number(c.value.toPrecision(10))
  const others = c.counterpart.map((one) => one.value).join(', ')
  return [
    `${c.indicator.value} ${c.valueMax === null ? value : `${value}..${Number(c.valueMax.toPrecision(10))}`} ${c.unit}`,
    c.subject.value ?? '-',
    others === '' ? '-' : others,
    `due ${date(c.due.value)}`,
    `start ${date(c.start.value)}`,
    c.stage.value,
    c.place.value ?? '-',
    c.partOf === null ? '-' : `part ${c.partOf.value}`,
  ].join(' | ')
}
