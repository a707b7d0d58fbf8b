import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { checkReading } from './check-document.ts'
import type { Finding, RuleId } from './finding.ts'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
const labelled = existsSync(shared) ? test : test.skip
const check = (text: string, published?: string) => checkReading(readDocument(text, { published }))
const quotes = (text: string, one: Finding) => one.witnesses.map((word) => text.slice(word.start, word.end))
const odd = (text: string, rule: RuleId, published?: string) => check(text, published).filter((one) => one.rule === rule && one.outcome === 'odd')
const seed = (start: string) => {
  const folder = join(shared, 'seeds')
  return readFileSync(join(folder, readdirSync(folder).find((name) => name.startsWith(start))!), 'utf8').normalize('NFC')
}

describe('parts and totals', () => {
  test('parts that make more than their total are odd, with the difference', () => {
    const text = '나래시는 총 5000억원을 투자한다. 세부적으로 1단계에 3000억원, 2단계에 2500억원을 투자한다.'
    const [one] = odd(text, 'parts-of-total')
    expect(one?.numbers.find((number) => number.name.en === 'Difference')?.value).toBe('50000000000')
    expect(quotes(text, one!)).toEqual(['5000억원', '3000억원', '2500억원'])
  })
  test('parts that make the total hold, and it is said', () => {
    const text = '나래시는 총 5500억원을 투자한다. 세부적으로 1단계에 3000억원, 2단계에 2500억원을 투자한다.'
    expect(check(text).map((one) => [one.rule, one.outcome])).toEqual([['parts-of-total', 'holds']])
  })
  test.each([
    ['누리테크는 1500억원을 투자한다. 다온소재는 1000억원, 나래정밀은 500억원을 투자하기로 했다.', 0],
    ['나래시는 지난해 일자리 300개를 만들었다. 올해는 청년 일자리 200개와 노인 일자리 100개를 만든다.', 0],
    ['기업 | 투자액 | 대출\n누리테크 | 투자액 1,500억원\n다온소재 | 투자액 1,000억원 | 대출 500억원', 0],
    ['나래시는 모두 1500억원의 투자를 유치했다. 다온소재는 1000억원, 나래정밀은 500억원을 투자하기로 했다.', 1],
    ['나래시는 두 기업에서 1500억원의 투자를 유치했다. 다온소재는 1000억원, 나래정밀은 500억원을 투자하기로 했다.', 1],
    ['충북도는 1500억원 규모의 투자협약을 맺었다고 밝혔다. ㈜다온소재는 1000억원, ㈜나래정밀은 500억원을 투자하기로 했다.', 1],
    ['누리테크는 1500억원을 투자한다. 먼저 1000억원을 투자하고 나머지 500억원은 2029년까지 투자한다.', 1],
    ['누리테크는 4만 5,683㎡를 산다. 공장은 3만 3,210㎡, 창고는 1만 2,473㎡에 짓는다.', 1],
    ['나래시는 연구소를 짓는 데 1500억원을 투자한다. 국비 1000억원, 시비 500억원을 투입한다.', 1],
  ])('%s: numbers that add up by chance are no sum; those of which words say so are', (text, count) => {
    expect(check(text).filter((one) => one.rule === 'parts-of-total' && one.outcome === 'holds')).toHaveLength(count)
  })
  test.each([
    // one of the parts is no total of the others: they and it make another number, or their list names more than it
    '나래시는 올해 외자 1억 4,500만 달러를 유치했다. 18일 한 회사가 관광에 4,000만 달러를 투자하기로 했다. 분야별로는 첨단 4,600만 달러, 물류 3,300만 달러, 연구 2,600만 달러다.',
    '나래시 예산은 일반회계가 8,120억 원, 특별회계가 830억 원이다. 분야별로 보면 △사회복지 2,410억 원 △환경 1,320억 원 △국토 720억 원 △문화 610억 원이다.',
    '협약을 맺고도 발을 뺀 업체는 9개사다. 지난해에는 5개사가 이전을 포기했다. 지역별로 보면 가온군 4개사, 누리시 3개사, 다솜군 2개사다.',
    '나래도가 나노기업 지원사업 참여기업을 모집한다.\n■ 몇 곳을 뽑나\n지난 상반기에는 중소기업 8개 사와 창업기업 4개 사 등 총 12개 기업을 골랐다. 이번 하반기(7~11월)에는 중소기업 7개 사, 창업기업 5개 사 등 총 12개 기업을 선발한다.',
  ])('%s: parts of another number are not held to this one', (text) => {
    expect(odd(text, 'parts-of-total')).toEqual([])
  })
  test('a list that says that it is not whole is not held to its total', () => {
    expect(odd('나래시는 총 9000억원을 투자한다. 세부적으로 도로에 3000억원, 항만에 2500억원 등을 투자한다.', 'parts-of-total')).toEqual([])
  })
  test('a total of so many firms, all of them stated, is held to their sum', () => {
    const text = '나래시는 3개 기업에서 900억원의 투자를 유치했다. 한빛전자는 300억원, 새별화학은 200억원, 두리건설은 100억원을 투자하기로 협약했다.'
    expect(odd(text, 'parts-of-total').map((one) => one.numbers[2]?.value)).toEqual(['-30000000000'])
    expect(odd(text.replace('900억', '600억'), 'parts-of-total')).toEqual([])
  })
  test('a total of more firms than have an amount leaves a remainder without a sentence', () => {
    const text = '나래시는 3개 기업에서 900억원의 투자를 유치했다. 한빛전자는 300억원, 새별화학은 200억원을 투자하기로 협약했다.'
    expect(odd(text, 'remainder-without-sentence').map((one) => one.numbers[2]?.value)).toEqual(['40000000000'])
  })
  test.each([
    ['총사업비는 1조 3,000억원(국비 5,000억원, 시비 7,000억원)이다.', 1],
    ['총사업비는 1조 2,000억원(국비 5,000억원, 시비 7,000억원)이다.', 0],
    ['총사업비는 1조 3,000억원(국비 5,000억원, 시비 7,000억원 등)이다.', 0],
    ['총사업비는 1조 3,000억원(국비 5,000억원, 시비 7,000억원 포함)이다.', 0],
  ])('%s: brackets that name nothing but parts name them all', (text, count) => {
    expect(odd(text, 'parts-of-total')).toHaveLength(count)
  })
  test.each([
    ['구분\t투자액(억원)\n가람소재\t500\n나래정밀\t700\n합계\t1,300', ['1,300', '500', '700']],
    ['구분\t투자액(억원)\n합계\t1,300\n가람소재\t500\n나래정밀\t700', ['1,300', '500', '700']],
    [
      '기업 | 투자액(억원) | 고용(명)\n가람소재 | 투자액 500억원 | 고용 10명\n나래정밀 | 투자액 700억원 | 고용 20명\n합계 | 투자액 1,200억원 | 고용 31명',
      ['31명', '10명', '20명'],
    ],
  ])('a row of totals is held to the rows that it adds up, column by column', (text, words) => {
    expect(odd(text, 'parts-of-total').map((one) => quotes(text, one))).toEqual([words])
  })
  test.each([
    ['a row without a value', '구분\t투자액(억원)\n가람소재\t500\n나래정밀\t-\n다온\t100\n합계\t1,300'],
    ['a subtotal', '구분\t투자액(억원)\n가람소재\t500\n나래정밀\t700\n소계\t1,200\n다온\t100\n합계\t1,300'],
    [
      'subtotals under the names of groups',
      '권역 | 기업 | 투자액(억원)\n동부권 | 기업 ㈜가람 | 투자액 500억원\n동부권 | 기업 ㈜나래 | 투자액 700억원\n동부권 | 기업 소계 | 투자액 1,200억원\n총계 | 투자액 1,200억원',
    ],
    ['rounding of each row', '구분\t투자액(억원)\n가람소재\t500\n나래정밀\t700\n합계\t1,201'],
    ['rows of another table', '구분\t투자액(억원)\n가람소재\t500\n나래정밀\t700\n\n다른 표이다.\n합계\t9,000'],
  ])('a total is not held to rows where there is %s', (_, text) => {
    expect(odd(text, 'parts-of-total')).toEqual([])
  })
  test.each([
    ['총사업비 500억원 가운데 민자 700억원을 들인다.', 1],
    ['총 500억원의 사업비 중 국비 700억원을 확보했다.', 1],
    ['총사업비는 500억원(민자 700억원)이다.', 1],
    ['총사업비 700억원 가운데 민자 500억원을 들인다.', 0],
    ['총사업비는 500억원(당초 700억원)이다.', 0],
    ['사업비 500억원에 이어 민자 700억원을 들인다.', 0],
    [
      '김천, 40만 평 일반산단 만든다… 새 공항 배후 겨냥\n2025-01-22 09:19\n김천시가 지역 첫 일반산업단지 조성에 나선다. 이달 시의회에서 동의안이 의결돼 2031년 준공을 목표로 절차를 밟는다.\n예정지는 개령면 새터리 일원이며 총 3100억원이 들어가 131만㎡(약 40만 평) 규모로 닦인다.',
      0,
    ],
    ['권역별 시험터 구축\n지원규모 : 총 52억원\n총사업비 : 90억원(국비 52억원, 지자체 매칭 38억원)\n총괄기관\n중소벤처기업부', 0],
  ])('%s: what words put inside of a value is not above it', (text, count) => {
    expect(odd(text, 'part-above-whole')).toHaveLength(count)
  })
  test('approximate values are allowed their last digit', () => {
    expect(odd('나래시는 총 6000억원을 투자한다. 세부적으로 1단계에 약 3500억원, 2단계에 2600억원을 투자한다.', 'parts-of-total')).toEqual([])
  })
})

