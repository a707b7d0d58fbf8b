import { coefficients, latestCoefficient } from '#data/economy/coefficients'
import { groupsInEnglish } from '#data/economy/sectors'
import {
  assumptionWords,
  type ClaimAssumption,
  type ClaimReference,
  type ClaimTest,
  type ClaimVerdict,
  claimCheck,
  EconomyError,
  type EffectClaim,
  wonPerUnit,
} from '#engines/economy/index'
import { personsText, wonText } from '../amounts.ts'
import type { ClaimAnswer } from '../answer-schemas.ts'
import type { ClaimCase } from '../case.ts'

/** KRW 1bn: the unit in which Korean coefficients are published. */
const billion = 1e9
const groups = ['농림수산품', '광산품', '공산품', '건설', '서비스'] as const

/** The published coefficients of a year or the latest before it, as a claim is held to them. @throws EconomyError `missing` before the first year */
export function referenceOf(year = 9999): { reference: ClaimReference; sectors: ClaimAnswer['reference']['sectors']; sources: string[] } {
  const [production, valueAdded, employed] = [
    latestCoefficient('production', 'all', year),
    latestCoefficient('valueAdded', 'all', year),
    latestCoefficient('employed', 'all', year),
  ]
  if (!production || !valueAdded || !employed)
    throw new EconomyError(
      'missing',
      `expected published coefficients of ${year} or earlier, found none`,
      `take a year from ${Math.min(...coefficients.filter((one) => one.indicator === 'production').map((one) => one.year))} on`,
      {
        part: 'year',
        value: year,
      },
    )
  const sectors = groups.flatMap((name) => {
    const row = latestCoefficient('employed', name, year)
    return row ? [{ name, jobs: row.value, year: row.year }] : []
  })
  return {
    reference: {
      name: `한국은행 산업연관표 ${employed.year}`,
      production: production.value,
      valueAdded: valueAdded.value,
      jobs: employed.value,
      per: 1,
      sectors: sectors.map(({ name, jobs }) => ({ name, jobs })),
    },
    sectors,
    sources: [
      ...new Set([
        production.source,
        valueAdded.source,
        employed.source,
        ...sectors.flatMap((one) => coefficients.find((row) => row.scope === one.name && row.year === one.year)?.source ?? []),
      ]),
    ],
  }
}

/** 주장 확인: a claim held to the published coefficients. @throws EconomyError for money in a unit that is no won */
export function answerClaim(asked: ClaimCase): ClaimAnswer {
  const scale = wonPerUnit(asked.unit)
  if (scale === null)
    throw new EconomyError('out-of-range', `expected a unit of won such as 원, 억원 or 십억원, got "${asked.unit}"`, 'name the unit of the money', {
      part: 'unit',
    })
  const money = (value: string | number | null | undefined) => (value === null || value === undefined ? undefined : (Number(value) * scale) / billion)
  const claim: EffectClaim = strip({
    output: money(asked.output),
    valueAdded: money(asked.valueAdded),
    investment: money(asked.investment),
    jobs: asked.jobs ?? undefined,
    years: asked.years ?? undefined,
    sector: asked.sector ?? undefined,
    alsoPrinted: asked.alsoPrinted.map((one) => ({ ...one, value: one.what === 'jobs' ? Number(one.value) : money(one.value)! })),
  })
  const { reference, sectors, sources } = referenceOf(asked.year ?? undefined)
  const { value, basis } = claimCheck(claim, reference)
  return {
    title: asked.title,
    verdict: value.verdict,
    says: headline(value.verdict, value.tests, value.assumptions),
    tests: value.tests.map((one) => ({ ...one, says: testWords(one) })),
    assumed: value.assumptions.map((one) => ({ ko: assumptionWords(one, 'ko'), en: inEnglish(assumptionWords(one, 'en')) })),
    wouldNeed: value.wouldNeed.map((one) => ({ ...one, amount: wonText(one.amount, billion), jobs: personsText(one.jobs) })),
    jobsPerYear: value.jobsPerYear === null ? null : personsText(value.jobsPerYear),
    reference: { name: reference.name, production: reference.production, valueAdded: reference.valueAdded, jobs: reference.jobs, sectors, sources },
    warnings:
      basis.warnings.length > 0
        ? [
            {
              ko: '몇 해 동안의 효과인지 적힌 곳이 없습니다. 일자리가 연인원일 수 있습니다.',
              en: 'The claim does not say over how many years: jobs may be person-years.',
            },
          ]
        : [],
  }
}

/** English sentences name the groups of sectors in English. */
const inEnglish = (text: string): string => Object.entries(groupsInEnglish).reduce((made, [ko, en]) => made.replaceAll(ko, en), text)

