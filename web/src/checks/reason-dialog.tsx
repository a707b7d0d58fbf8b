import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea } from '#ui/field/field'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { checksTexts } from './texts.ts'

/** 까닭: no decision about a finding without a reason. What is typed stays while sending fails. */
export function ReasonDialog({
  title,
  means,
  action,
  onClose,
  onSend,
}: {
  title: string
  means?: string
  action: string
  onClose: () => void
  onSend: (reason: string) => Promise<void>
}) {
  const texts = useTexts(checksTexts)
  const work = useWork()
  const [reason, setReason] = useState('')
  const empty = reason.trim() === ''
  const send = () => {
    if (empty) return
    void work.run(async () => {
      await onSend(reason.trim())
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={texts.dismiss} closeBeside={false}>
      <form
        className="ck-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {means ? <p>{means}</p> : null}
        <ProblemNote error={work.error} />
        <TextArea
          label={texts.reason}
          hint={texts.reasonHint}
          rows={3}
          value={reason}
          onChange={setReason}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          }}
        />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={empty}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
