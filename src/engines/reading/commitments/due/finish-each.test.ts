import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const due = (text: string) =>
  Object.fromEntries(
    readDocument(text, { published: '2025-03-02' }).commitments.map((c) => [`${c.subject.value} ${c.indicator.value}`, c.due.value] as const),
  )

test('each firm opens on its own day, the others on the day of the rest', () => {
  const days = due(
    '김해시는 2일 3개사와 투자협약을 맺었다. 협약 내용은 ▲가온윈드(주촌면 5만㎡·900억원·150명) ▲㈜나래블레이드(진례면·520억원·98명) ▲다솜기술(생림면·330억원·64명)이다.\n완공 시점은 가온윈드가 2028년, 나머지 두 곳은 2026년 말로 잡혔다.',
  )
  expect(days['가온윈드 investment']).toBe('2028')
  expect(days['㈜나래블레이드 jobs']).toBe('2026-12')
  expect(days['다솜기술 investment']).toBe('2026-12')
})

test('a firm that has no day yet takes none of another', () => {
  const days = due(
    '김해시는 2일 ㈜가람소재, 한올테크(주)와 투자협약을 맺었다. ㈜가람소재는 100억원, 한올테크(주)는 80억원을 들여 공장을 짓는다. 공장을 돌리는 때는 ㈜가람소재가 2030년이고 한올테크(주)는 아직 날을 잡지 않았다.',
  )
  expect(days['㈜가람소재 investment']).toBe('2030')
  expect(days['한올테크(주) investment']).toBe(null)
})

test('results told behind a count were counted at its day', () => {
  const days = due('김해시가 올해 2월까지 유치한 투자는 14개 기업, 1,870억원이다. 실제로 집행된 투자는 930억원에 머물렀다.')
  expect(days['김해시 investment']).toBe('2025-02')
})
