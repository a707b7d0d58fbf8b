import type { Mention, Slot, Span } from '../../reading.ts'
import type { Grammar } from '../grammar.ts'
import type { Name } from '../name.ts'
import { governs } from '../subject.ts'

const GETS = /(?:获得?|获得了|得到|拿到|领取|享受|取得)[^，,。；;]{0,6}$/
const GRANT_ZH = /^(?:的)?[^，,。；;]{0,6}(?:补助|补贴|资助|扶持|奖励|支持)/
const FROM = /^(?:[（(][^（）()]{0,20}[）)])?から/
const GRANT_JA = /補助|助成|支援|交付/

/** Who gives what a firm gets (지원 주체): 获得甲市50亿韩元的补助金, 甲市から50億ウォンの補助金を受ける. Null where no government is named as the giver. */
export function giverOf(text: string, sentence: Span, mention: Mention, names: readonly Name[], grammar: Grammar): Slot<string> | null {
  if (mention.kind !== 'money') return null
  for (const name of names) {
    if (name.kind === 'person' || name.end > mention.start || mention.start - name.end > 24 || !governs(name.value, grammar)) continue
    const behind = text.slice(mention.end, Math.min(sentence.end, mention.end + 32))
    const zh = mention.start - name.end < 4 && GETS.test(text.slice(Math.max(sentence.start, name.start - 12), name.start)) && GRANT_ZH.test(behind)
    const ja = FROM.test(text.slice(name.end, name.end + 24)) && GRANT_JA.test(behind)
    if (zh || ja) return { value: name.value, span: { start: name.start, end: name.end }, rule: 'subject:giver' }
  }
  return null
}
