import type { Stage } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

/** What a heading says of the lines under it. */
const HEADINGS: readonly (readonly [RegExp, Stage])[] = [
  [/(?:계획|사업|지정|대상|구역)\s?(?:의\s)?(?:제외|취소|철회|폐지)/, 'cancelled'],
  [/실적|성과(?!\s?목표)|결과|추진\s?현황|^(?:\d{4}년\s)?(?:[상하]반기\s)?주요\s?뉴스$/, 'result'],
  [/협약|MOU/, 'mou'],
  [/계획|구상|목표|청사진|방향|전략|예산안|예산\s?편성/, 'plan'],
]

/** A title of so few letters names a list, not a piece of news. */
const SHORT_TITLE = 12
/** "2025년 주요업무계획 (투자경제국)": the title of a paper. */
const PAPER = /^.{0,24}(?:계획|실적|성과|현황)(?:\s?\([^()]{1,16}\))?$/

/** "기대효과", "[전체 준공 시 효과]", "○ 기대하는 효과 (앞으로 5년)": what stands below is what a project brings. */
export const EFFECTS =
  /^[\s[【(<□■◆○●◎▶※·*-]*(?:\d{1,2}[.)]\s?)?(?:[가-힣]{1,8}\s){0,3}(?:(?:기대|파급|경제|경제적|예상|유발)\s?효과|효과)\s?(?:\([^)]{1,16}\))?[\]】)>]?\s*:?$/
/** The next part of a paper, or running text. */
export const NEXT_PART = /^[[【<□■◆○●◎▶※ⅠⅡⅢⅣⅤ]|^\d{1,2}[.)]\s|[다요][.!?]["”’)]*$/

/** A short line without a verb heads what follows: "□ 지구별 투자계획", "최근 투자유치 실적". */
export function noteHeading(body: string, s: number, bare: boolean, flow: Flow): void {
  if (!bare || body.length > 44 || /[다요까죠][.!?”"]*$/.test(body)) {
    if (/^[□■◆▶]/.test(body)) flow.heading = null
    return
  }
  // items of a list are no headings of their own
  if (flow.heading?.title && !/^[□■◆○ⅠⅡⅢⅣⅤ\d]/.test(body)) return
  // the label of a column
  if (/^(?:고용|채용|인력|투자|생산)\s?계획(?:\s?\([^)]{1,6}\))?$/.test(body)) return
  for (const [pattern, stage] of HEADINGS)
    if (pattern.test(body)) {
      // "주요 성과" as the first line heads all that follows
      flow.heading = {
        stage: slot<Stage>(stage, null, 'stage:heading'),
        sentence: s,
        title: s === 0 && (body.length <= SHORT_TITLE || PAPER.test(body)),
        part: /^[ⅠⅡⅢⅣⅤ]/.test(body),
      }
      return
    }
  // "2. 산업단지 기반 조성" under "Ⅱ. 2026년 추진계획": a chapter of that part
  // the title of a plan holds for its chapters
  if (flow.heading?.title && flow.heading.stage.value === 'plan' && /^\d{1,2}\.\s/.test(body)) return
  if (flow.heading?.part && /^\d{1,2}\.\s/.test(body)) flow.heading = { ...flow.heading, sentence: s }
  else if (/^(?:[□■◆▶]|\d{1,2}\.\s|[ⅠⅡⅢⅣⅤ])/.test(body)) flow.heading = null
}
