import type { ReactNode } from 'react'

/** 빈 자리: what would be here, and the one thing to do about it. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
      {action ? <div>{action}</div> : null}
    </div>
  )
}
