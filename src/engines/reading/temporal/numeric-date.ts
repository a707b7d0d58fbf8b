import { daysInMonth } from '#quantity/day'
import { readAt, sticky } from './lexicon.ts'
import type { Moment, Scan } from './moment.ts'

const NUMERIC = sticky('([0-9]{1,4}) ?([-/.]) ?([0-9]{1,2}) ?[-/.] ?([0-9]{1,4})(?![0-9]|[-/.][0-9])')
const TWO = sticky('([0-9]{1,2}) ?/ ?([0-9]{1,2})(?![0-9]|[-/.,][0-9]| ?(?:퍼센트|%|조각))')

/**
 * A date in figures alone: 2015/08/12, 2015.5.13, 74/10/31, 9-18-15, 21/04/2016, 13.5.2015, 4/22, 22/04; null for other figures.
 * A first number above 31 or of four figures is the year. Else the year is last; month and day stand in the one order the calendar allows, month first where
 * both do. `yearFirst` reads 21/04/16 as the 16th of April 2021.
 * `numericDateAt('4/22에', 0)!.end // => 4`
 */
export function numericDateAt(text: string, at: number, yearFirst = false): Scan<Moment> {
  if (at > 0 && /[0-9.,/-]/.test(text.charAt(at - 1)) && /[0-9]/.test(text.charAt(at - 2))) return null
  const three = readAt(NUMERIC, text, at)
  if (three) {
    const [first, middle, last] = [three[1]!, Number(three[3]), three[4]!]
    const end = at + three[0].length
    if (first.length === 4 || Number(first) > 31 || (yearFirst && first.length === 2 && last.length < 3))
      return last.length > 2 ? null : dated(end, first, middle, Number(last))
    if (first.length > 2 || last.length < 2 || last.length === 3) return null
    return three[2] === '.' && middle <= 12
      ? dated(end, last, middle, Number(first))
      : (dated(end, last, Number(first), middle) ?? dated(end, last, middle, Number(first)))
  }
  const two = readAt(TWO, text, at)
  if (!two) return null
  const [a, b] = [Number(two[1]), Number(two[2])]
  return dated(at + two[0].length, '', a, b) ?? dated(at + two[0].length, '', b, a)
}

function dated(end: number, year: string, month: number, day: number): Scan<Moment> {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year === '' ? 2000 : Number(year), month)) return null
  return {
    end,
    value: {
      kind: 'date',
      ...(year === '' ? {} : { year: { kind: 'number' as const, year: Number(year), figures: year.length } }),
      month: { kind: 'number', month },
      day,
    },
  }
}

const YEAR_MONTH = sticky(
  '(1[5-9][0-9]{2}|20[0-9]{2}) ?[-./] ?(1[0-2]|0?[1-9])(?![0-9]|[-./] ?[0-9]|[A-Za-z])|(1[0-2]|0?[1-9]) ?[-/] ?(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9/])',
)

/** A month in figures alone: 2015-10, 2015.10, 10/2015; null for other figures. `numericMonthAt('2015-10', 0)!.end // => 7` */
export function numericMonthAt(text: string, at: number): Scan<Moment> {
  if (at > 0 && /[0-9A-Za-z.,/-]/.test(text.charAt(at - 1))) return null
  const found = readAt(YEAR_MONTH, text, at)
  if (!found) return null
  const year = Number(found[1] ?? found[4])
  const month = Number(found[2] ?? found[3])
  return { end: at + found[0].length, value: { kind: 'month', year: { kind: 'number', year, figures: 4 }, month: { kind: 'number', month } } }
}