describe('percentages in a text', () => {
  const of = (text: string) =>
    check(text)
      .filter((one) => one.rule === 'printed-percentage')
      .map((one) => [one.outcome, one.numbers[2]?.value])
  test('a share of what stands before 중 is worked out again', () => {
    expect(of('투자협약 549건 중 가동 중인 기업은 209개로 38.1%다.')).toEqual([['holds', '38.1']])
    expect(of('투자협약 549건 중 가동 중인 기업은 209개로 48.1%다.')).toEqual([['odd', '38.1']])
  })
  test('one wrong share of a list is found by the whole that the others fit', () => {
    const list = '나래도의 투자는 22조 1548억원이다. 산업별로는 관광 5조 5904억원(25.2%), 물류 4조 5016억원(23.2%), 자동차 1조 5218억원(6.9%) 순이다.'
    expect(of(list).sort()).toEqual([
      ['holds', '25.2'],
      ['holds', '6.9'],
      ['odd', '20.3'],
    ])
  })
  test('a share whose whole is not in the text says nothing', () => {
    expect(of('나래도의 관광 투자는 5조 5904억원(31.7%)이다.')).toEqual([])
  })
  test('growth is worked out from both values', () => {
    expect(of('투자는 100억원에서 150억원으로 50% 늘었다.')).toEqual([['holds', '50']])
    expect(of('투자는 100억원에서 150억원으로 30% 늘었다.')).toEqual([['odd', '50']])
  })
})

