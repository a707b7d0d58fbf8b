import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string, published = '2025-06-19'): string[] =>
  readDocument(text, { published }).commitments.map(
    ({ indicator, value, unit, subject, due, stage, place }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${unit} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )

describe('what several share in a sentence', () => {
  const text =
    '충남도는 19일 기업 3곳과 투자협약을 맺었다고 밝혔다. 가람정공이 천안 북부산단 3만㎡에 820억 원을, 나래소재가 아산 탕정산단 4만㎡에 1천250억 원을, 다솔바이오팜이 당진산단 2만㎡에 430억 원을 들여 2027년까지 공장을 짓는다. 세 회사가 뽑는 사람은 각각 110명, 165명, 58명이다. 이렇게 해서 국내 투자는 2천500억 원, 새 일자리는 333개로 집계됐다.'
  const found = read(text)
  it('one verb and one day at its end are of all of them', () => {
    expect(found.slice(1, 7).every((line) => line.includes('"2027" mou'))).toBe(true)
  })
  it('a row of people goes with the firms in turn', () => {
    expect(found.filter((line) => line.startsWith('jobs') && line.includes('persons')).map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      '110 persons 가람정공',
      '165 persons 나래소재',
      '58 persons 다솔바이오팜',
    ])
  })
  it('their sum is signed, and told by the office', () => {
    expect(found.slice(-2).every((line) => line.includes(' 충청남도 ') && line.includes(' mou '))).toBe(true)
  })
  it('one amount that each of two brings is a promise of both', () => {
    expect(
      read('충남도가 기업 2곳과 투자협약을 맺었다. 가람코리아와 나래포리마가 각각 2,000만 달러를 투자한다.')
        .slice(-2)
        .map((line) => line.split(' ').slice(0, 4).join(' ')),
    ).toEqual(['investment 0.2억 USD 가람코리아', 'investment 0.2억 USD 나래포리마'])
  })
})

describe('what was promised to voters', () => {
  it('stays a promise beside what it was raised to', () => {
    const found = read('강릉시장이 선거 때 내건 투자유치 목표는 2026년 6월까지 40조 원이었으나 시는 이를 45조 원으로 올려 잡았다.')
    expect(found.map((line) => line.split(' ')[1])).toEqual(['400000억', '450000억'])
    expect(found[0]).toContain('pledge')
    expect(found[1]).toContain(' null plan ')
  })
})

describe('figures of nobody, and what is the same once more', () => {
  it.each([
    '강릉시는 하이티와 투자협약을 맺었다. 우리 돈으로 2,490억 원 규모다.',
    '강릉시 대곶산단은 법정부담금 40여억 원 중 9억 원가량만 낸 상태다.',
    '강릉시 고용보조금: 10명을 넘겨 새로 뽑은 인원에 대해 1인당 월 100만원씩 지급.',
    '한편 강릉시가 공공임대주택 500호를 짓기로 했다는 일부 보도는 사실이 아님',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
  it('firms that were paid are counted; imports that are replaced are an effect', () => {
    expect(read('※ 지난해에는 강릉시가 2개 기업에 2억7,600만원을 지급함').map((line) => line.split(' ')[0])).toEqual(['firms', 'budget'])
    expect(read('강릉시는 270억 원의 수입 대체를 점쳤다.').map((line) => line.split(' ')[0])).toEqual(['other'])
  })
})

describe('two things in one text', () => {
  it('a headline that starts one and drops another leaves the first as it is', () => {
    const found = read(
      '성주 2차 산단 첫 삽… 물류단지는 접었다\n방송일자 2013-05-23\n성주군이 성주읍 금산리에 95만㎡ 넓이로 2차 일반산업단지를 닦는다. 2016년 3월까지 914억 원이 들어간다.',
      '2013-05-23',
    )
    expect(found.some((line) => line.includes('cancelled'))).toBe(false)
  })
  it('the site that a member asks about is that of the answer', () => {
    const found = read(
      '강릉시의회 소식\n[박서연 의원] 용현항공산단은 어디까지 왔는지 묻겠습니다.\n[투자유치단장 강민석] 지난해 착공해 공정률은 18%입니다. 31만 2천㎡를 2026년 12월까지 닦습니다. 총사업비는 1,532억 원입니다.',
    )
    expect(found.every((line) => line.endsWith('@용현항공산단'))).toBe(true)
    expect(found).toHaveLength(2)
  })
  it('a reason that speaks of other works gives no day', () => {
    expect(read('㈜가람식품은 강릉산단에 1,300억 원으로 공장을 짓는다. 내년에 새 고속도로가 뚫린다는 점을 따졌다.')[0]).toContain(' null plan')
  })
})
