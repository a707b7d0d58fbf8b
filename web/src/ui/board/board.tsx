import type { ReactNode } from 'react'
import './board.css'

/** 보드: columns side by side, each with its name and what it comes to. */
export function Board({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="board" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

export function BoardColumn({ title, sum, children }: { title: ReactNode; sum?: ReactNode; children?: ReactNode }) {
  return (
    <section className="col">
      <header>
        {title}
        {sum ? <span className="sum">{sum}</span> : null}
      </header>
      {children}
    </section>
  )
}

/** 쪽지: one thing on a board. `title` is usually a link; the rest are lines of two words each. */
export function Slip({
  title,
  lines,
  late,
}: {
  title: ReactNode
  lines?: readonly { id: string; left: ReactNode; right?: ReactNode }[]
  late?: ReactNode
}) {
  return (
    <article className="slip">
      <b>{title}</b>
      {lines?.map((line) => (
        <span key={line.id} className="ln">
          <span>{line.left}</span>
          {line.right ? <span>{line.right}</span> : null}
        </span>
      ))}
      {late ? <span className="ln due">{late}</span> : null}
    </article>
  )
}
