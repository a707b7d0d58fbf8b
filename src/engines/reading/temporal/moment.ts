/** Which of three neighbours a word points at: 지난 last, 이번 this, 다음 next. */
export type Direction = 'last' | 'this' | 'next'

/** A year as it was said: a number with its count of figures (12년 has two), or so many years from the reference (작년 is −1). */
export type YearRef = { kind: 'number'; year: number; figures: number } | { kind: 'offset'; offset: number }

/** A month as it was said: 3월, 다음 6월 (with its direction), or so many months from the reference (지난달 is −1). */
export type MonthRef = { kind: 'number'; month: number; direction?: Direction } | { kind: 'offset'; offset: number }

/** What a length of time is counted in (단위). 영업일 is a day on which offices work. */
export type SpanUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'businessDay' | 'hour' | 'minute' | 'second'

/** One part of a length of time; `count` may have a fraction (3년 반), and is null where the words leave it open (며칠, 몇 주). */
export type SpanPart = { count: number | null; unit: SpanUnit }

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

/** A part of a longer period: 초 early, 중순/중반 mid, 말/후반 late, 안 within. */
export type Part = 'early' | 'mid' | 'late' | 'within'

/**
 * A time expression (시간 표현) as its words state it, before any reference instant is known. Weekdays are 1 (Monday) to 7; an ordinal of −1 is the last.
 * What the words leave out is absent: 15일 has neither year nor month. `bare` marks a shift without 전 or 후 (내일부터 3주); `weeks` counts weeks from the reference's where the words reach further than one, `coming` is 오는, the first one after the reference.
 */
export type Moment =
  | { kind: 'day'; offset: number }
  | { kind: 'besideDay'; offset: number }
  | { kind: 'date'; year?: YearRef; month?: MonthRef; day: number; weekday?: number; lunar?: true; direction?: Direction }
  | { kind: 'weekday'; weekday: number; direction?: Direction; ofWeek?: boolean; weeks?: number; coming?: true }
  | { kind: 'nthWeekday'; nth: number; weekday: number; year?: YearRef; month?: MonthRef }
  | { kind: 'lastDay'; year?: YearRef; month?: MonthRef }
  | { kind: 'holiday'; holiday: string; year?: YearRef; direction?: Direction }
  | { kind: 'shift'; sign: 1 | -1; span: readonly SpanPart[]; anchor?: Moment; weekday?: number; bare?: true }
  | { kind: 'within'; span: readonly SpanPart[]; anchor?: Moment; inclusive?: boolean }
  | { kind: 'year'; year: YearRef }
  | { kind: 'month'; year?: YearRef; month: MonthRef }
  | { kind: 'quarter'; quarter: number; year?: YearRef }
  | { kind: 'half'; half: 1 | 2; year?: YearRef }
  | { kind: 'cycle'; unit: 'week' | 'quarter' | 'weekend' | 'decade' | 'century'; offset: number }
  | { kind: 'sameCycle'; unit: 'day' | 'week' | 'month' | 'year' }
  | { kind: 'nthWeek'; nth: number; year?: YearRef; month?: MonthRef }
  | { kind: 'weekNumber'; week: number }
  | { kind: 'cycleOf'; unit: 'week' | 'month' | 'year'; date?: Moment }
  | { kind: 'season'; season: Season; year?: YearRef; direction?: Direction }
  | { kind: 'decade'; from: number; century?: number; figures: number }
  | { kind: 'century'; century: number }
  | { kind: 'rolling'; direction: 'past' | 'future'; count: number | null; unit: SpanUnit }
  | { kind: 'part'; part: Part; of: Moment }
  | { kind: 'range'; from: Moment; to: Moment; until: boolean }

/** A time expression found in text: [start, end) in UTF-16 units. `open` where a range mark (부터) was left without its second end. */
export type FoundMoment = { start: number; end: number; moment: Moment }

/** What a scanner gives at one place. */
export type Scan<T> = { end: number; value: T } | null

/** True for an expression that names one day. `isDate({ kind: 'day', offset: 0 }) // => true` */
export function isDate(moment: Moment): boolean {
  switch (moment.kind) {
    case 'day':
    case 'besideDay':
    case 'date':
    case 'weekday':
    case 'nthWeekday':
    case 'lastDay':
    case 'holiday':
    case 'shift':
      return true
    default:
      return false
  }
}
