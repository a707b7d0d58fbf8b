import type { ReactNode } from 'react'
import { Bead, type BeadKind } from '#ui/bead/bead'

/** One figure on the strand. */
export interface StrandFigure {
  id: string
  label: ReactNode
  kind: BeadKind
  /** Usually a `Figure` of size hero without a bead of its own: the bead hangs on the thread. */
  figure: ReactNode
  source?: ReactNode
  of?: string
  onOpen?: () => void
}

/** 실에 꿴 숫자: the headline figures of a page on one thread, two to five of them. */
export function Strand({ figures }: { figures: readonly StrandFigure[] }) {
  return (
    <dl className={`strand strand--${Math.min(6, Math.max(1, figures.length))}`}>
      {figures.map((one) => (
        <div key={one.id}>
          <dt>
            <Bead kind={one.kind} onOpen={one.onOpen} of={one.of} />
            {one.label}
          </dt>
          <dd>
            {one.figure}
            {one.source ? <p className="src">{one.source}</p> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
