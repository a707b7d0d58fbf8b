import type { ReactNode } from 'react'
import type { BeadKind } from '#ui/bead/bead'
import { Figure } from '#ui/figure/figure'
import { useLocale } from '#web/shell/locale'

const bounds = { min: 'atLeast', above: 'moreThan', max: 'atMost', below: 'lessThan' } as const

/** A value of the record as it is held: exact, with what its source left open. */
export interface HeldValue {
  value: string | null
  valueMax?: string | null
  bound?: keyof typeof bounds | null
  approximate?: boolean
  unit: string
}

/** 값: a value of a fact or a figure with its bead; nothing known is a word. */
export function Value({
  held,
  kind,
  of,
  onOpen,
  unknown,
  size,
  exact,
}: {
  held: HeldValue | null | undefined
  /** Without it no bead stands: beside a knot that has one. */
  kind?: BeadKind
  of: string
  onOpen?: () => void
  unknown: ReactNode
  size?: 'text' | 'hero' | 'xl'
  /** Every digit, also in English, where lists show what a headline holds and keep the exact value as its title. */
  exact?: boolean
}) {
  const locale = useLocale()
  return (
    <Figure
      value={held?.value}
      max={held?.valueMax}
      bound={held?.bound ? bounds[held.bound] : null}
      approximate={held?.approximate}
      unit={held?.unit ?? 'KRW'}
      kind={kind}
      of={of}
      onOpen={onOpen}
      unknown={unknown}
      size={size}
      style={locale === 'en' && !exact ? 'short' : 'exact'}
    />
  )
}
