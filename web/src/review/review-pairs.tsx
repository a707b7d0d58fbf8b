import { memo } from 'react'
import { classes } from '#web/ui/kit/classes'
import type { Review, ReviewClaim } from './api.ts'
import type { Block } from './blocks.ts'
import { type CardActions, CurrentClaim, JudgedClaim, SmallClaim } from './claim-card.tsx'
import { Compared } from './compare-panel.tsx'
import { DocumentText } from './document-text.tsx'
import { type Choice, partsElsewhere } from './plan.ts'

interface PairsProps {
  office: string
  indicators: Review['indicators']
  blocks: readonly Block[]
  numbers: ReadonlyMap<string, number>
  current: ReviewClaim | null
  choiceOf: (claim: ReviewClaim) => Choice
  actions: CardActions
  busy: boolean
  mayDecide: boolean
  onChoose: (id: string) => void
}

/** 글과 주장: the words of the document on one side, the claims that they say on the other. */
export function ReviewPairs({ office, indicators, blocks, numbers, current, choiceOf, actions, busy, mayDecide, onChoose }: PairsProps) {
  const choice = current === null ? null : choiceOf(current)
  const sumOf =
    current === null || choice === null || 'office' in choice.subject
      ? 0
      : partsElsewhere(
          current,
          blocks.flatMap((block) => block.claims),
        )
  const sameNumber = current?.sameAs ? (numbers.get(current.sameAs) ?? null) : null
  const draw = (claim: ReviewClaim) => {
    const common = { claim, number: numbers.get(claim.id) ?? 0, indicators, actions, mayDecide }
    if (claim.id !== current?.id) return <SmallClaim key={claim.id} {...common} />
    if (claim.state !== 'pending') return <JudgedClaim key={claim.id} {...common} busy={busy} />
    return <CurrentClaim key={claim.id} {...common} office={office} sameNumber={sameNumber} sumOf={sumOf} choice={choiceOf(claim)} busy={busy} />
  }
  return (
    <div className={classes('rv', blocks.length > 150 && 'rv--long')}>
      {blocks.map((block) => (
        <Pair
          key={block.start}
          block={block}
          current={current}
          draw={draw}
          numbers={numbers}
          onChoose={onChoose}
          onSentence={(claim, factId) => actions.sentence(claim, factId)}
        />
      ))}
    </div>
  )
}

/** Words of the document and the claims beside them, on one thread. Blocks that are not in hand are not drawn anew when another claim comes into hand. */
const Pair = memo(
  function Pair({
    block,
    current,
    draw,
    numbers,
    onChoose,
    onSentence,
  }: {
    block: Block
    current: ReviewClaim | null
    draw: (claim: ReviewClaim) => React.ReactNode
    numbers: ReadonlyMap<string, number>
    onChoose: (id: string) => void
    onSentence: (claim: ReviewClaim, factId: string) => void
  }) {
    const own = current && block.claims.some((claim) => claim.id === current.id) ? current : null
    const judged = block.claims.length > 0 && block.claims.every((claim) => claim.state !== 'pending')
    const best = own?.state === 'pending' ? own.suggestions[0] : undefined
    return (
      <section className={classes('pr', block.claims.length === 0 && 'pr--plain', own && 'on', judged && (own ? 'got' : 'ok'))}>
        <div>
          <DocumentText block={block} numbers={numbers} current={own?.id ?? null} onChoose={onChoose} />
          {best && own ? <Compared suggestion={best} onSentence={() => onSentence(own, best.factId)} /> : null}
        </div>
        <div className="wire" aria-hidden="true" />
        <div className="cls">{block.claims.map(draw)}</div>
      </section>
    )
  },
  (before, after) => before.block === after.block && before.numbers === after.numbers && !holds(before) && !holds(after),
)

const holds = ({ block, current }: { block: Block; current: ReviewClaim | null }): boolean =>
  current !== null && block.claims.some((claim) => claim.id === current.id)
