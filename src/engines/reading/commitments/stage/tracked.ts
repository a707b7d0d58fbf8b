import type { Mention, Slot, Span, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

/** Where a list of promises says so. */
const HEAD = 160
const LISTED_PROMISE = /^(?:\d{1,2}\s?[.)|]|[○ㅇ\-·])\s?[^:：|\n]{2,40}[:：|]/

/** "1. 첨단기업 50개사 유치: 21개사 유치", in a list of promises: the promise stands before the colon, what came of it behind. Null elsewhere. */
export function trackedLine(text: string, sentence: Span, mention: Mention, quantities: readonly Mention[]): Slot<Stage> | null {
  if (sentence.end - sentence.start > 120 || !text.slice(0, HEAD).includes('공약')) return null
  const line = LISTED_PROMISE.exec(text.slice(sentence.start, sentence.end))
  if (line === null) return null
  if (mention.end <= sentence.start + line[0].length) return slot<Stage>('pledge', null, 'stage:tracked')
  return quantities.some((q) => q.unit === mention.unit && q.end <= sentence.start + line[0].length)
    ? slot<Stage>('result', null, 'stage:tracked')
    : null
}
