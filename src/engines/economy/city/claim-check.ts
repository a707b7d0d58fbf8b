import { type Result, result, type Sourced } from '../result.ts'
import { assumptionWords, type ClaimAssumption } from './claim-words.ts'
import { boundVerdict, type EffectBounds } from './effect-bounds.ts'

/** What was announced (발표된 효과). Money in the unit of the reference; what was not said is left out. */
export interface EffectClaim {
  readonly output?: number
  readonly valueAdded?: number
  readonly jobs?: number
  readonly investment?: number
  /** Over how many years the effect is said to come, where said. */
  readonly years?: number
  /** Sector, where said, by the names of the reference. */
  readonly sector?: string
  /** The same figure as printed elsewhere. */
  readonly alsoPrinted?: readonly {
    readonly what: 'output' | 'valueAdded' | 'jobs' | 'investment'
    readonly value: number
    readonly source: string
  }[]
}

/** Published coefficients that a claim is held to (유발계수), a unit of final demand. */
export interface ClaimReference {
  readonly name: string
  /** Output a unit of final demand. */
  readonly production: number
  /** Value added a unit of final demand. */
  readonly valueAdded: number
  /** Persons for `per` units of final demand. */
  readonly jobs: number
  /** Units of money to which `jobs` refers; 1 where money is in KRW 1bn and jobs are "10억원당". */
  readonly per: number
  /** Persons for `per` units by sector. */
  readonly sectors: readonly { readonly name: string; readonly jobs: number }[]
}

/** How a claim stands. */
export type ClaimVerdict = 'coherent' | 'optimistic' | 'outside' | 'cannot-judge'

/** One test of a claim. */
export interface ClaimTest {
  readonly test:
    | 'value-added-rate'
    | 'jobs-per-output'
    | 'jobs-per-amount'
    | 'jobs-per-investment'
    | 'output-per-investment'
    | 'bounds'
    | 'duplicates'
  readonly value: number
  readonly reference: number
  /** value / reference */
  readonly times: number
  readonly verdict: ClaimVerdict
  /** The reading in a sentence. */
  readonly says: string
}

/** What was found. */
export interface ClaimCheck {
  readonly verdict: ClaimVerdict
  readonly tests: ClaimTest[]
  /** What one would have to assume for the claim to hold, in English; `assumptions` holds the same as data. */
  readonly assume: string[]
  readonly assumptions: ClaimAssumption[]
  /** For jobs beside money: with which coefficient it would hold if posts were counted again in each of so many years, if the money were so much, or if the jobs were so many. */
  readonly wouldNeed: {
    readonly name: string
    readonly coefficient: number
    readonly years: number
    readonly amount: number
    readonly jobs: number
  }[]
  /** Jobs over the years of the claim, where both are said: persons at work in each year. */
  readonly jobsPerYear: number | null
}

/** Up to this many times the reference a claim is coherent; up to the second, optimistic; beyond, outside. Ratios of sectors differ by about these. */
const COHERENT = 1.25
const OPTIMISTIC = 2

const graded = (times: number): ClaimVerdict => (times <= COHERENT ? 'coherent' : times <= OPTIMISTIC ? 'optimistic' : 'outside')
const show = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString())
const worst: readonly ClaimVerdict[] = ['cannot-judge', 'coherent', 'optimistic', 'outside']

/**
 * 경제효과 검증: an announced effect held to published coefficients. Ratios need no base amount: value added over output, jobs over output; jobs over the amount and over the investment; and, where a table gave
 * bounds, the output against them. A ratio below the reference is no exaggeration: it is said to be of direct figures. The verdict is the worst of the tests; without two numbers nobody can judge.
 */
export function claimCheck(
  claim: EffectClaim,
  reference: ClaimReference,
  options: Sourced & { readonly bounds?: EffectBounds } = {},
): Result<ClaimCheck> {
  const tests: ClaimTest[] = []
  const assume: ClaimAssumption[] = []
  const { output, valueAdded, jobs, investment, years } = claim
  const bySector = reference.sectors.find((one) => one.name === claim.sector)
  const demandJobs = bySector?.jobs ?? reference.jobs
  if (output !== undefined && valueAdded !== undefined && output > 0) tests.push(valueAddedTest(valueAdded / output, reference, assume))
  if (output !== undefined && jobs !== undefined && output > 0) {
    tests.push(
      jobsTest(
        'jobs-per-output',
        jobs / output,
        reference.jobs / reference.per / reference.production,
        'a unit of induced output',
        reference,
        assume,
      ),
    )
    tests.push(
      jobsTest(
        'jobs-per-amount',
        jobs / output,
        demandJobs / reference.per,
        'a unit of final demand, if the amount is that and not output',
        reference,
        assume,
      ),
    )
  }
  if (investment !== undefined && jobs !== undefined && investment > 0)
    tests.push(jobsTest('jobs-per-investment', jobs / investment, demandJobs / reference.per, 'a unit of investment', reference, assume))
  if (investment !== undefined && output !== undefined && investment > 0) tests.push(multiplierTest(output / investment, reference, assume))
  if (options.bounds && output !== undefined) tests.push(boundsTest(output, options.bounds, assume))
  tests.push(...duplicateTests(claim))
  const jobsPerYear = jobs !== undefined && years !== undefined && years > 0 ? jobs / years : null
  if (jobsPerYear !== null && years! > 1) assume.push({ code: 'person-years', jobs: jobs!, years: years!, perYear: jobsPerYear })
  return result(
    {
      verdict: overall(tests),
      tests,
      assume: [...new Set(assume.map((one) => assumptionWords(one, 'en')))],
      assumptions: [...new Map(assume.map((one) => [assumptionWords(one, 'en'), one])).values()],
      wouldNeed: neededFor(jobs, output ?? investment, reference),
      jobsPerYear,
    },
    'claimCheck',
    options,
    [`reference: ${reference.name}`, `coherent up to ${COHERENT} times the reference, optimistic up to ${OPTIMISTIC}`],
    jobs !== undefined && years === undefined ? ['the claim does not say over how many years: jobs may be person-years'] : [],
  )
}

