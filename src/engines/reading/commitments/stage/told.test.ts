import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string) => readDocument(text, { published: '2025-03-02' }).commitments
const stages = (text: string) => read(text).map((c) => `${c.indicator.value} ${c.stage.value}`)

test('what was brought in since a term of office began is counted, whatever agreements it counts', () => {
  expect(stages('무주군은 ㈜가람소재와의 투자협약을 포함해 민선 7기 이후 2조 1300억 원의 투자를 유치했다.')).toEqual(['investment result'])
  expect(stages('경상북도는 5일 ㈜나래소재와 투자협약을 맺었다. 민선 8기 들어 도가 유치한 투자는 이로써 9억3000만 달러로 불었다.').at(-1)).toBe(
    'investment result',
  )
})

test('what was expected of signed firms stays signed, what came of it is a result', () => {
  expect(
    stages(
      '광양시는 최근 4년간 기업 92곳과 투자 협약을 체결했다. 41곳은 투자 예정이다. 예상 투자 규모는 9천200억 원이었으나 실제 투자 금액은 3천100억 원이다.',
    ),
  ).toEqual(['firms mou', 'firms mou', 'investment mou', 'investment result'])
})

test('a firm that has bought the land and means to build is under contract', () => {
  expect(stages('㈜나래바이오는 지난해 8월 시와 토지매매 계약을 체결하고, 2027년까지 420억원을 들여 연구소를 지을 예정이다.')).toEqual([
    'investment contract',
  ])
})

test('a park that was made is in use, and what it is expected to bring with it', () => {
  expect(stages('이 산단은 총 사업비 1천450억 원을 들여 92만㎡ 규모로 조성됐다.')).toEqual(['budget operation', 'area operation'])
})

test('firms brought in by today’s signature are signed', () => {
  expect(
    stages(
      '진주시가 이번에는 항공 부품업체 4개사를 유치했다.\n진주시는 2일 시청에서 ㈜가람항공, ㈜나래정밀과 투자협약(MOU)을 맺었다. 협약은 입주를 돕는 내용이다.',
    ),
  ).toContain('firms mou')
  expect(stages('진주시가 올해 2월까지 항공 부품업체 4개사를 유치했다.')).toEqual(['firms result'])
})

test('money an office adds to a firm’s begun works is still its plan', () => {
  expect(
    stages(
      '㈜다솜리조트가 2일 완도에서 관광호텔 착공식을 가졌다.\n㈜다솜리조트는 850억원을 들여 호텔을 짓는다.\n완도군은 이 사업을 뒷받침하기 위해 64억원을 들여 기반시설을 조성할 계획이다.',
    ),
  ).toEqual(['investment construction', 'budget plan'])
})

test('counts of several years take the year right before them', () => {
  const found = read(
    '경상북도가 유치한 기업은 2019년 120개 8천억 원, 2020년 98개 9천100억 원, 2021년 131개 1조 원으로 모두 349개를 기록했다.',
  ).filter((c) => c.indicator.value === 'investment' || c.indicator.value === 'budget')
  expect(found.map((c) => c.due.value)).toEqual(['2019', '2020', '2021'])
})

test('a plant that has opened is in use, though the sentence tells what it will make', () => {
  expect(
    stages(
      '동해 북평산단 입주기업인 (주)해솔기계의 동해공장 준공식이 지난 15일 현지에서 열렸다.\n해솔기계는 1998년 설립된 회사다. 동해공장은 총 60억원의 사업비를 투자해 부지 4,100㎡에 공장동을 조성, 펌프를 생산할 계획이다.',
    ),
  ).toEqual(['budget operation', 'area operation'])
})

test('an agreement of old does not undo an opening', () => {
  const all = stages(
    '경남도는 2일 사천 축동산단에서 가온식품㈜의 사천공장이 준공했다고 밝혔다.\n지난 2021년 도는 사천시와 함께 가온식품㈜와 투자협약을 체결했고 이날 준공에 이르게 되었다.\n가온식품㈜의 사천공장은 총 700억원이 투입된 공장으로 연간 2억 개의 과자를 생산하게 된다.',
  )
  expect(all).toContain('investment operation')
})

test('sums that were signed year by year are signed', () => {
  expect(stages('세종시가 최근 3년간 협약을 맺은 기업은 41개다. 체결한 투자액은 2022년 3천억 원, 2023년 4천억 원이다.').slice(-2)).toEqual([
    'investment mou',
    'investment mou',
  ])
})

test('what came of agreements counted up to a day was counted on that day', () => {
  const found = read(
    '최근 5년간(2020∼2024.9) 무안군은 국내 기업 138곳과 투자 협약을 체결했다.\n하지만 이 중 실제 투자한 기업은 61곳에 그쳤다.\n고용 예상 규모도 2천100명이었지만 실제로는 417명(20%)에 머물렀다.',
  )
  expect(found.map((c) => [c.stage.value, c.due.value])).toEqual([
    ['mou', null],
    ['result', '2024-09'],
    ['mou', null],
    ['result', '2024-09'],
  ])
})

test('a line that opens with a firm and its works is about that firm', () => {
  const found = read('주요 투자유치 현황\n- 가람바이오㈜ 상주공장 증설 1,500억원(2026년 말 준공, 공사 중)\n- 나래테크㈜ 경산 신설 320억원, 80명')
  expect(found.map((c) => `${c.subject.value} ${c.stage.value}`)).toEqual(['가람바이오㈜ construction', '나래테크㈜ plan', '나래테크㈜ plan'])
})

test('what came of a promise is a result, not the promise', () => {
  expect(stages('전주시 1. 임기 내 상장기업 80개사 공약은 2024년 10월 기준 52개사로 집계된다.').at(-1)).toBe('firms result')
  expect(stages('제천시 3. 투자유치 공약은 2024년 8월까지 21개 기업과 9천억원의 투자협약을 체결해 이행 중이다.')).toContain('firms mou')
  expect(stages('구미시 1. 시장은 투자유치 공약을 3조원으로 올려 다시 약속했고, 2024년 말까지 42개 기업을 유치함.').at(-1)).toBe('firms result')
})

test('those who signed are told in the stage of what they signed', () => {
  expect(
    stages(
      '음성군은 4일 용산일반산업단지 분양계약을 체결했다.\n이날 분양을 체결한 업체는 가람푸드, 나래플랜트, 다솜테크 등 6개 업체다.\n가람푸드 등 6개사는 5년에 걸쳐 1천236억원을 투자한다.',
    ),
  ).toEqual(['firms contract', 'investment contract'])
})

test('counted firms are nobody’s "the firm"', () => {
  const found = read(
    '칠곡군의 농공단지 조성사업이 순항 중이다. 농공단지는 2021년 6월 (주)가람산업개발 외 13개 업체가 군에 투자의향서를 제출해 절차를 밟아 왔다.\n농공단지는 왜관읍 아곡리 일대 24만㎡ 부지에 30여개 업체가 들어설 예정이며, 1,080명의 고용창출을 가져올 것으로 전망된다.',
  )
  expect(found.find((c) => c.indicator.value === 'jobs')?.subject.value).not.toBe('(주)가람산업개발')
})
