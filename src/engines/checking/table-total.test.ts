import { expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { checkReading } from './check-document.ts'
import type { RuleId } from './finding.ts'

const odd = (text: string, rule: RuleId) => checkReading(readDocument(text)).filter((one) => one.rule === rule && one.outcome === 'odd')
const quotes = (text: string, rule: RuleId) => odd(text, rule).map((one) => one.witnesses.map((word) => text.slice(word.start, word.end)))

test.each([
  ['| 구분 | 금액(억원) |\n|---|---|\n| 반도체 | 3,400 |\n| 바이오 | 1,230 |\n| 합계 | 4,730 |', ['4,730', '3,400', '1,230']],
  ['구 분\t면적(㎡)\t비고\n산업용지\t312,000\t분양\n공공용지\t127,000\t\n계\t478,000\t', ['478,000', '312,000', '127,000']],
])('columns are added up whatever they measure', (text, words) => {
  expect(quotes(text, 'parts-of-total')).toEqual([words])
})
test.each([
  ['rows within a row', '구분\t인원(명)\n본사\t120\n- 연구직\t45\n- 사무직\t75\n공장\t240\n합계\t360'],
  ['a row that adds up those below it', '구분\t금액(억원)\n반도체\t3,400\n메모리\t2,400\n팹리스\t1,000\n바이오\t1,230\n합계\t4,630'],
  ['two divisions of one whole', '구분\t인원(명)\n남\t120\n여\t96\n청년\t80\n중장년\t136\n합계\t216'],
  ['an average', '구분\t인원(명)\n가온\t120\n나래\t96\n평균\t108\n합계\t216'],
])('a total is not held to rows where there are %s', (_, text) => {
  expect(odd(text, 'parts-of-total')).toEqual([])
})
test('the shares of a table are of the column that most of them fit', () => {
  const text = '구분\t건수\t비율\n착공\t36\t45%\n가동\t24\t30%\n미이행\t20\t35%\n합계\t80\t100%'
  expect(quotes(text, 'printed-percentage')).toEqual([['20', '80', '35%']])
  expect(odd(text.replace('35%', '25%'), 'printed-percentage')).toEqual([])
})
test('percentages of another base are no shares of the table', () => {
  expect(odd('유형\t목표(개)\t달성률\n신규\t30\t80%\n증설\t20\t95%\n이전\t10\t120%\n합계\t60\t100%', 'printed-percentage')).toEqual([])
})
