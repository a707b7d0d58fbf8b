import type { ReactNode } from 'react'
import { Dialog } from '#ui/dialog/dialog'
import { type Knot, Knots } from '#ui/knots/knots'
import { Waiting } from '#ui/skeleton/skeleton'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'

/**
 * 문장 보기: the sheet that a bead opens: the number, what it is made of, and the sentence. Keep which number is open in the screen's state and give
 * the knots when they have come; `waiting` shows that they are on their way.
 */
export function SourceSheet({
  open,
  onClose,
  title,
  knots,
  waiting,
  problem,
  children,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  knots: readonly Knot[]
  waiting?: boolean
  problem?: ReactNode
  children?: ReactNode
}) {
  const texts = useTexts(uiTexts)
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={texts.close} shape="sheet">
      {waiting ? <Waiting label={texts.loading} rows={4} /> : problem ? <p role="alert">{problem}</p> : <Knots knots={knots} />}
      {children}
    </Dialog>
  )
}
