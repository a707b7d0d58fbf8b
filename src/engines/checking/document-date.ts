import { type ByElectionRow, byElections, type LocalElectionRow, localElections } from '#data/elections'
import { dayNumber } from '#quantity/day'
import { type Checkable, words } from './checkable.ts'
import type { Finding } from './finding.ts'
import { ruleOf } from './rules.ts'

/** A preliminary candidate for a post of local government: 광주광역시장 예비후보, 나래군수 예비후보, 도교육감 예비후보. Told of now, not of then. */
const candidate = /([가-힣]{1,12}(?:시장|군수|구청장|도지사|지사|교육감))\s*예비후보/g
/** Told of a time before the document: 당시, 지난 지방선거 때, or somebody who was it (예비후보였던). */
const told = /(?:당시|지난|전에|시절|였던|이었던|전\s)\s*[^.\n]{0,24}$/
const toldBehind = /^(?:자)?\s*(?:였|이었|시절|당시|로\s*등록했던)/

/**
 * The election in whose period a day lies (예비후보자 등록 시작부터 선거일까지), or null.
 *
 * electionAt('2022-04-05', localElections)?.day // => '2022-06-01'
 * electionAt('2023-04-05', localElections) // => null
 */
export function electionAt<E extends { day: string; candidatesFrom: string }>(day: string, elections: readonly E[]): E | null {
  return elections.find((one) => one.candidatesFrom <= day && day <= one.day) ?? null
}

/**
 * 문서의 날짜 (the date of the document): words that fix another time. Somebody is a 예비후보 for a post of local government only from 120 days before a nationwide
 * local election; a document of another day is dated wrongly, or is no report of its day. By-elections count for the posts that were up in them.
 * Nothing is said of a document without a date, or of one outside the elections that are known.
 */
export function documentDate(
  check: Checkable,
  elections: { local: readonly LocalElectionRow[]; by: readonly ByElectionRow[] } = { local: localElections, by: byElections },
): Finding[] {
  const published = check.reading.published
  const days = elections.local.map((one) => one.day).sort()
  if (published === null || days.length === 0 || published.date < days[0]! || published.date > days.at(-1)!) return []
  if (electionAt(published.date, elections.local)) return []
  const match = [...check.text.matchAll(candidate)].find((one) => {
    const before = check.text.slice(Math.max(0, one.index - 30), one.index)
    const behind = check.text.slice(one.index + one[0].length, one.index + one[0].length + 12)
    if (told.test(before) || toldBehind.test(behind)) return false
    const post = `${before}${one[1]}`.replace(/\s/g, '')
    return !elections.by.some(
      (row) => row.candidatesFrom <= published.date && published.date <= row.day && row.posts.some((name) => post.endsWith(name)),
    )
  })
  if (!match) return []
  const rule = ruleOf('document-date')
  const nearest = nearestOf(published.date, elections.local)
  const span = { start: match.index, end: match.index + match[0].length }
  const witnesses = [words(check, 'word', span)]
  if (published.span) witnesses.push(words(check, 'published', published.span))
  return [
    {
      rule: rule.id,
      version: rule.version,
      outcome: 'odd',
      witnesses,
      numbers: [],
      title: {
        ko: `문서의 날짜는 ${published.date}, 글에는 “${match[0]}”라고 적혔습니다`,
        en: `The document is dated ${published.date}, but says “${match[0]}” (preliminary candidate)`,
      },
      detail: {
        ko: `이 날짜는 어느 전국동시지방선거의 예비후보 기간에도 들지 않습니다. 가장 가까운 기간: ${nearest.candidatesFrom}–${nearest.day} (${nearest.name}). 쪽의 날짜가 발행일이 아닐 수 있습니다.`,
        en: `${published.date} lies in the candidate period of no nationwide local election. The nearest: ${nearest.candidatesFrom} to ${nearest.day} (${nearest.nameEn}). The date on the page may not be the day of publication.`,
      },
      atStake: null,
    },
  ]
}

function nearestOf(day: string, elections: readonly LocalElectionRow[]): LocalElectionRow {
  const at = dayNumber(day)
  const away = (one: LocalElectionRow) => Math.min(Math.abs(dayNumber(one.candidatesFrom) - at), Math.abs(dayNumber(one.day) - at))
  return [...elections].sort((a, b) => away(a) - away(b))[0]!
}
