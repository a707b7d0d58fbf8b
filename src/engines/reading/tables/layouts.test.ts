import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

/**
 * The same agreement as every page flattens it: a cell a line, cells by tabs, bars or spaces; units in the heads, in the cells or in a line over the table;
 * with and without a number, a head of the firm, goods and a title. Whatever the page looks like, each number is its firm's, with its site and day.
 */
const ROWS = [
  { firm: '가온소재', head: '김하담', goods: '자동차 부품', site: '대송산단', area: 51388, won: 157, jobs: 255, due: ['2027.3.', '2027-03'] },
  { firm: '㈜나래푸드', head: '이나담', goods: '식품 가공', site: '진교농공단지', area: 9310, won: 1212, jobs: 59, due: ['2028년 11월', '2028-11'] },
  { firm: '다솜메디칼', head: '박서담', goods: '의료기기', site: '갈사산단', area: 40273, won: 92, jobs: 203, due: ['2026년', '2026'] },
] as const

type Row = (typeof ROWS)[number]
type Units = 'heads' | 'cells' | 'line'
interface Column {
  readonly head: string
  readonly cell: (row: Row, k: number) => string
}

const said = (n: number): string => n.toLocaleString('en-US')

function columns(units: Units, words: number): Column[] {
  const name = (list: readonly string[]): string => list[words % list.length]!
  const unit = (of: string): string => (units === 'heads' ? `(${of})` : '')
  const own = (of: string): string => (units === 'cells' ? of : '')
  const all: Column[] = [
    { head: name(['연번', 'No.', '구분', '순번']), cell: (_, k) => String(k + 1) },
    { head: name(['기업명', '업체', '투자기업명', '협약기업', '상호']), cell: (row) => row.firm },
    { head: name(['대표자', '대표', '대표자명']), cell: (row) => row.head },
    { head: name(['주요 생산품', '업종', '사업내용', '생산제품']), cell: (row) => row.goods },
    { head: name(['입주단지', '공장 위치', '투자 예정지', '입주 지역']), cell: (row) => row.site },
    { head: name(['부지면적', '부지', '공장부지', '부지 규모']) + unit('㎡'), cell: (row) => said(row.area) + own('㎡') },
    { head: name(['투자액', '총투자액', '투자 규모', '투자계획']) + unit('억원'), cell: (row) => said(row.won) + own('억 원') },
    { head: name(['고용', '신규 고용', '채용예정', '고용 인원']) + unit('명'), cell: (row) => said(row.jobs) + own('명') },
    { head: name(['준공시기', '완공 예정', '투자완료', '가동예정', '준공 예정일']), cell: (row) => row.due[0] },
  ]
  return all.filter((_, k) => !(words % 2 === 1 && k === 0) && !(words % 3 === 1 && k === 2) && !(words % 4 === 2 && k === 3))
}

const LAYOUTS: Readonly<Record<string, string>> = { 'a cell a line': '\n', tabs: '\t', bars: ' | ', spaces: '   ', 'one space': ' ' }

function page(layout: string, units: Units, words: number): string {
  const heads = columns(units, words)
  const rows = [heads.map(({ head }) => head), ...ROWS.map((row, k) => heads.map(({ cell }) => cell(row, k)))]
  const title = ['투자협약 체결 현황', '□ 협약 기업별 투자계획', '[투자협약 기업 현황]', '하동군 투자협약 기업'][words % 4]!
  return [
    '하동군은 5일 군청에서 기업들과 투자협약을 맺었다.',
    title,
    ...(words % 3 === 2 ? ['자료: 하동군 투자유치과'] : []),
    ...(units === 'line' ? ['(단위: ㎡, 억원, 명)'] : []),
    rows.map((row) => row.join(LAYOUTS[layout])).join(words % 2 === 0 ? '\n' : layout === 'a cell a line' ? '\n\n' : '\n'),
    '군은 행정 지원을 약속했다.',
  ].join('\n')
}

const expected = ROWS.flatMap(({ firm, site, area, won, jobs, due }) => [
  `area ${area} ${firm} ${site} ${due[1]} mou`,
  `investment ${won * 1e8} ${firm} ${site} ${due[1]} mou`,
  `jobs ${jobs} ${firm} ${site} ${due[1]} mou`,
])

describe('a table of agreements, however its page is flattened', () => {
  for (const layout of Object.keys(LAYOUTS))
    for (const units of ['heads', 'cells', 'line'] as const)
      it(`${layout}, units in the ${units}`, () => {
        for (let words = 0; words < 12; words++) {
          const text = page(layout, units, words)
          const read = readDocument(text).commitments.map(
            (c) => `${c.indicator.value} ${c.value} ${c.subject.value} ${c.place.value} ${c.due.value} ${c.stage.value}`,
          )
          expect(read, text).toEqual(expected)
        }
      })

  it('names who heads each firm', () => {
    const people = readDocument(page('a cell a line', 'heads', 0)).mentions.filter(({ kind }) => kind === 'person')
    expect(people.map(({ text }) => text)).toEqual(ROWS.map(({ head }) => head))
  })
})
