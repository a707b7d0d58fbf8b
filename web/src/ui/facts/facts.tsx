import type { ReactNode } from 'react'
import { keptTogether } from '#ui/kit/kept-together'

/** 한눈에: a strip of the few facts that say what a thing is. */
export function FactsStrip({ facts }: { facts: readonly { id: string; label: ReactNode; value: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.id}>
          <dt>{fact.label}</dt>
          <dd>
            {keptTogether(fact.value)}
            {fact.note ? <small>{keptTogether(fact.note)}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 짝 목록: names and values in two columns. */
export function Pairs({ pairs }: { pairs: readonly { id: string; label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="kv">
      {pairs.map((pair) => (
        <div key={pair.id} className="kv-p">
          <dt>{pair.label}</dt>
          <dd>{keptTogether(pair.value)}</dd>
        </div>
      ))}
    </dl>
  )
}
