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
  /^(?:은|는|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|처럼|보다|이다|했다|한다|된다|됐다|됩니다|합니다|했습니다|습니다|입니다|였다|이었다|하는|하고|하며|하여|해|할|한|된|될|되는|되고|으며|지만|었다|았다|겠다|다|고|며|던|들|들이|들은|들을|째|여|이라며|이라고|라며|라고|억|조|만원|억원|원|명|㎡|%|개|년|월|일)(?=$|[\s,.)”’"'」』])/

/** What the whole document shows of its own words and of how it breaks them. */
export interface Habits {
  /** Words that stand inside of a line, where no break has cut them. */
  words: ReadonlySet<string>
  /** Their beginnings, two letters and more. */
  beginnings: ReadonlySet<string>
  /** Lines are broken wherever they are full, as Hangul does by default, and not between words only. */
  cutsWords: boolean
}

/**
 * How a document breaks its lines, from all of them: where a good part of them begins with what cannot begin a word, it cuts words; a few are enough where
 * every line that another follows closely is filled to the edge.
 */
export function habitsOf(lines: readonly Line[]): Habits {
  const words = new Set<string>()
  const beginnings = new Set<string>()
  let cut = 0
  let running = 0
  let filled = 0
  const edge = edgesOf(lines).right
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const tokens = line.segments.flatMap((segment) => segment.text.trim().split(/\s+/))
    for (let at = 1; at < tokens.length - 1; at++) {
      const word = tokens[at]!
      words.add(word)
      for (let length = 2; length <= Math.min(6, word.length); length++) beginnings.add(word.slice(0, length))
    }
    // pairs of lines in one paragraph, as far as their places tell
    if (tokens.length < 4 || !next || next.page !== line.page || line.y - next.y > line.size * 2 || line.right < edge - line.size * 6) continue
    running++
    if (line.right > edge - line.size * 1.5) filled++
    if (cannotBegin.test(wordsOf(next).trimStart())) cut++
  }
  return { words, beginnings, cutsWords: (cut >= 2 && cut > running * 0.06) || (cut >= 1 && running >= 4 && filled > running * 0.9) }
}

const hangul = /[가-힣]/
/** Particles and endings with which words end. */
const endsWord =
  /(?:[을를은는의에로며와과]|에서|까지|부터|하고|있는|하는|면서|하며|들[이은을의]|적으로|위한|대한|통해|위해|등|및|약|총|오는|지난|이번|올해|[한된될할던])$/

/**
 * 줄 잇기: what stands between the last word of a line and the first of the next in one paragraph: a space, or nothing where the line was broken inside of a word
 * ("달라지 / 는"). pdf.js does not give the spaces at the end of a line, so it is weighed: numbers cut in two, the document's own words and their beginnings,
 * syllables that begin no word, endings of words, and whether the document cuts words at all.
 */
