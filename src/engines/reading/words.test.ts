import { describe, expect, test } from 'vitest'
import { isCommonCompound } from './gazetteer/common.ts'
import { stemsOf } from './particles.ts'
import { classifyWord } from './words.ts'

describe('stemsOf', () => {
  test('a particle is cut off only where it agrees with the syllable before it', () => {
    expect(stemsOf('남양주시는')).toEqual(['남양주시'])
    expect(stemsOf('공단은')).toEqual(['공단'])
    expect(stemsOf('공단는')).toEqual([])
    expect(stemsOf('서울로')).toContain('서울')
    expect(stemsOf('부산로')).not.toContain('부산')
  })
})

describe('classifyWord', () => {
  test.each([
    ['남양주시는', 'area', '남양주시'],
    ['경남도가', 'area', '경상남도'],
    ['국토부와', 'body', '국토교통부'],
    ['광주테크노파크는', 'organisation', '광주테크노파크'],
    ['SK하이닉스는', 'organisation', 'SK하이닉스'],
    ['가람국가산단에', 'place', '가람국가산단'],
    ['수도권에', 'region', '수도권'],
    ['경북도청', 'body', '경상북도'],
  ] as const)('%s is an entry of kind %s: %s', (word, kind, value) => {
    const cls = classifyWord(word)
    expect([cls.kind, cls.value]).toEqual([kind, value])
  })
  test.each(['종합병원', '친환경에너지', '차세대반도체를', '데이터센터', '화학공장을', '일자리', '측면에서', '사무국장을', '이번', '지역'])(
    '%s names nobody',
    (word) => {
      expect(['organisation', 'place', 'area', 'body', 'region', 'short-area']).not.toContain(classifyWord(word).kind)
    },
  )
  test('a head of a body holds the name of the body', () => {
    expect(classifyWord('신한은행장').name).toBe('신한은행')
    expect(classifyWord('남양주시장').name).toBe('')
  })
})

describe('isCommonCompound', () => {
  test('everyday nouns together are no name, a chain of single syllables is no evidence', () => {
    expect(isCommonCompound('친환경에너지산업')).toBe(true)
    expect(isCommonCompound('이동현')).toBe(false)
    expect(isCommonCompound('가람소재')).toBe(false)
  })
})
