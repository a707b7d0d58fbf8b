import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { Mention } from '../reading.ts'

interface Case {
  title: string
  lines: string[]
  says: string[]
}
const corpus = JSON.parse(readFileSync(new URL('../../../../corpus/reading/tables.json', import.meta.url), 'utf8')) as { cases: Case[] }

/** A mention in the notation of the corpus. */
function notation({ kind, value, unit }: Mention): string {
  const said = value !== null && typeof value === 'object' ? `${value.from}..${value.to}` : `${value}`
  return unit === null || unit === 'date' ? `${kind}:${said}` : `${kind}:${said} ${unit}`
}

describe('tables', () => {
  test.each(corpus.cases.map((one) => [one.title, one] as const))('%s', (_title, { lines, says }) => {
    expect(readDocument(lines.join('\n'), { published: '2024-05-09' }).mentions.map(notation)).toEqual(says)
  })

  test('a number of a table keeps its line as its evidence, and its label as its reason', () => {
    const { commitments, text } = readDocument('기업명\t투자액(억원)\t고용(명)\n㈜한올텍\t320\t45\n새봄메디\t150\t20', { published: '2024-05-09' })
    expect(commitments.map((c) => [c.value, c.subject.value, text.slice(c.evidence.start, c.evidence.end)])).toEqual([
      [32_000_000_000, '㈜한올텍', '㈜한올텍\t320\t45'],
      [45, '㈜한올텍', '㈜한올텍\t320\t45'],
      [15_000_000_000, '새봄메디', '새봄메디\t150\t20'],
      [20, '새봄메디', '새봄메디\t150\t20'],
    ])
  })

  test('a cell that repeats the title of its column is what stands behind it', () => {
    const { commitments } = readDocument('기업 | 투자금액(억원) | 입주 예정지\n가온소재 | 투자금액 1,200억원 | 입주 예정지 한들산업단지', {
      published: '2024-05-09',
    })
    expect(commitments.map((c) => [c.value, c.subject.value, c.place.value])).toEqual([[120_000_000_000, '가온소재', '한들산업단지']])
  })

  test('a row that tells again what a sentence said of the same firm is no second promise', () => {
    const { commitments } = readDocument(
      '나래시는 12일 가온소재㈜와 한들산업단지에 1,200억 원을 투자하는 협약을 맺었다고 밝혔다.\n기업 | 투자 금액(억원) | 투자 면적(㎡)\n가온소재 | 투자 금액 1,200억원 | 투자 면적 33,000㎡',
      { published: '2024-05-09' },
    )
    expect(commitments.map((c) => [c.value, c.unit])).toEqual([
      [120_000_000_000, 'KRW'],
      [33_000, 'm2'],
    ])
  })

  test('a number whose column cannot be told is not read', () => {
    const said = readDocument('업체명\n투자액(억원)\n고용(명)\n㈜한솔정밀\n120\n35\n가람소재\n80\n다래식품㈜\n45\n20', {
      published: '2024-05-09',
    }).mentions
    expect(said.filter((m) => m.text === '80')).toEqual([])
    expect(said.filter((m) => m.text === '45').map((m) => m.kind)).toEqual(['money'])
  })

  const promised = (lines: string): string[] =>
    readDocument(lines, { published: '2024-05-09' }).commitments.map(
      (c) => `${c.indicator.value} ${c.value} ${c.unit} | ${JSON.stringify(c.due.value)}`,
    )

  test('a heading says what its table is about, and for which year', () => {
    expect(promised('□ 2025년 지원예산(백만원)\n구분\n국비\n계\n시설 보조\n2,100\n3,500\n고용 보조\n600\n1,000')).toEqual([
      'budget 2100000000 KRW | "2025"',
      'budget 3500000000 KRW | "2025"',
      'budget 600000000 KRW | "2025"',
      'budget 1000000000 KRW | "2025"',
    ])
  })

  test('conditions, ceilings and what stood before a change are promised by nobody', () => {
    expect(promised('구역\t최소 투자금액(억원)\t최소 고용인원(명)\nA-1\t120\t45\nA-2\t80\t30')).toEqual([])
    expect(promised('유형\t지원한도\t협약기간\nA형\t5천만원\t6개월\nB형\t1억원\t8개월')).toEqual([])
    expect(promised('구분\t당초\t변경\n총사업비(억원)\t980\t1,450')).toEqual(['budget 145000000000 KRW | null'])
  })

  test('of two years compared the later is planned', () => {
    expect(promised("(단위: 억원)\n사업명\t'24예산(A)\t'25안(B)\t증감(B-A)\n기반 조성\t1,180\t2,020\t840")).toEqual([
      'budget 202000000000 KRW | "2025"',
    ])
  })
})
