import { add, compare, subtract, toText } from '#quantity/decimal'
import { amountWords } from './amounts.ts'
import { type Checkable, isAhead, type Said, shownAmount, stakeOf, witness, wordsOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** Words of a goal for everything: what a subject sets itself as a whole. */
const forAll = /비전|전체|총괄|종합계획|기본계획|마스터플랜|총\s?\d|통틀어|모두\s/
const comparedIndicators = new Set(['jobs', 'investment', 'budget', 'output', 'value_added', 'area', 'firms', 'exports'])

/**
 * 부분이 전체보다 큼 (a part above its whole): a value that is a part of another, and more than it. Either the reader says that it is a part, or the words
 * between them do (500억원 가운데 민자 …), or one
 * sentence states the goal of a subject as a whole (비전, 전체, 총 …) and another states more of the same indicator for the same subject, no other
 * year being said. Values of the past are left out: a longer period may hold more than a shorter one.
 */
export function partAboveWhole(check: Checkable): Finding[] {
  const found: Finding[] = []
  for (const whole of check.said)
    for (const part of check.partsOf(whole.at))
      if (part.family === whole.family && part.unit === whole.unit && sameSubject(part, whole) && isMore(part, whole))
        found.push(findingOf(check, part, whole))
  for (const part of check.said) {
    const whole = saidWholeOf(check, part)
    if (whole && !found.some((one) => one.witnesses.some((word) => word.start === part.start)) && isMore(part, whole))
      found.push(findingOf(check, part, whole))
  }
  const goals = goalsOf(check)
  for (const part of check.said) {
    if (part.mention.per !== null || !isAhead(part)) continue
    const whole = goals.get(keyOf(part))?.find((one) => sameTime(part, one))
    if (!whole || part.sentenceAt === whole.sentenceAt || !isMore(part, whole) || isForAll(check, part) || isRestated(check, part, whole)) continue
    found.push(findingOf(check, part, whole))
  }
  return found
}

/** What stands in brackets right behind a value. */
const bracketed = /^\s?[(（]([^()（）]{1,80})[)）]/

/**
 * 다시 적힌 값: of a goal and another number, the one value is printed again in the brackets of the other. 131만㎡(약 40만 평) is one area in two units, and of
 * 90억원(국비 52억원, 시비 38억원) the 52억원 said elsewhere is the part.
 */
function isRestated(check: Checkable, part: Said, whole: Said): boolean {
  const says = (one: Said, other: Said) => {
    const span = bracketed.exec(check.text.slice(one.end, one.end + 90))
    const end = one.end + (span?.[0].length ?? 0)
    const within = check.countedIn(one.sentenceAt).filter((two) => two.start >= one.end && two.end <= end)
    return span !== null && within.some((two) => two.unit === other.unit && compare(two.value, other.value) === 0)
  }
  return says(part, whole) || says(whole, part)
}

/** 총사업비 500억원 가운데 민자 …, 500억원의 사업비 중 국비 …: what follows is in what stands before. */
const outOf = /^(?:의)?\s?[가-힣]{0,8}\s?(?:가운데|중에서?|중)\s[가-힣\s]{0,16}$/
/** 500억원(민자 …): whose money a part is. */
const fundIn = /^\s?[(（](?:[^()（）]*[\s,·])?(?:국비|도비|시비|군비|구비|지방비|민자|민간|자부담|외자|국고)(?:는|은)?\s?$/

/** The value right before a part in its sentence, where the words between say that the part is in it; undefined where they do not. */
function saidWholeOf(check: Checkable, part: Said): Said | undefined {
  if (part.mention.per !== null) return undefined
  const before = check.countedIn(part.sentenceAt).filter((one) => one.end <= part.start && one.unit === part.unit)
  const last = before.at(-1)
  const whole = last && check.saidOn(last)
  if (!whole || whole.family !== part.family || whole.mention.per !== null) return undefined
  const between = check.text.slice(whole.end, part.start)
  return outOf.test(between) || fundIn.test(between) ? whole : undefined
}

const keyOf = (one: Said): string => `${one.family} ${one.unit} ${one.commitment.subject.value}`
const isForAll = (check: Checkable, one: Said): boolean => forAll.test(wordsOf(check, one.sentence))

/** What every subject sets itself as a whole, the largest of each year, the largest first: a part is held against the widest goal that it can be in. */
function goalsOf(check: Checkable): Map<string, Said[]> {
  const goals = new Map<string, Said[]>()
  for (const one of check.said) {
    if (!comparedIndicators.has(one.commitment.indicator.value) || !isAhead(one) || one.mention.per !== null) continue
    if (one.commitment.subject.value === null || !isForAll(check, one)) continue
    const list = goals.get(keyOf(one)) ?? []
    const year = one.commitment.due.value === null ? null : yearOf(one.commitment.due.value)
    const same = list.findIndex((other) => (other.commitment.due.value === null ? null : yearOf(other.commitment.due.value)) === year)
    if (same < 0) list.push(one)
    else if (compare(one.value, list[same]!.value) > 0) list[same] = one
    goals.set(keyOf(one), list)
  }
  for (const list of goals.values()) list.sort((a, b) => compare(b.value, a.value))
  return goals
}

const sameSubject = (a: Said, b: Said): boolean => a.commitment.subject.value === b.commitment.subject.value

/** The same year, or no year said of one of them. */
function sameTime(a: Said, b: Said): boolean {
  const [left, right] = [a.commitment.due.value, b.commitment.due.value]
  return left === null || right === null || yearOf(left) === yearOf(right)
}
const yearOf = (value: string | { from: string; to: string }): string => (typeof value === 'string' ? value : value.to).slice(0, 4)

function isMore(part: Said, whole: Said): boolean {
  if (whole.mention.bound === 'min' || part.mention.bound === 'max' || whole.commitment.valueMax !== null) return false
  return compare(subtract(part.value, whole.value), add(part.slack, whole.slack)) > 0
}

function findingOf(check: Checkable, part: Said, whole: Said): Finding {
  const rule = ruleOf('part-above-whole')
  const partWords = shownAmount(part)
  const wholeWords = shownAmount(whole)
  const gap = subtract(part.value, whole.value)
  const subject = whole.commitment.subject.value
  const undated = part.commitment.due.value === null || whole.commitment.due.value === null
  return {
    rule: rule.id,
    version: rule.version,
    outcome: 'odd',
    witnesses: [witness('total', whole), witness('part', part)],
    numbers: [
      { name: { ko: '전체로 적힌 값', en: 'Stated for the whole' }, value: toText(whole.value), unit: whole.unit },
      { name: { ko: '부분으로 적힌 값', en: 'Stated for a part' }, value: toText(part.value), unit: part.unit },
      { name: { ko: '넘친 만큼', en: 'More by' }, value: toText(gap), unit: part.unit },
    ],
    title: {
      ko: `부분이 ${partWords.ko}, 전체는 ${wholeWords.ko}입니다`,
      en: `A part is ${partWords.en}, its whole ${wholeWords.en}`,
    },
    detail: {
      ko: `${subject ? `${subject}: ` : ''}전체로 적힌 값보다 ${amountWords(gap, part.unit).ko} 많습니다.${undated ? ' 한쪽은 연도가 적히지 않아 다른 범위일 수 있습니다.' : ''}`,
      en: `${subject ? `${subject}: ` : ''}more than the whole by ${amountWords(gap, part.unit).en}.${undated ? ' One of them has no year, so they may speak of different scopes.' : ''}`,
    },
    atStake: stakeOf([part, whole, ...check.saidIn(part.sentenceAt), ...check.saidIn(whole.sentenceAt)]),
  }
}
