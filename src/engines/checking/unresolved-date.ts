import type { Span } from '#engines/reading/reading'
import { type Checkable, words, wordsOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** So many of the words are shown in the heading. */
const shownAtMost = 3
/** So many sentences are enough to see what the document lacks. */
const mostWitnesses = 40

/**
 * 풀리지 않은 날짜 (unresolved dates): words that are a day only from the date of the document (지난 3일, 지난해 7월 1일), while that date is not known.
 * Days that cannot be (`impossible`) are no such words. One finding a document; none where the date of the document is known.
 */
export function unresolvedDates(check: Checkable, impossible: readonly Span[] = []): Finding[] {
  if (check.reading.published !== null) return []
  const never = new Set(impossible.map((day) => day.start))
  const open = check.reading.mentions.filter((one) => one.kind === 'date' && one.value === null && !never.has(one.start))
  if (open.length === 0) return []
  const rule = ruleOf('unresolved-date')
  const said = [...new Set(open.map((one) => wordsOf(check, one).trim()))]
  const list = said
    .slice(0, shownAtMost)
    .map((one) => `“${one}”`)
    .join(', ')
  const more = said.length - shownAtMost
  return [
    {
      rule: rule.id,
      version: rule.version,
      outcome: 'odd',
      witnesses: open.slice(0, mostWitnesses).map((one) => words(check, 'date', one)),
      numbers: [{ name: { ko: '풀리지 않은 말', en: 'Unresolved' }, value: String(open.length), unit: 'items' }],
      title: {
        ko: `문서의 날짜를 몰라 언제인지 알 수 없습니다: ${list}${more > 0 ? ` 밖에 ${more}개` : ''}`,
        en: `Without the date of the document these are no days: ${list}${more > 0 ? ` and ${more} more` : ''}`,
      },
      detail: {
        ko: '문서에 발행일을 넣으면 다시 읽고, 이 항목은 저절로 닫힙니다.',
        en: 'Give the document its date: it is read again and this item closes by itself.',
      },
      atStake: null,
    },
  ]
}
