import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2026-03-04' }).commitments.map(
    ({ indicator, value, subject, place }) =>
      `${indicator.value} ${value >= 1e7 ? value / 1e8 : value} ${subject.value ?? '-'} @${place.value ?? '-'}`,
  )

describe('firms and amounts in turn (각각)', () => {
  it('each turn of a sentence goes with the firms before it', () => {
    expect(read('가람소재와 나래테크의 투자액은 각각 310억 원과 285억 원, 다솔정밀과 라온켐은 각각 200억·100억 원이다.')).toEqual([
      'investment 310 가람소재 @-',
      'investment 285 나래테크 @-',
      'investment 200 다솔정밀 @-',
      'investment 100 라온켐 @-',
    ])
  })

  it('the same firms go on where the second turn names none', () => {
    expect(read('가람소재와 나래테크는 각각 310억 원과 285억 원을 투자하고 각각 31명과 28명을 채용한다.').slice(2)).toEqual([
      'jobs 31 가람소재 @-',
      'jobs 28 나래테크 @-',
    ])
  })

  it('who invests is a firm, whatever its name sounds like', () => {
    expect(read('라온과 하람은 각각 50억 원과 51억 원, 도담은 60억 원을 넣는다.')).toEqual([
      'investment 50 라온 @-',
      'investment 51 하람 @-',
      'investment 60 도담 @-',
    ])
    expect(
      readDocument('하수관로는 120억 원을 투입해 교체한다. 간호사는 각각 20명과 30명을 채용한다.').mentions.filter((m) => m.kind === 'organisation'),
    ).toEqual([])
  })
})

describe('a county that is written like a budget (예산군)', () => {
  const list = '충남도가 예산·서천·당진 3개 시군, 기업 여덟 곳과 투자협약을 맺었다. '
  it('is a place where the text speaks of the county', () => {
    expect(read(`${list}예산의 바른켐은 60억 원을 적어 냈다.`).at(-1)).toBe('investment 60 바른켐 @예산')
    expect(read('충남도가 기업 두 곳과 투자협약을 맺었다. 서천의 미르테크는 50억 원, 예산의 바른켐은 60억 원을 적어 냈다.').at(-1)).toBe(
      'investment 60 바른켐 @예산',
    )
  })
  it('is money elsewhere', () => {
    expect(readDocument('시는 60억 원을 쓴다. 예산의 절반은 도가 낸다.').mentions.filter((m) => m.kind === 'place')).toEqual([])
  })
})

describe('where several firms come (투자가 몰린 곳)', () => {
  it('the city named first holds for the firms told next; a park of one is its own', () => {
    const text =
      '충남도가 기업 여덟 곳과 투자협약을 맺었다. 돈이 가장 많이 몰린 곳은 천안이다. 가람소재가 350억 원을 들여 평택 설비를 북부일반산단으로 옮기고, 나래테크는 160억 원으로 공장을 세운다. 다솔정밀은 310억 원을 투자한다.'
    expect(read(text)).toEqual(['investment 350 가람소재 @북부일반산단', 'investment 160 나래테크 @천안', 'investment 310 다솔정밀 @천안'])
  })
  it('another city takes over', () => {
    expect(
      read(
        '충남도가 기업 여덟 곳과 투자협약을 맺었다. 돈이 몰린 곳은 천안이다. 당진에 나래테크가 291억 원을 넣고 서산에선 다솔금속이 111억 원으로 라인을 늘린다.',
      ),
    ).toEqual(['investment 291 나래테크 @당진', 'investment 111 다솔금속 @서산'])
  })
})

describe('an agreement of several', () => {
  const found = read(
    '대구시는 11일 수성알파시티에서 기업 3개사와 5,240억 원 규모 투자협약식을 열었다. 협약에 따라 ▲독일 로보가람GmbH 4,500만 유로·테크노폴리스 2만㎡·120명 ▲㈜대성로봇 2,100억 원·대구국가산단 5만3천㎡·310명 ▲나래정밀 1,000억 원·성서5차산단 2만6천㎡·140명 등이 2029년까지 들어선다. 전체 부지는 12만9천㎡, 신규 고용은 570명이다.',
  )
  it('where they met is not where they invest, and what they bring in all is told by the office', () => {
    expect(found.slice(0, 2)).toEqual(['firms 3 대구시 @대구', 'investment 5240 대구시 @대구'])
    expect(found.slice(-2)).toEqual(['area 129000 대구시 @대구', 'jobs 570 대구시 @대구'])
  })
  it('a name in Hangul with a form in letters is a firm', () => {
    expect(found.some((line) => line.includes('로보가람GmbH'))).toBe(true)
  })
})
