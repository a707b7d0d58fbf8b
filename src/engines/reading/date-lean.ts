import type { DateReading, Day, Lean } from './date-parts.ts'

/** What is told as past: the first verb after the date. */
const PAST = /(?:했|됐|었|았|였|렸|졌|쳤|갔|왔|났|냈|셨|섰|켰|겼|뎠|봤|줬|꿨|썼)(?:다|고|으며|는데|지만|으나|습니다|음|던)/
/** What is told as to come: a plan, a duty, a verb in the present. */
const COMING =
  /예정|계획|방침|목표|(?:기로 (?:했|하|한))|(?:[된한인난린진친는연선온긴킨운준낸딘간본])다(?:[.고는며\s"”]|$)|(?:됩|합|립|집|칩|옵|갑|납|입)니다|할 것/

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

/**
 * Whether a date printed without its year or month can be meant of two: a day later in the month than the reference, a month later or earlier in the year.
 * Only then is the verb after it asked.
 */
export function isOpenTo(read: DateReading, text: string, reference: Day | null): boolean {
  if (reference === null || typeof read.value !== 'string' || read.rule !== 'date') return false
  const printed = text.slice(read.start, read.end)
  if (/^\d{1,2}일/.test(printed)) return reference.day > 0 && Number.parseInt(printed, 10) > reference.day
  return /^\d{1,2}월/.test(printed) && Number.parseInt(printed, 10) !== reference.month
}
