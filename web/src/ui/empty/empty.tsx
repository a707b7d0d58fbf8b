import type { ReactNode } from 'react'
import { keptTogether } from '#ui/kit/kept-together'

/** 빈 자리: what would be here, and the one thing to do about it. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <b>{keptTogether(title)}</b>
      {keptTogether(children)}
      {action ? <div>{action}</div> : null}
    </div>
  )
}
