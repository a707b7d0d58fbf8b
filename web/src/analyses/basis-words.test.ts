import { expect, test } from 'vitest'
import { demonstrationChain } from '#capabilities/analyses/demonstration/chain'
import { demonstrationForecast } from '#capabilities/analyses/demonstration/forecast'
import { demonstrationStructure } from '#capabilities/analyses/demonstration/structure'
import { demonstrationWarning } from '#capabilities/analyses/demonstration/warning'
import { answerOf } from '#capabilities/analyses/service/answer'
import { basisWords } from './basis-words.ts'

test('everything that the engine says of the demonstration has Korean words', () => {
  const of = demonstrationForecast({ value: 110_000, year: 2030, factId: null })
  const item = { name: '가', sector: '나', amount: 40_000, probability: 0.9, startYear: 2026, rampYears: 1, meanSlipYears: 0.5 }
  const answers = [
    answerOf(demonstrationChain()),
    answerOf(demonstrationStructure()),
    answerOf(demonstrationWarning()),
    answerOf(of, { pipeline: [item, item] }),
    answerOf({ ...of, actual: of.actual.slice(0, 4), past: [] }),
  ]
  for (const { basis } of answers)
    for (const said of [...basis.assumptions, ...basis.warnings]) {
      expect(basisWords(said, 'ko'), said).toMatch(/[가-힣]/)
      expect(basisWords(said, 'en')).toBe(said)
    }
})
