import type { ReactNode } from 'react'
import { Bead, type BeadKind } from '#ui/bead/bead'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'
import { boundWords, exactText, quantityParts } from './quantity-parts.ts'

export interface FigureProps {
  /** The exact value as the API gives it; null or undefined is unknown, never zero. */
  value: string | null | undefined
  unit: string
  /** What it is; without it no bead stands (a number that a reader is only typing, say). A missing value has a bead only where it leads somewhere. */
  kind?: BeadKind
  onOpen?: () => void
  /** What the figure is about, for those who hear the bead: 협약 금액, X-AI 데이터센터. */
  of?: string
  size?: 'text' | 'hero' | 'xl'
  style?: 'exact' | 'short'
  /** 약, 여: the source itself says that it is not exact. */
  approximate?: boolean
  /** 이상, 초과, 이하, 미만. */
  bound?: 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | null
  /** The upper end of a range: 70~80명. */
  max?: string | null
  /** The word where there is no value: 미공개, 적힌 곳 없음. */
  unknown?: ReactNode
  className?: string
}

/** 숫자: number, unit a little smaller, bead. Number and unit never part at the end of a line. A rounded text keeps the exact one as its title. */
export function Figure({ value, unit, kind, onOpen, of, size = 'text', style = 'exact', approximate, bound, max, unknown, className }: FigureProps) {
  const locale = useLocale()
  const texts = useTexts(uiTexts)
  const bead = kind ? <Bead kind={kind} onOpen={onOpen} of={of} /> : null
  const look = classes('fig', size !== 'text' && `fig--${size}`, className)
  if (value === null || value === undefined)
    return (
      <span className={classes(look, 'fig--none')}>
        <span className="mut">{unknown ?? texts.noSource}</span>
        {onOpen ? bead : null}
      </span>
    )
  const parts = quantityParts(value, unit, locale, style)
  const upper = max === null || max === undefined ? null : quantityParts(max, unit, locale, style)
  const words = bound ? boundWords(bound, locale) : { before: '', behind: '' }
  const lead = `${approximate ? (locale === 'ko' ? '약 ' : 'about ') : ''}${words.before}${parts.before}`
  // Two ends of one unit share it: 70~80명. Ends of different magnitude keep their own: 900억~1조원.
  const shared = upper !== null && upper.after === parts.after
  return (
    <span
      className={look}
      title={parts.rounded || upper?.rounded ? [value, ...(max ? [max] : [])].map((one) => exactText(one, unit, locale)).join('~') : undefined}
    >
      {lead ? <span className="u">{lead}</span> : null}
      {parts.number}
      {parts.after && !shared ? <span className="u">{parts.after}</span> : null}
      {upper ? (
        <>
          ~{upper.number}
          {upper.after ? <span className="u">{upper.after}</span> : null}
        </>
      ) : null}
      {words.behind ? <span className="u">{words.behind}</span> : null}
      {bead}
    </span>
  )
}
