import { type DateReading, endOf, startOf } from './parts.ts'

/** A stretch of days told in full, and where. */
export interface Stay {
  readonly from: string
  readonly to: string
  readonly at: number
}

/** How far a stretch of days reaches for the bare days below it, in letters; and how long it may be, in months begun. */
const REACH = 600
const LONGEST = 2

/** The stretch of days (기간) that a date tells: "6월 24일 ~ 7월 2일"; null for any other date. */
export function stayOf({ value, end }: DateReading): Stay | null {
  if (value === null || typeof value === 'string' || value.from.length !== 10 || value.to.length !== 10) return null
  const months =
    Number(value.to.slice(0, 4)) * 12 + Number(value.to.slice(5, 7)) - Number(value.from.slice(0, 4)) * 12 - Number(value.from.slice(5, 7))
  return months < LONGEST ? { from: value.from, to: value.to, at: end } : null
}

/**
 * A bare day below a stretch of days is one of it: under "기간: 6월 24일 ~ 7월 2일" "- 24일 도쿄" is 24 June, whatever day the paper was written.
 * Any other date stays as it was read.
 */
export function withinStay(text: string, read: DateReading, stay: Stay | null): DateReading {
  if (stay === null || read.start - stay.at > REACH || read.value === null || !/^\d{1,2}일/.test(text.slice(read.start, read.start + 3))) return read
  const inside = (day: string): string | null => {
    for (const month of [stay.from.slice(0, 8), stay.to.slice(0, 8)]) {
      const moved = month + day.slice(8)
      if (moved >= stay.from && moved <= stay.to) return moved
    }
    return null
  }
  const from = inside(startOf(read.value))
  const to = inside(endOf(read.value))
  if (startOf(read.value).length !== 10 || from === null || to === null || to < from) return read
  return { ...read, value: typeof read.value === 'string' ? from : { from, to } }
}
