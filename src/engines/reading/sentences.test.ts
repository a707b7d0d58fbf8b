import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const pieces = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end))

describe('splitSentences', () => {
  test('a full stop after a syllable and before white space ends a sentence', () => {
    expect(pieces('협약을 맺었다. 고용은 19명이다.')).toEqual(['협약을 맺었다.', '고용은 19명이다.'])
  })
  test('a decimal point ends nothing', () => {
    expect(pieces('면적은 4.371㎢다.')).toEqual(['면적은 4.371㎢다.'])
  })
  test('a closing quotation mark stays with its sentence', () => {
    expect(pieces('그는 “좋다.” 말했다. 끝.')).toEqual(['그는 “좋다.”', '말했다.', '끝.'])
  })
  test('every line stands alone and empty lines are nothing', () => {
    expect(pieces('총사업비\n7,689억원\n\n \n')).toEqual(['총사업비', '7,689억원'])
  })
})
