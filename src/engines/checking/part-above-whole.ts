import { add, compare, subtract, toText } from '#quantity/decimal'
import { amountWords } from './amounts.ts'
import { type Checkable, type Counted, countedWitness, isAhead, type Said, shownAmount, stakeOf, wordsOf } from './checkable.ts'
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
  const known = new Set(found.flatMap((one) => one.witnesses.map((word) => word.start)))
  const last = new Map<string, Counted>()
  for (const part of check.counted) {
    const before = last.get(part.unit)
    const beside = before && before.sentenceAt === part.sentenceAt && before.end <= part.start ? before : undefined
    last.set(part.unit, part)
    const whole = beside ? wholeBefore(check, part, beside) : wholeMeant(check, part)
    if (whole && !known.has(part.start) && isMore(part, whole)) found.push(findingOf(check, part, whole))
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

/** What was asked for, or planned at first, is no part of what there is: 230억원 가운데 국비는 당초 260억원을 요청했으나. */
const notThere = /당초|애초|원래|처음|요청|신청|건의|요구|희망|필요/
/** 이 가운데 …: the sentence tells of a part of what the sentence before it told. */
const opensPart = /^[\s“"'‘(△▲■◦·-]*(?:[가-힣]{1,8}[은는]\s)?(?:이|그)\s?(?:가운데|중)(?:에서|에)?[\s,]/

/** 이 중 절반은 진입로에 쓰고, 군비 310억원을 …: what stands in another clause is no part. */
const nextClause = /,|[가-힣](?:고|며|지만|는데)\s/

const isCounted = (one: Counted): boolean => one.mention.kind !== 'percent' && one.mention.per === null && one.value.coefficient > 0n

/** Whether a quantity is told as a part that is there: nothing asked for or planned at first. */
function isThere(check: Checkable, from: number, part: Counted): boolean {
  return !notThere.test(check.text.slice(from, part.start)) && !notThere.test(check.text.slice(part.end, part.end + 10).split(/[.\n]/, 1)[0]!)
}

/** The quantity of the same unit right before a part in its sentence, where the words between say that the part is in it; undefined where they do not. */
function wholeBefore(check: Checkable, part: Counted, whole: Counted): Counted | undefined {
  if (!isCounted(part) || !isCounted(whole) || whole.mention.kind !== part.mention.kind || !areKin(check, whole, part)) return undefined
  const between = check.text.slice(whole.end, part.start)
  return (outOf.test(between) || fundIn.test(between)) && isThere(check, whole.end, part) ? whole : undefined
}

/** The largest quantity of the sentence before, where the sentence of the part opens with 이 가운데. */
function wholeMeant(check: Checkable, part: Counted): Counted | undefined {
  if (!isCounted(part)) return undefined
  const opening = check.text.slice(part.sentence.start, part.start)
  if (opening.length > 60 || !opensPart.test(opening) || nextClause.test(opening) || !isThere(check, part.sentence.start, part)) return undefined
  const wholes = check
    .countedIn(part.sentenceAt - 1)
    .filter((one) => one.unit === part.unit && one.mention.kind === part.mention.kind && isCounted(one))
  const whole = wholes.reduce<Counted | undefined>((most, one) => (most && compare(most.value, one.value) >= 0 ? most : one), undefined)
  return whole && areKin(check, whole, part) ? whole : undefined
}

/** Where both are claims, they are of one family: 투자금 500억원 중 … 매출 700억원 are two things. */
function areKin(check: Checkable, whole: Counted, part: Counted): boolean {
  const [a, b] = [check.saidOn(whole), check.saidOn(part)]
  return !a || !b || a.family === b.family
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

function isMore(part: Said | Counted, whole: Said | Counted): boolean {
  if (whole.mention.bound === 'min' || part.mention.bound === 'max' || whole.mention.valueMax !== null) return false
  return compare(subtract(part.value, whole.value), add(part.slack, whole.slack)) > 0
}

function findingOf(check: Checkable, part: Said | Counted, whole: Said | Counted): Finding {
  const rule = ruleOf('part-above-whole')
  const partWords = shownAmount(part)
  const wholeWords = shownAmount(whole)
  const gap = subtract(part.value, whole.value)
  const [partSaid, wholeSaid] = [check.saidOn(part), check.saidOn(whole)]
  const subject = wholeSaid?.commitment.subject.value
  const undated = partSaid && wholeSaid && (partSaid.commitment.due.value === null || wholeSaid.commitment.due.value === null)
  return {
    rule: rule.id,
    version: rule.version,
    outcome: 'odd',
    witnesses: [countedWitness(check, 'total', whole), countedWitness(check, 'part', part)],
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
    atStake: stakeOf([...check.saidIn(part.sentenceAt), ...check.saidIn(whole.sentenceAt)]),
  }
}
