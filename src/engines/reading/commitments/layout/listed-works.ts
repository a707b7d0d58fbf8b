import type { Span } from '../../reading.ts'
import type { Draft } from '../draft.ts'

/** From so many lines on, numbers under bullets are a list of works. */
const WORKS_LISTED = 4

/** Whether the numbers stand in bullets of their own (사업 목록), each about something else: the day of one says nothing of the next. */
export function isListOfWorks(text: string, sentences: readonly Span[], drafts: readonly Draft[]): boolean {
  const lines = new Set<number>()
  for (const { sentence } of drafts) {
    const unit = sentences[sentence]
    if (unit !== undefined && /^[-–·•*○ㅇ▪]\s/.test(text.slice(unit.start, unit.start + 3))) lines.add(sentence)
  }
  return lines.size >= WORKS_LISTED
}