describe('days', () => {
  test.each([
    ['공장은 2024년 2월 30일 착공한다.', '2024년 2월 30일'],
    ['공장은 2023년 2월 29일 착공한다.', '2023년 2월 29일'],
    ['준공식은 4월 31일 열린다.', '4월 31일'],
    ['등록일 2024.06.31', '2024.06.31'],
    ['사업기간은 2029~2025년이다.', '2029~2025년'],
  ])('%s cannot be', (text, words) => {
    expect(odd(text, 'impossible-date').map((one) => quotes(text, one)[0])).toEqual([words])
  })
  test.each([
    '착공 2010.08.00',
    '공장은 2024년 2월 29일 착공한다.',
    '2월 29일에 연다.',
    '2월 27~28일 사이가 아니다. 전화 2024-1231-99',
    '판 2024.13.40',
    '2025~2029년',
  ])('%s is let be', (text) => {
    expect(odd(text, 'impossible-date')).toEqual([])
  })
  test('a weekday is held against its day', () => {
    expect(odd('2024년 5월 1일(목) 협약했다.', 'impossible-date')).toHaveLength(1)
    expect(odd('2024년 5월 1일(수) 협약했다.', 'impossible-date')).toHaveLength(0)
  })
  test('a plan that was due before it was published is odd', () => {
    const text = '한빛전자는 나래일반산업단지에 2023년까지 300억원을 투자할 계획이다.'
    expect(odd(text, 'date-order', '2024-05-02')).toHaveLength(1)
    expect(odd(text, 'date-order', '2023-05-02')).toHaveLength(0)
    expect(odd(text, 'date-order')).toHaveLength(0)
  })
  test('the use of what was built begins after its end', () => {
    const text =
      '나래시 가온공원 파크골프장 조성 완료…오는 10월 시범운영\n나래시가 가온공원 내 1만 5,000㎡ 부지에 총사업비 18억 원을 투입해 18홀 규격의 파크골프장 및 부대시설 조성을 8월 말 마무리하고 오는 10월부터 본격 시범운영에 돌입합니다.'
    expect(odd(text, 'date-order', '2026-08-28')).toEqual([])
  })
  test('a period that is over is no missed deadline', () => {
    expect(odd('나래시는 2016~2020년 238개 기업과 투자협약을 맺었다.', 'date-order', '2020-11-04')).toHaveLength(0)
  })
  test('unresolved dates close when the date of the document is given', () => {
    const text = '나래시장은 지난 3일 “한빛전자가 300억원을 투자한다”고 밝혔다.'
    expect(odd(text, 'unresolved-date')).toHaveLength(1)
    expect(odd(text, 'unresolved-date', '2026-03-05')).toHaveLength(0)
  })
})

