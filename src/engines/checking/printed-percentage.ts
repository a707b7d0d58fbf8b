import { absolute, add, compare, toText } from '#quantity/decimal'
import { type Checkable, type Counted, shownAmount, words } from './checkable.ts'
import type { Finding } from './finding.ts'
import { checkChange, checkPercentage, type PercentageCheck } from './percentage.ts'
import { ruleOf } from './rules.ts'
import { tableShares } from './table-total.ts'

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
/** A rate of its own in a coordinate clause, whose whole is another: 152개가 수출을 하며, 고용률은 64.3%. */
const otherClause = /(?:며|고|지만|으나|는데|반면|[가-힣]나),?\s(?:[^\s]+\s){0,3}([가-힣]{1,8}?)(?:비율|률|율)[은는이가]\s?(?:약\s?)?$/
/** On another base or against another time: 면적 기준으로는 76%, 지난해보다 12%. */
const otherBase = /(?:기준|보다|전년|지난해|작년|동기|같은\s?기간)/
/** Against a goal: 목표 5,000명 대비 3,500명을 채용해 달성률 70%. */
const ofGoal = /^[^.\n]{0,6}?(?:대비)[\s,]/
const goalBefore = /(?:목표|계획|정원|예산|계획량|목표치)(?:인|는|은)?\s?$/
/** The whole and its percentage before the part: 300억원의 14%인 42억원. */
const ofShare = /^\s?의\s?(?:약\s?)?$/
const isShare = /^\s?(?:가량|정도)?(?:인|에\s(?:해당하는|이르는|달하는)|에\s?해당하는)\s(?:[가-힣]{1,6}\s)?(?:약\s?)?$/
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
    const stated = statedShare(check, beside, printed)
    if (stated) {
      explicit.push(stated)
      continue
    }
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
    if (whole && compare(whole.value, above.value) > 0 && isWholeOf(check, whole, above) && between.length <= 30) {
      if (isOfOther(check, printed, between)) continue
      explicit.push(share(above, whole, printed))
      continue
    }
    if (inBrackets.test(between)) lists.set(printed.sentenceAt, [...(lists.get(printed.sentenceAt) ?? []), { above, printed }])
  }
  const shares = [...lists.values()].flatMap((list) => sharesOf(check, list))
  const tables = mostFitting(tableShares(check).map((list) => list.map((one) => share(one.above, one.below, one.printed))))
  shares.push(...tables)
  return [...explicit, ...shares].map((pair) => findingOf(check, pair))
}

/** 549건 중 209개; 목표 5,000명 대비 3,500명. */
function isWholeOf(check: Checkable, whole: Counted, part: Counted): boolean {
  const between = check.text.slice(whole.end, part.start)
  if (ofWhole.test(between)) return true
  return ofGoal.test(between) && goalBefore.test(check.text.slice(Math.max(whole.sentence.start, whole.start - 8), whole.start))
}

/** Whether a percentage behind a part is of something else: of another base, of a rate with a name of its own that the sentence has not spoken of, or a growth. */
function isOfOther(check: Checkable, printed: Counted, between: string): boolean {
  if (otherBase.test(between)) return true
  const behind = check.text.slice(printed.end, printed.end + 12)
  if (rises.test(behind) || falls.test(behind)) return true
  const own = otherClause.exec(between)
  return own !== null && !check.text.slice(printed.sentence.start, printed.start - own[0].length).includes(own[1]!)
}

/** 300억원의 14%인 42억원: the whole, its percentage, and the part. */
function statedShare(check: Checkable, beside: readonly Counted[], printed: Counted): Pair | null {
  const at = beside.indexOf(printed)
  const [whole, part] = [beside[at - 1], beside[at + 1]]
  if (!whole || !part || !comparable(whole, part) || compare(whole.value, part.value) <= 0) return null
  if (!ofShare.test(check.text.slice(whole.end, printed.start)) || !isShare.test(check.text.slice(printed.end, part.start))) return null
  return share(part, whole, printed)
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

/** Of the columns that the percentages of a table may be shares of, the one that most of three rows or more fit. */
function mostFitting(columns: readonly Pair[][]): Pair[] {
  const best = new Map<Counted, Pair[]>()
  for (const pairs of columns) {
    const key = pairs[0]?.printed
    if (!key || pairs.length < 3 || fits(pairs) * 2 <= pairs.length || pairs.some((pair) => !/^\d+(\.\d+)?$/.test(printedText(pair.printed))))
      continue
    if (fits(pairs) > fits(best.get(key) ?? [])) best.set(key, pairs)
  }
  return [...best.values()].flat()
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
