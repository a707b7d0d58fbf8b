import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const PAGE = `누리도시공사
사업안내
산업단지
새벽강 일반산업단지
추진현황
사업개요
위치
새솔시 강누리읍 벌말리 일원
시행자
누리도시공사 60%, 새솔시 40%
사업기간
2019. 4. ~ 2028. 6.
총사업비(백만원)
184,500
토지이용계획
구분
면적(㎡)
계
812,400
산업시설용지
540,300
지원시설용지
61,200
공원
90,100
도로
70,800
하천
20,000
주차장
30,000
추진현황
2021. 03. 09.
산업단지계획 승인
HISTORY
담당부서 단지조성처`

const slots = (history: string, published = '2025-04-30') =>
  readDocument(PAGE.replace('HISTORY', history), { published }).commitments.map((c) =>
    [c.indicator.value, c.value, c.subject.value, c.due.value, c.stage.value, c.place.value].join(' | '),
  )

describe('a page about one project', () => {
  test('whose it is, where, by when and how far holds for the tables too', () => {
    const read = slots('2023. 02. 20.\n부지조성공사 착공\n2028. 06.\n준공(예정)')
    expect(read).toContain('area | 812400 | 누리도시공사 | 2028-06 | construction | 새솔시 강누리읍 벌말리')
    expect(read).toContain('area | 30000 | 누리도시공사 | 2028-06 | construction | 새솔시 강누리읍 벌말리')
    expect(read).toContain('budget | 184500000000 | 누리도시공사 | 2028-06 | construction | 새솔시 강누리읍 벌말리')
  })

  test.each([
    ['a groundbreaking ahead is a plan', '2026. 09.\n부지조성공사 착공(예정)', 'plan'],
    ['a groundbreaking after the day of the page is a plan', '2026. 09.\n부지조성공사 착공', 'plan'],
    [
      'a part that is finished leaves the rest in the works',
      '2023. 02.\n공사 착공\n2024. 11.\n폐수처리시설 준공\n2028. 06.\n준공(예정)',
      'construction',
    ],
    ['finished and nothing ahead', '2021. 05.\n공사 착공\n2024. 12.\n부지조성공사 준공', 'operation'],
    ['what firms sign once the project has its leave is no step of it', '2024. 12. 20.\n데이터센터 투자협약 체결', 'plan'],
    ['day and step on one line', "'23. 2. 20. 부지조성공사 착공\n'28. 6. 준공 예정", 'construction'],
  ])('%s', (_name, history, stage) => {
    for (const one of slots(history)) expect(one.split(' | ')[4]).toBe(stage)
  })

  test('of a term that was changed the new one counts; villages of one site stay together', () => {
    const read = readDocument(
      PAGE.replace('HISTORY', '2023. 02. 20.\n부지조성공사 착공')
        .replace('2019. 4. ~ 2028. 6.', '당초 2019. 4. ~ 2025. 12. / 변경 2019. 4. ~ 2028. 6.')
        .replace('강누리읍 벌말리 일원', '강누리읍 벌말리, 솔내면 새터리 일원'),
      { published: '2025-04-30' },
    ).commitments
    const land = read.find(({ indicator }) => indicator.value === 'area')
    expect(land?.due.value).toBe('2028-06')
    expect(land?.place.value).toBe('새솔시 강누리읍 벌말리, 솔내면 새터리')
  })

  test('running text is no page', () => {
    const text = `새솔시는 산업단지를 넓힌다.\n위치: 강누리읍 벌말리\n시행자: 누리도시공사\n${'시는 길을 넓힌다고 밝혔다.\n'.repeat(20)}`
    expect(readDocument(`${text}한빛전자는 김해시에 300억 원을 투자한다.`).commitments.at(-1)?.place.value).toBe('김해시')
  })

  test('labels before the first one known belong to the sheet; sold since its term a park is in use', () => {
    const building =
      '건축개요\n시공사\n새벽물산\n바닥면적\n575평\n시행법인\n가람816피에프브이(주)\n규모\nB9 / 34F\n위치\n서울시 중구 남대문로 5가 100\n연면적\n120,783 m²\n용도\n업무시설'
    expect(readDocument(building).commitments.map((c) => [c.subject.value, c.place.value])).toEqual([
      ['가람816피에프브이(주)', '서울시 중구 남대문로 5가'],
      ['가람816피에프브이(주)', '서울시 중구 남대문로 5가'],
    ])
    const park = (year: string): unknown =>
      readDocument(
        `단지개요\n위 치 : 전남 나주시 금천면 일원\n면 적 : 1,845,300㎡\n사업기간 : 1994년 ~ 2016년\n사업시행자 : 솔숲도시공사\n지역지정\n국가산업단지 지정\n분양률 : 58%(${year}년 9월)\n관리기관\n가람관리소\n기업지원\n대상`,
      ).commitments[0]?.stage.value
    expect(park('2022')).toBe('operation')
    expect(park('2012')).toBe('plan')
  })
})
