import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { StageEvent } from '../reading.ts'

interface Case {
  text: string
  stages: string[]
}
const corpus = JSON.parse(readFileSync(new URL('../../../../corpus/reading/stages.json', import.meta.url), 'utf8')) as { cases: Case[] }

/** A step in the notation of the corpus. */
const notation = (e: StageEvent): string =>
  [
    e.stage.value,
    e.subject.value,
    e.counterpart.map((one) => one.value).join(', '),
    e.date.value === null || typeof e.date.value === 'string' ? e.date.value : `${e.date.value.from}..${e.date.value.to}`,
    e.place.value,
    e.what?.value ?? null,
  ]
    .map(String)
    .join(' | ')

describe('steps without an amount', () => {
  test.each(corpus.cases.map((one) => [one.text.slice(0, 40), one] as const))('%s', (_name, { text, stages }) => {
    expect(readDocument(text, { published: '2024-05-09' }).stages.map(notation)).toEqual(stages)
  })

  test('the words of the step and of its day stand in the sentence that is quoted', () => {
    for (const { text } of corpus.cases)
      for (const event of readDocument(text, { published: '2024-05-09' }).stages) {
        const at = event.stage.span!
        expect(at.start).toBeGreaterThanOrEqual(event.evidence.start)
        expect(at.end).toBeLessThanOrEqual(event.evidence.end)
        if (event.date.span !== null) expect(text.slice(event.date.span.start, event.date.span.end)).toMatch(/\d|달|해|날/)
      }
  })

  test('a step told twice is one, with the day where one of them gives it', () => {
    const { stages } = readDocument('㈜가람은 완주군과 투자협약을 맺었다. ㈜가람은 지난 2일 완주군과 투자협약을 맺었다.', { published: '2024-05-09' })
    expect(stages.map(notation)).toEqual(['mou | ㈜가람 | 완주군 | 2024-05-02 | 완주군 | null'])
  })

  test('a day without a year keeps its words', () => {
    const [step] = readDocument('㈜가람은 지난 2일 완주군과 투자협약을 맺었다.').stages
    expect(step?.date.value).toBeNull()
    expect(step?.date.span).not.toBeNull()
  })
})
