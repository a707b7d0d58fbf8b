import { dayFromNumber, dayNumber, isDay } from '#quantity/day'
import { monthStart, partsOf } from '../temporal/calendar.ts'

/** How fine a value is, in Duckling's names. */
export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
/** Seconds since 1970-01-01 of the reference's own clock; `to` exclusive. `point` is one cycle of its grain, otherwise an interval. */
export type Piece = { from: number | null; to: number | null; grain: Grain; toGrain?: Grain; point: boolean; holiday?: string }

/** Seconds of a day. */
export const DAY = 86400
/** The reference instant as seconds and day of its own clock, with its zone as text. */
export type Reference = { seconds: number; day: number; zone: string }

/** The reference of a case, or null for other text. `referenceOf('2013-02-12T04:30:00-02:00')!.zone // => '-02:00'` */
export function referenceOf(text: string): Reference | null {
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(.*)$/.exec(text)
  if (!m || !isDay(m[1]!)) return null
  const day = dayNumber(m[1]!)
  return { seconds: day * DAY + Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4]), day, zone: m[5]! }
}

/** One cycle of a grain that starts with a day. `point(0, 'day')!.from // => 0` */
export const point = (day: number | null, grain: Grain): Piece | null => (day === null ? null : { from: day * DAY, to: null, grain, point: true })
/** The days [from, to). `interval(0, 1, 'day').to // => 86400` */
export const interval = (from: number, to: number, grain: Grain): Piece => ({ from: from * DAY, to: to * DAY, grain, point: false })

/** An instant cut down to a grain. `floorTo(3_700, 'hour') // => 3600` */
export function floorTo(seconds: number, grain: Grain): number {
  const p = partsOf(Math.floor(seconds / DAY))
  if (grain === 'year') return monthStart(p.year, 1) * DAY
  if (grain === 'month') return monthStart(p.year, p.month) * DAY
  return seconds - (((seconds % stepOf(grain)) + stepOf(grain)) % stepOf(grain))
}

/** Seconds of a grain, at most those of a day. `stepOf('minute') // => 60` */
export function stepOf(grain: Grain): number {
  return grain === 'second' ? 1 : grain === 'minute' ? 60 : grain === 'hour' ? 3600 : DAY
}

/** The exclusive end of a piece, or null where it is open. `endOf(point(0, 'month')!) // => 2678400` */
export function endOf(piece: Piece): number | null {
  if (piece.to !== null || piece.from === null) return piece.to
  const day = Math.floor(piece.from / DAY)
  const p = partsOf(day)
  if (piece.grain === 'week') return piece.from + 7 * DAY
  if (piece.grain === 'month' || piece.grain === 'quarter') return monthStart(p.year, p.month + (piece.grain === 'month' ? 1 : 3)) * DAY
  if (piece.grain === 'year') return monthStart(p.year + 1, 1) * DAY
  return piece.from + stepOf(piece.grain)
}

function stamp(seconds: number, zone: string): string {
  const rest = ((seconds % DAY) + DAY) % DAY
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayFromNumber(Math.floor(seconds / DAY))}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}${zone}`
}

/** A piece as Duckling writes it. `shape(point(0, 'day')!, 'Z') // => ({ type: 'value', value: '1970-01-01T00:00:00Z', grain: 'day' })` */
export function shape(piece: Piece, zone: string): unknown {
  const end = (seconds: number, grain: Grain) => ({ value: stamp(seconds, zone), grain })
  if (piece.point && piece.from !== null)
    return { type: 'value', ...end(piece.from, piece.grain), ...(piece.holiday ? { holiday: piece.holiday } : {}) }
  return {
    type: 'interval',
    ...(piece.from === null ? {} : { from: end(piece.from, piece.grain) }),
    ...(piece.to === null ? {} : { to: end(piece.to, piece.toGrain ?? piece.grain) }),
    end_exclusive: true,
  }
}
