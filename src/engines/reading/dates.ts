/** Dates (날짜) of running text: written out, in figures, as ranges, and relative to a day of reference. */

export { type DateReading, type Day, daysInMonth, parseDay } from './date-parts.ts'
export { readDate } from './date-range.ts'
export { mayBeRelative, readRelativeDate, readToldDate } from './date-relative.ts'
