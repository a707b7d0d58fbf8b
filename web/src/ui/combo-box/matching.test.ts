import { describe, expect, test } from 'vitest'
import { matching } from './matching.ts'

const choices = [{ label: '스마트에너지 데이터센터', detail: '화도읍' }, { label: '데이터 허브', detail: '왕숙' }, { label: 'Battery Plant 2' }]
const labels = (words: string) => matching(choices, words).map((choice) => choice.label)

describe('matching', () => {
  test('nothing typed keeps everything in its order', () => expect(labels(' ')).toHaveLength(3))
  test('an unfinished syllable fits', () => expect(labels('데잍')).toEqual(['스마트에너지 데이터센터', '데이터 허브']))
  test('initial consonants fit', () => expect(labels('ㄷㅇㅌㅅㅌ')).toEqual(['스마트에너지 데이터센터']))
  test('every word must stand somewhere', () => expect(labels('데이터 왕숙')).toEqual(['데이터 허브']))
  test('what begins with the words comes first', () => expect(labels('데이터')[0]).toBe('데이터 허브'))
  test('capitals do not matter', () => expect(labels('battery')).toEqual(['Battery Plant 2']))
  test('what fits nothing leaves nothing', () => expect(labels('조선소')).toEqual([]))
})
