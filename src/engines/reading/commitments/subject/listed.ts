import { isFirm } from '../../discourse.ts'
import type { Mention, Slot } from '../../reading.ts'
import { slot } from '../draft.ts'
import { of, type Told } from './told.ts'

/** "112억원(충북도 96억원, 청주시 16억원)": each of those in the bracket gives its own share. */
export function sharer({ text, sentence, mention, names, indicator }: Told): Slot<string> | null {
  if (indicator !== 'budget' && indicator !== 'investment') return null
  const own = names.findLast((n) => n.kind === 'organisation' && n.end < mention.start)
  if (
    own === undefined ||
    text.slice(own.end, mention.start) !== ' ' ||
    !/^(?:\(|,\s)$/.test(text.slice(own.start - (text.charAt(own.start - 1) === '(' ? 1 : 2), own.start))
  )
    return null
  const before = text.slice(sentence.start, own.start)
  return before.lastIndexOf('(') > before.lastIndexOf(')') ? of(own, 'subject:share') : null
}

/** After an amount: what was agreed on. */
const AGREED = /^[^.]{0,24}(?:계약|협약|양해각서|MOU|수출|공급)/

/** The firm right before its number: "A와 6억 위안, B와 4,500만 달러 규모의 계약", "A 70명, B 55명". */
export function besideFirm({ text, sentence, mention, actors, names, indicator, stage }: Told): Slot<string> | null {
  const beside = names.findLast((n) => n.kind === 'organisation' && n.end < mention.start)
  if (beside === undefined) return null
  // "가람군 몫이 98억 원이다"
  if (/^\s몫[이은]\s(?:약\s)?$/.test(text.slice(beside.end, mention.start))) return of(beside, 'subject:beside')
  if (!isFirm(beside.value)) return null
  const gap = text.slice(beside.end, mention.start)
  // "가람은 나래와 2억 달러를 함께 투자해": the one who acts leads
  const led = actors.some((a) => a.start < beside.start && isFirm(a.value)) && !AGREED.test(text.slice(mention.end, mention.end + 40))
  if (
    (stage === 'mou' || stage === 'contract') &&
    !led &&
    /^(?:와|과)\s(?:각각\s)?$/.test(gap) &&
    !/[,·]\s?$/.test(text.slice(Math.max(sentence.start, beside.start - 2), beside.start))
  )
    return of(beside, 'subject:partner')
  return indicator !== 'firms' && beside.rule !== 'organisation:dateline' && /^(?:의)?\s(?:약\s)?$/.test(gap) ? of(beside, 'subject:beside') : null
}

/** The one word before an amount: ", 후지제작소 10억 원". */
const WORD = /(?:^|[,·△▲]\s?|(?:은|는|로는|그밖에|그 밖에|또)\s)([가-힣A-Za-z0-9&]{3,14})\s(?:약\s)?$/
/** Words that a list gives an amount to without being anybody. */
const NOBODY =
  /(?:비|액|금|총|모두|나머지|합계|전체|부지|면적|건축|시설|설비|분야|부문|사업|구축|조성|건립|지원|투자|고용|매출|국비|도비|시비|군비|구비|민자|[은는이가을를의에로])$/

/**
 * "협약에는 ㈜가람 100억 원, 나래텍 200억 원, 다온제작소 10억 원이": in a list that gives each firm its amount, a word that stands as the firms do is one (나열된 업체),
 * known or not. Null outside of such lists.
 */
export function listedWithFirms({ text, sentence, mention, names }: Told, quantities: readonly Mention[]): Slot<string> | null {
  if (mention.kind !== 'money' && mention.unit !== 'persons') return null
  const word = WORD.exec(text.slice(Math.max(sentence.start, mention.start - 24), mention.start))?.[1]
  if (word === undefined || NOBODY.test(word)) return null
  const start = text.lastIndexOf(word, mention.start - 1)
  if (names.some((n) => n.start < start + word.length && n.end > start)) return null
  const beside = (q: Mention): boolean =>
    q !== mention &&
    q.kind === mention.kind &&
    names.some((n) => n.kind === 'organisation' && isFirm(n.value) && q.start - n.end === 1 && text.charAt(n.end) === ' ')
  return quantities.some(beside) ? slot(word, { start, end: start + word.length }, 'subject:listed') : null
}
