import { splitSentences } from '#engines/reading/sentences'
import type { ReviewClaim } from './api.ts'

/** A stretch of words in a block: plain, the words of a claim's value, or words that a slot was read from. */
export interface Piece {
  text: string
  start: number
  /** Claims whose value these words say. */
  claims: readonly string[]
}

/** A stretch of the document beside the claims that it says. Offsets count UTF-16 units of the canonical text. */
export interface Block {
  start: number
  end: number
  pieces: readonly Piece[]
  claims: readonly ReviewClaim[]
}

/**
 * 문서를 끊는다: the text in blocks of which each ends after a paragraph, or after a sentence that claims stand on, so that claims stand beside their own words.
 * Nothing of the text is lost: the blocks joined are the text.
 */
export function blocksOf(text: string, claims: readonly ReviewClaim[]): Block[] {
  const sorted = [...claims].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const blocks: Block[] = []
  let start = 0
  let next = 0
  const cut = (end: number) => {
    if (end <= start) return
    const own: ReviewClaim[] = []
    while (next < sorted.length && sorted[next]!.span.start < end) own.push(sorted[next++]!)
    blocks.push({ start, end, pieces: piecesOf(text, start, end, own), claims: own })
    start = end
  }
  for (const sentence of splitSentences(text)) {
    const paragraph = text.slice(sentence.end, nextWords(text, sentence.end)).includes('\n\n')
    const upcoming = sorted[next]
    const said = upcoming !== undefined && upcoming.span.start < sentence.end
    // what stands before a sentence with claims is a block of its own, so that the claims begin beside it
    if (said && sentence.start > start && text.slice(start, sentence.start).trim() !== '') cut(sentence.start)
    const reach = said
      ? Math.max(
          sentence.end,
          ...sorted
            .slice(next, next + 50)
            .filter((one) => one.span.start < sentence.end)
            .map((one) => one.span.end),
        )
      : sentence.end
    if (said) cut(nextWords(text, reach))
    else if (paragraph) cut(nextWords(text, sentence.end))
  }
  cut(text.length)
  return blocks
}

/** Where the next words begin. */
function nextWords(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

/** The words of a block, cut where claims begin and end. Claims on the same words share a piece. */
export function piecesOf(text: string, start: number, end: number, claims: readonly ReviewClaim[]): Piece[] {
  const edges = new Set([start, end])
  for (const claim of claims) {
    edges.add(Math.max(start, claim.span.start))
    edges.add(Math.min(end, claim.span.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [from, to] = [cuts[at]!, cuts[at + 1]!]
    pieces.push({
      text: text.slice(from, to),
      start: from,
      claims: claims.filter((claim) => claim.span.start < to && claim.span.end > from).map((claim) => claim.id),
    })
  }
  return pieces
}
