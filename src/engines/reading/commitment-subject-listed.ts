import { slot } from './commitment-draft.ts'
import type { Told } from './commitment-subject-told.ts'
import { isFirm } from './discourse.ts'
import type { Mention, Slot } from './reading.ts'

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
