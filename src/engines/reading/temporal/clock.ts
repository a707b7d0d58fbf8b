import { readAt, smallNumber, sticky } from './lexicon.ts'
import type { Scan } from './moment.ts'

/** A time of day (시각) as said. `half` is 오전 (am) or 오후 (pm) where the words name it; without it 3시 may be either. */
export type Clock = { hour: number; minute?: number; second?: number; half?: 'am' | 'pm' }

const NATIVE_HOUR = '열한|열두|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉'
const SINO_HOUR = '이십[일이삼사]?|십[일이삼사오육칠팔구]?|[영일이삼사오육칠팔구]'
const MINUTE = '[0-5]?[0-9]|[이삼사오]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]'
const HALF_DAY = '(?:(오전|새벽|아침|이른 아침)|(오후|저녁|밤|낮|점심|늦은 밤)) ?'
const SPOKEN = sticky(
  `(?:${HALF_DAY})?([01]?[0-9]|2[0-4]|${NATIVE_HOUR}|${SINO_HOUR}) ?시(?!간|민|장|청|설|작|대|도|의|가지|공)(?: ?(반)(?![가-힣])| ?(${MINUTE}) ?분(?: ?(${MINUTE}) ?초)?)?(?: ?정각)?`,
)
const PRINTED = sticky(`(?:${HALF_DAY})?([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])(?: ?([ap])\\.?m\\.?)?`)
const NAMED = sticky('(정오)|(자정)')

/**
 * A time of day that starts exactly at `at`: 오후 3시 30분, 열두 시 반, 18:05:10, 정오; null where none does.
 * `clockAt('오후 세 시 반에', 0)!.value.hour // => 3`
 */
export function clockAt(text: string, at: number): Scan<Clock> {
  const named = readAt(NAMED, text, at)
  if (named) return { end: at + named[0].length, value: named[1] ? { hour: 12, half: 'pm' } : { hour: 0, half: 'am' } }
  if (at > 0 && /[0-9.:]/.test(text.charAt(at - 1))) return null
  const printed = readAt(PRINTED, text, at)
  if (printed) {
    const half = printed[1] || printed[6] === 'a' ? 'am' : printed[2] || printed[6] === 'p' ? 'pm' : undefined
    const value: Clock = { hour: Number(printed[3]), minute: Number(printed[4]) }
    if (printed[5]) value.second = Number(printed[5])
    if (half) value.half = half
    return { end: at + printed[0].length, value }
  }
  const spoken = readAt(SPOKEN, text, at)
  if (!spoken) return null
  const hour = spoken[3] === '영' ? 0 : smallNumber(spoken[3]!)
  if (Number.isNaN(hour) || hour > 24) return null
  const value: Clock = { hour }
  if (spoken[1]) value.half = 'am'
  if (spoken[2]) value.half = 'pm'
  if (spoken[4]) value.minute = 30
  if (spoken[5]) value.minute = smallNumber(spoken[5])
  if (spoken[6]) value.second = smallNumber(spoken[6])
  return { end: at + spoken[0].length, value }
}

/** The hour of the day from 0 to 24; a bare hour stays as said. `hourOfDay({ hour: 3, half: 'pm' }) // => 15` */
export function hourOfDay(clock: Clock): number {
  if (clock.half === 'pm' && clock.hour < 12) return clock.hour + 12
  return clock.half === 'am' && clock.hour === 12 ? 0 : clock.hour
}
