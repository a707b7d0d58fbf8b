import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Span } from '../../reading.ts'
import type { Flow } from '../draft.ts'
import { lastMark } from '../place/clues.ts'

/** What stands before the name that opens an item: a mark, a comma, a number, the words that open the whole roll ("투자액은", "기업별로는") or its trade ("식품 기업"). */
const OPENS = /(?:^|[△▲▷▶○●■□◇◆•❍·ㆍ*;/(:]\s?|,\s|\d{1,2}[).]\s?|[①-⑳]\s?|[-–]\s|(?:은|는|별로|기업|업체|회사|제조사)\s)$/
/** Between the name and its first amount. */
const THEN = /^(?:(?:은|는|이|가)\s|\s?\((?:[^()\d]{1,16}[,·ㆍ/\s]\s?)?|\s?[:–-]\s?|\s)(?:투자(?:액|금|금액|\s?규모)?(?:은|는)?\s|총\s|약\s)*$/
/** Between the amounts of one item. */
const BESIDE =
  /^(?:여)?(?:원)?\s?(?:규모|투자|을 투자(?:해|하고)|를 투자(?:해|하고))?(?:에|과|와|,|\s?[·ㆍ/(]|\s및)\s?(?:신규\s?)?(?:고용|채용|일자리|인원|인력|부지)?\s?(?:약\s)?$/
/** A line that is one item: its mark, its name. */
const MARKED = /^(?:[△▲▷▶○●■□◇◆•❍·ㆍ*-]\s?|\d{1,2}[).]\s?|[①-⑳]\s?)/
/** How many amounts one firm of a roll has at most. */
const WIDTH = 4

/** What an item of a roll gives: whose it is, and its amounts up to the one asked for. */
export interface RollItem {
  readonly owner: NameCandidate
  readonly amounts: readonly Mention[]
  /** Whether a mark opens it ("▲"), not only its place in the row. */
  readonly marked: boolean
}

function itemAt(text: string, sentence: Span, quantities: readonly Mention[], index: number, names: readonly NameCandidate[]): RollItem | null {
  const mention = quantities[index]!
  // behind a mark with a firm all that stands up to the next mark is the firm's
  const mark = lastMark(text, sentence, mention.start)
  if (mark >= sentence.start) {
    const owner = names.find((n) => n.kind === 'organisation' && n.start > mark && n.start <= mark + 2)
    return owner !== undefined && isFirm(owner.value)
      ? { owner, amounts: quantities.filter((q) => q.start > mark && q.start <= mention.start), marked: true }
      : null
  }
  const owner = names.findLast((n) => n.kind === 'organisation' && n.end <= mention.start)
  if (owner === undefined || !isFirm(owner.value)) return null
  let first = index
  while (first > 0 && quantities[first - 1]!.start >= owner.end) {
    if (index - first >= WIDTH || !BESIDE.test(text.slice(quantities[first - 1]!.end, quantities[first]!.start))) return null
    first--
  }
  if (!THEN.test(text.slice(owner.end, quantities[first]!.start))) return null
  return OPENS.test(text.slice(Math.max(sentence.start, owner.start - 5), owner.start))
    ? { owner, amounts: quantities.slice(first, index + 1), marked: false }
    : null
}

/**
 * The item of a roll of firms (기업별 명단) that an amount stands in: "▲가람전자(550억원·120명) ▲나래화학(300억원·80명)", "투자액은 가람전자 550억원,
 * 나래화학 300억원". A roll gives at least two firms an amount of the same kind, or stands on marked lines of its own behind an agreement.
 */
export function rollItem(
  text: string,
  sentence: Span,
  mention: Mention,
  quantities: readonly Mention[],
  names: readonly NameCandidate[],
  flow: Flow,
): RollItem | null {
  if (mention.kind !== 'money' && mention.kind !== 'area' && mention.unit !== 'persons') return null
  const index = quantities.indexOf(mention)
  const own = itemAt(text, sentence, quantities, index, names)
  if (own === null) return null
  const near = Math.min(quantities.length - 1, index + WIDTH)
  for (let k = Math.max(0, index - WIDTH); k <= near; k++) {
    if (quantities[k]!.kind !== mention.kind || quantities[k]!.unit !== mention.unit) continue
    const other = itemAt(text, sentence, quantities, k, names)
    if (other !== null && other.owner !== own.owner && (own.marked || other.amounts.length === own.amounts.length)) return own
  }
  const listed = (flow.stage?.value === 'mou' || flow.stage?.value === 'contract') && MARKED.test(text.slice(sentence.start, own.owner.start))
  return listed ? own : null
}

/** Money that a roll may give beside investments: what firms sell, get and lend. */
const OTHER_MONEY = /수출|매출|예산|국비|보조금|지원금|융자|대출|보증|기부|장학|출연|수주|공급|납품|체납|상담|과징금|과태료|시가총액/

/** Whether the money of a roll is what its firms invest: the roll, the agreement before it or the last amount says so. */
export const rollInvests = (body: string, flow: Flow): boolean =>
  !OTHER_MONEY.test(body) &&
  (body.includes('투자') ||
    (flow.stageAge <= 3 &&
      (flow.money === 'investment' || (flow.money === null && (flow.stage?.value === 'mou' || flow.stage?.value === 'contract')))))
