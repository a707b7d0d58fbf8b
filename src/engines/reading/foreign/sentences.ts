import { CLASSES, NEWLINE, SPACE } from '../characters.ts'
import type { Span } from '../reading.ts'
import type { Language } from './language.ts'

const CLOSERS = `)]”’"'」』】》）`
const isBlank = (code: number): boolean => CLASSES[code] === SPACE || CLASSES[code] === NEWLINE
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a
const isLetter = (code: number): boolean => isUpper(code) || (code >= 0x61 && code <= 0x7a)

/** Short forms whose full stop never ends a sentence, and those that may: a company's form can be the last word. */
const NEVER_ENDS = new Set(
  'Mr Mrs Ms Dr Prof No St vs approx est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Fig Gov Sen Rep Co sq Gen Pte Pvt'.split(' '),
)
const MAY_END = new Set('Ltd Inc Corp etc LLC plc'.split(' '))
/** Words that open a sentence after "… Co., Ltd." */
const OPENER =
  /^["“‘(]?(?:The|It|They|In|This|These|Under|By|At|On|A|An|Its|Their|He|She|We|With|For|As|However|Meanwhile|According|Both|When|After|Once)\b/

/** Nobody writes a sentence of this length; what is longer is read in pieces so that no rule looks across all of it. */
const LONGEST = 900

/**
 * Sentences (문장) of an English, Chinese or Japanese document, trimmed, never empty, in order. Broken lines of English prose stay one sentence;
 * 。 ends one without white space behind it unless a closing quote is followed by a particle. One pass, linear.
 *
 * `splitForeign('A Co., Ltd. will come. It hires 5.', 'en') // => [{ start: 0, end: 22 }, { start: 23, end: 34 }]`
 */
export function splitForeign(text: string, language: Language): Span[] {
  const out: Span[] = []
  const { length } = text
  let start = 0
  const push = (from: number, to: number): void => {
    let a = from
    let b = to
    while (a < b && isBlank(text.charCodeAt(a))) a++
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--
    for (; b - a > LONGEST; a = cut(text, a)) out.push({ start: a, end: cut(text, a) })
    if (b > a) out.push({ start: a, end: b })
  }
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a || code === 0x0d) {
      if (!goesOn(text, start, i, language)) {
        push(start, i)
        start = i + 1
      }
      continue
    }
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x3002) continue
    const after = language === 'en' ? englishEnd(text, i, code) : hanEnd(text, i, code)
    if (after < 0) continue
    push(start, after)
    start = after
    i = after - 1
  }
  push(start, length)
  return out
}

function cut(text: string, from: number): number {
  let to = from + LONGEST
  while (to > from + LONGEST / 2 && !isBlank(text.charCodeAt(to))) to--
  return isBlank(text.charCodeAt(to)) ? to : from + LONGEST
}

/** The offset after a full stop that ends an English sentence, or -1. */
function englishEnd(text: string, at: number, code: number): number {
  let after = at + 1
  while (after < text.length && CLOSERS.includes(text.charAt(after))) after++
  if (after < text.length && !isBlank(text.charCodeAt(after))) return -1
  if (code !== 0x2e || after > at + 1) return after
  let from = at
  while (from > 0 && at - from < 8 && isLetter(text.charCodeAt(from - 1))) from--
  const word = text.slice(from, at)
  if (NEVER_ENDS.has(word)) return -1
  if (word.length === 1 && isUpper(text.charCodeAt(from)) && !/^\s+(?:The|It|In|This)\b/.test(text.slice(after, after + 8))) return -1
  if (!MAY_END.has(word)) return /^[ ]+[a-z]/.test(text.slice(after, after + 4)) ? -1 : after
  return OPENER.test(text.slice(after, after + 16).trimStart()) || text.slice(after, after + 2).trim() === '' ? after : -1
}

/** The offset after a mark that ends a Chinese or Japanese sentence, or -1. */
function hanEnd(text: string, at: number, code: number): number {
  let after = at + 1
  while (after < text.length && CLOSERS.includes(text.charAt(after))) after++
  if (after > at + 1 && /[とのなが,，、]/.test(text.charAt(after))) return -1
  // 3. 生産能力: the number of an item
  if (code === 0x2e && /(?:^|[\n\r])[ \u3000]*\d{1,2}$/.test(text.slice(Math.max(0, at - 5), at))) return -1
  if (code === 0x2e) return after >= text.length || isBlank(text.charCodeAt(after)) ? after : -1
  return after
}

/** Whether the next line goes on with the sentence: English prose broken at a width. */
function goesOn(text: string, start: number, at: number, language: Language): boolean {
  if (at - start > LONGEST) return false
  const next = text.charCodeAt(at + 1)
  if (language !== 'en') return false
  let lineStart = at
  while (lineStart > start && text.charCodeAt(lineStart - 1) !== 0x0a && at - lineStart < 40) lineStart--
  if (at - lineStart < 40) return false
  if (next >= 0x61 && next <= 0x7a) return true
  const line = text.slice(lineStart, at)
  const continues = /(?:,|\b(?:the|of|a|an|and|in|to|with|by|for|at|on|from|its|will|has|is|KRW|USD))\s*$/.test(line)
  return continues && (isUpper(next) || (next >= 0x30 && next <= 0x39) || next === 0x24)
}
