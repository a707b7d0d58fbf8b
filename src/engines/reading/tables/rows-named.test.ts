import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const claims = (text: string) =>
  readDocument(text, { published: '2026-03-02' }).commitments.map((c) => `${c.indicator.value} ${c.value} ${c.subject.value}`)

test('a row of totals under firms is nobody’s alone, whoever was spoken of before the table', () => {
  const table =
    '업체명 | 투자액(억원) | 고용(명)\n㈜솔빛정밀 | 투자액 1,140억원 | 고용 160명\n㈜다솜소재 | 투자액 720억원 | 고용 85명\n합계 | 투자액 1,860억원 | 고용 245명'
  expect(claims(`다솜소재㈜는 공장을 넓힐 계획이다.\n${table}`).slice(-2)).toEqual(['investment 186000000000 null', 'jobs 245 null'])
})

test('a total of one firm’s own steps is its own', () => {
  const table = '단계 | 투자액(억원)\n1단계 | 투자액 300억원\n2단계 | 투자액 420억원\n합계 | 투자액 720억원'
  expect(claims(`㈜다솜소재는 두 단계로 공장을 넓힐 계획이다.\n${table}`).at(-1)).toBe('investment 72000000000 ㈜다솜소재')
})

test('a line of cells without titles is the firm’s in its first cell, and nobody’s where it adds up', () => {
  expect(
    claims('투자 | 지원\n㈜솔빛정밀 | 투자 1140억원 | 지원 42억원\n㈜다솜소재 | 투자 720억원 | 지원 15억원\n계 | 투자 1860억원 | 지원 57억원'),
  ).toEqual([
    'investment 114000000000 ㈜솔빛정밀',
    'investment 4200000000 ㈜솔빛정밀',
    'investment 72000000000 ㈜다솜소재',
    'investment 1500000000 ㈜다솜소재',
    'investment 186000000000 null',
    'investment 5700000000 null',
  ])
})

test('a plot with its area in brackets tells how much, one without tells where', () => {
  expect(claims('업체명 | 부지(㎡) | 고용(명)\n㈜솔빛정밀 | 부지 33,000㎡ | 고용 160명\n㈜다솜소재 | 부지 21,500㎡ | 고용 85명')).toEqual([
    'area 33000 ㈜솔빛정밀',
    'jobs 160 ㈜솔빛정밀',
    'area 21500 ㈜다솜소재',
    'jobs 85 ㈜다솜소재',
  ])
})
