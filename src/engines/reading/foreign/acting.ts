import type { Mention, Slot, Span } from '../reading.ts'
import { type Flow, lastGovernment } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { listBefore, together } from './reporter.ts'
import { governs } from './subject.ts'

/**
 * Of several firms in one sentence, the one that acts in the clause of the figure, else the last that acted before it; a firm right before its figure
 * acts without a verb (and Purun 60 billion won). Null where none does, or where they sign together.
 */
export function actsInClause(
  text: string,
  sentence: Span,
  clause: Span,
  mention: Mention,
  names: readonly Name[],
  flow: Flow,
  grammar: Grammar,
): Slot<string> | null {
  const signs = (from: number, to: number): boolean => {
    const words = text.slice(from, to)
    return grammar.mou.test(words) || grammar.contract.test(words)
  }
  // the ministry bears 130 billion won and the city 69 billion won
  const office = OFFICE.exec(text.slice(Math.max(sentence.start, mention.start - 40), mention.start))
  if (office !== null) return lastGovernment(office[1]!, flow)
  if (signs(clause.start, clause.end)) return null
  const floor = signs(sentence.start, sentence.end) ? clause.start : sentence.start
  for (let k = names.length - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'organisation' || name.start < floor || name.end > mention.start) continue
    // 某市吸引某公司投资: it is the city that reports what it draws in
    if (DRAWN_IN.test(text.slice(Math.max(floor, name.start - 6), name.start))) continue
    const gapped =
      !RECEIVES.test(text.slice(Math.max(floor, name.start - 12), name.start)) &&
      GAPPED.test(text.slice(name.end, name.end + 32)) &&
      !governs(name.value, grammar)
    if (gapped || grammar.actsBehind.test(text.slice(name.end, name.end + 24)))
      return (
        together(gapped ? [name] : listBefore(text, names, k, grammar), flow) ?? {
          value: name.value,
          span: { start: name.start, end: name.end },
          rule: 'subject:clause',
        }
      )
  }
  return null
}

const DRAWN_IN = /(?:吸引|引进|招引|引来|获|获得)(?:了|到)?$/

/** Between a firm and what it promises where the verb of the firm before serves both. */
const GAPPED =
  /^(?:约|約)?\d[\d.,]*(?:万|萬|亿|億|兆|千)|^ (?:about |around |some |roughly )?(?:KRW |USD |\$|₩|€)?\d[\d.,]* (?:million|billion|trillion)\b/

/** Right before a firm that is given the amount behind it: the city granted it 3 billion won. */
const RECEIVES = /\b(?:grant|giv|gave|offer|award|pa(?:y|id)|lend|lent|promis|hand)(?:s|ed|es|ing|e|en)? $/

/** An office right before its share of an amount. */
const OFFICE = /(?:\band|,|;) the (city|province|county|ministry) (?:another |about |the other |KRW |USD |\$|₩|€)*$/
