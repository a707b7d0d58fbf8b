import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string) =>
  readDocument(text, { published: '2025-03-02' }).commitments.map((c) => `${c.subject.value} ${c.indicator.value} ${c.value}`)

test('two firms that promise alike keep a promise each', () => {
  const lines = read(
    '김해시는 2일 ㈜가람소재, 한올테크(주)와 투자협약을 맺었다.\n㈜가람소재는 100억원을 들여 공장을 짓고 30명을 뽑는다.\n한올테크(주)는 100억원을 들여 공장을 짓고 30명을 뽑는다.',
  )
  expect(lines).toEqual(['㈜가람소재 investment 10000000000', '㈜가람소재 jobs 30', '한올테크(주) investment 10000000000', '한올테크(주) jobs 30'])
})

test('one promise told again stays one', () => {
  const lines = read('㈜가람소재, 김해시에 100억원 투자\n㈜가람소재가 김해시에 공장을 짓는다. ㈜가람소재는 2027년까지 100억원을 들여 공장을 짓는다.')
  expect(lines).toEqual(['㈜가람소재 investment 10000000000'])
})