const strip = <T extends object>(from: T): T => Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T

const one = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1))

function testWords(test: ClaimTest): { ko: string; en: string } {
  const [value, usual, times] = [one(test.value), one(test.reference), one(test.times)]
  const money = { ko: '10억원에', en: 'for KRW 1bn' }
  const words: Readonly<Record<ClaimTest['test'], { ko: string; en: string }>> = {
    'value-added-rate': {
      ko: `부가가치가 생산의 ${(100 * test.value).toFixed(1)}%. 평균은 ${(100 * test.reference).toFixed(1)}%.`,
      en: `Value added is ${(100 * test.value).toFixed(1)} % of output; the average is ${(100 * test.reference).toFixed(1)} %.`,
    },
    'jobs-per-output': {
      ko: `유발된 생산 ${money.ko} ${value}명. 평균 ${usual}명의 ${times}배.`,
      en: `${value} jobs ${money.en} of induced output: ${times} times the average of ${usual}.`,
    },
    'jobs-per-amount': {
      ko: `금액을 수요로 보면 ${money.ko} ${value}명. 평균 ${usual}명의 ${times}배.`,
      en: `${value} jobs ${money.en} if the amount is demand: ${times} times the average of ${usual}.`,
    },
    'jobs-per-investment': {
      ko: `투자 ${money.ko} ${value}명. 유발까지 센 평균 ${usual}명의 ${times}배.`,
      en: `${value} jobs ${money.en} of investment: ${times} times the average of ${usual} with all induced jobs.`,
    },
    'output-per-investment': {
      ko: `생산이 투자의 ${test.value.toFixed(2)}배. 평균은 ${test.reference.toFixed(2)}배.`,
      en: `Output is ${test.value.toFixed(2)} times the investment; the average is ${test.reference.toFixed(2)}.`,
    },
    bounds: { ko: `생산이 국산 유발의 ${times}배.`, en: `Output is ${times} times what domestic chains cause.` },
    duplicates: {
      ko: `다른 곳에는 ${one(test.value)}로 적혀 있습니다. 여기는 ${one(test.reference)}.`,
      en: `Printed elsewhere as ${one(test.value)}, here as ${one(test.reference)}.`,
    },
  }
  return words[test.test]
}

/** The finding as a heading: the test that decided. */
function headline(verdict: ClaimVerdict, tests: readonly ClaimTest[], assumptions: readonly ClaimAssumption[]): { ko: string; en: string } {
  if (verdict === 'cannot-judge')
    return {
      ko: '서로 견줄 두 숫자가 없습니다. 금액과 일자리, 또는 생산과 부가가치가 함께 있어야 합니다.',
      en: 'There are no two numbers to hold together: it takes money beside jobs, or output beside value added.',
    }
  const readings = tests.filter((test) => test.test === 'jobs-per-output' || test.test === 'jobs-per-amount')
  const decided =
    tests.find((test) => test.verdict === verdict && !readings.includes(test)) ??
    readings.find((test) => test.verdict === verdict && test.test === 'jobs-per-amount') ??
    tests.find((test) => test.verdict === verdict)!
  const value = one(decided.value)
  for (const found of assumptions) {
    if (found.code === 'above-every-sector' && verdict !== 'coherent')
      return { ko: `10억원에 ${value}명. 어느 업종에서도 나오지 않는 값입니다.`, en: `${value} jobs for KRW 1bn: no sector has so many.` }
    if (found.code === 'only-these-sectors' && verdict !== 'coherent' && decided.test.startsWith('jobs')) {
      const names = found.sectors.map((sector) => sector.name).join(', ')
      return { ko: `10억원에 ${value}명. ${names}에서나 나오는 값입니다.`, en: inEnglish(`${value} jobs for KRW 1bn: only ${names} has so many.`) }
    }
    if (found.code === 'direct-only' && verdict === 'coherent')
      return {
        ko: `10억원에 ${one(found.jobs)}명. 직접 일자리만 센 값으로는 들어맞습니다.`,
        en: `${one(found.jobs)} jobs for KRW 1bn: coherent as direct jobs alone.`,
      }
    if (found.code === 'person-years' && verdict === 'coherent')
      return {
        ko: `들어맞습니다. 다만 ${found.years}년 동안의 연인원이라, 한 해에는 ${Math.round(found.perYear).toLocaleString('en-US')}명입니다.`,
        en: `Coherent, as person-years over ${found.years} years: ${Math.round(found.perYear).toLocaleString('en-US')} persons in each year.`,
      }
  }
  return testWords(decided)
}
