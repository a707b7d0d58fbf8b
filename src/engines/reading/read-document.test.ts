import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import growth from '../../../corpus/growth.json' with { type: 'json' }
import { readDocument } from './read-document.ts'
import type { Mention } from './reading.ts'

const load = (name: string) => JSON.parse(readFileSync(new URL(`../../../corpus/reading/${name}.json`, import.meta.url), 'utf8'))
const sentences: string[] = load('quantities').cases.map(([text]: [string]) => text)
const documents: string[] = load('commitments').cases.map(({ text }: { text: string }) => text)
const published = '2024-05-09'

const isQuantity = (m: Mention): boolean => m.kind !== 'organisation' && m.kind !== 'place' && m.kind !== 'person'
/** What a text says, without where it says it. */
const said = (text: string): string[] =>
  readDocument(text, { published })
    .mentions.filter(isQuantity)
    .map((m) => `${m.kind} ${JSON.stringify(m.value)} ${m.valueMax} ${m.unit} ${m.bound}`)
const claimed = (text: string): string[] =>
  readDocument(text, { published }).commitments.map(
    (c) => `${c.indicator.value} ${c.value} ${c.unit} ${c.subject.value} ${JSON.stringify(c.due.value)} ${c.stage.value}`,
  )

const anySentence = fc.constantFrom(...sentences)
const anyDocument = fc.constantFrom(...documents)

describe('what must always hold of a reading', () => {
  test('every span cuts out its own words', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anySentence, anyDocument), { minLength: 1, maxLength: 6 }), (parts) => {
        const reading = readDocument(parts.join('\n'), { published })
        for (const m of reading.mentions) expect(reading.text.slice(m.start, m.end)).toBe(m.text)
        for (const c of reading.commitments)
          for (const slot of [c.subject, c.indicator, c.what, c.due, c.start, c.place, c.stage])
            if (slot.span !== null) {
              expect(slot.span.start).toBeGreaterThanOrEqual(0)
              expect(slot.span.end).toBeGreaterThan(slot.span.start)
              expect(slot.span.end).toBeLessThanOrEqual(reading.text.length)
            }
      }),
      { numRuns: 60 },
    )
  })

  test('the words of a quantity with its unit read to the same value alone', () => {
    for (const text of [...sentences, ...documents]) {
      const reading = readDocument(text, { published })
      for (const m of reading.mentions) {
        if (!isQuantity(m) || !m.rule.endsWith(':unit') || m.kind === 'count') continue
        const again = readDocument(m.text, { published }).mentions.filter(isQuantity)[0]
        expect([again?.kind, again?.value, again?.valueMax, again?.unit], m.text).toEqual([m.kind, m.value, m.valueMax, m.unit])
      }
    }
  })

  test('full-width digits, other square metres and other spaces change nothing', () => {
    const wide = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    for (const text of sentences) {
      expect(said(wide(text)), wide(text)).toEqual(said(text))
      expect(said(text.replaceAll('㎡', 'm²'))).toEqual(said(text))
      expect(said(text.replaceAll('㎡', '제곱미터'))).toEqual(said(text))
      expect(said(text.replaceAll(' ', '\u00a0'))).toEqual(said(text))
    }
  })

  test('commas and the spelling of 억 and 조 change no amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }), (jo, eok) => {
        const value = jo * 1e12 + eok * 1e8
        const spellings = [
          `${jo}조 ${eok}억 원`,
          `${jo}조${eok}억원`,
          `${jo}조 ${eok.toLocaleString('en')}억원`,
          `${jo * 10_000 + eok}억 원`,
          `${(jo * 10_000 + eok).toLocaleString('en')}억원`,
        ]
        for (const spelling of spellings)
          expect(
            readDocument(`사업비 ${spelling}을 들인다.`)
              .mentions.filter(isQuantity)
              .map((m) => m.value),
            spelling,
          ).toEqual([value])
      }),
      { numRuns: 100 },
    )
  })

  test('an unrelated sentence at the end changes nothing before it', () => {
    for (const text of [...sentences, ...documents]) {
      const longer = `${text}\n날씨가 맑고 바람이 잔잔했다.`
      expect(said(longer), text).toEqual(said(text))
      expect(claimed(longer), text).toEqual(claimed(text))
    }
  })

  test('the same text reads the same twice, and letters in pieces read as letters whole', () => {
    for (const text of documents) {
      expect(readDocument(text, { published })).toEqual(readDocument(text, { published }))
      expect(readDocument(text.normalize('NFD'), { published })).toEqual(readDocument(text, { published }))
    }
  })

  test('any text at all gets a reading, and an empty one an empty reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const reading = readDocument(text)
        for (const m of reading.mentions) expect(reading.text.slice(m.start, m.end)).toBe(m.text)
      }),
      { numRuns: 300 },
    )
    expect(readDocument('')).toMatchObject({ mentions: [], commitments: [], published: null, title: null })
  })

  test('a supplied day that is none is refused', () => {
    expect(() => readDocument('시는 300억 원을 투자한다.', { published: '2024-02-30' })).toThrow(RangeError)
  })

  test.each(growth.ko)('sixty thousand units of %j are read to their end', (shape) => {
    const text = shape.repeat(Math.ceil(60_000 / shape.length))
    expect(readDocument(text, { published }).text).toBe(text)
  })
})
