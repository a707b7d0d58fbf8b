import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const organisations = (text: string): string[] =>
  readDocument(`${text}\n`)
    .mentions.filter(({ kind }) => kind === 'organisation')
    .map(({ text: name }) => name)

/** Names of two, three and more syllables; none sounds like a firm by its end. */
const NAMES = ['율담', '누리곶', '우리담판', '가온누리']

const closed = (name: string): boolean => (name.charCodeAt(name.length - 1) - 0xac00) % 28 > 0
const put = (frame: string, name: string): string =>
  frame.replace(/X(은|이|을|과|으로|)(?=[^가-힣]|$|부터|다)/g, (_, particle: string) => {
    const open = { 은: '는', 이: '가', 을: '를', 과: '와', 으로: '로' }[particle] ?? ''
    return name + (closed(name) ? particle : open)
  })

const FRAMES = [
  '경남도는 13일 X을 비롯한 4개 기업과 투자협약을 맺었다.',
  '시는 X을 우선협상대상자로 골랐다.',
  '우선협상대상자로 X이 선정됐다.',
  'X이 운영을 맡는다.',
  '시공은 X이 맡는다.',
  '호텔은 X이 짓는다.',
  '300억원은 X이 댄다.',
  'X이 고른 땅은 3만㎡다.',
  'X이 세우는 공장은 한 해 2만t을 만든다.',
  '사료 업계 1위인 X이 온다.',
  'X은 자동차 부품을 만드는 회사다.',
  '시와 X 사이에서, 진주시와 X은 5일 투자협약을 맺었다.',
  'X으로부터 200억원의 투자를 끌어냈다.',
  'X 노조는 반발했다.',
  'X 지분 30%를 사들였다.',
  '컨소시엄에는 X과 대학이 참여한다.',
  '나머지 한 곳은 X으로, 부품을 만든다.',
  '업체명: X',
  '○ X : 120억원, 40명',
]

describe('firms told by the part they fill', () => {
  for (const frame of FRAMES)
    it(frame, () => {
      for (const name of NAMES) expect(organisations(put(frame, name)), name).toContain(name)
    })

  it('one that has a head, a plant or a talk with an office', () => {
    expect(organisations('율담의 이가람 대표는 지역과 함께 크겠다고 말했다.')).toEqual(['율담'])
    expect(organisations('율담의 새 공장이 문을 열었다.')).toEqual(['율담'])
    expect(organisations('진주시와 율담의 협상이 깨졌다.')).toContain('율담')
    expect(organisations('여기에 율담까지 가세하면서 투자액은 1천억원으로 불었다.')).toEqual(['율담'])
  })

  it('a headline', () => {
    expect(organisations('가온누리, 대송산단에 500억원 투자')).toContain('가온누리')
    expect(organisations('가온누리, 하동에 둥지')).toEqual(['가온누리'])
  })

  it.each([
    '13일 반도체를 비롯한 4개 업종을 키우기로 했다.',
    '사업자는 미정이다.',
    '주민이 운영을 맡는다.',
    '시공은 지역 업체가 맡는다.',
    '호텔은 민간이 짓는다.',
    '사업비는 원인자가 부담한다.',
    '지주가 고른 땅은 3만㎡다.',
    '청년이 세운 공장은 작다.',
    '이곳은 자동차 부품을 만드는 회사다.',
    '외국인으로부터 200억원의 투자를 끌어냈다.',
    '잔여 지분 20%를 판다.',
    '새 직원 200명이 온다.',
    '컨소시엄에는 대학과 병원이 참여한다.',
    '나머지 한 곳은 미정이다.',
    '모임의 이가람 대표는 반겼다.',
    '산단의 새 공장이 문을 열었다.',
    '청년, 공장으로 간다',
    '이차전지, 500억원 투자',
    '업체명: 미정',
    '○ 사업비 : 120억원, 면적 3만㎡',
    '여기에 교통난까지 더해졌다.',
    '도로를 새로 깔고 직원 20명을 두었다.',
  ])('no firm: %s', (text) => {
    expect(organisations(text)).toEqual([])
  })
})