describe('the date of a document against its words', () => {
  const text = (who: string) => `홍길동 ${who}는 5일 일자리 공약을 발표했다.`
  test('a candidate for a post of local government stands only before an election', () => {
    expect(odd(text('광주광역시장 예비후보'), 'document-date', '2023-04-05')).toHaveLength(1)
    expect(odd(text('광주광역시장 예비후보'), 'document-date', '2022-04-05')).toHaveLength(0)
  })
  test('by-elections, other elections, the past and unknown dates say nothing', () => {
    expect(odd(text('창녕군수 예비후보'), 'document-date', '2023-04-01')).toHaveLength(0)
    expect(odd(text('국회의원 예비후보'), 'document-date', '2023-04-05')).toHaveLength(0)
    expect(odd('당시 광주시장 예비후보의 말이다.', 'document-date', '2023-04-05')).toHaveLength(0)
    expect(odd(text('광주시장 예비후보'), 'document-date')).toHaveLength(0)
    expect(odd(text('광주시장 예비후보'), 'document-date', '2031-04-05')).toHaveLength(0)
  })
})

describe('units', () => {
  test.each([
    '한빛전자는 나래일반산업단지 3,306㎢ 부지에 공장을 짓는다.',
    '새별화학은 일자리 3억개를 만들 계획이다.',
    '새빛에너지는 50000MW 규모의 데이터센터를 짓는다.',
  ])('%s is a slip of its unit', (text) => {
    expect(odd(text, 'unit')).toHaveLength(1)
  })
  test.each([
    '한빛전자는 나래일반산업단지 3,306㎡ 부지에 공장을 짓는다.',
    '전국의 경제자유구역 부지는 560㎢에서 480㎢로 줄일 계획이다.',
    '새빛에너지는 50MW 규모의 데이터센터를 짓는다.',
    '나래시는 일자리 3만개를 만들 계획이다.',
  ])('%s is let be', (text) => {
    expect(odd(text, 'unit')).toHaveLength(0)
  })
})

describe('documents as they come', () => {
  labelled('002: 250,000 jobs of a part against 110,000 of the whole, and 25.0 against 1.09 jobs per KRW 1 bn', () => {
    const text = seed('002')
    const found = check(text, '2023-06-29').filter((one) => one.outcome === 'odd')
    expect(found.map((one) => one.rule)).toEqual(['part-above-whole', 'jobs-per-money'])
    expect(quotes(text, found[0]!)).toEqual(['11만명', '25만여명'])
    expect(found[1]!.title.ko).toBe('10억 원에 25.0명. 같은 문서의 다른 값은 1.09명입니다')
  })
  labelled('003: 13,000 = 5,000 + 8,000 holds; the date of the page is none of a candidate', () => {
    const found = check(seed('003'))
    expect(found.map((one) => [one.rule, one.outcome])).toEqual([
      ['document-date', 'odd'],
      ['parts-of-total', 'holds'],
    ])
    expect(check(seed('003'), '2022-04-05').filter((one) => one.outcome === 'odd')).toEqual([])
  })
  labelled('000: two of three 조 stand in no sentence; “지난 3일” is open until a date is given; image names and list counts are no counts', () => {
    const text = seed('000')
    const found = check(text)
    expect(found.map((one) => one.rule)).toEqual(['remainder-without-sentence', 'unresolved-date'])
    expect(found[0]!.numbers.find((one) => one.name.en === 'Without a sentence')?.value).toBe('2000000000000')
    expect(found.flatMap((one) => quotes(text, one)).filter((words) => /49,733|bt[0-9a-f]{8}/.test(words))).toEqual([])
    expect(check(text, '2026-03-05').map((one) => one.rule)).toEqual(['remainder-without-sentence'])
  })
  labelled('the labelled documents raise nothing but their missing dates', () => {
    const folder = join(shared, 'gold', 'docs')
    const raised = readdirSync(folder)
      .filter((name) => /^\d+\.txt$/.test(name))
      .flatMap((name) => check(readFileSync(join(folder, name), 'utf8').normalize('NFC')).map((one) => `${name} ${one.outcome} ${one.rule}`))
      .filter((line) => line.includes(' odd '))
    expect(raised.every((line) => line.endsWith('unresolved-date'))).toBe(true)
  })
})

test('every finding cuts its own words out of the text, and the same reading gives the same findings', () => {
  const text = '나래시는 총 5000억원을 투자한다. 세부적으로 1단계에 3000억원, 2단계에 2500억원을 투자한다. 준공식은 4월 31일 열린다.'
  const found = check(text)
  expect(found.length).toBeGreaterThan(1)
  for (const one of found)
    for (const word of one.witnesses) {
      expect(word.sentence.start).toBeLessThanOrEqual(word.start)
      expect(word.sentence.end).toBeGreaterThanOrEqual(word.end)
      expect(word.end).toBeGreaterThan(word.start)
    }
  expect(check(text)).toEqual(found)
  expect(check('')).toEqual([])
})
