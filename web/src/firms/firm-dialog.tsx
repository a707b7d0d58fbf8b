import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Checkbox, TextField } from '#ui/field/field'
import { MoneyField } from '#ui/money-field/money-field'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { addFirm, changeFirm, type Firm } from './api.ts'
import { bodyOf, draftOf, type FirmDraft, wrongIn } from './firm-form.ts'
import { firmsTexts } from './texts.ts'

/** 기업 하나: put in, or changed. What is typed outlives a failed save. */
export function FirmDialog({ office, firm, etag, onClose }: { office: string; firm: Firm | null; etag: string | null; onClose: () => void }) {
  const texts = useTexts(firmsTexts)
  const cache = useQueryClient()
  const draft = useDraft<FirmDraft>(`firm.${office}.${firm?.id ?? 'new'}`, draftOf(firm))
  const [tried, setTried] = useState(false)
  const wrong = wrongIn(draft.value)
  const set = (to: Partial<FirmDraft>) => draft.set({ ...draft.value, ...to })
  const done = async (name: string) => {
    draft.clear()
    await cache.invalidateQueries({ queryKey: ['firms', office] })
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    toast(texts.saved(name))
    onClose()
  }
  const save = useAction(async () => {
    setTried(true)
    if (wrong.length > 0) return
    const body = bodyOf(draft.value)
    await (firm ? changeFirm(office, firm.id, etag, body) : addFirm(office, { ...body, confidential: draft.value.confidential }))
    await done(body.name)
  })
  const away = useAction(async () => {
    await changeFirm(office, firm!.id, etag, { archived: !firm!.archived })
    await done(firm!.name)
  })
  const field = (
    name: Exclude<keyof FirmDraft, 'money' | 'words' | 'confidential'>,
    more: { optional?: boolean; hint?: string; numeric?: boolean } = {},
  ) => (
    <TextField
      label={texts[name]}
      hint={more.hint}
      optional={more.optional}
      inputMode={more.numeric ? 'decimal' : undefined}
      value={draft.value[name]}
      error={tried && wrong.includes(name) ? texts.wrong[name] : undefined}
      onChange={(value) => set({ [name]: value })}
    />
  )
  return (
    <Dialog open onClose={onClose} title={firm ? texts.editOf(firm.name) : texts.add} closeLabel={texts.close} closeBeside={false} wide>
      <form
        className="fm-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run()
        }}
      >
        <ProblemNote error={save.error ?? away.error} />
        {field('name')}
        {field('nameEn', { optional: true })}
        {field('ksic', { optional: true, hint: texts.ksicHint })}
        {field('place', { optional: true })}
        <div className="fm-whole">{field('products', { optional: true, hint: texts.productsHint })}</div>
        <MoneyField
          label={texts.capacity}
          optional
          value={draft.value.money}
          words={draft.value.words}
          error={tried && wrong.includes('money') ? texts.wrong.money : undefined}
          onChange={(money, words) => set({ money, words })}
        />
        {field('employees', { optional: true, numeric: true })}
        {field('latitude', { optional: true, numeric: true })}
        {field('longitude', { optional: true, numeric: true })}
        <div className="fm-whole">{field('source', { hint: texts.sourceHint })}</div>
        {firm ? null : (
          <div className="fm-whole">
            <Checkbox
              label={texts.confidential}
              hint={texts.confidentialHint}
              checked={draft.value.confidential}
              onChange={(confidential) => set({ confidential })}
            />
          </div>
        )}
        <div className="act fm-whole">
          {firm ? (
            <Button tone="text" busy={away.busy} onClick={() => void away.run()}>
              {firm.archived ? texts.restore : texts.putAway}
            </Button>
          ) : null}
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
