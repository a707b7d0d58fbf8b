import type { Mention, Slot, Span, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

/** "2025. 9. 착공 - 2026. 11. 개원 예정", in notes: works that began on a day that is past are under way. */
export function begunOn(text: string, sentence: Span, dates: readonly Mention[], now: string | null): Slot<Stage> | null {
  if (now === null || /[다요]\.?$/.test(text.slice(sentence.start, sentence.end))) return null
  const begin = dates.find((d) => /^\s?착공(?!\s?(?:예정|목표|계획))(?=\s*(?:[,)/→~∼-]|$))/.test(text.slice(d.end, d.end + 10)))
  if (begin === undefined || typeof begin.value !== 'string' || begin.value >= now.slice(0, begin.value.length)) return null
  if (!/예정|목표|계획/.test(text.slice(begin.end, sentence.end))) return null
  return slot<Stage>('construction', { start: begin.start, end: begin.end }, 'stage:begun')
}
