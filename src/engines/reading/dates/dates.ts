/** Dates (날짜) of running text: written out, in figures, as ranges, and relative to a day of reference. */

export { type DateReading, type Day, daysInMonth, parseDay } from './parts.ts'
export { readDate } from './range.ts'
export { mayBeRelative, readRelativeDate, readToldDate } from './relative.ts'
