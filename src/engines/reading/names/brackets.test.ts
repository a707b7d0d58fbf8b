import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string) =>
  readDocument(text, { published: '2025-03-02' }).commitments.map((c) => [c.subject.value, c.indicator.value, c.value, c.place.value].join(' '))
const firms = (text: string) =>
  readDocument(text)
    .mentions.filter(({ kind }) => kind === 'organisation')
    .map(({ value }) => value)

describe('terms of an agreement in brackets behind each firm', () => {
  test('each number in the brackets is the firm’s', () => {
    expect(
      read('충주시는 2일 3개사와 투자협약을 맺었다. 협약 내용은 ▲가온윈드(안림산단 5만㎡·900억원·150명) ▲㈜나래블레이드(용탄산단·520억원·98명)이다.'),
    ).toEqual(
      expect.arrayContaining([
        '가온윈드 area 50000 안림산단',
        '가온윈드 investment 90000000000 안림산단',
        '㈜나래블레이드 investment 52000000000 용탄산단',
        '㈜나래블레이드 jobs 98 용탄산단',
      ]),
    )
  })

  test.each([
    '1단계(62만㎡, 1460억원)를 먼저 짓는다.',
    '총사업비(국비 120억원, 도비 30억원)를 확보했다.',
    '로봇테스트필드(3만㎡, 1998억원)가 문을 연다.',
    '화장품공장(3000㎡, 50억원)을 세운다.',
  ])('works and money are no firm: %s', (text) => expect(firms(text)).toEqual([]))
})

describe('lists that go with a list of firms', () => {
  test('every list of that length goes in turn, the sentence after too', () => {
    const lines = read(
      '새솔산단에는 휠을 깎는 ㈜가람휠, 포장기계 회사 나래팩(주), 두레전지㈜가 투자협약을 맺고 들어간다. 터는 차례로 3만㎡, 1만㎡, 8천㎡이고 투자액은 각각 820억·410억·95억 원, 채용 인원은 150명, 88명, 27명이다.',
    ).map((line) => line.split(' ').slice(0, 3).join(' '))
    expect(lines).toEqual(
      expect.arrayContaining(['㈜가람휠 area 30000', '나래팩(주) area 10000', '두레전지㈜ investment 9500000000', '나래팩(주) jobs 88']),
    )
  })
})
