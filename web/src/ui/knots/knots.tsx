import type { ReactNode } from 'react'
import { Bead, type BeadKind } from '#ui/bead/bead'

/** One knot on the thread from a number to its sentence. */
export interface Knot {
  id: string
  kind: BeadKind
  /** What stands here: 산출 · 실현율(금액) 정의 2판. */
  label: ReactNode
  children: ReactNode
}

/** 매듭: the way from a number through its formula and facts to the sentence, top to bottom on one thread. */
export function Knots({ knots }: { knots: readonly Knot[] }) {
  return (
    <div className="knots">
      {knots.map((knot) => (
        <section key={knot.id} className="knot">
          <Bead kind={knot.kind} />
          <p className="kind">{knot.label}</p>
          {knot.children}
        </section>
      ))}
    </div>
  )
}
