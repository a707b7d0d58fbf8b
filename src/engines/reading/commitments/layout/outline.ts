import type { Span } from '../../reading.ts'
import { type Flow, nothingGoesOn } from '../draft.ts'

/** "② 해상풍력 지원부두 확충": an item of a paper in outline form (개조식). */
const ITEM = /^\s?[①-⑳]\s?\S/
/** "□ 2026년 중점과제": a chapter of it. */
const CHAPTER = /^\s?□\s?\S/
const SENTENCE = /[다요까죠][.!?”"]*$/
/** Items of one agreement or firm go on about it. */
const LABEL = /^\s?[①-⑳□]\s?(?:총\s?)?(?:투자|사업비|사업량|위치|기간|규모|내용|고용|채용|면적|부지|효과|개요|시행자|생산|입지|준공|착공)/

/** A numbered item of a plan, and the chapter after such items, begins anew: neither site nor step of the one before goes on. */
export function noteOutline(body: string, flow: Flow): void {
  const item = ITEM.test(body)
  const chapter = !item && CHAPTER.test(body)
  if ((!item && !chapter) || SENTENCE.test(body) || (LABEL.test(body) && !flow.items)) return
  // the first chapters of a paper about one work go on about it
  if (chapter && !flow.items) {
    flow.stage = null
    flow.agreement = null
    return
  }
  flow.items = item
  flow.topics++
  // what the money of the paper is goes on: "① 설비 지원 180억원"
  const { money } = flow
  nothingGoesOn(flow)
  flow.money = money
  flow.agreement = null
  flow.matter = null
}

/** "둘째, 로봇센터를", "마지막으로 의료기기 수출을": one of several aims, of which each has its own site. */
const LAST_OF_SEVERAL = /^(?:둘째|셋째|넷째|다섯째|마지막으로|끝으로),?\s/

/** One of several aims that a text counts off (첫째, …, 마지막으로) lies not where the one before it did. */
export function noteCountedOff(body: string, flow: Flow): void {
  if (!LAST_OF_SEVERAL.test(body)) return
  flow.topics++
  flow.place = null
  flow.lastPlace = null
  flow.matter = null
}

/** The numbered item that a position stands in; null outside of items. */
export function itemAround(text: string, at: number): Span | null {
  const before = text.slice(0, at)
  let start = -1
  for (const { index } of before.matchAll(/^[ \t]*[①-⑳]/gm)) start = index
  if (start < 0 || /^[ \t]*□/m.test(before.slice(start))) return null
  const next = /^[ \t]*[①-⑳□]/m.exec(text.slice(at))
  return { start, end: next === null ? text.length : at + next.index }
}
