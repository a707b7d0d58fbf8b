import type { Indicator, Mention, Slot, Span } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Name } from './name.ts'

/** What a line of a list opens with: ▽, •, (1), 3. */
const MARK = /^(?:[•·・▽▼△▲▷▶■□◆◇○●◎※＊*–-]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.)）、．]|[①-⑳])[ \u3000]*/
/** The label of a form: 投資金額　1,300億ウォン, 面积：3万平方米. */
const LABEL = /^[^，,、。：:\u3000 ]{2,12}[：:\u3000 ]/
const ENDS = /[.。!！?？][”"」』)）]?$/

/** Whether a stretch is a line of a list or a form (항목): a mark or label in front, no full stop behind. */
export const isItem = (body: string): boolean => body.length < 90 && !ENDS.test(body) && (MARK.test(body) || LABEL.test(body))

/** Whose line it is: the firm in front of the colon (▽甲フーズ（食品）：95億ウォン、65人). Null where none stands there. */
export function ownerOfItem(text: string, sentence: Span, names: readonly Name[]): Slot<string> | null {
  const mark = MARK.exec(text.slice(sentence.start, sentence.start + 8))
  const from = sentence.start + (mark?.[0].length ?? 0)
  const name = names.find((one) => one.kind === 'organisation' && one.start >= from && one.start - from <= 1)
  if (name === undefined || !/^[」』]?(?:[（(][^（）()\n]{1,20}[）)])?[ \u3000]?[：:]/.test(text.slice(name.end, name.end + 26))) return null
  return { value: name.value, span: { start: name.start, end: name.end }, rule: 'subject:item' }
}

/** What a bare figure of such a line measures: what the lines before told in its unit (200億ウォンを投資し140人を雇う … ▽甲：95億ウォン、65人). */
export function measuredByList(mention: Mention, drafts: readonly Draft[]): Slot<Indicator> | null {
  if (mention.kind !== 'money' && mention.kind !== 'count' && mention.kind !== 'area') return null
  const unit = mention.unit === 'jobs' ? 'persons' : mention.unit
  const last = drafts.findLast((draft) => (draft.unit === 'jobs' ? 'persons' : draft.unit) === unit && draft.indicator.value !== 'budget')
  return last === undefined ? null : { value: last.indicator.value, span: null, rule: 'indicator:list' }
}
