import type { ReactNode } from 'react'
import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import './progress.css'

/** 진행: how much of a work is done, from 0 to `total`; without a total it is only under way. The numbers never move by themselves. */
export function Progress({
  label,
  done,
  total,
  children,
  onCancel,
}: {
  label: string
  done: number
  total: number | null /** What stands at the end of the bar: 2 / 11. */
  children?: ReactNode
  onCancel?: () => void
}) {
  const texts = useTexts(uiTexts)
  const share = total && total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  return (
    <div className="prog-row">
      <span>{label}</span>
      <progress className="prog" aria-label={label} max={1} value={total === null ? undefined : share} />
      {children ? <span>{children}</span> : null}
      {onCancel ? (
        <Button small onClick={onCancel}>
          {texts.cancel}
        </Button>
      ) : null}
    </div>
  )
}
