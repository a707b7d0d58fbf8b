import type { BeadKind } from '#ui/bead/bead'
import { Figure, type FigureProps } from '#ui/figure/figure'
import { useTexts } from '#web/shell/texts'
import type { ReviewClaim } from './api.ts'
import { reviewTexts } from './texts.ts'

const bounds = { min: 'atLeast', max: 'atMost', above: 'moreThan', below: 'lessThan' } as const

/** The value of a claim as it was said: with 약 and 이상, and a word where there is none; of a step the stage it leads to. */
export function ClaimValue({ claim, name, onOpen }: { claim: ReviewClaim; name: string; onOpen?: () => void }) {
  const kind: BeadKind = claim.factId ? 'fact' : 'claim'
  return <SaidValue said={claim} className="big" kind={kind} of={name} onOpen={onOpen} />
}

/** The slots of a claim that say its value. */
export type Said = Pick<ReviewClaim, 'kind' | 'value' | 'valueMax' | 'bound' | 'approximate' | 'unit' | 'stage'>

/** The same of anything that has the slots of a claim: what a newer reader would make of it, say. Without `kind` it has no bead. */
export function SaidValue({ said, ...figure }: { said: Said } & Pick<FigureProps, 'className' | 'kind' | 'of' | 'onOpen'>) {
  const texts = useTexts(reviewTexts)
  return (
    <Figure
      {...figure}
      value={said.value}
      unit={said.unit ?? ''}
      max={said.valueMax}
      approximate={said.approximate && said.bound === null}
      bound={said.bound ? bounds[said.bound] : null}
      unknown={said.kind === 'stage' && said.stage ? texts.stages[said.stage] : texts.amountUnknown}
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
