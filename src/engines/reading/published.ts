import { type Day, parseDay, readDate } from './dates/dates.ts'
import { readLatinDate } from './dates/latin.ts'
import type { Span } from './reading.ts'

export interface FoundDate extends Span {
  readonly date: string
}

/** Words that stand beside a date of publication in page headers and notices. */
const HEADER_WORDS = [
  '기사등록',
  '기사입력',
  '입력',
  '등록',
  '승인',
  '송고',
  '발행',
  '게시',
  '작성일',
  '보도일',
  '배포',
  '보도시점',
  '보도 시점',
  '보도 일시',
  '일시',
  '제공일',
  '시행일',
  '작성',
  '최종수정',
  '기자',
  '수정',
]
const CLOCK = /^\s*(?:\([월화수목금토일]\)\s*)?(?:(?:오전|오후)?\s*\d{1,2}:\d{2}|(?:오전|오후)?\s?\d{1,2}시)/
const ADDRESS = /^ {1,2}[\w.-]{2,20}@[\w-]{2,20}\./
/** "2026년 10월 7일 계백신문": a day and the outlet, or the writer, and nothing else. */
const SIGNED =
  /^\s{1,3}(?:[|｜/·]\s*)?[가-힣A-Za-z0-9]{2,10}(?:신문|일보|뉴스|방송|저널|타임스|타임즈|데일리|투데이|통신|매일|닷컴)(?:\s[가-힣]{2,4}\s?기자)?$/

/** Who signs a notice. */
const SIGNATURE =
  /^[가-힣\s]{2,28}(?:장관|지사|시장|군수|구청장|원장|청장|이사장|사장|총장|처장|공단|공사|재단|센터장)\s?(?:\(?\s?(?:직인\s?생략|인)\s?\)?)?$/

/** A label of a page's head that stands on a line of its own, its day below it. */
const LABEL_ABOVE = /(?:^|\n)\s*(?:작성|등록|게시|게재|입력|배포|보도|발행|제공|수정)\s?(?:일|일자|일시|날짜|시간)?\s?[:：]?\s*$/

const lineAfter = (text: string, end: number): string => {
  const stop = text.indexOf('\n', end + 1)
  return text.slice(end + 1, Math.min(stop < 0 ? text.length : stop, end + 48)).trim()
}

interface Candidate extends FoundDate {
  readonly score: number
}

/**
 * The day a document was published (발행일), read from its own header or footer: `기사등록 2021-01-27 16:23:10`, `2024.11.28 오전 10:20 |`, a line that is only a date.
 * A date inside a sentence or in a table of milestones is not one. Null where the text has none; nothing is guessed.
 *
 * `findPublished('기사등록 2021-01-27 16:23:10\n본문')?.date // => '2021-01-27'`
 */
export function findPublished(text: string): FoundDate | null {
  let best: Candidate | null = null
  let line = 0
  let start = 0
  const total = countLines(text)
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (end > start && hasText(text, start, end)) {
      const fromEnd = total - line
      if (line < 12 || fromEnd <= 8) {
        const found = inLine(text, start, end, line, fromEnd)
        if (found !== null && (best === null || found.score > best.score)) best = found
      }
      line++
    }
    start = end + 1
  }
  return best === null ? null : { date: best.date, start: best.start, end: best.end }
}

function countLines(text: string): number {
  let count = 0
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (end > start && hasText(text, start, end)) count++
    start = end + 1
  }
  return count
}

function hasText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return true
  return false
}

