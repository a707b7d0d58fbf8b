import type { ReactNode } from 'react'
import { classes } from '#web/ui/kit/classes'

/** 띠 알림: something the reader must know about the whole screen. `live` makes it spoken when it appears. */
export function Banner({
  tone = 'info',
  title,
  children,
  action,
  live,
}: {
  tone?: 'info' | 'warn' | 'bad'
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  live?: boolean
}) {
  return (
    <div className={classes('banner', tone !== 'info' && `banner--${tone}`)} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <b>{title}</b>
      {children ? <span>{children}</span> : null}
      {action}
    </div>
  )
}

/** 쪽지: a remark beside what it is about. */
export function Note({ tone = 'plain', children }: { tone?: 'plain' | 'info' | 'warn' | 'bad'; children: ReactNode }) {
  return <div className={classes('note', tone !== 'plain' && `note--${tone}`)}>{children}</div>
}
