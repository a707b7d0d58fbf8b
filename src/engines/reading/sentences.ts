import { CLASSES, HANGUL, NEWLINE, SPACE } from './characters.ts'
import type { Span } from './reading.ts'

/** A full stop only ends a sentence after one of these (or a syllable): "3.5" and "Co." run on. */
const BEFORE_STOP = new Set([...`)]”’"'%`].map((c) => c.charCodeAt(0)))
/** Closing marks that belong to the sentence they follow. */
const AFTER_STOP = new Set([...`”’"'」』)]`].map((c) => c.charCodeAt(0)))

/**
 * Sentences (문장) of a document: a line, or a piece of one that ends in `. ! ? 。` (with closing quotes) before white space.
 * Spans are trimmed and never empty. One pass, linear.
 *
 * `splitSentences('협약을 맺었다. 고용은 19명이다.') // => [{ start: 0, end: 8 }, { start: 9, end: 18 }]`
 */
export function splitSentences(text: string): Span[] {
  const out: Span[] = []
  const length = text.length
  let start = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) {
      push(out, text, start, i)
      start = i + 1
      continue
    }
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x3002) continue
    const before = i > 0 ? text.charCodeAt(i - 1) : 0
    if (CLASSES[before] !== HANGUL && !BEFORE_STOP.has(before)) continue
    let after = i + 1
    while (after < length && AFTER_STOP.has(text.charCodeAt(after))) after++
    if (after >= length || isBlank(text.charCodeAt(after))) {
      push(out, text, start, after)
      start = after
      i = after - 1
    }
  }
  push(out, text, start, length)
  return out
}

function isBlank(code: number): boolean {
  const kind = CLASSES[code]
  return kind === SPACE || kind === NEWLINE
}

function push(out: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  if (end > start) out.push({ start, end })
}
