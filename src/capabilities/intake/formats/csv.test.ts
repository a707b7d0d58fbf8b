import { strToU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const rowOf = async (csv: string, row: number) => {
  const parsed = await parseFile(strToU8(csv), { name: '현황.csv' })
  return parsed.ok && parsed.kind === 'text' ? parsed.text.split('\n').filter((line) => line !== '')[row] : parsed
}
const titles = '기업명,투자액(억원),고용(명)\n'
const said = '㈜누리 | 투자액 1,250억원 | 고용 180명'

test('blanks before and behind quotes are none of the cell', async () => {
  expect(await rowOf(`${titles}㈜누리 , "1,250" , 180\n`, 2)).toBe(said)
  expect(await rowOf(`${titles}"㈜누리" ,"1,250","180" \n`, 2)).toBe(said)
})
test('the sign that keeps words from becoming a number is none of the cell', async () => {
  expect(await rowOf(`${titles}"=""㈜누리""","=""1,250""","=""180"""\n`, 2)).toBe(said)
  expect(await rowOf(`${titles}="㈜누리","1,250",="180"\n`, 2)).toBe(said)
})
test('quotes in words stay', async () => {
  expect(await rowOf('기업명,비고\n㈜누리,"이른바 ""그린"", 새 공장"\n', 2)).toBe('㈜누리 | 이른바 "그린", 새 공장')
})
test('a table of blanks is empty', async () => {
  expect(await rowOf('\r\n ,, \r\n', 0)).toMatchObject({ ok: false, reason: 'empty' })
})
