import type { Day } from '../dates/dates.ts'
import type { DateValue, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Language } from './language.ts'
import { isoDay } from './moment.ts'

/** Between a day and the verb that happens on it: 2028年起陆续投产, 2026年底前竣工. */
const BETWEEN = /^[^，,。；;、.已]{0,8}$/

/** What verbs of one sentence tell by the days before them. */
export interface Told {
  /** The verb at `at` stands behind a day after the one the paper appeared on. */
  readonly later: (at: number) => boolean
  /** The verb at `at` stands behind a day that has passed. */
  readonly over: (at: number) => boolean
}

/** Chinese verbs have no tense (시제): 2028年投产 in a paper of 2026 is a plan, 2024年动工 began. Null where no day of the paper is known. */
export function toldBy(text: string, dates: readonly Mention[], reference: Day | null): Told | null {
  if (reference === null || dates.length === 0) return null
  const today = isoDay(reference)
  const behind = (holds: (first: string, last: string) => boolean) => (at: number) =>
    dates.some(({ value, end }) => {
      if (value === null || typeof value === 'number' || end > at || !BETWEEN.test(text.slice(end, at))) return false
      return typeof value === 'string' ? holds(value, value) : holds(value.from, value.to)
    })
  return {
    later: behind((_, last) => last > today.slice(0, last.length)),
    over: behind((_, last) => last < today.slice(0, last.length)),
  }
}

/** Whether a date begins after the day of the paper. Unknown days do not. */
export function isLater(value: DateValue | number | null, reference: Day | null): boolean {
  if (value === null || typeof value === 'number' || reference === null) return false
  const first = typeof value === 'string' ? value : value.from
  return first > isoDay(reference).slice(0, first.length)
}

/** What is to be done on top of a plant that runs, in words of the time to come. */
const NEXT: Readonly<Record<'zh' | 'ja', RegExp>> = {
  zh: /(?:决定|计划|拟|宣布|将)[^，,。；;]{0,12}(?:投资|增资|投入|增建|扩建|新建|追加|上调|招聘|招募|雇用)|还(?:将|计划|拟|打算)|将(?:再|继续|进一步)|今后|未来|下一步|明年/,
  ja: /(?:投資|建設|新設|増設|新築|拡張|設置|雇用|採用|募集)する(?:計画|予定|方針|見通し|見込み|考え|という|と|。|$)|(?:投じ|建て|設け|雇[うい]?|増やす?)(?:る)?(?:計画|予定|方針|見通し|見込み|考え|という|。|$)/,
}

/**
 * What a sentence about a plant that runs still promises (2026年までに183人を雇用する, 还将追加投资): a plan of its own, where the sentence itself says no more than that and
 * names a later day or speaks of what comes next.
 */
export function promisedAhead(
  stage: Slot<Stage>,
  said: Stage | undefined,
  sentence: string,
  dates: readonly Mention[],
  language: Language,
  reference: Day | null,
): Slot<Stage> {
  if (language === 'en' || said !== 'plan' || stage.rule !== 'stage:flow') return stage
  const runs = stage.value === 'operation' || stage.value === 'result'
  if (!runs && stage.value !== 'construction') return stage
  const day = dates.find(({ value }) => isLater(value as DateValue | null, reference))
  const at: Span | null = day === undefined ? null : { start: day.start, end: day.end }
  if (runs && (day !== undefined || NEXT[language as 'zh'].test(sentence))) return { value: 'plan', span: at, rule: 'stage:ahead' }
  return stage
}
