import { memo } from 'react'
import { keptTogether } from '#ui/kit/kept-together'
import { classes } from '#web/ui/kit/classes'
import type { ReviewClaim } from './api.ts'
import type { Block, Piece } from './blocks.ts'

/** A value of up to so many letters stands on one line: 250억 and 원 are never parted. Longer words may break, so that they fit a phone. */
const longestUnbroken = 14

/** The words of a block; those that claims stand on are marked with their numbers and lead to them. */
export const DocumentText = memo(function DocumentText({
  block,
  numbers,
  current,
  onChoose,
}: {
  block: Block
  numbers: ReadonlyMap<string, number>
  current: string | null
  onChoose: (id: string) => void
}) {
  // the line ends between paragraphs are space between blocks, not empty lines
  const shown = block.pieces.map((piece, at) => (at === block.pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece))
  // words inside which other claims stand are marked by lines, so that the edges of the pieces do not cut them up
  const alone = shown.filter((piece) => current !== null && piece.claims.includes(current)).length < 2
  return (
    <p className="tx">
      {shown.map((piece) =>
        piece.claims.length === 0 ? (
          <span key={piece.start}>{keptTogether(piece.text)}</span>
        ) : (
          <Marked key={piece.start} piece={piece} claims={block.claims} numbers={numbers} current={current} alone={alone} onChoose={onChoose} />
        ),
      )}
    </p>
  )
})

function Marked({
  piece,
  claims,
  numbers,
  current,
  alone,
  onChoose,
}: {
  piece: Piece
  claims: readonly ReviewClaim[]
  numbers: ReadonlyMap<string, number>
  current: string | null
  /** Whether the claim in hand is said by one piece. */
  alone: boolean
  onChoose: (id: string) => void
}) {
  const chosen = piece.claims.find((id) => id === current) ?? piece.claims[0]!
  const first = piece.claims.filter((id) => claims.find((claim) => claim.id === id)?.span.start === piece.start)
  const named = first.map((id) => numbers.get(id)).filter((n) => n !== undefined)
  // the number stands at the words, before the space that follows them
  const words = piece.text.trimEnd()
  const waiting = piece.claims.some((id) => claims.find((claim) => claim.id === id)?.state === 'pending')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would be an unbreakable box in the middle of the sentence
    <span
      role="button"
      tabIndex={0}
      className={classes(
        'mk',
        piece.claims.includes(current ?? '') && (alone ? 'cur' : 'cur cur--run'),
        !waiting && 'done',
        words.length <= longestUnbroken && 'mk--one',
      )}
      data-mark={chosen}
      onClick={() => onChoose(chosen)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose(chosen)
      }}
    >
      {words}
      {named.length > 0 ? <sup aria-hidden="true">{named.join('·')}</sup> : null}
      {piece.text.slice(words.length)}
    </span>
  )
}
