import { describe, expect, test } from 'vitest'
import { type ClaimReference, claimCheck } from './claim-check.ts'
import { assumptionWords } from './claim-words.ts'
import { boundVerdict, effectBounds } from './effect-bounds.ts'

/** Bank of Korea, input-output tables of 2022 (all sectors) and of 2019 (groups of sectors), as the press quotes them. Money in KRW 1bn. */
const bankOfKorea: ClaimReference = {
  name: '한국은행 산업연관표 2022',
  production: 1.818,
  valueAdded: 0.729,
  jobs: 8.1,
  per: 1,
  sectors: [
    { name: '농림수산품', jobs: 25.0 },
    { name: '광산품', jobs: 8.9 },
    { name: '공산품', jobs: 6.2 },
    { name: '건설', jobs: 10.8 },
    { name: '서비스', jobs: 12.5 },
  ],
}

test('a claim of 250,000 jobs and 10 trillion won is outside, and only agriculture comes near', () => {
  const { verdict, assume, tests } = claimCheck({ output: 10_000, jobs: 250_000 }, bankOfKorea).value
  expect(verdict).toBe('outside')
  expect(tests.find((one) => one.test === 'jobs-per-amount')!.times).toBeCloseTo(25 / 8.1, 10)
  expect(assume.join()).toContain('농림수산품 (25)')
  expect(assume.join()).not.toContain('서비스')
})

test('the data centre of Ansan is coherent and means 223 jobs a year', () => {
  const { value, basis } = claimCheck(
    { output: 2059, valueAdded: 908.4, jobs: 8931, years: 40, alsoPrinted: [{ what: 'jobs', value: 8941, source: '다른 기사' }] },
    bankOfKorea,
  )
  expect(value.verdict).toBe('coherent')
  expect(value.jobsPerYear).toBeCloseTo(223.275, 10)
  expect(value.tests.find((one) => one.test === 'value-added-rate')!.value).toBeCloseTo(0.4412, 4)
  expect(value.assume.join()).toContain('person-years: 223')
  expect(basis.warnings).toEqual([])
})

test('direct figures are told from induced ones', () => {
  const { verdict, assume } = claimCheck({ output: 101_000, valueAdded: 33_000, jobs: 110_000 }, bankOfKorea).value
  expect(verdict).toBe('coherent')
  expect(assume.join()).toContain('direct ones only')
  expect(claimCheck({ investment: 10_000, jobs: 8000 }, bankOfKorea).value.assume.join()).toContain('0.8 against 8.1')
})

test('what would make jobs and money agree is told for every coefficient', () => {
  const { wouldNeed, assumptions } = claimCheck({ output: 10_000, jobs: 250_000 }, bankOfKorea).value
  const of = (name: string) => wouldNeed.find((one) => one.name === name)!
  // 25 jobs for KRW 1bn: twice what services have, four times what manufactures have
  expect([of('서비스').years, of('서비스').amount, of('서비스').jobs]).toEqual([2, 20_000, 125_000])
  expect(of('공산품').years).toBeCloseTo(4.03, 2)
  expect(of('농림수산품').years).toBe(1)
  expect(assumptions.map((one) => assumptionWords(one, 'ko')).join(' ')).toContain('모두 농림수산품 (25)에 쓰인다')
})

test('output far above the multiplier of an investment needs years of running', () => {
  const { verdict, assume } = claimCheck({ investment: 1000, output: 5000 }, bankOfKorea).value
  expect(verdict).toBe('outside')
  expect(assume.join()).toContain('running it afterwards')
  expect(claimCheck({ investment: 1000, output: 1800 }, bankOfKorea).value.verdict).toBe('coherent')
})

test('one number alone cannot be judged', () => {
  expect(claimCheck({ jobs: 110_000 }, bankOfKorea).value.verdict).toBe('cannot-judge')
})

test('more value added than output is outside', () => {
  expect(claimCheck({ output: 100, valueAdded: 120 }, bankOfKorea).value.verdict).toBe('outside')
})

test('an unit does not matter as long as both sides use it', () => {
  const inMillions = { ...bankOfKorea, per: 1000 }
  const small = claimCheck({ output: 2_059_000, jobs: 8931 }, inMillions).value.tests.map((one) => one.times)
  const large = claimCheck({ output: 2059, jobs: 8931 }, bankOfKorea).value.tests.map((one) => one.times)
  small.forEach((one, i) => {
    expect(one).toBeCloseTo(large[i]!, 10)
  })
})

describe('bounds of Miller and Blair’s two sectors', () => {
  const bounds = effectBounds({
    coefficients: [
      [0.15, 0.25],
      [0.2, 0.05],
    ],
    importShare: [0.2, 0.1],
    sector: 0,
    amount: 1000,
    typeIIMultiplier: 2.2,
  }).value
  test.each([
    [900, 'below_direct'],
    [1400, 'within_type_I_domestic'],
    [1500, 'within_type_I'],
    [2000, 'within_type_II'],
    [2500, 'above_type_II'],
  ])('%i is %s', (claimed, verdict) => expect(boundVerdict(bounds, claimed)).toBe(verdict))
})
