import type { DateValue, Slot } from '#engines/reading/reading'
import { type Checkable, isAhead, type Said, stakeOf, witness, words, wordsOf } from './checkable.ts'
import type { Finding, Witness, Words } from './finding.ts'
import { firstDayOf, lastDayOf } from './impossible-date.ts'
import { ruleOf } from './rules.ts'
import { isFormerPlan, type ToldTime, toldTimes } from './told-time.ts'

const begins = (value: DateValue): string => firstDayOf(typeof value === 'string' ? value : value.from)
const ends = (value: DateValue): string => lastDayOf(typeof value === 'string' ? value : value.to)

/**
 * 날짜의 앞뒤 (dates out of order): a claim that is due before it starts; and one of something still to come (plan, pledge, agreement …) that was due before
 * the document was published; a period with both ends is no deadline. The whole of a year or month counts: due 2024 is not before 2024-11-28.
 */
export function dateOrder(check: Checkable): Finding[] {
  const found: Finding[] = []
  const published = check.reading.published
  const seen = new Set<string>()
  const told = new Set<number>()
  for (const one of check.said) {
    const { start, due } = one.commitment
    if (due.value === null) continue
    if (start.value !== null && ends(due.value) < begins(start.value)) {
      if (isUse(check, start)) continue
      if (seen.has(key('start', due, start))) continue
      seen.add(key('start', due, start))
      found.push(
        findingOf(one, [slotWords(check, 'start', start, one), slotWords(check, 'due', due, one)], {
          title: {
            ko: `끝(${shown(due)})이 시작(${shown(start)})보다 앞섭니다`,
            en: `The end (${shown(due)}) lies before the start (${shown(start)})`,
          },
          detail: { ko: '시작이나 끝의 날짜가 잘못 적혔거나 잘못 읽혔습니다.', en: 'The start or the end is printed or read wrongly.' },
        }),
      )
      continue
    }
    // 2016~2020.9 tells of a time that is over, and what a sentence takes over from another is no deadline of its own
    const stated = due.span !== null && due.span.start >= one.sentence.start && due.span.end <= one.sentence.end && start.value === null
    if (published === null || !stated || typeof due.value !== 'string' || !isAhead(one) || ends(due.value) >= published.date) continue
    if (due.span && isFormerPlan(check, due.span)) continue
    if (seen.has(key('published', due, null))) continue
    told.add(due.span?.start ?? -1)
    seen.add(key('published', due, null))
    const witnesses = [slotWords(check, 'due', due, one)]
    if (published.span) witnesses.push(words(check, 'published', published.span))
    found.push(
      findingOf(one, witnesses, {
        title: {
          ko: `앞으로의 일로 적혔는데 기한(${shown(due)})이 발표일(${published.date})보다 앞섭니다`,
          en: `Said of the time to come, but due (${shown(due)}) before it was published (${published.date})`,
        },
        detail: {
          ko: '이미 끝난 일이거나, 문서의 날짜가 틀렸거나, 연도가 잘못 읽혔습니다.',
          en: 'It is already over, the date of the document is wrong, or the year is read wrongly.',
        },
      }),
    )
  }
  for (const one of toldTimes(check)) if (!told.has(one.day.start)) found.push(toldFinding(check, one))
  return found
}

function toldFinding(check: Checkable, { told, day }: ToldTime): Finding {
  const when = wordsOf(check, day)
  const rule = ruleOf('date-order')
  const published = check.reading.published!
  const claims = check.saidIn(check.sentenceAt(day.start))
  const witnesses = [words(check, 'date', day)]
  if (published.span) witnesses.push(words(check, 'published', published.span))
  const texts =
    told === 'ahead'
      ? {
          title: {
            ko: `앞으로의 일로 적혔는데 그때(${when})는 발표일(${published.date})보다 앞섭니다`,
            en: `Told as still to come, but ${when} was over when it was published (${published.date})`,
          },
          detail: {
            ko: '이미 끝난 일이거나, 문서의 날짜가 틀렸거나, 연도가 잘못 적혔습니다.',
            en: 'It is already over, or the date of the document or the year is wrong.',
          },
        }
      : {
          title: {
            ko: `끝난 일로 적혔는데 그때(${when})는 발표일(${published.date})보다 뒤입니다`,
            en: `Told as done, but ${when} lies after it was published (${published.date})`,
          },
          detail: {
            ko: '아직 오지 않은 날이거나, 문서의 날짜나 연도가 잘못 적혔습니다.',
            en: 'The day is yet to come, or the date of the document or the year is wrong.',
          },
        }
  return { rule: rule.id, version: rule.version, outcome: 'odd', witnesses, numbers: [], ...texts, atStake: stakeOf(claims) }
}

/** What begins after the end of the works is their use: 8월 말 마무리하고 10월부터 시범운영에 들어간다. */
const use =
  /^(?:부터|에|께)?\s?(?:[가-힣]{1,6}\s){0,2}(?:[가-힣]{0,4}운영|[가-힣]{0,2}가동|통수|개장|개관|개방|개통|시행|공급|분양|입주|운행|양산|생산)/
const isUse = (check: Checkable, start: Slot<DateValue | null>): boolean =>
  start.span !== null && use.test(check.text.slice(start.span.end, start.span.end + 30).replace(/^부터/, ''))

const key = (kind: string, due: Slot<DateValue | null>, start: Slot<DateValue | null> | null): string =>
  JSON.stringify([kind, due.value, due.span?.start ?? null, start?.value ?? null])
const shown = (slot: Slot<DateValue | null>): string =>
  slot.value === null ? '' : typeof slot.value === 'string' ? slot.value : `${slot.value.from}~${slot.value.to}`

function slotWords(check: Checkable, role: 'start' | 'due', slot: Slot<DateValue | null>, one: Said): Witness {
  return slot.span ? words(check, role, slot.span) : witness('value', one)
}

function findingOf(one: Said, witnesses: readonly Witness[], texts: { title: Words; detail: Words }): Finding {
  const rule = ruleOf('date-order')
  const own = witness('value', one)
  const all = witnesses.some((two) => two.start === own.start && two.end === own.end) ? witnesses : [own, ...witnesses]
  return { rule: rule.id, version: rule.version, outcome: 'odd', witnesses: all, numbers: [], ...texts, atStake: stakeOf([one]) }
}
