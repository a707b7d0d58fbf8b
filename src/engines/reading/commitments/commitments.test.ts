import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { Commitment } from '../reading.ts'

interface Case {
  text: string
  commitments: string[]
}
const corpus = JSON.parse(readFileSync(new URL('../../../../corpus/reading/commitments.json', import.meta.url), 'utf8')) as { cases: Case[] }

/** A commitment in the notation of the corpus. */
function notation(c: Commitment): string {
  const due = c.due.value === null || typeof c.due.value === 'string' ? c.due.value : `${c.due.value.from}..${c.due.value.to}`
  return `${c.indicator.value} ${Number(c.value.toPrecision(12))} ${c.unit} | ${c.subject.value} | ${due} | ${c.stage.value} | ${c.place.value}`
}

describe('commitments of a document', () => {
  test.each(corpus.cases.map((one) => [one.text.slice(0, 40).replace(/\s+/g, ' '), one] as const))('%s', (_name, { text, commitments }) => {
    expect(readDocument(text, { published: '2024-05-09' }).commitments.map(notation)).toEqual(commitments)
  })

  test('evidence cuts out the sentence that holds the number', () => {
    for (const { text } of corpus.cases) {
      const reading = readDocument(text, { published: '2024-05-09' })
      for (const c of reading.commitments) {
        const mention = reading.mentions[c.mention]!
        expect(mention.start).toBeGreaterThanOrEqual(c.evidence.start)
        expect(mention.start).toBeLessThan(c.evidence.end)
      }
    }
  })

  test('a part points at a larger amount of its own kind', () => {
    const { commitments, mentions } = readDocument('총사업비 880억 원이 들어가며 이 중 국비는 440억 원, 도비 132억 원, 시비 308억 원이다.')
    expect(commitments.map((c) => c.partOf?.value ?? null)).toEqual([null, 0, 0, 0])
    for (const c of commitments) if (c.partOf !== null) expect(mentions[commitments[c.partOf.value]!.mention]!.value).toBeGreaterThan(c.value)
  })
})
