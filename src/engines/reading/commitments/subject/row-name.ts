import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Slot, Span } from '../../reading.ts'
import { isTotal } from '../../tables/compare.ts'
import { nothing } from '../draft.ts'
import { of } from './told.ts'

const barred = /\s\|\s/
/** Longer words before the first bar are a sentence. */
const longest = 40

/**
 * 줄 이름: whose a line of cells is that no header was found for: the firm in its first cell (`㈜가람 | 투자 1,200억원 | 지원 15억원`), or nobody's where that cell says that the
 * line adds up the others (`계 | 투자 2,000억원`). Null for other lines.
 */
export function ofRowName(text: string, sentence: Span, mention: Mention, names: readonly NameCandidate[]): Slot<string | null> | null {
  const bar = text.slice(sentence.start, Math.min(mention.start, sentence.start + longest)).search(barred)
  if (bar < 0) return null
  const first = text.slice(sentence.start, sentence.start + bar)
  if (isTotal(first)) return nothing('subject:total')
  const name = names.find((one) => one.kind === 'organisation' && one.start - sentence.start < bar)
  return name !== undefined && isFirm(name.value) && name.value.length >= first.trim().length - 2 ? of(name, 'subject:row') : null
}
