import type { DateValue, Mention, Slot, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

/** "○ 목표 (2025년 → 2030년)", "2. 비전 및 목표(2030)", "□ 2030년 목표": a heading of what is aimed at, with its year. */
const AIMS =
  /^(?:[[【(<□■◆○●◎▶▷◇ㅇ※-]|\d{1,2}[.)]|[ⅠⅡⅢⅣⅤ가나다라마바사]\.?)?\s?(?:[가-힣\d]{1,6}\s)?(?:[가-힣]{1,6}\s)?(?:비전|목표|성과\s?지표|추진\s?목표|핵심\s?지표)(?:\s?(?:와|과|및|·)\s?[가-힣]{2,4})?\s?(?:[(（:：].{0,24})?[\]】>)]?$/
/** "Ⅰ. 2025년 성과", "□ 2025년 주요 실적": a heading of what was done, with its year. */
const DONE =
  /^(?:[[【(<□■◆○●◎▶▷◇ㅇ※-]|\d{1,2}[.)]|[ⅠⅡⅢⅣⅤ가나다라마바사]\.?)?\s?(?:(?:19|20)\d\d|['‘’]\d\d)년도?(?:의)?\s(?:[가-힣]{1,6}\s){0,2}(?:성과|실적|추진\s?결과|결산|성과와 평가)[\]】>)]?$/
/** The next heading of the same paper. */
const HEADING = /^(?:[[【<□■◆○●◎▶▷◇ㅇ]|\d{1,2}[.)]\s|[ⅠⅡⅢⅣⅤ가나다라마바사]\.\s)/

/** "◎ 2024년 목표: 250개 기업, 10조 원, 일자리 1만 5천 개": the aims of a year on one line. */
const ON_LINE = /^(?:[[【(<□■◆○●◎▶▷◇ㅇ※·-]\s?)?['‘’]?(?:(?:19|20)\d\d|\d\d)년도?\s(?:[가-힣]{2,6}\s)?목표\s?[:：]\s/

/** The year of the line that a number stands on, where the line lists aims. Null elsewhere. */
export const aimedOnLine = (body: string, dates: readonly Mention[]): Slot<DateValue | null> | null =>
  dates[0] !== undefined && typeof dates[0].value === 'string' && ON_LINE.test(body)
    ? slot<DateValue | null>(dates[0].value as DateValue, { start: dates[0].start, end: dates[0].end }, 'due:aims')
    : null

/** What the lines under a heading of aims (목표) are due by, and in which sentence it stands. */
export interface Aims {
  readonly due: Slot<DateValue | null> | null
  readonly sentence: number
  /** What was asked for has been done: its results are of that year. */
  readonly done?: boolean
}

/** The aims that hold after a line: a heading opens them, the next heading closes them. */
export function aimsAfter(body: string, s: number, dates: readonly Mention[], numbers: boolean, aims: Aims | null): Aims | null {
  if (!numbers && body.length <= 44 && AIMS.test(body)) {
    const last = dates.findLast((d) => d.value !== null)
    const value = last === undefined ? null : (last.value as DateValue)
    return {
      due: last === undefined ? null : slot(typeof value === 'string' ? value : value!.to, { start: last.start, end: last.end }, 'due:aims'),
      sentence: s,
    }
  }
  if (body.length <= 40 && DONE.test(body)) {
    const [year] = dates
    if (year !== undefined && typeof year.value === 'string')
      return { due: slot<DateValue | null>(year.value, { start: year.start, end: year.end }, 'due:asked'), sentence: s, done: true }
  }
  return aims !== null && (s - aims.sentence > REACH || (HEADING.test(body) && !numbers && !/[:：→]/.test(body) && body.length <= 44)) ? null : aims
}

const ARROW = /(?:→|➝|->|⇒)\s?(?:\(['‘’]?\d{2,4}년?\)\s?)?(?:약\s)?$/

/** Whether the year of the heading, or of the question, is that of a number of this stage. */
export const aimsHold = (aims: Aims | null, stage: Stage): aims is Aims & { due: Slot<DateValue | null> } =>
  aims?.due != null && (aims.done === true ? stage === 'result' : stage === 'plan' || stage === 'pledge')

/** Whether a figure under a heading of aims stands behind an arrow: "23개사 → 80개사". */
export const isAim = (text: string, { start }: Mention, aims: Aims | null): boolean =>
  aims !== null && ARROW.test(text.slice(Math.max(0, start - 14), start))

/** The year in brackets between an arrow and its figure: "→ (’28) 40개사". Null where none stands there. */
export function yearBehindArrow(text: string, { start }: Mention, dates: readonly Mention[]): Slot<DateValue | null> | null {
  const date = dates.find((d) => d.end <= start && start - d.end <= 4 && /(?:→|➝|->|⇒)\s?\(?$/.test(text.slice(Math.max(0, d.start - 4), d.start)))
  return date === undefined || date.value === null
    ? null
    : slot<DateValue | null>(date.value as DateValue, { start: date.start, end: date.end }, 'due:aimed-year')
}

/** How many lines a list of aims may have. */
const REACH = 14
