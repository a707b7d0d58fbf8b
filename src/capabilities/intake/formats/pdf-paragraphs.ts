import type { Line } from './pdf-lines.ts'

/** A line that begins something new whatever stands before it: a bullet, a numbered heading, a caption. */
const beginsNew =
  /^(?:[□■○●◦◇◆▢▣▲△▶▷※☞ㅇㆍ·•*❍❏❑]|[-–—]\s|[①-⑳㉠-㉻]|(?:\d{1,2}|[IVX]{1,4}|[Ⅰ-Ⅻ])\s?[.)]\s|\d+(?:\.\d+)+\.?\s|제\s?\d+\s?[조장절]|[<〈《[【(（]\s?(?:표|그림|붙임|별첨|참고)|(?:표|그림|붙임|별첨)\s?\d)/
/** 가. 나. 다.: a heading after a finished sentence, else the end of a word that the line has cut ("밝혔 / 다. "). */
const lettered = /^[가나다라마바사아자차카타파하]\s?[.)]\s/
const finished = /[.!?。:”’"'」』)\]]\s*$/
/** A line of a table of contents: dots that lead to a page number. */
const contents = /(?:[.·…]\s?){4,}\s*\d+\s*$/
/** First words that cannot begin a word: what stands before them on the last line is their word's beginning. */
const cannotBegin =
  /^(?:은|는|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|처럼|보다|이다|했다|한다|된다|됐다|됩니다|합니다|했습니다|습니다|입니다|였다|이었다|하는|하고|하며|하여|해|할|한|된|될|되는|되고|으며|지만|었다|았다|겠다|다|고|며|던|들|들이|들은|들을|째|여|억|조|만원|억원|원|명|㎡|%|개|년|월|일)(?=$|[\s,.)”’"'」』])/

/** What the whole document shows of its own words and of how it breaks them. */
export interface Habits {
  /** Words that stand inside of a line, where no break has cut them. */
  words: ReadonlySet<string>
  /** Lines are broken inside of words and draw the space where they break between words. */
  drawsSpaces: boolean
}

/** How a document breaks its lines, from all of them. */
export function habitsOf(lines: readonly Line[]): Habits {
  const words = new Set<string>()
  let spaced = 0
  let full = 0
  for (const line of lines) {
    const tokens = line.segments.flatMap((segment) => segment.text.trim().split(/\s+/))
    for (let at = 1; at < tokens.length - 1; at++) words.add(tokens[at]!)
    if (tokens.length > 3) {
      full++
      if (line.endsInSpace) spaced++
    }
  }
  return { words, drawsSpaces: full >= 4 && spaced > full * 0.15 }
}

const hangul = /[가-힣]/

/**
 * 줄 잇기: what stands between the last word of a line and the first of the next in one paragraph: a space, or nothing where the line was broken inside of a word
 * ("달라지 / 는"). Asked in order: the page's own spaces, numbers cut in two, the document's own words, words that cannot begin one.
 */
export function between(before: string, after: string, endsInSpace: boolean, habits: Habits): '' | ' ' {
  const head = before.trimEnd()
  const tail = after.trimStart()
  if (endsInSpace || head !== before || tail !== after) return ' '
  if (/-$/.test(head) && /^[a-z]/.test(tail)) return ''
  const last = /\S+$/.exec(head)?.[0] ?? ''
  const first = /^\S+/.exec(tail)?.[0] ?? ''
  // 1,2 / 00억원 and 3. / 5% are one number; 2026 / 300명 and 2026. 3. / 2. are two
  if (/\d[,.]?$/.test(last) && /^\d/.test(first))
    return (/,\d{0,2}$|\d\.$/.test(last) && !/^\d{1,2}\.(?:\D|$)/.test(first)) || habits.words.has(last + first) ? '' : ' '
  if (/\d$/.test(last) && /^(?:[조억만천백%㎡]|억원|조원|만원|여)/.test(first)) return ''
  if (!hangul.test(last.slice(-1)) || !hangul.test(first.slice(0, 1))) return /[([“‘"'<「『]$/.test(last) || /^[)\],.”’」』%]/.test(first) ? '' : ' '
  if (habits.words.has(last + first)) return ''
  if (cannotBegin.test(first)) return ''
  if (habits.words.has(last) && habits.words.has(first)) return ' '
  return habits.drawsSpaces ? '' : ' '
}

const wordsOf = (line: Line) => line.segments.map((segment) => segment.text).join(' ')

/**
 * Whether a line goes on with the paragraph of the line before: same size of letters, no wide gap, no indent, and the line before reached the right edge.
 * Across two pages a paragraph goes on only where its sentence is unfinished.
 */
export function goesOn(before: Line, line: Line, edge: { left: number; right: number; leading: number }): boolean {
  if (before.segments.length > 1 || line.segments.length > 1) return false
  if (Math.abs(before.size - line.size) > line.size * 0.15) return false
  const words = wordsOf(line).trimStart()
  if (lettered.test(words) && finished.test(wordsOf(before))) return false
  if (beginsNew.test(words) || contents.test(wordsOf(before))) return false
  const full = before.right > edge.right - line.size * 4
  if (!full) return false
  if (before.page !== line.page) return !/[.!?。”’"」』:]\s*$/.test(wordsOf(before))
  const down = before.y - line.y
  if (down <= 0) return !/[.!?。]\s*$/.test(wordsOf(before))
  if (down > edge.leading * 1.45) return false
  return line.left - edge.left < line.size * 0.9 || line.left <= before.left + line.size * 0.5
}

/** Edges of the text and the usual distance of two lines on a page. */
export function edgesOf(lines: readonly Line[]): { left: number; right: number; leading: number } {
  const single = lines.filter((line) => line.segments.length === 1)
  const rights = single.map((line) => line.right).sort((a, b) => a - b)
  const lefts = single.map((line) => line.left).sort((a, b) => a - b)
  const steps: number[] = []
  for (let at = 1; at < lines.length; at++) {
    const down = lines[at - 1]!.y - lines[at]!.y
    if (down > 2 && down < lines[at]!.size * 4) steps.push(down)
  }
  steps.sort((a, b) => a - b)
  return {
    left: lefts[Math.floor(lefts.length * 0.2)] ?? 0,
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    leading: steps[Math.floor(steps.length / 2)] ?? 16,
  }
}
