import type { DateReading, Day, Lean } from './parts.ts'

/** What is told as past: the first verb after the date. */
const PAST = /(?:했|됐|었|았|였|렸|졌|쳤|갔|왔|났|냈|셨|섰|켰|겼|뎠|봤|줬|꿨|썼)(?:다|고|으며|는데|지만|으나|습니다|음|던)/
/** What is told as to come: a plan, a duty, a verb in the present. */
const COMING =
  /예정|계획|방침|목표|(?:기로 (?:했|하|한))|(?:[된한인난린진친는연선온긴킨운준낸딘간본])다(?:[.고는며\s"”]|$)|(?:됩|합|립|집|칩|옵|갑|납)니다|할 것/

const REACH = 70

/** Whether the clause after a date tells of the past or of what is to come; null where it does not say. `leanOf('8일 열린다', 2, 6) // => 'future'` */
export function leanOf(text: string, from: number, to: number): Lean {
  const tail = text.slice(from, Math.min(to, from + REACH))
  const past = tail.search(PAST)
  const coming = tail.search(COMING)
  if (past < 0 && coming < 0) return null
  if (past < 0) return 'future'
  if (coming < 0) return 'past'
  return coming < past ? 'future' : 'past'
}

/** What is surely to come: a plan, or a work that begins or ends. */
const PLANNED =
  /예정|계획|방침|목표|기로|(?:착공|준공|완공|개통|개장|개소|가동|시작|출범|공급|입주)(?:한다|된다|합니다|됩니다)|(?:문을 |첫 ?삽을 )(?:연다|엽니다|뜬다|뜹니다)|들어선다|들어섭니다/
const LEFT = /^[이가은는도]? ?남[았은아]/
/** "10월 말까지 신고된 금액은" */
const ALREADY = /^ ?(?:[말초]|중순|하순|상순)?(?:까지|에|부터)? ?[가-힣]{0,6}[된졌했온난던](?= [가-힣])/
const TO_BE = /^(?:이다|이며|입니다|로 잡)/
/** Days ahead that are told without a word for what is to come. */
const SOON = 10
const SO_FAR = /^ ?[말초]?(?:까지)?의? ?(?:누계|누적|실적|집계)/
const COUNTED_AT = /^(?: ?말)? ?(?:현재|기준|까지 집계)/

/**
 * To which side a date leans that is printed without its year or month and can be meant of two: a day later in the month than the reference,
 * a month or quarter later or earlier in the year. Null where the nearest reading stands.
 */
export function leanFor(read: DateReading, text: string, reference: Day | null, end: number): Lean {
  if (reference === null || reference.month === 0 || read.value === null || read.rule !== 'date') return null
  const printed = text.slice(read.start, read.end)
  const figure = Number.parseInt(printed, 10)
  // "4분기가 남았는데도"
  if (LEFT.test(text.slice(read.end, read.end + 5))) return null
  if (COUNTED_AT.test(text.slice(read.end, read.end + 8))) return null
  // "기공식은 23일이다" on the 21st
  if (/^\d{1,2}일/.test(printed) && figure - reference.day < SOON && TO_BE.test(text.slice(read.end, read.end + 4))) return 'future'
  if (/^\d{1,2}일/.test(printed)) return reference.day > 0 && figure > reference.day ? leanOf(text, read.end, end) : null
  const month = /^\d분기/.test(printed) ? figure * 3 - 2 : /^\d{1,2}월/.test(printed) ? figure : 0
  if (month === 0 || month === reference.month) return null
  // "9월까지의 누계는": what was counted is past
  if (month > reference.month && SO_FAR.test(text.slice(read.end, read.end + 12))) return 'past'
  if (month > reference.month) return leanOf(text, read.end, end) === 'past' ? 'past' : null
  if (ALREADY.test(text.slice(read.end, read.end + 20))) return null
  return PLANNED.test(text.slice(read.end, Math.min(end, read.end + 40))) && leanOf(text, read.end, end) === 'future' ? 'future' : null
}
