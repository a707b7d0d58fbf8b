import { Figure } from '#ui/figure/figure'
import { keptTogether } from '#ui/kit/kept-together'
import type { Knot } from '#ui/knots/knots'
import { Quote } from '#ui/quote/quote'
import { SourceSheet } from '#ui/source-sheet/source-sheet'
import { IllustrativeTag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import type { Review, ReviewClaim } from './api.ts'
import { ClaimValue, indicatorName } from './claim-value.tsx'
import { reviewTexts } from './texts.ts'

/** 문장 보기: from a value to the sentence: a claim's own, and those that a fact beside it stands on. */
export function SentenceSheet({
  review,
  claim,
  factId,
  onClose,
}: {
  office: string
  review: Review
  claim: ReviewClaim
  factId: string | null
  onClose: () => void
}) {
  const texts = useTexts(reviewTexts)
  const formats = useFormats()
  const { document } = review
  const name = indicatorName(claim, review.indicators, formats.locale, texts.none)
  const other = factId === claim.factId ? undefined : claim.suggestions.find((one) => one.factId === factId)
  const knots: Knot[] = []
  if (claim.factId && claim.about && !other)
    knots.push({
      id: 'fact',
      kind: 'fact',
      label: `${texts.factKind} · ${texts.states[claim.state]}`,
      children: (
        <p>
          {claim.about.nameKo} <ClaimValue claim={claim} name={name} />{' '}
          {claim.judgement ? (
            <span className="mut">{keptTogether(texts.by_(claim.judgement.madeBy.name, formats.instant(claim.judgement.madeAt)))}</span>
          ) : null}
        </p>
      ),
    })
  if (other) {
    knots.push({
      id: 'fact',
      kind: 'fact',
      label: texts.factKind,
      children: (
        <p>
          {other.subject.name} <Figure value={other.value} unit={other.unit} max={other.valueMax} approximate={other.approximate} />
        </p>
      ),
    })
    other.sentences.forEach((one, at) => {
      knots.push({
        id: `said${at}`,
        kind: 'claim',
        label: texts.claimKind,
        children: (
          <Quote text={one.sentence ?? ''} mark={one.mark ?? undefined} outlet={one.outlet} title={one.title} date={one.publishedOn}>
            {one.illustrative ? <IllustrativeTag /> : null}
          </Quote>
        ),
      })
    })
  } else
    knots.push({
      id: 'claim',
      kind: 'claim',
      label: texts.claimKind,
      children: (
        <Quote
          text={claim.span.sentence ?? ''}
          mark={{ start: claim.span.start - claim.span.sentenceStart, end: claim.span.end - claim.span.sentenceStart }}
          outlet={document.outlet}
          title={document.title}
          date={document.publishedOn}
          href={document.url}
        >
          {claim.inFile ? <span className="mut">{claim.inFile[formats.locale]}</span> : null}
        </Quote>
      ),
    })
  return (
    <SourceSheet
      open
      onClose={onClose}
      title={`${other?.subject.name ?? claim.about?.nameKo ?? claim.proposal?.subject.name ?? name}: ${name}`}
      knots={knots}
    />
  )
}
