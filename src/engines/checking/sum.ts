import { absolute, add, compare, type Decimal, subtract, toText } from '#quantity/decimal'
import { type Amount, amountWords, sumOf } from './amounts.ts'
import { type Checkable, type Counted, countedWitness, type Said, shownAmount, stakeOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** How far the sum of parts lies from their total, and how far it may. */
export function gapOf(total: Amount, parts: readonly Amount[]): { sum: Decimal; gap: Decimal; slack: Decimal } {
  const sum = sumOf(parts)
  return { sum: sum.value, gap: subtract(sum.value, total.value), slack: add(sum.slack, total.slack) }
}

/** Whether two parts or more make their total. */
export function addsUp(total: Amount, parts: readonly Amount[]): boolean {
  const { gap, slack } = gapOf(total, parts)
  return parts.length >= 2 && compare(absolute(gap), slack) <= 0
}

/** What the sum of parts says of a total; `whole` where nothing but these parts can be in it. */
export function judge(check: Checkable, total: Counted | Said, parts: readonly (Counted | Said)[], whole: boolean): Finding | null {
  const { sum, gap, slack } = gapOf(total, parts)
  const holds = compare(absolute(gap), slack) <= 0
  const above = gap.coefficient > 0n
  if (!holds && !above && !whole) return null
  // a bound such as 이상 may lie above its words
  if (!holds && (total.mention.bound !== null || parts.some((one) => one.mention.bound !== null))) return null
  const rule = ruleOf('parts-of-total')
  const unit = total.unit
  const totalWords = shownAmount(total)
  const sumWords = amountWords(sum, unit)
  const gapWords = amountWords(absolute(gap), unit)
  const shown = (language: 'ko' | 'en') => parts.map((one) => shownAmount(one)[language]).join(' + ')
  return {
    rule: rule.id,
    version: rule.version,
    outcome: holds ? 'holds' : 'odd',
    witnesses: [countedWitness(check, 'total', total), ...parts.map((one) => countedWitness(check, 'part', one))],
    numbers: [
      { name: { ko: '적힌 합계', en: 'Printed total' }, value: toText(total.value), unit },
      { name: { ko: '부분의 합', en: 'Sum of the parts' }, value: toText(sum), unit },
      { name: { ko: '차이', en: 'Difference' }, value: toText(gap), unit },
      { name: { ko: '봐주는 폭', en: 'Allowed' }, value: toText(slack), unit },
    ],
    title: holds
      ? { ko: `합이 맞습니다: ${totalWords.ko} = ${shown('ko')}`, en: `It adds up: ${totalWords.en} = ${shown('en')}` }
      : above
        ? {
            ko: `부분을 더하면 ${sumWords.ko}, 적힌 합계 ${totalWords.ko}보다 ${gapWords.ko} 많습니다`,
            en: `The parts make ${sumWords.en}, ${gapWords.en} more than the printed total ${totalWords.en}`,
          }
        : {
            ko: `부분을 더하면 ${sumWords.ko}, 적힌 합계 ${totalWords.ko}보다 ${gapWords.ko} 적습니다`,
            en: `The parts make ${sumWords.en}, ${gapWords.en} less than the printed total ${totalWords.en}`,
          },
    detail: {
      ko: `${shown('ko')} = ${sumWords.ko}. 적힌 합계: ${totalWords.ko}.`,
      en: `${shown('en')} = ${sumWords.en}. Printed total: ${totalWords.en}.`,
    },
    atStake: stakeOf([total, ...parts].flatMap((one) => check.saidOn(one) ?? [])),
  }
}
