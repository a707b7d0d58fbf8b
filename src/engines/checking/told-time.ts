import type { Mention } from '#engines/reading/reading'
import { type Checkable, sentenceAround, wordsOf } from './checkable.ts'
import { firstDayOf, lastDayOf } from './impossible-date.ts'

/** How a day is told and when it was: `ahead` of what is over by then, `done` of what is yet to come. */
export interface ToldTime {
  readonly told: 'ahead' | 'done'
  readonly day: Mention
}

const steps = '착공|기공|준공|완공|개장|개관|개통|개소|개교|가동|시행|분양|입주|개최|출범|공급|양산|발사|설립|운영|완료|지정|도입|건립|조성'
const when = '(?:까지|에|께|경|쯤|무렵)?'
/** What ties one clause to the next: a day before it is no day of what follows. */
const joins = /(?:[가-힣](?:고|며|아|어|여|해|지만|는데)|뒤|후|이래|만에|한|된|기로|다)[\s,]/
/** 2024년 말까지 … 할 예정이다, 2023년 7월 착공 예정인. */
const planned = new RegExp(`^${when}\\s(?:[^\\s.]+\\s){0,6}?([^\\s.]{0,12})\\s?(?:예정|계획|방침)(?:이다|이라고|이며|입니다|인\\s|으로|[.)\\n]|$)`)
const step = new RegExp(`(?:${steps})$`)
/** A verb of what is to come ends in ㄹ: 투자할, 들여놓을, 마칠. */
const isToCome = (word: string): boolean => /[가-힣]$/.test(word) && (word.charCodeAt(word.length - 1) - 0xac00) % 28 === 8
/** 준공예정: 2024. 3. */
const plannedLead = /(?:예정|계획)(?:일|일자|시기|월|년도)?\s?[:：]\s?$/
/** Told of a plan of then: 당초 … 할 계획이었으나, … 하겠다고 밝힌 바 있다. */
const formerWords = /당초|애초|원래|기존|종전|지난번/
const formerEnd =
  /(?:예정|계획|방침|목표)(?:이었|였|이던|이나|에서)|바\s?있|려\s?했|려던|로\s?했던|늦췄|늦춰|미뤄|미뤘|연기|변경|지연|무산|철회|취소|중단|불발|못\s?했|않/

/** What is over: 체결했다, 준공했다, 공사를 마쳤다. */
const finished = new RegExp(
  `(?:(?:${steps}|체결|협약|마무리|선정|매입|취득|이전)\\s?(?:식을\\s?)?(?:했|하였|됐|되었)|맺었|마쳤|끝냈|끝났|열었|열렸)(?:다|습니다|으며|고|지만)`,
)
/** The words between a day and what is over, where the day is one of something else: 착공 준비를, 개장을 위한, 사업 예산을, 완공을 목표로. */
const ofElse = /준비|위한|위해|계획|예산|앞두|대비|목표|까지|예정|사전|공모|기로|전망|예상|약속|할\s|될\s|를\s?향해|[리하되지르]는\s/

/**
 * 때와 말 (how a day is told): a day that was over when the document was published, told as still to come (2024년 말까지 투자할 예정이다), and a day after
 * it, told as over (2026년 1월 5일 공사를 마쳤다). Only days that are printed with their year; a plan of then (당초 … 계획이었으나) says nothing. None where the
 * date of the document is not known.
 */
export function toldTimes(check: Checkable): ToldTime[] {
  const published = check.reading.published
  if (published === null) return []
  const found: ToldTime[] = []
  for (const day of check.reading.mentions) {
    if (day.kind !== 'date' || day.value === null || typeof day.value === 'number') continue
    const printed = wordsOf(check, day)
    if (!/(?:19|20)\d{2}|['’‘]\d{2}/.test(printed)) continue
    // 2025년 상반기 has a beginning and an end; 2023~2025년 is a stretch that is told as a whole
    const [from, to] = typeof day.value === 'string' ? [day.value, day.value] : [day.value.from, day.value.to]
    if (from !== to && /[~∼～–-]|부터|에서/.test(printed)) continue
    const sentence = sentenceAround(check, day)
    const behind = check.text.slice(day.end, Math.min(sentence.end, day.end + 80))
    const before = check.text.slice(Math.max(sentence.start, day.start - 30), day.start)
    if (lastDayOf(to) < published.date && (isPlanned(behind) || plannedLead.test(before)) && !isFormerPlan(check, day))
      found.push({ told: 'ahead', day })
    if (firstDayOf(from) > published.date && isFinished(day, before, behind)) found.push({ told: 'done', day })
  }
  return found
}

/** Whether a sentence tells of a plan of then: 당초 3월까지 준공할 계획이었으나, 투자하겠다고 밝힌 바 있다. */
export function isFormerPlan(check: Checkable, day: { start: number; end: number }): boolean {
  const sentence = sentenceAround(check, day)
  const before = check.text.slice(Math.max(sentence.start, day.start - 40), day.start)
  return formerWords.test(before) || formerEnd.test(check.text.slice(day.end, Math.min(sentence.end, day.end + 120)))
}

function isPlanned(behind: string): boolean {
  const match = planned.exec(behind)
  if (match === null || joins.test(match[0]) || /\d+\s?[년월]/.test(match[0])) return false
  return step.test(match[1]!) || isToCome(match[1]!)
}

function isFinished(day: Mention, before: string, behind: string): boolean {
  const match = finished.exec(behind)
  if (!match) return false
  const between = behind.slice(0, match.index)
  if (ofElse.test(between) || joins.test(between) || /[.\n]|\d+\s?[년월]/.test(between)) return false
  // 2026년 예산 협약을 체결했다: a bare year names the thing, not its time
  return (
    /지난\s?$/.test(before) ||
    /^[에께]/.test(between) ||
    /^\d{4}-\d{2}-\d{2}$/.test(String(day.value)) ||
    (/-/.test(String(day.value)) && between.length <= 24)
  )
}
