import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const due = (second: string): unknown =>
  readDocument(`㈜가람은 700억원을 들여 공장을 짓는다. ${second}`, { published: '2024-05-09' }).commitments[0]?.due.value

describe('days on which works are finished', () => {
  it.each([
    '2028년이면 공장이 돌아간다.',
    '2028년부터는 제품이 나온다.',
    '공사는 2028년까지 이어진다.',
    '투자 기간은 올해부터 2028년까지다.',
    '내년에 착공해 2028년 끝낸다.',
  ])('%s', (second) => expect(due(second)).toBe('2028'))

  it.each(['내년에 착공한다.', '착공은 2027년이다.', '2027년부터 공사에 들어간다.'])('a beginning is no end: %s', (second) =>
    expect(due(second)).toBeNull(),
  )
})
