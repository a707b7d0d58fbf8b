import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import growth from '../../../../corpus/growth.json' with { type: 'json' }
import { readDocument } from '../read-document.ts'
import { commitmentNotation, mentionNotation } from './corpus-notation.ts'
import { languageOf } from './language.ts'
import { splitForeign } from './sentences.ts'

interface Case {
  readonly text: string
  readonly mentions: string[]
  readonly commitments: string[]
}
const LANGUAGES = ['en', 'zh', 'ja'] as const
const published = '2026-02-10'
const corpus = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    (JSON.parse(readFileSync(new URL(`../../../../corpus/foreign/${language}.json`, import.meta.url), 'utf8')) as { cases: Case[] }).cases,
  ]),
) as Record<(typeof LANGUAGES)[number], Case[]>
const read = (text: string) => readDocument(text, { published })

describe.each(LANGUAGES)('press releases in %s', (language) => {
  const cases = corpus[language]

  test('at least sixty are held', () => expect(cases.length).toBeGreaterThanOrEqual(60))

  test.each(cases.map((one) => [one.text, one] as const))('%s', (_name, { text, mentions, commitments }) => {
    expect(languageOf(text)).toBe(language)
    const reading = read(text)
    expect(reading.mentions.map(mentionNotation)).toEqual(mentions)
    expect(reading.commitments.map(commitmentNotation)).toEqual(commitments)
  })

  test('every span cuts out its own words, and slots lie inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cases.map((one) => one.text)), { minLength: 1, maxLength: 8 }), (parts) => {
        const reading = read(parts.join('\n'))
        for (const m of reading.mentions) expect(reading.text.slice(m.start, m.end)).toBe(m.text)
        for (let k = 1; k < reading.mentions.length; k++) expect(reading.mentions[k]!.start).toBeGreaterThanOrEqual(reading.mentions[k - 1]!.start)
        for (const c of reading.commitments) {
          const mention = reading.mentions[c.mention]!
          expect(mention.value).toBe(c.value)
          expect(mention.start).toBeGreaterThanOrEqual(c.evidence.start)
          expect(mention.end).toBeLessThanOrEqual(c.evidence.end)
          for (const slot of [c.subject, c.indicator, c.what, c.due, c.start, c.place, c.stage, ...c.counterpart])
            if (slot.span !== null) {
              expect(slot.span.end).toBeGreaterThan(slot.span.start)
              expect(slot.span.start).toBeGreaterThanOrEqual(0)
              expect(slot.span.end).toBeLessThanOrEqual(reading.text.length)
            }
          if (c.place.span !== null && c.place.rule === 'place:named')
            expect(reading.text.slice(c.place.span.start, c.place.span.end).length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the words of a quantity read to the same value in another sentence', () => {
    const frame = {
      en: ['The result that was printed here is ', ', they wrote.'],
      zh: ['上面印出的结果是', '，他们写道。'],
      ja: ['ここに印刷された結果は', '、と書かれた。'],
    }[language]
    let tried = 0
    for (const { text } of cases)
      for (const m of read(text).mentions) {
        if (!m.rule.endsWith(':unit') || m.unit === null || m.rule.startsWith('period')) continue
        // "between 30 and 40" is a range by the word before it
        if (m.text.includes(' and ')) continue
        const again = read(`${frame[0]}${m.text}${frame[1]}`).mentions.find((one) => one.kind === m.kind)
        expect([again?.value, again?.valueMax, again?.unit], `${text} :: ${m.text}`).toEqual([m.value, m.valueMax, m.unit])
        tried++
      }
    expect(tried).toBeGreaterThan(30)
  })

  test('an unrelated sentence at the end changes nothing before it', () => {
    const weather = { en: 'The sky was clear and the wind was calm.', zh: '天气晴朗，风也平静。', ja: '空は晴れ、風は穏やかだった。' }[language]
    for (const { text } of cases) {
      const longer = read(`${text}\n${weather}`)
      expect(longer.mentions.map(mentionNotation), text).toEqual(read(text).mentions.map(mentionNotation))
      expect(longer.commitments.map(commitmentNotation), text).toEqual(read(text).commitments.map(commitmentNotation))
    }
  })

  test('full-width figures change nothing', () => {
    const wide = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    for (const { text } of cases)
      expect(read(wide(text)).commitments.map(commitmentNotation), wide(text)).toEqual(read(text).commitments.map(commitmentNotation))
  })

  test('sixty thousand units of one shape are read to their end', () => {
    const head = { en: 'The city plans more. ', zh: '该市计划推进。', ja: '同市は計画を進める。' }[language]
    for (const shape of growth[language]) {
      const text = head + shape.repeat(Math.ceil(60_000 / shape.length))
      expect(read(text).text).toBe(text)
    }
  })
})

describe('which language a text is in', () => {
  test.each([
    ['ko', '새솔시는 300억 원을 투자한다.'],
    ['ko', '새솔시는 AI data center를 짓는 Global Tech와 협약을 맺었다.'],
    ['ko', '50MW'],
    ['ko', ''],
    ['ko', '釜山市는 協約을 締結했다고 밝혔다.'],
    ['en', 'Ansan (안산) will invest 30 billion won.'],
    ['zh', '安山市将投资300亿韩元。'],
    ['zh', '安山市与Hanbit Energy签署协议，计划投资建设数据中心。'],
    ['ja', '安山市は300億ウォンを投資する。'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

  test('what is appended behind a long text does not change it', () => {
    const korean = '새솔시는 공장을 짓는다. '.repeat(3000)
    expect(languageOf(korean + 'The city will build a plant. '.repeat(20_000))).toBe('ko')
  })
})

describe('steps without a figure', () => {
  const steps = (text: string) =>
    read(text).stages.map(({ stage, subject, counterpart, date, place }) => [
      stage.value,
      subject.value,
      counterpart.map(({ value }) => value).join(', '),
      date.value,
      place.value,
    ])

  test.each([
    [
      'Norvane Materials Inc. signed a memorandum of understanding with Ulsan City on 3 February 2026.',
      [['mou', 'Norvane Materials Inc.', 'Ulsan City', '2026-02-03', null]],
    ],
    ['Hafenkrone GmbH broke ground on its hub at Ungdong on Feb. 2, 2026.', [['construction', 'Hafenkrone GmbH', '', '2026-02-02', 'Ungdong']]],
    ['天合新能源股份有限公司2月3日与群山市签署投资协议。', [['mou', '天合新能源股份有限公司', '群山市', '2026-02-03', null]]],
    ['株式会社ミナト精密は2026年2月3日、昌原市と覚書を締結した。', [['mou', '株式会社ミナト精密', '昌原市', '2026-02-03', null]]],
    ['Hafenkrone GmbH will break ground on its hub in May.', []],
    ['Norvane Materials Inc. denied that it signed an agreement with Ulsan City.', []],
    ['Under the agreement, the city will help the firm with permits.', []],
    ['The sky was clear and the wind was calm.', []],
  ])('%s', (text, expected) => expect(steps(text)).toEqual(expected))
})

describe('sentences', () => {
  test('short forms with a full stop do not end one, lines broken at a width do not either', () => {
    const text = 'Mr. Kim of Hanbit Co., Ltd. said on Jan. 5 that the U.S. plant\nwill open. It cost $3.5 million.'
    expect(splitForeign(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      text.slice(0, text.indexOf(' It')),
      'It cost $3.5 million.',
    ])
  })
  test('a quotation goes on behind its closing mark', () => {
    const text = '市長は「建てる。」と述べた。次に進む。'
    expect(splitForeign(text, 'ja').map(({ start, end }) => text.slice(start, end))).toEqual(['市長は「建てる。」と述べた。', '次に進む。'])
  })
})
