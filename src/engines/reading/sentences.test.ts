import { describe, expect, test } from 'vitest'
import { readingUnits, splitSentences } from './sentences.ts'

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

describe('readingUnits', () => {
  const units = (text: string) => readingUnits(text, splitSentences(text)).map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' '))

  test('lines of one sentence are read together, also where an empty line stands behind each of them', () => {
    const script =
      '전라남도는\n\n수도권 기업 3개 업체가\n\n강진과 해남에 모두 210억원을 투자해\n\n생산공장을 짓기로\n\n협약을 체결했다고 밝혔습니다.\n\n이에 따라 전라남도는\n\n새 일자리가 생길 것으로\n\n내다봤습니다.'
    expect(units(script)).toEqual([
      '전라남도는 수도권 기업 3개 업체가 강진과 해남에 모두 210억원을 투자해 생산공장을 짓기로 협약을 체결했다고 밝혔습니다.',
      '이에 따라 전라남도는 새 일자리가 생길 것으로 내다봤습니다.',
    ])
  })

  test('an empty line divides where the page does not put one behind every line', () => {
    expect(units('도는 300억 원을\n투자한다.\n\n착공은\n\n내년이다.')).toEqual(['도는 300억 원을 투자한다.', '착공은', '내년이다.'])
  })

  test('the title of a notice goes on in no sentence', () => {
    expect(units('가람항만공사 공고 제2026-31호\n서측배후단지 입주기업 선정 공고\n공사는 입주할 기업을 모집합니다.')).toHaveLength(3)
  })
})
