import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'
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

describe('a note on an office', () => {
  const told = (note: string): string[] =>
    readDocument(`여수시 1. 공원을 열었다.\n나주시 1. ${note}\n나주시 2. 길을 닦는다.`).commitments.map(
      (c) => `${c.value / 1e8} ${c.subject.value} ${c.stage.value}`,
    )

  it('tells of a firm that acts for itself, and of works that go on', () => {
    expect(told('첫 성과로 솔숲제약이 2조원 규모 생산시설 투자계획을 발표했다.')).toEqual(['20000 솔숲제약 plan'])
    expect(told('배관망 구축사업(80억원)이 설명회를 거쳐 실제 관로 설치가 진행 중이다.')).toEqual(['80 나주시 construction'])
    expect(told('총 9억원을 들인 상황실이 군청 지하에 구축되어 12명이 4조3교대로 상시 운영 중임.')).toEqual(['9 나주시 operation'])
  })

  it('takes no step from what it says has not come about', () => {
    expect(told('추경에 미래산업 예산 430억원이 반영됐으나 산단 착공 등 실질 진전은 없음.')).toEqual(['430 나주시 result'])
    expect(told('주차타워 건립에 64억원을 배정하는 등 공약사업 추진을 위한 절차가 시작됨.')).toEqual(['64 나주시 plan'])
  })
})
