import { absolute, add, compare, toText } from '#quantity/decimal'
import { type Checkable, type Counted, shownAmount, words } from './checkable.ts'
import type { Finding } from './finding.ts'
import { checkChange, checkPercentage, type PercentageCheck } from './percentage.ts'
import { ruleOf } from './rules.ts'

/** A stretch with more quantities than this is a flattened table, no sentence: which number belongs to which is not told by order. */
const mostBeside = 120

interface Pair {
  kind: 'share' | 'change'
  above: Counted
  below: Counted
  printed: Counted
  result: PercentageCheck
}

/** The percentage stands right behind its amount, in brackets: 5조 5904억원(25.2%). */
const inBrackets = /^[가-힣]{0,2}\s*[(（[]\s*(?:약|전체의|전체\s*대비|비중)?\s*$/
/** The amount before is the whole, the one behind its part: 549건 중 209개. */
const ofWhole = /^[^.\n]{0,14}?(?:중|가운데|가운데서|중에서)[\s,]/
const rises = /^\s*(?:가량|정도)?\s*(?:늘|증가|성장|확대|상승|오르|올랐|뛰)/
const falls = /^\s*(?:가량|정도)?\s*(?:줄|감소|하락|축소|떨어)/

const comparable = (a: Counted, b: Counted): boolean =>
  a.mention.kind === b.mention.kind &&
  (a.unit === b.unit || a.mention.kind === 'count') &&
  a.mention.per === null &&
  b.mention.per === null &&
  a.mention.valueMax === null &&
  b.mention.valueMax === null
const isPercentage = (one: Counted): boolean => one.mention.kind === 'percent' && one.unit === 'ratio' && one.mention.bound === null

/**
 * 적힌 비율: every printed percentage whose numerator and denominator stand in the text, worked out again.
 * A share in brackets takes the whole that fits most shares of its list; where none fits, nothing is said: its whole may stand elsewhere.
 */
export function printedPercentages(check: Checkable): Finding[] {
  const explicit: Pair[] = []
  const lists = new Map<number, { above: Counted; printed: Counted }[]>()
  for (const printed of check.counted) {
    if (!isPercentage(printed) || printed.mention.printed === null || !/^\d+(\.\d+)?$/.test(printed.mention.printed.amount)) continue
    const beside = check.countedIn(printed.sentenceAt)
    if (beside.length > mostBeside) continue
    const before = beside.filter((one) => one.end <= printed.start && !isPercentage(one))
    const above = before.at(-1)
    if (!above) continue
    const between = check.text.slice(above.end, printed.start)
    const wholes = before.slice(0, -1).filter((one) => comparable(one, above))
    const whole = wholes.at(-1)
    const change = whole && changeOf(check, whole, above, printed)
    if (change) {
      explicit.push(change)
      continue
    }
    if (whole && compare(whole.value, above.value) > 0 && ofWhole.test(check.text.slice(whole.end, above.start)) && between.length <= 30) {
      explicit.push(share(above, whole, printed))
      continue
    }
    if (inBrackets.test(between)) lists.set(printed.sentenceAt, [...(lists.get(printed.sentenceAt) ?? []), { above, printed }])
  }
  const shares = [...lists.values()].flatMap((list) => sharesOf(check, list))
  return [...explicit, ...shares].map((pair) => findingOf(check, pair))
}

const printedText = (one: Counted): string => one.mention.printed!.amount

function share(above: Counted, below: Counted, printed: Counted): Pair {
  const result = checkPercentage(toText(above.value), toText(below.value), printedText(printed), {
    numeratorSlack: above.slack,
    denominatorSlack: below.slack,
    approximate: printed.approximate,
  })
  return { kind: 'share', above, below, printed, result }
}

/** 4조에서 9조로 약 102% 늘었다. */
function changeOf(check: Checkable, before: Counted, after: Counted, printed: Counted): Pair | null {
  if (before.value.coefficient <= 0n || !/^[^.\n]{0,6}에서/.test(check.text.slice(before.end, after.start))) return null
  const between = check.text.slice(after.end, printed.start)
  if (between.length > 12 || !/^[^.\n]{0,4}(?:로|으로)/.test(between)) return null
  const behind = check.text.slice(printed.end, printed.end + 12)
  const grew = compare(after.value, before.value) > 0
  if (grew ? !rises.test(behind) : !falls.test(behind)) return null
  const result = checkChange(toText(before.value), toText(after.value), printedText(printed), {
    slack: add(before.slack, after.slack),
    approximate: printed.approximate,
  })
  return { kind: 'change', above: after, below: before, printed, result }
}

/** The whole of a list of shares: the amount that most of them fit, in the sentence or one of the three before it. */
function sharesOf(check: Checkable, list: readonly { above: Counted; printed: Counted }[]): Pair[] {
  const first = list[0]!
  const wholes = [3, 2, 1, 0]
    .flatMap((back) => check.countedIn(first.above.sentenceAt - back))
    .filter((one) => one.end <= first.above.start && comparable(one, first.above) && compare(one.value, first.above.value) > 0)
  let best: Pair[] = []
  for (const whole of wholes) {
    const pairs = list.filter(({ above }) => comparable(above, whole)).map(({ above, printed }) => share(above, whole, printed))
    if (fits(pairs) > fits(best)) best = pairs
  }
  // one share that fits among several that do not is chance, not a whole
  return fits(best) * 2 > best.length ? best : []
}

const fits = (pairs: readonly Pair[]): number => pairs.filter((pair) => pair.result.agrees).length

function findingOf(check: Checkable, { kind, above, below, printed, result }: Pair): Finding {
  const rule = ruleOf('printed-percentage')
  const aboveWords = shownAmount(above)
  const belowWords = shownAmount(below)
  const said = {
    ko: `${printed.approximate ? '약 ' : ''}${printedText(printed)}%`,
    en: `${printed.approximate ? 'about ' : ''}${printedText(printed)}%`,
  }
  const won = above.unit === 'KRW' ? toText(absolute(above.value)) : null
  const sum = kind === 'share' ? { ko: `${aboveWords.ko} ÷ ${belowWords.ko}`, en: `${aboveWords.en} ÷ ${belowWords.en}` } : undefined
  const step = { ko: `${belowWords.ko} → ${aboveWords.ko}`, en: `${belowWords.en} → ${aboveWords.en}` }
  const shown = sum ?? step
  return {
    rule: rule.id,
    version: rule.version,
    outcome: result.agrees ? 'holds' : 'odd',
    witnesses: [
      words(check, kind === 'share' ? 'numerator' : 'after', above, above.sentence),
      words(check, kind === 'share' ? 'denominator' : 'before', below, below.sentence),
      words(check, 'percentage', printed, printed.sentence),
    ],
    numbers: [
      { name: { ko: '적힌 비율', en: 'Printed' }, value: printedText(printed), unit: 'percent' },
      { name: { ko: '다시 셈한 비율', en: 'Worked out' }, value: result.worked, unit: 'percent' },
      { name: { ko: '적힌 자리로 반올림', en: 'Rounded as printed' }, value: result.rounded, unit: 'percent' },
    ],
    title: result.agrees
      ? { ko: `비율이 맞습니다: ${shown.ko} = ${said.ko}`, en: `The percentage is right: ${shown.en} = ${said.en}` }
      : {
          ko: `${shown.ko}의 비율은 ${result.rounded}%인데 ${said.ko}로 적혔습니다`,
          en: `${shown.en} is ${result.rounded}%, but ${said.en} is printed`,
        },
    detail: {
      ko: `${shown.ko} = ${result.worked}%. 적힌 자리로 반올림하면 ${result.rounded}%.`,
      en: `${shown.en} = ${result.worked}%; rounded as printed ${result.rounded}%.`,
    },
    atStake: won,
  }
}
