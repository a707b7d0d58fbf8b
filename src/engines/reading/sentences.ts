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
 * `splitSentences('협약을 맺었다. 고용은 19명이다.') // => [{ start: 0, end: 8 }, { start: 9, end: 19 }]`
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

/** What a line that goes on in the next one ends with: a particle, a connective, a comma. */
const GOES_ON =
  /(?:[은는이가을를에의로와과도며해서면려던한할된될인]|(?<![공보신광창최재])고|여|지만|는데|까지|부터|위해|오늘|어제|내일|및|안에|\s안|\s내|[,·])$/

/**
 * What is read together (문맥): a sentence, or several lines that one sentence was broken over, as broadcast scripts and PDF lines are.
 * Lines join only where the first ends in a particle, a connective or a comma, is long enough to be prose and no empty line stands between.
 *
 * `readingUnits('시는 300억 원을\n투자한다.', [{ start: 0, end: 10 }, { start: 11, end: 16 }]) // => [{ start: 0, end: 16 }]`
 */
export function readingUnits(text: string, sentences: readonly Span[]): Span[] {
  const out: Span[] = []
  const breaks = isDoubleSpaced(text, sentences) ? 2 : 1
  let scriptUntil = 0
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!
    if (i >= scriptUntil) {
      const until = scriptSentence(text, sentences, i, breaks)
      if (until > i) {
        out.push({ start: sentence.start, end: sentences[until]!.end })
        scriptUntil = until + 1
        continue
      }
      scriptUntil = i + 1
    } else continue
    if (sentence.end - sentence.start > LONGEST_PIECE) {
      cut(out, text, sentence)
      continue
    }
    const last = out.at(-1)
    if (last !== undefined && isLineBreak(text, last, sentence, breaks) && joins(text, last, sentence))
      out[out.length - 1] = { start: last.start, end: sentence.end }
    else out.push(sentence)
  }
  return out
}

/** Whether the next line begins right behind this one, over as many line breaks as the page puts between its lines. */
function isLineBreak(text: string, before: Span, after: Span, breaks: number): boolean {
  const gap = after.start - before.end
  if (gap < 1 || gap > breaks + 2) return false
  let seen = 0
  for (let i = before.end; i < after.start; i++) if (text.charCodeAt(i) === 0x0a) seen++
  return seen === gap ? seen === 1 || seen === breaks : breaks > 1 && seen >= 1 && seen <= breaks
}

/** Lines that are looked at to see how a page spaces them. */
const SPACING_LINES = 60

/** Whether a page puts an empty line behind every line, also in mid-sentence, as some broadcasters do. */
function isDoubleSpaced(text: string, lines: readonly Span[]): boolean {
  let double = 0
  let single = 0
  let broken = 0
  for (let k = 1; k < lines.length && k < SPACING_LINES; k++) {
    const before = lines[k - 1]!
    const gap = text.slice(before.end, Math.min(lines[k]!.start, before.end + 6))
    const first = gap.indexOf('\n')
    if (first < 0) continue
    if (gap.indexOf('\n', first + 1) < 0) single++
    else {
      double++
      if (GOES_ON.test(text.slice(Math.max(before.start, before.end - 4), before.end))) broken++
    }
  }
  return double >= 4 && double >= single * 3 && broken * 3 >= double
}

/** Lines of a script are short, and a sentence has not many of them. */
const SCRIPT_LINE = 56
const SCRIPT_LINES = 9
const ENDS = /[다요죠까][.?!][”"’']?$/
const LISTED = /^(?:[■□◆◇▲△▶▷●○•·*※☞\-–[(<【〈|]|\d{1,2}[.)]\s)/

/**
 * The line that ends the sentence beginning at line `i`, where short lines follow each other as in a broadcast script and most of them break off in mid-sentence; else `i` itself.
 * In such a script a line may also break behind a noun.
 */
function scriptSentence(text: string, lines: readonly Span[], i: number, breaks: number): number {
  let goesOn = 0
  for (let k = i; k < lines.length && k - i < SCRIPT_LINES; k++) {
    const { start, end } = lines[k]!
    if (end - start > SCRIPT_LINE || LISTED.test(text.slice(start, start + 4))) return i
    if (k > i && !isLineBreak(text, lines[k - 1]!, lines[k]!, breaks)) return i
    const tail = text.slice(Math.max(start, end - 4), end)
    if (ENDS.test(tail)) return k - i >= 2 && goesOn * 2 >= k - i ? k : i
    if (GOES_ON.test(tail)) goesOn++
  }
  return i
}

/** Nobody writes a sentence of this length: it is a page without full stops, read in pieces so that no rule looks across all of it. */
const LONGEST_PIECE = 500

function cut(out: Span[], text: string, { start, end }: Span): void {
  let from = start
  while (end - from > LONGEST_PIECE) {
    let to = from + LONGEST_PIECE
    while (to > from + LONGEST_PIECE / 2 && !isBlank(text.charCodeAt(to))) to--
    if (!isBlank(text.charCodeAt(to))) to = from + LONGEST_PIECE
    push(out, text, from, to)
    from = to
  }
  push(out, text, from, end)
}

/** Units longer than this are no broken sentence but a page without full stops. */
const LONGEST_UNIT = 600

/** "▶가장 앞세우고 싶은 성과는", "▶땅이 모자란다는데": what an interviewer asks; the answer is a sentence of its own. */
const ASKED = /^[▶◇◆Q][^\d\n]*(?:는데|은데|다면|라면|는지|은지|[가-힣]나|까|[가-힣]{2}[은는])$/

function joins(text: string, before: Span, after: Span): boolean {
  if (after.end - before.start > LONGEST_UNIT) return false
  const lineStart = Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1)
  // a script that is already broken goes on line by line, however short
  const broken = lineStart > before.start && /[가-힣]$/.test(text.slice(lineStart, before.end))
  if ((before.end - lineStart < 8 && !broken) || after.end - after.start < 3) return false
  const tail = text.slice(Math.max(lineStart, before.end - 4), before.end)
  if (!GOES_ON.test(tail)) return false
  const body = text.slice(lineStart, before.end)
  if (ASKED.test(body)) return false
  if ((!body.includes(' ') && !broken) || /[\t|]| {2}/.test(body)) return false
  return !/^[\s]*(?:[■□◆◇▲△▶▷●○•·*※☞\-–[(<【〈]|\d{1,2}[.)]\s)/.test(text.slice(after.start, after.start + 4))
}

/** Index of the span that holds a position, of spans that stand in order: the last that begins at or before it. Binary search. `spanAt([{ start: 0, end: 4 }, { start: 5, end: 9 }], 6) // => 1` */
export function spanAt(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  return low
}
