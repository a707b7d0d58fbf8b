import type { Span, Stage } from '../../reading.ts'
import { type Draft, slot } from '../draft.ts'

/** Lines that say what a text is about. */
const HEAD = 3
const OF_YEAR = /(내년|새해|20\d{2}년)도?\s?(?:도\s)?(?:(?:국가|정부|본)\s?)?(?:예산|국비)/
/** What a budget is said to have come to, before it is spent. */
const CAME_TO = /^(?:기록|증가|넘|달했|에 이)|(?:예산|추경)(?:안)?에 반영/
/** What was spent or given out is done. */
const SPENT = /집행|지급|결산|지난해|작년|올해\s[^.]{0,20}(?:확보|지원)|인센티브/

/** A text about the budget of a coming year tells what is to be spent (내년 예산 기사): that it is larger than ever is no result yet. What is said outright to have been won (확보했다) stays one, and what is told of it. */
export function budgetsToCome(text: string, units: readonly Span[], drafts: readonly Draft[], published: string | null): void {
  const head = units.slice(0, HEAD)
  if (head.length === 0) return
  const year = OF_YEAR.exec(text.slice(head[0]!.start, head.at(-1)!.end))?.[1]
  if (year === undefined || (published !== null && /^20/.test(year) && year.slice(0, 4) <= published.slice(0, 4))) return
  let led = false
  for (const draft of drafts) {
    if (draft.indicator.value !== 'budget' || draft.line !== null) continue
    const { value, rule, span } = draft.stage
    const unit = units[draft.sentence]!
    if (value === 'plan') led = true
    if (value !== 'result' || SPENT.test(text.slice(unit.start, unit.end))) continue
    if (rule === 'stage:flow' ? led : span !== null && CAME_TO.test(text.slice(span.start, span.end))) {
      draft.stage = slot<Stage>('plan', null, 'stage:budget-to-come')
      led = true
    } else if (rule === 'stage:clause') led = false
  }
}
