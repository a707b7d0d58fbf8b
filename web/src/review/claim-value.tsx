import type { BeadKind } from '#ui/bead/bead'
import { Figure } from '#ui/figure/figure'
import { useTexts } from '#web/shell/texts'
import type { ReviewClaim } from './api.ts'
import { reviewTexts } from './texts.ts'

const bounds = { min: 'atLeast', max: 'atMost', above: 'moreThan', below: 'lessThan' } as const

/** The value of a claim as it was said: with 약 and 이상, and a word where there is none; of a step the stage it leads to. */
export function ClaimValue({ claim, name, onOpen }: { claim: ReviewClaim; name: string; onOpen?: () => void }) {
  const texts = useTexts(reviewTexts)
  const kind: BeadKind = claim.factId ? 'fact' : 'claim'
  return (
    <Figure
      className="big"
      value={claim.value}
      unit={claim.unit ?? ''}
      max={claim.valueMax}
      approximate={claim.approximate && claim.bound === null}
      bound={claim.bound ? bounds[claim.bound] : null}
      kind={kind}
      of={name}
      onOpen={onOpen}
      unknown={claim.kind === 'stage' && claim.stage ? texts.stages[claim.stage] : texts.amountUnknown}
    />
  )
}

/** The name of an indicator in the language in use; of a claim that reports a step and no amount, that it does. */
export function indicatorName(
  claim: { indicator: string | null; kind?: 'quantity' | 'stage' },
  indicators: readonly { id: string; nameKo: string; nameEn: string }[],
  locale: 'ko' | 'en',
  none: string,
): string {
  if (claim.kind === 'stage') return reviewTexts[locale].step
  const found = indicators.find((one) => one.id === claim.indicator)
  if (!found) return claim.indicator ?? none
  return locale === 'ko' ? found.nameKo : found.nameEn
}
