import type { DateValue, Mention, Slot, Span, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

/** After a date: up to when was counted. */
const UP_TO = /^(?:까지|\s?[말초]?(?:까지)?\s?(?:현재|기준)(?:으로|,)?|\s[말초]까지)/
/** What is only aimed at, or was promised once. */
const AHEAD = /약속|기로|겠다|목표|계획|예정|당초|애초|공약|예상|전망|구상|방침|협약|계약|착공|추진/

const lastDay = (value: DateValue): string => (typeof value === 'string' ? value : value.to)

/** "지난달까지 유치한 곳이 18개사", "8월 말 현재 312개입니다": a number told up to a day that is past has come about (실적). Null where no such day stands before it. */
export function countedPast(text: string, clause: Span, mention: Mention, dates: readonly Mention[], now: string | null): Slot<Stage> | null {
  if (now === null) return null
  const date = dates.findLast((d) => d.start >= clause.start && d.end <= mention.start)
  if (date === undefined || date.value === null) return null
  const last = lastDay(date.value as DateValue)
  if (last >= now.slice(0, last.length)) return null
  // "6월까지 110억원을 들여 공장을 짓고 스쿠터를 만들 계획이었다"
  if (/(?:계획|예정|방침|구상)이었/.test(text.slice(mention.end, Math.min(text.length, mention.end + 90)).split('.')[0]!)) return null
  const after = text.slice(date.end, date.end + 10)
  if (!UP_TO.test(after) && !/(?:까지|기준|현재)$/.test(date.text)) return null
  if (AHEAD.test(text.slice(date.end, clause.end))) return null
  return slot<Stage>('result', { start: date.start, end: date.end }, 'stage:counted-past')
}
