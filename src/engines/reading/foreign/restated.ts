import type { Mention, Span } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Grammar } from './grammar.ts'

/** KRW 500 billion (USD 370 million): the second says the first again. */
export function isRestated(text: string, mention: Mention, previous: Mention | null): boolean {
  if (previous === null || previous.kind !== mention.kind) return false
  const gap = text.slice(previous.end, mention.start)
  if (/^,? or (?:about |around |approximately |roughly )?$/.test(gap)) return mention.unit !== previous.unit
  return (
    gap.length < 16 &&
    /^\s?[(（](?:約|约合?|近|约为|折合约?|合|约等于|相当于|約合|about |around |approximately |approx\. |or |roughly )? ?$/.test(gap)
  )
}

/** What a firm is anyway (회사 소개): its staff and sales of a year that is over, told behind what it promises. */
export function isProfile(text: string, sentence: Span, mention: Mention, grammar: Grammar): boolean {
  if (mention.kind === 'area' && OWNS.test(text.slice(Math.max(sentence.start, mention.start - 10), mention.start))) return true
  if (mention.kind !== 'money' && mention.kind !== 'count') return false
  const before = text.slice(Math.max(sentence.start, mention.start - 40), mention.start)
  const behind = text.slice(mention.start, Math.min(sentence.end, mention.end + 24))
  // 员工1700人，累计投资…: the words of its own clause
  const around = (before.split(OTHER_CLAUSE).at(-1) ?? '') + (behind.split(OTHER_CLAUSE)[0] ?? '')
  return grammar.profile.test(around) && !grammar.plan.test(around)
}

/** Where Chinese opens another clause: no comma of a figure. */
const OTHER_CLAUSE = /[，,；;](?=[\u4e00-\u9fff])/

const COMPARED =
  /(?:目标|目標|较[^（）()，,。]{0,8}|前年同期[はの]?|截至[^（）()，,。]{0,8}|金额|金額)[（(](?:(?:19|20)\d{2}年(?:\d{1,2}月)?[为は]?)?$|(?:较|比)[^，,。]{0,14}(?:增加|减少)了约?$|(?:投资额|金额)增加了约?$/

/** What it already has is no promise. */
const OWNS = /(?:已|现)(?:拥有|有)[^，,]{0,6}$|現有(?:する)?[^、]{0,6}$/

/** The old value of a change (기준값): what a figure rose from, or the target that it went beyond. */
export function isBaseline(text: string, mention: Mention, next: Mention | null, grammar: Grammar): boolean {
  const after = text.slice(mention.end, mention.end + 40)
  const before = text.slice(Math.max(0, mention.start - 32), mention.start)
  if (
    /\b(?:surpass|exceed|beat|abov|beyond|short of)\w* (?:its|the|their|an?) [\w ]{0,24}(?:target|goal|plan) of (?:KRW |USD |\$|₩|€)?$/i.test(
      text.slice(Math.max(0, mention.start - 60), mention.start),
    )
  )
    return true
  if (/\binstead of (?:about |around |the (?:planned |current )?)?(?:KRW |USD |\$|₩|€)?$/i.test(before)) return true
  // raised by 20 billion to 65 billion; where it first planned 45 billion, it will now invest 65 billion
  if (/\bby (?:about )?(?:KRW |USD |\$|₩|€)?$/.test(before) && /^ (?:more )?to (?:about )?(?:KRW |USD |\$|₩|€)?\d/.test(after)) return true
  if (
    next !== null &&
    next.unit === mention.unit &&
    /\b(?:first|originally|initially|previously) (?:planned|announced|intended|promised|budgeted)\b[^.;,]{0,24}$/.test(
      text.slice(Math.max(0, mention.start - 60), mention.start),
    )
  )
    return true
  // an increase of 5 billion; cut to 88 from 98
  if (/\b(?:an|the) (?:increase|rise|gain|decrease|drop|fall) of (?:about |KRW |USD |\$|₩|€)*$/i.test(before)) return true
  if (
    /\bto (?:[^.;,]|[.,](?=\d)|, (?=up|down|from)){0,48}\b(?:up |down )?from (?:about |around |(?:the|a) (?:current|present|previous) |currently |the )?(?:KRW |USD |\$|₩|€)?$/i.test(
      text.slice(Math.max(0, mention.start - 72), mention.start),
    )
  )
    return true
  // 较2024年(3亿美元)增长, 目标(6亿美元): what a bracket compares with
  if (COMPARED.test(before)) return true
  if (next === null || next.unit !== mention.unit || next.start - mention.end > 40) return false
  return /^\s?(?:→|->|⇒)/.test(after) || grammar.baselineAfter.test(after) || (grammar.baselineBefore.test(before) && next.start - mention.end < 30)
}

/** Aid is given, not promised as a sum. */
const GIVES =
  /\b(?:receiv|gets?\b|giv|pays?\b|paid|provid|offer|support|grant|subsid|aid\b|reimburs|loan|rebate|available|entitled|eligible|apply|limit|cap)/i
const EACH = /\b(?:may|might|could|each|every|any|per|apiece|(?:a|one) (?:firm|company|business|tenant|applicant|start-?up))\b/i

/** The most that each of several may get (한도): up to 50 million won for every firm. It is no sum that anybody has promised. */
export const isCeiling = (text: string, clause: Span, { kind, bound, start, end }: Mention): boolean =>
  (kind === 'money' || kind === 'area') &&
  bound === 'max' &&
  EACH.test(text.slice(Math.max(clause.start, start - 90), Math.min(clause.end, end + 40))) &&
  GIVES.test(text.slice(clause.start, clause.end))

const HEARSAY =
  /\b(?:newspapers?|media|press|papers?|outlets?|reports?|rumou?rs?) (?:had |have |has )?(?:wrote|written|reported|said|claimed|carried|suggested)\b|\breportedly\b|\b(?:media|press|newspaper|news) reports?\b/i

/** What papers told of the sentence before a denial is no promise (전언): it is taken back. */
export function withoutHearsay(text: string, drafts: Draft[], s: number): void {
  for (let k = drafts.length - 1; k >= 0 && s - drafts[k]!.sentence <= 1; k--)
    if (HEARSAY.test(text.slice(drafts[k]!.evidence.start, drafts[k]!.evidence.end))) drafts.splice(k, 1)
}
