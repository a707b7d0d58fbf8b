import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { fieldProblem } from '#web/shell/problem'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { readSettings, writePrefix } from './api.ts'
import { interchangeTexts } from './texts.ts'

/** OC4IDS 접두사: what it is now, and where the administrator enters it. */
export function Prefix() {
  const texts = useTexts(interchangeTexts)
  const office = useOffice().slug
  const administrator = useRole('administrator')
  const [open, setOpen] = useState(false)
  const settings = useQuery({ queryKey: ['interchange', office, 'settings'], queryFn: () => readSettings(office) })
  if (!settings.data) return null
  const { oc4idsPrefix, registered } = settings.data
  return (
    <div className="ix-prefix">
      <span className="mut">{registered ? texts.prefixRegistered(oc4idsPrefix) : texts.prefixStandIn(oc4idsPrefix)}</span>
      {administrator ? (
        <Button small onClick={() => setOpen(true)}>
          {texts.prefixEnter}
        </Button>
      ) : null}
      {open ? <PrefixDialog now={registered ? oc4idsPrefix : ''} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function PrefixDialog({ now, onClose }: { now: string; onClose: () => void }) {
  const texts = useTexts(interchangeTexts)
  const office = useOffice().slug
  const cache = useQueryClient()
  const [typed, setTyped] = useState(now)
  const action = useAction(async (prefix: string | null) => {
    await writePrefix(office, prefix)
    await cache.invalidateQueries({ queryKey: ['interchange', office, 'settings'] })
    toast(texts.saved)
    onClose()
  })
  const wrong = fieldProblem(action.error, 'json.oc4idsPrefix')
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.prefix}
      closeLabel={texts.dismiss}
      closeBeside={false}
      actions={
        <>
          {now ? (
            <Button tone="text" busy={action.busy} onClick={() => void action.run(null)}>
              {texts.prefixRemove}
            </Button>
          ) : null}
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" busy={action.busy} onClick={() => void action.run(typed.trim())}>
            {texts.save}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.prefix}
        hint={texts.prefixHint}
        error={wrong?.expected}
        value={typed}
        maxLength={6}
        autoComplete="off"
        onChange={setTyped}
      />
      {wrong ? null : <ProblemNote error={action.error} />}
    </Dialog>
  )
}
