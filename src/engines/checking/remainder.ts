import { add, compare, subtract, toText } from '#quantity/decimal'
import { amountWords, sumOf } from './amounts.ts'
import { type Checkable, type Said, shownAmount, stakeOf, witness, wordsOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'
import { judge } from './sum.ts'

/** More than this many are a statistic, not a list that an article would give one by one. */
const mostNamed = 20

/** 3개 기업 등과: there are more than these. */
const andOthers = /^\s?(?:등|외|여|이상)/

/**
 * 문장 없는 금액 (a remainder without a sentence): a total of money said of N firms, where the document states an amount for at least one of them but for
 * fewer than N: remainder = total − Σ stated amounts. Nothing where the amounts already make the total, or where none is stated. Where all N have an amount, their
 * sum is judged as parts of the total.
 */
export function remainderWithoutSentence(check: Checkable): Finding[] {
  const rule = ruleOf('remainder-without-sentence')
  const found: Finding[] = []
  for (const total of check.said) {
    const { commitment } = total
    if (total.family !== `money:${total.unit}` || total.mention.per !== null || total.mention.bound !== null) continue
    const many = check
      .saidIn(total.sentenceAt)
      .find(
        (one) =>
          one.commitment.indicator.value === 'firms' &&
          one.commitment.subject.value === commitment.subject.value &&
          one.commitment.value >= 2 &&
          one.commitment.value <= mostNamed &&
          one.start < total.start &&
          !one.approximate &&
          !andOthers.test(check.text.slice(one.end, one.end + 4)),
      )
    if (!many) continue
    const named = eachOnce(
      check.said.filter(
        (one) =>
          one.at !== total.at &&
          one.family === total.family &&
          one.mention.per === null &&
          one.commitment.subject.value !== null &&
          (one.commitment.subject.value !== commitment.subject.value || isLentName(check, total)) &&
          one.commitment.stage.value !== 'cancelled' &&
          mayBePart(total, one) &&
          compare(one.value, total.value) < 0,
      ),
    )
    const firms = many.commitment.value
    if (named.length === 0 || named.length > firms) continue
    if (named.length === firms) {
      // every firm has its amount: the sum itself is judged
      const sum = judge(check, total, named, true)
      if (sum?.outcome === 'odd' && named.length >= 2) found.push(sum)
      continue
    }
    if (unreadNear(check, total, named)) continue
    const stated = sumOf(named)
    const rest = subtract(total.value, stated.value)
    if (compare(rest, add(total.slack, stated.slack)) <= 0) continue
    const totalWords = shownAmount(total)
    const statedWords = amountWords(stated.value, total.unit, { approximate: stated.approximate })
    const restWords = amountWords(rest, total.unit)
    const missing = firms - named.length
    found.push({
      rule: rule.id,
      version: rule.version,
      outcome: 'odd',
      witnesses: [witness('total', total), witness('total', many), ...named.map((one) => witness('part', one))],
      numbers: [
        { name: { ko: '적힌 합계', en: 'Printed total' }, value: toText(total.value), unit: total.unit },
        { name: { ko: '금액이 적힌 곳의 합', en: 'Stated one by one' }, value: toText(stated.value), unit: total.unit },
        { name: { ko: '문장 없는 금액', en: 'Without a sentence' }, value: toText(rest), unit: total.unit },
        { name: { ko: '금액이 적히지 않은 곳', en: 'Firms without an amount' }, value: String(missing), unit: 'firms' },
      ],
      title: {
        ko: `${firms}개 기업의 합계는 ${totalWords.ko}인데, 금액이 적힌 곳은 ${named.length}곳(${statedWords.ko})입니다. ${restWords.ko}은 적힌 문장이 없습니다`,
        en: `The total of ${firms} firms is ${totalWords.en}, but only ${named.length} (${statedWords.en}) ${named.length === 1 ? 'has' : 'have'} an amount. ${restWords.en} stands in no sentence`,
      },
      detail: {
        ko: `${totalWords.ko} − ${statedWords.ko} = ${restWords.ko}. 나머지 ${missing}곳의 금액이 적힌 문서를 찾아 주세요.`,
        en: `${totalWords.en} − ${statedWords.en} = ${restWords.en}. Find documents with the amounts of the other ${missing}.`,
      },
      atStake: stakeOf([total]),
    })
  }
  return found
}

/** An aim counts firms that are still to come, not those that have signed; and what an office spends is no firm's. */
const mayBePart = (total: Said, one: Said): boolean =>
  (total.commitment.stage.value !== 'plan' || one.commitment.stage.value === 'plan') && !government.test(one.commitment.subject.value ?? '')

/** The same subject with the same value said twice counts once. */
function eachOnce(claims: readonly Said[]): Said[] {
  const seen = new Set<string>()
  return claims.filter((one) => {
    const key = `${one.commitment.subject.value}|${toText(one.value)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Whether an amount stands near the total or its parts that is no claim: it may be the one that is missing. */
function unreadNear(check: Checkable, total: Said, named: readonly Said[]): boolean {
  const near = new Set([total, ...named].flatMap((one) => [-1, 0, 1, 2].map((step) => one.sentenceAt + step)))
  const known = [total, ...named]
  return [...near]
    .flatMap((at) => check.countedIn(at))
    .some(
      (one) =>
        one.unit === total.unit &&
        one.mention.per === null &&
        compare(one.value, total.value) < 0 &&
        check.saidOn(one) === undefined &&
        !known.some((other) => compare(other.value, one.value) === 0),
    )
}

const government = /(?:특별자치도|특별자치시|특별시|광역시|[시군구도청부처])$/

/** Whether a total bears the name of a firm that its own sentence does not name: the reader took it from the list that follows, so it is one of the parts. */
function isLentName(check: Checkable, total: Said): boolean {
  const name = total.commitment.subject.value
  return name !== null && !government.test(name) && !wordsOf(check, total.sentence).includes(name)
}
