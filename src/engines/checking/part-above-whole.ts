import { add, compare, subtract, toText } from '#quantity/decimal'
import { amountWords } from './amounts.ts'
import { type Checkable, isAhead, type Said, shownAmount, stakeOf, witness, wordsOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** Words of a goal for everything: what a subject sets itself as a whole. */
const forAll = /비전|전체|총괄|종합계획|기본계획|마스터플랜|총\s?\d|통틀어|모두\s/
const comparedIndicators = new Set(['jobs', 'investment', 'budget', 'output', 'value_added', 'area', 'firms', 'exports'])

/**
 * 부분이 전체보다 큼 (a part above its whole): a value that is a part of another, and more than it. Either the reader says that it is a part, or one
 * sentence states the goal of a subject as a whole (비전, 전체, 총 …) and another states more of the same indicator for the same subject, no other
 * year being said. Values of the past are left out: a longer period may hold more than a shorter one.
 */
export function partAboveWhole(check: Checkable): Finding[] {
  const found: Finding[] = []
  for (const part of check.said) {
    const whole = check.said.find(
      (one) => one.at === part.commitment.partOf?.value && one.family === part.family && one.unit === part.unit && sameSubject(one, part),
    )
    if (whole && isMore(part, whole)) found.push(findingOf(check, part, whole))
  }
  for (const whole of check.said) {
    if (!comparedIndicators.has(whole.commitment.indicator.value) || !isAhead(whole) || whole.mention.per !== null) continue
    if (whole.commitment.subject.value === null || !forAll.test(wordsOf(check, whole.sentence))) continue
    for (const part of check.said)
      if (
        part.at !== whole.at &&
        part.family === whole.family &&
        part.sentenceAt !== whole.sentenceAt &&
        part.mention.per === null &&
        isAhead(part) &&
        sameSubject(part, whole) &&
        sameTime(part, whole) &&
        !forAll.test(wordsOf(check, part.sentence)) &&
        isMore(part, whole)
      )
        found.push(findingOf(check, part, whole))
  }
  return found
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
    atStake: stakeOf([part, whole, ...check.said.filter((one) => one.sentenceAt === part.sentenceAt || one.sentenceAt === whole.sentenceAt)]),
  }
}
