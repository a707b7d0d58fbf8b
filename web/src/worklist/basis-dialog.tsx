import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '../portfolio/action.ts'
import { refreshPortfolio } from '../portfolio/api.ts'
import { setSettings, type WorklistSettings } from './api.ts'
import { worklistTexts } from './texts.ts'

const names = ['soonDays', 'silentMonths', 'nearDays'] as const

/** 기준: when something comes onto the list. */
export function BasisDialog({ given, onClose }: { given: WorklistSettings; onClose: () => void }) {
  const texts = useTexts(worklistTexts).basis
  const office = useOffice().slug
  const [typed, setTyped] = useState(
    () => Object.fromEntries(names.map((name) => [name, String(given[name])])) as Record<(typeof names)[number], string>,
  )
  const wrong = (text: string) => !/^[1-9]\d{0,2}$/.test(text.trim())
  const save = useAction(async () => {
    await setSettings(office, { soonDays: Number(typed.soonDays), silentMonths: Number(typed.silentMonths), nearDays: Number(typed.nearDays) })
    await refreshPortfolio()
    toast(texts.saved)
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.title} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!names.some((name) => wrong(typed[name]))) void save.run()
        }}
      >
        {names.map((name) => (
          <TextField
            key={name}
            label={texts[name]}
            value={typed[name]}
            error={wrong(typed[name]) ? texts.wrong(typed[name]) : undefined}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
        {save.words ? (
          <p className="err" role="alert">
            {save.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
