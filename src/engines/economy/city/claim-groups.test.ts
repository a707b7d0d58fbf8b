import { expect, test } from 'vitest'
import { type AnnouncedValue, groupAnnounced, speaksOfEffect, topicOf } from './claim-groups.ts'

let n = 0
const value = (subjectName: string, indicator: string, what: string | null, more: Partial<AnnouncedValue> = {}): AnnouncedValue => ({
  id: `v${n++}`,
  subjectId: subjectName,
  subjectName,
  series: '',
  what,
  indicator,
  unit: 'KRW',
  documentId: 'd1',
  sentenceStart: null,
  sentence: null,
  ...more,
})
const shape = (values: readonly AnnouncedValue[]) =>
  groupAnnounced(values).map((one) => [one.subjectName, one.topic, one.values.map((of) => of.indicator)])

test('expectations of one topic stand apart from the targets of the whole', () => {
  const vision = [
    value('산업 비전', 'output', '생산액'),
    value('산업 비전', 'jobs', '고용인원'),
    value('산업 비전', 'jobs', '미래차 기대 고용'),
    value('산업 비전', 'other', '미래차의 경제효과'),
  ]
  expect(shape(vision)).toEqual([
    ['산업 비전', '', ['output', 'jobs']],
    ['산업 비전', '미래차', ['jobs', 'other']],
  ])
})

test('a part under the name of another subject is that subject', () => {
  const parts = [
    value('시즌2', 'jobs', '파운드리 공장 일자리', { series: 'AI 반도체 파운드리 공장' }),
    value('AI 반도체 파운드리 공장', 'investment', '파운드리 공장 건설'),
  ]
  expect(shape(parts)).toEqual([['AI 반도체 파운드리 공장', '', ['jobs', 'investment']]])
})

test('values of one sentence belong together, those of another subject do not', () => {
  const at = { sentenceStart: 10 }
  expect(shape([value('가', 'jobs', '로봇 고용', at), value('가', 'other', '드론 경제효과', at), value('나', 'other', '경제효과', at)])).toEqual([
    ['가', '로봇', ['jobs', 'other']],
    ['나', '', ['other']],
  ])
})

test('words of measure are no topic', () => {
  expect(topicOf('신규 고용인원은')).toBe('')
  expect(speaksOfEffect(null, '경제적 파급효과는 크다')).toBe(true)
  expect(speaksOfEffect('총사업비')).toBe(false)
})
