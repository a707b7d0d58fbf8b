import { compare, type Decimal, make, multiply, toText } from '#quantity/decimal'
import { over, rateText } from './amounts.ts'
import { type Checkable, type Said, shownAmount, stakeOf, witness } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** What money the jobs of a sentence are held against, the nearest in kind first. 부가가치 is a part of output and no cost of a job. */
const moneyOrder = ['investment', 'production_inducement', 'output', 'budget', 'revenue', 'other']
/** 10억 원. */
const billion = make(1n, 9)
const farApart = make(1n, 1)

interface Pair {
  jobs: Said
  money: Said
  rate: Decimal
}

/**
 * 돈에 견준 일자리 (jobs for the money): jobs ÷ (won ÷ 10억) of every sentence that states both for one subject and place.
 * Said where one pair is ten times another of the same document or more (or a tenth or less); both pairs are named.
 */
export function jobsPerMoney(check: Checkable): Finding[] {
  const pairs = pairsOf(check)
  if (pairs.length < 2) return []
  const sorted = [...pairs].sort((a, b) => compare(a.rate, b.rate))
  const middle = sorted[(sorted.length - 1) >> 1]!
  const outliers = pairs.filter((pair) => pair !== middle && isFar(pair, middle))
  return outliers.map((pair) => findingOf(pair, middle))
}

function pairsOf(check: Checkable): Pair[] {
  const found: Pair[] = []
  for (const jobs of check.said) {
    if (jobs.family !== 'jobs:persons' || jobs.mention.per !== null || jobs.value.coefficient <= 0n) continue
    const beside = check
      .saidIn(jobs.sentenceAt)
      .filter(
        (one) =>
          one.unit === 'KRW' &&
          one.mention.per === null &&
          one.value.coefficient > 0n &&
          moneyOrder.includes(one.commitment.indicator.value) &&
          one.commitment.subject.value === jobs.commitment.subject.value &&
          one.commitment.place.value === jobs.commitment.place.value,
      )
    beside.sort((a, b) => rank(a) - rank(b) || Math.abs(a.start - jobs.start) - Math.abs(b.start - jobs.start))
    const money = beside[0]
    if (money) found.push({ jobs, money, rate: over(multiply(jobs.value, billion), money.value) })
  }
  return found
}

const rank = (one: Said): number => moneyOrder.indexOf(one.commitment.indicator.value)

function isFar(a: Pair, b: Pair): boolean {
  const [low, high] = compare(a.rate, b.rate) < 0 ? [a.rate, b.rate] : [b.rate, a.rate]
  return compare(high, multiply(low, farApart)) >= 0
}

function findingOf(pair: Pair, other: Pair): Finding {
  const rule = ruleOf('jobs-per-money')
  const times = compare(pair.rate, other.rate) > 0 ? over(pair.rate, other.rate) : over(other.rate, pair.rate)
  const side = ({ jobs, money, rate }: Pair, language: 'ko' | 'en') =>
    `${shownAmount(jobs)[language]} ÷ ${shownAmount(money)[language]} = ${rateText(rate)}`
  return {
    rule: rule.id,
    version: rule.version,
    outcome: 'odd',
    witnesses: [witness('jobs', pair.jobs), witness('money', pair.money), witness('other-jobs', other.jobs), witness('other-money', other.money)],
    numbers: [
      { name: { ko: '10억 원에', en: 'Per KRW 1 bn' }, value: toText(pair.rate), unit: 'persons' },
      { name: { ko: '같은 문서의 다른 값', en: 'Elsewhere in the document' }, value: toText(other.rate), unit: 'persons' },
      { name: { ko: '벌어진 배수', en: 'Times apart' }, value: toText(times), unit: 'multiple' },
    ],
    title: {
      ko: `10억 원에 ${rateText(pair.rate)}명. 같은 문서의 다른 값은 ${rateText(other.rate)}명입니다`,
      en: `${rateText(pair.rate)} jobs per KRW 1 bn. Elsewhere in the document it is ${rateText(other.rate)}`,
    },
    detail: {
      ko: `10억 원당 ${side(pair, 'ko')}명, ${side(other, 'ko')}명. ${rateText(times)}배 벌어집니다.`,
      en: `${side(pair, 'en')} jobs per KRW 1 bn; ${side(other, 'en')}. ${rateText(times)} times apart.`,
    },
    atStake: stakeOf([pair.money]),
  }
}
