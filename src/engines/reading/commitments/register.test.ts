import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { entriesOf } from './register.ts'

const rows = (text: string): string[] =>
  readDocument(text).commitments.map((c) => `${c.value / 1e8} ${c.subject.value} ${c.place.value} ${c.partOf?.value ?? '-'}`)

describe('a register of offices', () => {
  it('reads each note by itself: no budget of another office is its whole', () => {
    expect(
      rows(
        '여수시 1. 추경에 민생 예산 300억원을 반영했다.\n여수시 2. 공원 조성비 20억원(국비 10억원, 시비 10억원)을 확보했다.\n나주시 1. 2차 추경(120억원)에 지원금 40억원을 편성했다.\n구례군 3. 총 50억원을 들여 체육관을 짓는다.',
      ),
    ).toEqual([
      '300 여수시 여수시 -',
      '20 여수시 여수시 -',
      '10 여수시 여수시 1',
      '10 여수시 여수시 1',
      '120 나주시 나주시 -',
      '40 나주시 나주시 -',
      '50 구례군 구례군 -',
    ])
  })

  it('needs several offices', () => {
    const units = (text: string) =>
      text.split('\n').map((line, k, all) => ({ start: all.slice(0, k).join('\n').length + (k > 0 ? 1 : 0), end: 0, line }))
    const several = '여수시 1. 준공했다.\n나주시 1. 착공했다.\n나주시 2. 열었다.'
    const one = '여수시 1. 준공했다.\n여수시 2. 착공했다.\n여수시 3. 열었다.'
    expect(entriesOf(several, units(several))).toEqual([0, 1, 2])
    expect(entriesOf(one, units(one))).toBeNull()
  })
})
