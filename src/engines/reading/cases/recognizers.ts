import { bareNumbers } from './bare-number.ts'
import { dateTimes, sets, timePeriods, times } from './clock-cases.ts'
import { numberRanges } from './number-range.ts'
import { ordinals } from './ordinal.ts'
import type { Found, SuiteCase, Verdict } from './suite-case.ts'
import { sameJson } from './suite-case.ts'
import { datePeriods, dates, durations, holidays } from './time-cases.ts'
import { ages, currencies, dimensions, percents, temperatures } from './with-unit.ts'

type Expected = { text: string; type: string; start: number | null; end: number | null; value?: unknown }

const READERS: Readonly<Record<string, (text: string, c: SuiteCase) => Found[]>> = {
  number: bareNumbers,
  'number-range': numberRanges,
  // the model without its extended types reads no places from the end
  ordinal: (text, c) => ordinals(text, { relative: !/SuppressExtendedTypes/.test(c.source ?? '') }),
  percent: percents,
  currency: currencies,
  age: ages,
  dimension: dimensions,
  temperature: temperatures,
  duration: durations,
  date: (text, c) => dates(text, c.reference_time),
  'date-period': (text, c) => datePeriods(text, c.reference_time),
  time: times,
  'time-period': timePeriods,
  datetime: (text, c) => dateTimes(text, c.reference_time),
  set: sets,
  holiday: (text, c) => holidays(text, c.reference_time),
}

/** True where exactly the expected things were found: same text, place, type and, where the case gives one, value. */
function sameFindings(expected: readonly Expected[], got: readonly Found[]): boolean {
  if (expected.length !== got.length) return false
  const inOrder = [...expected].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return inOrder.every((e, i) => {
    const g = got[i]!
    const place = e.start === null || e.end === null || (e.start === g.start && e.end === g.end)
    return place && e.type === g.type && (e.value === null || e.value === undefined || sameJson(e.value, g.value))
  })
}

/** The verdict on one case of Recognizers-Text (Korean). A kind that no reader knows fails. `judgeRecognizers({ suite: 'recognizers-ko', kind: 'boolean', text: '네', expected: [] }).passed // => false` */
export function judgeRecognizers(c: SuiteCase): Verdict {
  const reader = READERS[c.kind]
  if (!reader || !Array.isArray(c.expected)) return { passed: false, answer: null, unread: true }
  const got = reader(c.text, c)
  return { passed: sameFindings(c.expected as Expected[], got), answer: got.map(({ text, type, value }) => ({ text, type, value })) }
}
