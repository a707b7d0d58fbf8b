import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2026-03-04' }).commitments.map(
    ({ indicator, value, unit, due, stage }) => `${indicator.value} ${value} ${unit} ${JSON.stringify(due.value)} ${stage.value}`,
  )

describe('what came in a year that is over (지난해 실적)', () => {
  it('is a result of that year, whatever was signed since', () => {
    expect(read('전라남도는 올해 5건의 투자협약을 맺었다. 도는 지난해 13건의 협약으로 37개 기업에서 4조 8,066억 원을 끌어왔다.')).toEqual([
      'firms 37 firms "2025" result',
      'investment 4806600000000 KRW "2025" result',
    ])
    expect(read('한 해 전인 2024년 강릉시의 투자유치 실적은 FDI 2억 달러, 국내 8,311억 원이었다.')).toEqual([
      'investment 200000000 USD "2024" result',
      'investment 831100000000 KRW "2024" result',
    ])
  })

  it('is not what was promised or aimed at then', () => {
    expect(read('강릉시는 지난해 기업 3곳에서 900억 원을 유치하기로 약속했다.').every((line) => !line.endsWith('result'))).toBe(true)
    expect(read('강릉시가 2024년 내건 목표는 900억 원을 유치하는 것이었다.').every((line) => !line.endsWith('result'))).toBe(true)
  })

  it('goes on to the parts told behind it', () => {
    expect(
      read(
        '강릉시가 2025년 한 해 유치한 외국인투자는 3억 달러다. 국내 기업의 투자는 7,455억 원으로, 이 중 물류가 3,102억 원이고 첨단산업은 1,310억 원가량이다.',
      ),
    ).toEqual([
      'investment 300000000 USD "2025" result',
      'investment 745500000000 KRW "2025" result',
      'investment 310200000000 KRW "2025" result',
      'investment 131000000000 KRW "2025" result',
    ])
  })

  it('stands in a table whose title says the year', () => {
    const table = (title: string) => `${title}\n업종\n금액(백만 달러)\n비중(%)\n첨단산업\n391\n86\n물류산업\n45\n14`
    expect(read(`강릉시의 외자 유치 현황이다.\n${table('[표] 2025년 업종별 FDI')}`)).toEqual([
      'investment 391000000 USD "2025" result',
      'investment 45000000 USD "2025" result',
    ])
    expect(read(`강릉시의 외자 유치 현황이다.\n${table('[표] 2025년 업종별 무역수지')}`)).toEqual([])
  })
})

it('a year before joined aims is that of all of them', () => {
  expect(read('강릉시는 2026년 종합계획에서 FDI 2억 달러, 국내 투자 6,000억 원을 목표로 내걸었다.')).toEqual([
    'investment 200000000 USD "2026" plan',
    'investment 600000000000 KRW "2026" plan',
  ])
})
