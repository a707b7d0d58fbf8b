import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

/** "▲ 가람소재: …", "○ ㈜나래: …": an item of a list that a firm heads. */
const HEADED = /^[▲△▶▷○◦ㅇ●■□◆◇•·-]\s?$/
const MARK = /^[▲△▶▷○◦ㅇ●■□◆◇•]/
/** "5429억원(외국인투자 1억달러), 156명": nothing but amounts. */
const BARE =
  /^(?:총\s|약\s)?\d[\d.,조억만천백]*\s?(?:여\s?)?(?:원|달러|유로|엔)(?:\s?\((?:[가-힣]{2,8}\s)?(?:약\s)?\d[\d.,조억만천백]*\s?(?:달러|유로|엔|원)\))?(?:[,·/]\s?(?:약\s)?\d[\d,천백]*\s?(?:여\s?)?명)?[.]?$/

/** Keeps the firm that heads an item, until the next item begins. */
export function noteItemFirm(text: string, sentence: Span, names: readonly NameCandidate[], flow: Flow): void {
  const body = text.slice(sentence.start, sentence.end)
  if (!MARK.test(body)) return
  const head = names.find((n) => n.kind === 'organisation' && isFirm(n.value))
  const heads = head !== undefined && HEADED.test(text.slice(sentence.start, head.start)) && /^\s?[:：]/.test(text.slice(head.end, head.end + 2))
  flow.itemFirm = heads ? slot(head.value, { start: head.start, end: head.end }, 'subject:item') : null
}

/** The firm whose figures a sentence of nothing but amounts gives, under the item that it heads. Null elsewhere. */
export const firmOfFigures = (body: string, flow: Flow): Slot<string> | null =>
  flow.itemFirm !== null && body.length < 60 && BARE.test(body) ? flow.itemFirm : null

/** What such a bare figure measures: money is what the firm invests, people whom it hires. */
export const measuredBare = ({ kind, unit }: Mention): Indicator | null =>
  kind === 'money' ? 'investment' : unit === 'persons' || unit === 'jobs' ? 'jobs' : null
