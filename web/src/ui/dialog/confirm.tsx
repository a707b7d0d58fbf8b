import type { ReactNode } from 'react'
import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import { Dialog } from './dialog.tsx'

/** 다짐: asks before something is done, saying what will change and what stays. ↵ does it, Esc does not. */
export function Confirm({
  open,
  title,
  children,
  action,
  tone = 'primary',
  busy,
  error,
  onConfirm,
  onClose,
}: {
  open: boolean
  title: ReactNode
  children: ReactNode /** The verb on the button: 합치기. */
  action: string
  tone?: 'primary' | 'bad'
  busy?: boolean
  error?: ReactNode
  onConfirm: () => void
  onClose: () => void
}) {
  const texts = useTexts(uiTexts)
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={texts.close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onConfirm()
        }}
      >
        {children}
        {error ? (
          <p className="err" role="alert">
            {error}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose} keys="Escape">
            {texts.keep}
          </Button>
          <Button type="submit" tone={tone} busy={busy} data-first-focus>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
