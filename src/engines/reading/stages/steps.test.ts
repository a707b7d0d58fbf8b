import { describe, expect, it } from 'vitest'
import { stageOf } from './stages.ts'
import { hasNoTense } from './steps.ts'

const stage = (clause: string): string | null => stageOf(clause, 0, '2024-05-09')?.stage ?? null

describe('steps of works', () => {
  it.each([
    ['공장을 짓고 시운전에 들어갔다', 'operation'],
    ['공장이 돌아가기 시작했다', 'operation'],
    ['연구소를 열었다', 'operation'],
    ['공장을 증설하고 있다', 'construction'],
    ['기초 공사를 지난달 시작했다', 'construction'],
    ['공사가 절반쯤 진행됐다', 'construction'],
    ['투자를 그만두기로 했다', 'cancelled'],
    ['투자를 하지 않기로 했다', 'cancelled'],
  ])('"%s" is %s', (clause, expected) => expect(stage(clause)).toBe(expected))

  it.each([
    ['생산에 들어갈 계획이다', 'plan'],
    ['곧 첫 삽을 뜬다', 'plan'],
    ['현재 가동 중인 공장을 넓힐 계획이다', 'plan'],
    ['기초공사를 마치고 골조를 올리고 있다', 'construction'],
  ])('"%s" is only %s', (clause, expected) => expect(stage(clause)).toBe(expected))

  it('what is not given up is not off', () => {
    expect(stage('투자를 철회할 뜻은 없다')).not.toBe('cancelled')
    expect(stage('다른 회사와 맺은 계약을 해지하고')).not.toBe('cancelled')
  })

  it('a connective has no tense of its own', () => {
    expect(hasNoTense('들여')).toBe(true)
    expect(hasNoTense('계획')).toBe(false)
  })
})