export function between(before: string, after: string, endsInSpace: boolean, habits: Habits): '' | ' ' {
  const head = before.trimEnd()
  const tail = after.trimStart()
  if (endsInSpace || head !== before || tail !== after) return ' '
  if (/-$/.test(head) && /^[a-z]/.test(tail)) return ''
  // 2027-06- / 30, ㈜ / 누리: one day, one name
  if ((/\d-$/.test(head) && /^\d/.test(tail)) || /(?:^|\s)㈜$/.test(head)) return ''
  const last = /\S+$/.exec(head)?.[0] ?? ''
  const first = /^\S+/.exec(tail)?.[0] ?? ''
  if (/\d[,.]?$/.test(last) && /^\d/.test(first)) return betweenNumbers(last, first, habits)
  if (/(?:^|\D)\d{1,4}$/.test(last) && /^(?:년|월|일)(?:$|[\s,.)]|까지|부터|에|의|도|은|는|간|자)/.test(tail)) return ''
  if (/\d$/.test(last) && /^(?:[조억만천백%㎡]|억원|조원|만원|여)/.test(first)) return ''
  if (/[([“‘"'<「『]$/.test(last) || /^[)\],.”’」』%]/.test(first)) return ''
  if (!hangul.test(last.slice(-1)) || !hangul.test(first.slice(0, 1))) return betweenScripts(last, first, habits)
  if (habits.words.has(last + first) || cannotBegin.test(first)) return ''
  let space = habits.cutsWords ? -1.4 : 1
  if (habits.beginnings.has(last + first.slice(0, 1)) || habits.beginnings.has(last.slice(-5) + first.slice(0, 1))) space -= 2
  if (habits.words.has(last)) space += 2
  else if (last.length > 1 && endsWord.test(last)) space += 1.5
  if (habits.words.has(first)) space += 1.5
  else if (first.length > 1 && habits.beginnings.has(first.slice(0, 2))) space += 1
  return space > 0 ? ' ' : ''
}

/** 1,2 / 00억원 and 3. / 5% are one number; 2026. 3. / 2. are two, and 2026 / 300명 where the document cuts no words. */
function betweenNumbers(last: string, first: string, habits: Habits): '' | ' ' {
  if (/^\d{1,2}\.(?:\D|$)/.test(first)) return ' '
  // 202 / 8년: no other number has its year there
  if (/(?:^|\D)(?:1|19|199|2|20|20\d)$/.test(last) && /^\d{1,3}년/.test(first) && /(?:19|20)\d\d년/.test(last + first)) return ''
  return /,\d{0,2}$|\d\.$/.test(last) || habits.words.has(last + first) || habits.cutsWords ? '' : ' '
}

/** AI / 반도체, 300 / 명을, 체결, / 고용: after a mark that ends a phrase stands a space, a letter or digit sticks to what follows where words are cut. */
function betweenScripts(last: string, first: string, habits: Habits): '' | ' ' {
  if (habits.words.has(last + first) || (habits.cutsWords && first.startsWith('(') && /[가-힣\d]$/.test(last))) return ''
  // 상· / 하수도: the middle point joins two words into one
  if (/[가-힣A-Za-z0-9][·ㆍ]$/.test(last)) return ''
  if (/[,.!?;:·…)\]”’"'」』%]$/.test(last)) return cannotBegin.test(first) && !/[,.!?;:]$/.test(last) ? '' : ' '
  return habits.cutsWords && /^[가-힣\d]/.test(first) && /[A-Za-z\d]$/.test(last) && !habits.words.has(last) ? '' : ' '
}

const wordsOf = (line: Line) => line.segments.map((segment) => segment.text).join(' ')

/**
 * Whether a line goes on with the paragraph of the line before: same size of letters, no wide gap, no indent, and the line before reached the right edge.
 * Across two pages a paragraph goes on only where its sentence is unfinished.
 */
export function goesOn(before: Line, line: Line, edge: Edges): boolean {
  if (before.segments.length > 1 || line.segments.length > 1 || before.laid || line.laid) return false
  if (Math.abs(before.size - line.size) > line.size * 0.15) return false
  const words = wordsOf(line).trimStart()
  if (lettered.test(words) && finished.test(wordsOf(before))) return false
  if (beginsNew.test(words) || contents.test(wordsOf(before))) return false
  const full = before.right > edge.right - Math.max(line.size * 4, firstWordOf(line))
  if (!full) return false
  if (before.page !== line.page) return !/[.!?。”’"」』:]\s*$/.test(wordsOf(before))
  const down = before.y - line.y
  if (down <= 0) return !/[.!?。]\s*$/.test(wordsOf(before))
  if (down > edge.leading * 1.45) return false
  return line.left - edge.left < line.size * 0.9 || line.left <= before.left + line.size * 0.5
}

/** Room that the first word of a line takes with the space before it: a line that has less left is full, though its edge is ragged. */
export function firstWordOf(line: Line): number {
  const words = wordsOf(line).trim()
  return ((/^\S*/.exec(words)?.[0].length ?? 0) + 1) * ((line.right - line.left) / Math.max(1, words.length))
}

/** Edges of a block of text, and the usual distance of its lines. */
export interface Edges {
  left: number
  right: number
  leading: number
}

/**
 * 단: blocks of lines between which the page goes back up, as from the foot of one column to the top of the next; what stands above the columns over their whole width is a
 * block of its own. Each line is given the edges of its block, by which its paragraphs are told; blocks of a line or two are measured by the page.
 */
export function edgesByColumn(lines: readonly Line[]): Map<Line, Edges> {
  const blocks: Line[][] = [[]]
  for (const line of lines) {
    const block = blocks.at(-1)!
    const before = block.at(-1)
    if (before && before.column !== line.column) blocks.push([line])
    else if (before && line.y > before.y + line.size * 1.5) {
      const top = block.findIndex((one) => one.y <= line.y + line.size * 0.5)
      blocks.push(block.splice(top < 0 ? block.length : top), [line])
    } else block.push(line)
  }
  const page = edgesOf(lines)
  return new Map(
    blocks.flatMap((block) => {
      const edges = block.length < 3 ? page : edgesOf(block)
      return block.map((line) => [line, edges] as const)
    }),
  )
}

/** Edges of the text and the usual distance of two lines on a page. */
export function edgesOf(lines: readonly Line[]): Edges {
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
