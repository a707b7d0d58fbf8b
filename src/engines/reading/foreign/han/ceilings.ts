import type { Mention, Span } from '../../reading.ts'

/** What is given to one of many: 每家最高10亿韩元, 1社当たり最大10億ウォン, 各社に, 上限は. */
const EACH =
  /每(?:家|户|个|名|人|雇|招|新增)|单个(?:企业|项目)|(?:\d+|一)社(?:当たり|あたり|につき|ごと)|各社|各企業|1人(?:を|当|あ|に)|ごとに|最高可(?:获|得|享)|上限/
const GIVES = /补贴|补助|补助金|奖励|扶持|资助|补偿|支付|補助|助成|支給|支援|交付|奨励/
/** 投资超过300亿韩元的企业, 300億ウォン以上を投資した企業: whom it is given to. */
const OVER_ZH = /(?:超过|超|不少于|不低于|达到?|满)$/
const OF_WHOM_ZH = /^(?:以上)?的[^，,。；;]{0,8}(?:企业|公司|项目|厂商|单位)/
const OF_WHOM_JA = /^(?:以上|超)?(?:を|の)[^、。]{0,12}(?:した|する|を行う|を行った)(?:企業|会社|事業者|場合)/

/** What each of several may get at most (한도), and how much one must do to get it: no sums that anybody has promised. */
export function isHanCeiling(text: string, clause: Span, sentence: Span, { kind, bound, start, end }: Mention): boolean {
  const around = text.slice(Math.max(sentence.start, start - 60), Math.min(sentence.end, end + 40))
  if (!GIVES.test(around)) return false
  const before = text.slice(Math.max(sentence.start, start - 12), start)
  const behind = text.slice(end, Math.min(sentence.end, end + 32))
  if (OF_WHOM_JA.test(behind) || (OF_WHOM_ZH.test(behind) && (bound === 'min' || OVER_ZH.test(before)))) return true
  // 每雇用1人: the one that is counted
  if (kind === 'count') return /每[^，,。；;\d]{0,4}$/.test(before) || /^(?:を[^、。]{1,8})?(?:ごとに|につき|当たり|あたり)/.test(behind)
  if (kind !== 'money') return false
  const near = text.slice(Math.max(clause.start, start - 40), Math.min(clause.end, end + 24))
  return (
    EACH.test(near) ||
    (bound === 'max' && /(?:企业|企業|会社|事業者)(?:に|给予|可)/.test(near)) ||
    (bound === 'max' && EACH.test(around)) ||
    (bound === 'max' && /[%％][^。]{0,12}(?:给予|補助|助成|支給)/.test(around))
  )
}
