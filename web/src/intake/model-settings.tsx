import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Checkbox, TextField } from '#ui/field/field'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from './problem-note.tsx'
import { type Extractor, readExtractor, removeExtractor, writeExtractor } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'
import { useWork } from './use-work.ts'

/** 언어 모델: set up by the administrator of the office, off unless turned on. The key is written and never read back. */
export function ModelSettings({ office }: { office: string }) {
  const settings = useQuery({ queryKey: ['intake', office, 'extractor'], queryFn: () => readExtractor(office) })
  if (!settings.data) return null
  return <ModelForm office={office} found={settings.data.extractor} onSaved={() => settings.refetch()} />
}

function ModelForm({ office, found, onSaved }: { office: string; found: Extractor | null; onSaved: () => Promise<unknown> }) {
  const texts = useTexts(sourcesTexts)
  const work = useWork()
  const draft = useDraft(`intake.model.${office}`, {
    enabled: found?.enabled ?? false,
    url: found?.url ?? '',
    model: found?.model ?? '',
    priceIn: found?.priceIn ?? '',
    priceOut: found?.priceOut ?? '',
    currency: found?.currency ?? '',
    privateAllowed: found?.privateAllowed ?? false,
  })
  // a key is nowhere but in the field
  const [key, setKey] = useState('')
  const value = draft.value
  const set = (change: Partial<typeof value>) => draft.set({ ...value, ...change })
  const saved = async () => {
    await onSaved()
    draft.clear()
    setKey('')
  }
  const save = () =>
    work.run(async () => {
      await writeExtractor(office, {
        ...(found
          ? {
              timeoutSeconds: found.timeoutSeconds,
              charactersPerRequest: found.charactersPerRequest,
              mostRequests: found.mostRequests,
              retries: found.retries,
            }
          : {}),
        ...value,
        priceIn: value.priceIn.trim() || null,
        priceOut: value.priceOut.trim() || null,
        currency: value.currency.trim().toUpperCase() || null,
        ...(key ? { key } : {}),
      } as Parameters<typeof writeExtractor>[1])
      toast(texts.saved)
      await saved()
    })
  return (
    <section className="in-model" aria-label={texts.model}>
      <h2>{texts.model}</h2>
      <p>{texts.modelLead}</p>
      <form
        className="in-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProblemNote error={work.error} />
        <Checkbox label={texts.modelOn} checked={value.enabled} onChange={(enabled) => set({ enabled })} />
        <div className="in-facts">
          <TextField label={texts.modelUrl} type="url" value={value.url} onChange={(url) => set({ url })} />
          <TextField label={texts.modelName} value={value.model} onChange={(model) => set({ model })} />
          <TextField
            label={texts.modelKey}
            type="password"
            autoComplete="off"
            optional
            hint={found?.hasKey ? texts.modelKeyKept : undefined}
            value={key}
            onChange={setKey}
          />
          <TextField label={texts.priceIn} inputMode="decimal" optional value={value.priceIn} onChange={(priceIn) => set({ priceIn })} />
          <TextField label={texts.priceOut} inputMode="decimal" optional value={value.priceOut} onChange={(priceOut) => set({ priceOut })} />
          <TextField label={texts.currency} optional value={value.currency} onChange={(currency) => set({ currency })} />
        </div>
        <Checkbox
          label={texts.allow}
          hint={texts.locationHint}
          checked={value.privateAllowed}
          onChange={(privateAllowed) => set({ privateAllowed })}
        />
        <div className="in-act">
          <Button type="submit" busy={work.busy} disabled={value.url.trim() === '' || value.model.trim() === ''}>
            {texts.save}
          </Button>
          {found ? (
            <Button
              tone="text"
              onClick={() =>
                void work.run(async () => {
                  await removeExtractor(office)
                  await saved()
                })
              }
            >
              {texts.forgetModel}
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  )
}