/** The first full date within the first 200 units of a line, with how much its surroundings speak for a header. */
function inLine(text: string, start: number, end: number, line: number, fromEnd: number): Candidate | null {
  const stop = Math.min(end, start + 200)
  // "Vol. 187 | Nov. 3, 2026" at the head of a brief
  const latin = line < 4 && end - start < 90 ? LATIN_DAY.exec(text.slice(start, end)) : null
  if (latin !== null) {
    const read = readLatinDate(text, start + latin.index, null)
    if (read !== null && typeof read.value === 'string' && read.value.length === 10)
      return { date: read.value, start: read.start, end: read.end, score: 30 - line }
  }
  for (let i = start; i < stop; i++) {
    const code = text.charCodeAt(i)
    const short = (code === 0x27 || code === 0x2019 || code === 0x2018) && /^\d\d\s?\./.test(text.slice(i + 1, i + 5))
    if (code !== 0x31 && code !== 0x32 && code !== 0xff12 && !short) continue
    const before = i > start ? text.charCodeAt(i - 1) : 0x20
    if (before >= 0x30 && before <= 0x39) continue
    const read = readDate(text, i, null, null)
    if (read === null || typeof read.value !== 'string' || read.value.length !== 10) continue
    const head = text.slice(start, read.start)
    const tail = text.slice(read.end, Math.min(end, read.end + 40))
    let score = 0
    if (CLOCK.test(tail)) score += 3
    // "[사진=새벽시] 2021.05.06 reporter@outlet.com": the credit of a picture
    if (ADDRESS.test(tail)) score += 3
    const near = head.slice(-14)
    const next = tail.slice(0, 30)
    // a sentence that tells when a plan was 승인 or a mark 등록 is no header
    const told = score === 0 && end - start > 60 && TELLS.test(text.slice(end - 8, end).trim())
    if (HEADER_WORDS.some((word) => (told ? near.trimEnd().endsWith(word) : near.includes(word) || next.includes(word)))) score += 3
    const alone = head.trim() === '' && (tail.trim() === '' || /^\s*[|｜/·]/.test(tail))
    // a day under a day: the term of a work, or steps in their order
    if (score === 0 && head.trim() === '' && besideDay(text, start, end)) return null
    if (alone && line < 12 && LABEL_ABOVE.test(text.slice(Math.max(0, start - 24), start))) score += 4
    // a date that ends in a full stop on a line of its own is a milestone in a list, unless it opens the page
    if (alone && line < 4 && (line === 0 || text.charAt(read.end - 1) !== '.')) score += 3
    if (alone && fromEnd <= 3 && !text.slice(read.end - 1, read.end).includes('.')) score += 2
    if (head.trim() === '' && (line < 6 || fromEnd <= 4) && SIGNED.test(text.slice(read.end, end).trimEnd())) score += 3
    if (/보도|배포|즉시/.test(head)) score += 1
    if (line < 6 && /^\s?(?:석간|조간|즉시)?(?:부터|이후)?\s?(?:보도|배포|엠바고)|석간|조간/.test(tail.slice(0, 20))) score += 3
    // "(산업입지과, 2026. 6. 30. 기준)": the day a table was drawn up for
    if (line < 4 && end - start < 90 && /^\s?(?:현재|기준|작성)\s?\)?[\s|]*$/.test(tail)) score += 2
    // "2026. 5. 8." over "산업통상자원부장관": a notice is signed
    if (alone && SIGNATURE.test(lineAfter(text, end))) score += 4
    if (score === 0 && !alone && (line < 6 || fromEnd <= 3) && isHeadline(text.slice(start, end), head, text.slice(read.end, end))) score += 2
    if (score < 2) return null
    return { date: read.value, start: read.start, end: read.end, score: score * 10 - Math.min(line, 9) }
  }
  return null
}

const DAY_FIRST = /^(?:19|20)\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}/

/** Whether the line before or after begins with a day as well. */
function besideDay(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 2) + 1
  const before = start === 0 ? '' : text.slice(from, start).trim()
  const after = text.slice(end + 1, end + 30).trim()
  return (DAY_FIRST.test(before) && from > 0) || (DAY_FIRST.test(after) && start > 0)
}

