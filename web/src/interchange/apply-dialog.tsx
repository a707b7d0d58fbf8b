import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { applyRun, type Run } from './api.ts'
import { interchangeTexts } from './texts.ts'

/** 적용하기: the reason that stands in the history, and what to do with cells that others changed meanwhile. */
export function ApplyDialog({ run, onClose, onDone }: { run: Run; onClose: () => void; onDone: () => void }) {
  const texts = useTexts(interchangeTexts)
  const { count } = useFormats()
  const office = useOffice().slug
  const [reason, setReason] = useState('')
  const [conflicts, setConflicts] = useState<'keep' | 'replace'>('keep')
  const apply = useAction(async () => {
    await applyRun(office, run.id, conflicts, reason.trim() || null)
    onDone()
    onClose()
  })
  const all = run.counts.changes + run.counts.additions + (conflicts === 'replace' ? run.counts.conflicts : 0)
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.applyTitle}
      closeLabel={texts.dismiss}
      closeBeside={false}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" busy={apply.busy} disabled={all === 0} onClick={() => void apply.run()}>
            {texts.apply}
          </Button>
        </>
      }
    >
      <form
        className="ix-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (all > 0) void apply.run()
        }}
      >
        <p>{texts.applyMeans(count(all))}</p>
        {run.counts.conflicts > 0 ? (
          <fieldset>
            <legend>
              <b>{texts.conflictsTitle}</b>
            </legend>
            <p className="sub">{texts.conflictsMeans(count(run.counts.conflicts))}</p>
            {(['keep', 'replace'] as const).map((one) => (
              <label key={one} className="ix-radio">
                <input type="radio" name="conflicts" checked={conflicts === one} onChange={() => setConflicts(one)} /> {texts[one]}
              </label>
            ))}
          </fieldset>
        ) : null}
        <TextField label={texts.reason} hint={texts.reasonHint} optional value={reason} maxLength={2000} onChange={setReason} />
        <ProblemNote error={apply.error} />
      </form>
    </Dialog>
  )
}
