import type { SentenceNames } from '../../names/names.ts'
import type { Slot, Span } from '../../reading.ts'
import { type Draft, slot } from '../draft.ts'

/** A heading is short, and no sentence. */
const LONGEST = 40
const SENTENCE = /[다요까죠][.!?”"]*$|[:：|]/
/** A town or a county that opens a heading: "상전면 교육 여건 개선". */
const AREA = /(?:읍|면|동|시|군|구)$/
/** One such heading may be a title. */
const BLOCKS = 2

/** Whether a place was read from the words around the number. */
const OWN = /^place:(?:sentence|beside|behind|locative|line|table|row|sheet)$/

/**
 * Headings that begin with a town (지역별 소제목) say where the matters of the block below lie: "상전면 교육 여건 개선", "용담면 복합단지 조성".
 * What the sentences themselves say stays.
 */
export function placesOfBlocks(text: string, units: readonly Span[], named: readonly SentenceNames[], drafts: readonly Draft[]): void {
  if (drafts.length === 0) return
  const headings = new Map<number, Slot<string>>()
  for (let s = 0; s + 1 < units.length; s++) {
    const { start, end } = units[s]!
    if (end - start > LONGEST || SENTENCE.test(text.slice(start, end))) continue
    const next = units[s + 1]!
    if (next.end - next.start < LONGEST && !SENTENCE.test(text.slice(next.start, next.end))) continue
    const first = named[s]!.names.find((name) => name.start === start)
    if (first === undefined || first.kind !== 'place' || !AREA.test(first.value) || text.charCodeAt(first.end) !== 0x20) continue
    headings.set(s, slot(first.value, { start: first.start, end: first.end }, 'place:block'))
  }
  if (new Set([...headings.values()].map((one) => one.value)).size < BLOCKS) return
  let block: Slot<string> | null = null
  let s = 0
  for (const draft of drafts) {
    for (; s <= draft.sentence; s++) block = headings.get(s) ?? block
    if (block === null || draft.line !== null) continue
    const { span, rule } = draft.place
    if (OWN.test(rule) && span !== null && span.start >= block.span!.start) continue
    draft.place = block
  }
}