/** Of the two readings of one amount (output or final demand) the kinder one counts. */
function overall(tests: readonly ClaimTest[]): ClaimVerdict {
  const readings = tests.filter((one) => one.test === 'jobs-per-output' || one.test === 'jobs-per-amount')
  const kinder = readings.length === 0 ? [] : [readings.reduce((a, b) => (worst.indexOf(b.verdict) < worst.indexOf(a.verdict) ? b : a))]
  const counted = [...tests.filter((one) => !readings.includes(one)), ...kinder]
  return counted.reduce<ClaimVerdict>((made, one) => (worst.indexOf(one.verdict) > worst.indexOf(made) ? one.verdict : made), 'cannot-judge')
}

function valueAddedTest(value: number, reference: ClaimReference, assume: ClaimAssumption[]): ClaimTest {
  const usual = reference.valueAdded / reference.production
  const times = value / usual
  const verdict: ClaimVerdict = value > 1 ? 'outside' : graded(times)
  if (value > 1) assume.push({ code: 'value-added-above-output' })
  else if (verdict !== 'coherent') assume.push({ code: 'value-added-rate', rate: value, usual })
  return {
    test: 'value-added-rate',
    value,
    reference: usual,
    times,
    verdict,
    says: `value added is ${show(100 * value)} % of output; the average is ${show(100 * usual)} %`,
  }
}

function jobsTest(
  test: ClaimTest['test'],
  value: number,
  usual: number,
  of: string,
  reference: ClaimReference,
  assume: ClaimAssumption[],
): ClaimTest {
  const times = value / usual
  const verdict = graded(times)
  const perReference = value * reference.per
  if (verdict !== 'coherent') {
    const able = reference.sectors.filter((one) => one.jobs >= perReference * (1 - 1e-9))
    assume.push(
      able.length === 0
        ? { code: 'above-every-sector', jobs: perReference, most: Math.max(0, ...reference.sectors.map((one) => one.jobs)) }
        : { code: 'only-these-sectors', jobs: perReference, sectors: able },
    )
  }
  if (times < 1 / OPTIMISTIC) assume.push({ code: 'direct-only', jobs: perReference, usual: usual * reference.per })
  return {
    test,
    value,
    reference: usual,
    times,
    verdict,
    says: `${show(perReference)} jobs, ${show(times)} times the average of ${show(usual * reference.per)} for ${of}`,
  }
}

function boundsTest(output: number, bounds: EffectBounds, assume: ClaimAssumption[]): ClaimTest {
  const where = boundVerdict(bounds, output)
  const verdicts: Readonly<Record<typeof where, ClaimVerdict>> = {
    below_direct: 'coherent',
    within_type_I_domestic: 'coherent',
    within_type_I: 'optimistic',
    within_type_II: 'optimistic',
    above_type_I_total: 'outside',
    above_type_II: 'outside',
  }
  if (where === 'within_type_I') assume.push({ code: 'nothing-imported' })
  if (where === 'within_type_II') assume.push({ code: 'wages-spent-here' })
  if (where === 'above_type_I_total' || where === 'above_type_II') assume.push({ code: 'larger-amount', times: output / bounds.typeITotal })
  return {
    test: 'bounds',
    value: output,
    reference: bounds.typeIDomestic,
    times: output / bounds.typeIDomestic,
    verdict: verdicts[where],
    says: `output stands ${where.replaceAll('_', ' ')}`,
  }
}

/** Output over investment against the production multiplier: more of it needs a longer chain, or years of running counted in. */
function multiplierTest(value: number, reference: ClaimReference, assume: ClaimAssumption[]): ClaimTest {
  const times = value / reference.production
  const verdict = graded(times)
  if (verdict !== 'coherent') assume.push({ code: 'multiplier', multiplier: value, usual: reference.production })
  return {
    test: 'output-per-investment',
    value,
    reference: reference.production,
    times,
    verdict,
    says: `output is ${show(value)} times the investment; the average is ${show(reference.production)}`,
  }
}

/** For each coefficient, by which one of three changes jobs and money would agree. */
function neededFor(jobs: number | undefined, amount: number | undefined, reference: ClaimReference): ClaimCheck['wouldNeed'] {
  if (jobs === undefined || amount === undefined || !(amount > 0) || !(jobs > 0)) return []
  return [{ name: reference.name, jobs: reference.jobs }, ...reference.sectors].map((one) => ({
    name: one.name,
    coefficient: one.jobs,
    years: jobs / ((amount * one.jobs) / reference.per),
    amount: (jobs * reference.per) / one.jobs,
    jobs: (amount * one.jobs) / reference.per,
  }))
}

/** The same figure printed differently: nobody can say which is meant, beyond a rounding of one in a thousand. */
function duplicateTests(claim: EffectClaim): ClaimTest[] {
  return (claim.alsoPrinted ?? []).flatMap((one) => {
    const value = claim[one.what]
    if (value === undefined || value === one.value) return []
    const times = one.value / value
    const verdict: ClaimVerdict = Math.abs(times - 1) < 0.01 ? 'coherent' : 'outside'
    return [
      {
        test: 'duplicates' as const,
        value: one.value,
        reference: value,
        times,
        verdict,
        says: `${one.source} prints ${show(one.value)} for the same figure`,
      },
    ]
  })
}
