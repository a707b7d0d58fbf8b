import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import './pager.css'

/** 쪽 넘기기: the foot of a list that comes in parts: how many are shown, and the next part where there is one; nothing below an empty list. */
export function Pager({ shown, total, more, onMore, busy }: { shown: number; total?: number; more: boolean; onMore: () => void; busy?: boolean }) {
  const texts = useTexts(uiTexts)
  if (shown === 0) return null
  return (
    <div className="pager">
      <span role="status">{texts.shown(shown, total)}</span>
      {more ? (
        <Button small busy={busy} onClick={onMore}>
          {texts.more}
        </Button>
      ) : null}
    </div>
  )
}
