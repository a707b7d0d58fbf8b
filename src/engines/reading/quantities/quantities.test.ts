import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { Mention } from '../reading.ts'

type Case = readonly [text: string, expected: readonly string[]]
const corpus = JSON.parse(readFileSync(new URL('../../../../corpus/reading/quantities.json', import.meta.url), 'utf8')) as { cases: Case[] }

const isQuantity = (m: Mention): boolean => m.kind !== 'organisation' && m.kind !== 'place' && m.kind !== 'person'

/** A quantity in the notation of the corpus. */
function notation(m: Mention): string {
  const value =
    m.value !== null && typeof m.value === 'object'
      ? `${m.value.from}..${m.value.to}`
      : typeof m.value === 'number'
        ? `${Number(m.value.toFixed(2)) === m.value ? m.value : Number(m.value.toPrecision(9))}`
        : `${m.value}`
  const upper = m.valueMax === null ? '' : `..${m.valueMax}`
  const unit = m.unit === null || m.unit === 'date' ? '' : ` ${m.unit}`
  const how = m.bound !== null ? ` ${m.bound}` : m.approximate ? ' ~' : ''
  return `${m.kind}:${value}${upper}${unit}${how}`
}

describe('quantities of a sentence', () => {
  test.each(corpus.cases)('%s', (text, expected) => {
    expect(readDocument(text, { published: '2024-05-09' }).mentions.filter(isQuantity).map(notation)).toEqual(expected)
  })
  test('a relative date without a reference date stays open', () => {
    const [mention] = readDocument('지난 3일 협약을 맺었다.').mentions.filter((m) => m.kind === 'date')
    expect(mention?.value).toBeNull()
  })
})
