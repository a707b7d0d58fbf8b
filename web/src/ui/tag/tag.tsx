import type { ReactNode } from 'react'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'

/** 꼬리표: a word about a thing. Square, because a circle is always a source. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'ok' | 'warn' | 'bad' | 'info' | 'example'; children: ReactNode }) {
  return <span className={classes('tag', tone !== 'plain' && (tone === 'example' ? 'tag--ex' : `tag--${tone}`))}>{children}</span>
}

/** 예시: what is invented. */
export function IllustrativeTag() {
  return <Tag tone="example">{useTexts(uiTexts).illustrative}</Tag>
}

/** 미확정: what no document settles yet. */
export function UndecidedTag() {
  return <Tag tone="warn">{useTexts(uiTexts).undecided}</Tag>
}