/** A line that tells and so has a predicate, or says when something else happens: its date is not the document's. */
const TELLS = /(?:[다요까]|[음함됨임])[.!?]?["”’)]*$/
const OTHER_DAY =
  /기간|착공|준공|완공|개통|체결|협약|지정|고시|선정|예정|개최|열린|행사|모집|접수|마감|목표|계획|설립|출범|기준|현재|[~∼〜]|부터|까지/

/**
 * A short line of a header or footer that names an outlet, a place or a kind of paper beside one day: `솔숲=너른신문 2026년 4월 28일`, `시정질문 답변 요지 (2026.03.26.)`,
 * `2026. 1. 15. 들녘소식`.
 */
function isHeadline(line: string, head: string, tail: string): boolean {
  const whole = line.trim()
  if (whole.length > 60 || TELLS.test(whole) || OTHER_DAY.test(head) || OTHER_DAY.test(tail)) return false
  return !/\d{4}\s*[.년/-]\s*\d/.test(head + tail)
}

const LATIN_DAY = /(?<![A-Za-z])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, ?20\d\d/

const MONTH_HEAD = /((?:19|20)\d\d)\s?(?:년|\.)\s?(\d{1,2})\s?월?\s?(?:말\s?)?(?:호|갱신|기준|작성|현재|발행|발간|점검|\)|(?=\s*(?:\n|$)))/

/**
 * The month a document without a day says it is of, from its first lines: "2026년 11월 갱신", "2026년 4월호", "2026년 6월 말 기준".
 * Months and years are counted from it, days are not: `day` is 0. Null where it says none.
 *
 * `findMonth('시정소식 2026년 4월호')?.month // => 4`
 */
export function findMonth(text: string): Day | null {
  let start = 0
  for (let line = 0; line < 4 && start < text.length; line++) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const words = end - start > 90 ? '' : text.slice(start, end)
    const found = TELLS.test(words.trim()) ? null : MONTH_HEAD.exec(words)
    if (found !== null && Number(found[2]) >= 1 && Number(found[2]) <= 12) return { year: Number(found[1]), month: Number(found[2]), day: 0 }
    start = end + 1
  }
  return null
}

/** Papers that are of one year: plans of work, speeches, budgets; and notes on a part of a year. */
const OF_YEAR =
  /((?:19|20)\d\d)년도?\s?(?:[가-힣]{1,8}\s){0,2}?(?:주요\s?업무|업무\s?(?:계획|보고)|시정\s?(?:연설|계획|방향|운영)|도정\s?(?:연설|계획|방향|운영)|군정\s?(?:연설|계획|방향|운영)|구정\s?(?:연설|계획|방향|운영)|사업\s?계획|시행\s?계획|신년사|신년\s?(?:인사|설계|회견)|중점\s?(?:과제|사업))|(?:^|\s)((?:19|20)\d\d)년도?\s[^\n]{4,44}(?:모집|공고|공모)\s*$|\(((?:19|20)\d\d)년 (?:\d분기|[상하]반기)\)/

/**
 * The year a document without a day or month says it is of, from its title: "2024년 주요 업무계획", "점검노트 (2025년 2분기)". Years are counted from it; `month` and
 * `day` are 0. Null where it says none.
 *
 * `findYear('가람시 2024년 주요 업무계획')?.year // => 2024`
 */
export function findYear(text: string): Day | null {
  let start = 0
  for (let line = 0; line < 5 && start < text.length; line++) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const words = end - start > 60 ? '' : text.slice(start, end)
    const found = TELLS.test(words.trim()) ? null : OF_YEAR.exec(words)
    if (found !== null) return { year: Number(found[1] ?? found[2] ?? found[3]), month: 0, day: 0 }
    start = end + 1
  }
  return null
}

/** A supplied `YYYY-MM-DD`, checked. @throws RangeError where it is no day of the calendar. */
export function suppliedDay(date: string): Day {
  const day = parseDay(date)
  if (day === null) throw new RangeError(`expected a day such as "2024-11-28", got "${date}"`)
  return day
}
