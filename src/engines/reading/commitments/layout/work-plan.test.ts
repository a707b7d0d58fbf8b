import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string, published = '2026-01-15'): string[] =>
  readDocument(text, { published }).commitments.map(
    ({ indicator, value, subject, due, stage, place }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )

describe('plans of work (업무계획)', () => {
  const plan = `2026년 주요업무계획
전라남도 일자리투자유치국 (2026. 1. 15.)

Ⅰ. 2025년 성과
 ○ 114개 기업과 투자협약 체결, 협약액 1조 4,300억 원
   - 일자리 1,860명 창출

Ⅱ. 2026년 중점 추진계획
 2. 산업단지 기반 조성
  ○ 순천 해룡산단 조성: 59만 4천㎡, 2026. 9. 준공 예정(공정률 71%)
  ○ 고흥 우주발사체 국가산단: 152만㎡, 계획 승인 신청 예정
  ○ 투자유치진흥기금 500억 원 조성(~2028년)
  ○ 시설보조금 35개사 410억 원 지원, 기업당 한도 100억 원`
  const found = read(plan)
  it('what stands under the heading of a year that is over came about then', () => {
    expect(found).toContain('jobs 1860 전라남도 "2025" result @전라남도')
    expect(found).toContain('investment 14300억 전라남도 null mou @전라남도')
  })
  it('each line is a matter of its own, with its own day', () => {
    expect(found).toContain('area 594000 전라남도 "2026-09" construction @순천 해룡산단')
    expect(found.find((line) => line.startsWith('area 1520000'))).toMatch(/ plan @고흥 우주발사체 국가산단$/)
    expect(found.find((line) => line.startsWith('area 1520000'))).not.toContain('2026-09')
    expect(found.find((line) => line.startsWith('budget 500억'))).toContain('"2028" plan')
  })
  it('a ceiling for each firm does not hide the sum before it', () => {
    expect(found.some((line) => line.startsWith('budget 410억'))).toBe(true)
    expect(found.some((line) => line.startsWith('budget 100억'))).toBe(false)
  })
})

describe('offices that help firms', () => {
  const text = '전남테크노파크(전남TP)가 운영사업에 참여할 중소기업을 찾는다. 전남TP는 2020년까지 3년에 걸쳐 98개사에 46.3억 원을 지원했다.'
  it('an abbreviation of Hangul and letters is the name before it', () => {
    expect(read(text, '2021-05-07').every((line) => line.includes(' 전남테크노파크 '))).toBe(true)
  })
  it('what they gave is their budget', () => {
    expect(read(text, '2021-05-07').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['firms 98', 'budget 46.3억'])
  })
})

describe('sites', () => {
  it('a shortened park is the one told in full before it', () => {
    expect(
      read(
        '경남도가 4개 기업과 투자협약에 서명했다. ㈜가람은 사천 종포일반산업단지에 223억원을 들여 공장을 짓는다. 같은 종포산단에는 ㈜나래도 67억원을 투입한다.',
      ).at(-1),
    ).toMatch(/종포일반산업단지$/)
  })
  it('where so many firms go, they invest', () => {
    const found = read(
      '경남도가 3개 기업과 투자협약에 서명했다. 함안에서는 대산장암농공단지로 두 회사가 간다. 가람판넬은 1만3,223㎡에 공장을 104억원으로 세우고, 나래재료기술은 2만1,584㎡에 125억원짜리 공장을 올린다.',
    )
    expect(found.filter((line) => line.endsWith('@대산장암농공단지'))).toHaveLength(4)
  })
})

it('what a word means promises nothing', () => {
  expect(read('인천경제자유구역청이 밝혔다. FDI는 투자액이 1억원 이상이고 외국인 지분이 10% 이상인 투자를 가리킵니다.')).toEqual([])
})

it('the sum of a table prints the units of its columns', () => {
  const table =
    '함안군 투자협약 체결 현황\n연번\n기업명\n대표자\n부지면적\n투자액\n고용계획\n1\n㈜가람푸드\n윤가람\n6,610㎡\n101억 원\n31명\n2\n㈜나래산업\n임나래\n8,328㎡\n74억 원\n22명\n합계\n2개사\n14,938㎡\n175억 원\n53명'
  expect(
    read(table)
      .slice(-4)
      .map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['firms 2', 'area 14938', 'investment 175억', 'jobs 53'])
})

describe('a plan in notes', () => {
  const found = read(
    `거제시 해양플랜트 종합계획(안) 요약
조선산업과 / 2025. 3. 7.

1. 추진 배경
 ○ 관내 조선업 종사자 2015년 76,098명 → 2024년 48,210명(36.6% 감소)
2. 목표(2030년)
 ○ 기자재 국산화율 35% → 60%
3. 주요 사업
 가. 지원센터 3단계: 장목면 일원, 부지 18,000㎡, 2025~2028년, 412억 원(국비 220, 도비 58, 시비 134)
 나. 숙련공 양성: 연 450명, 1인당 월 100만 원 훈련수당
4. 연차별 투자계획 (단위: 억 원)
사업명	합계	2026	2027
실증 설비	88	30	58
※ 옛 조선소 터 26만㎡ 매입은 재원 문제로 이번 계획에서 제외`,
    '2025-03-07',
  )
  it('how many work in a trade now and once is promised by nobody', () => {
    expect(found.some((line) => line.startsWith('jobs'))).toBe(false)
  })
  it('shares that are aimed at, people who are taught, shares of a cost beside a like amount of the table', () => {
    expect(found).toContain('other 0.6 거제시 "2030" plan @거제시')
    expect(found.some((line) => line.startsWith('other 450 거제시'))).toBe(true)
    expect(found.filter((line) => line.startsWith('budget 58억'))).toHaveLength(2)
  })
  it('what fell out of the plan is off, and the office’s', () => {
    expect(found.at(-1)).toMatch(/^area 260000 거제시 null cancelled/)
  })
})

it('the same cluster is the one told before', () => {
  expect(
    read(
      '익산시가 2개 기업과 투자협약을 맺었다. ㈜가람푸드는 익산 국가식품클러스터에 612억 원을 투입해 공장을 세운다. 같은 클러스터 1만6,529㎡에는 ㈜나래가 240억 원을 들여 생산라인을 갖춘다.',
    ).at(-1),
  ).toMatch(/@익산 국가식품클러스터$/)
})

it('of one building each sentence tells on, and what was taken out of its plan is off', () => {
  const found = read(
    '춘천시는 후평일반산업단지(46만㎡)를 2027년까지 재생한다고 2일 밝혔다. 노후공장 터 9,917㎡에는 378억 원을 들여 지식산업센터를 세운다. 지하 1층, 지상 7층에 연면적 2만1천㎡ 규모다. 당초 계획에 있던 기숙사 150실은 사업성이 낮아 빠졌다.',
    '2025-09-02',
  )
  expect(found.find((line) => line.startsWith('area 21000'))).toMatch(/@후평일반산업단지$/)
  expect(found.at(-1)).toMatch(/^capacity 150 춘천시 null cancelled/)
})
