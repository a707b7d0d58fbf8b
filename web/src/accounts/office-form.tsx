import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Checkbox, TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { useFormFocus } from '#web/ui/field/use-form-focus'
import { fieldError, useAction } from './action.ts'
import { ProblemNote } from './parts.tsx'
import { slugOf } from './slug.ts'
import { accountTexts } from './texts.ts'

export const officeKinds = ['city', 'province', 'free_economic_zone', 'technopark', 'ministry', 'other'] as const

/** What the form holds. */
export interface OfficeWords {
  nameKo: string
  nameEn: string
  slug: string
  kind: (typeof officeKinds)[number]
  place: string
  contact: string
  listed: boolean
}

const nothing: OfficeWords = { nameKo: '', nameEn: '', slug: '', kind: 'city', place: '', contact: '', listed: true }

/** 기관 칸들: for a new office (the address name follows the English name until it is typed) or for one that is there (it stays). */
export function OfficeForm({
  draft: draftName,
  given,
  go,
  onSave,
  onCancel,
}: {
  draft: string
  /** The office to change; a new one without it. */
  given?: OfficeWords
  go: string
  onSave: (words: OfficeWords) => Promise<unknown>
  onCancel?: () => void
}) {
  const texts = useTexts(accountTexts)
  const draft = useDraft<OfficeWords>(draftName, given ?? nothing)
  const words = draft.value
  const [slugTyped, setSlugTyped] = useState(words.slug !== '' && words.slug !== slugOf(words.nameEn))
  const action = useAction(async () => {
    await onSave(words)
    draft.clear()
  })
  const form = useFormFocus(action.error)
  const set = (change: Partial<OfficeWords>) => draft.set({ ...words, ...change })
  const error = (field: string) => fieldError(action.error, field)
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void action.run()
      }}
    >
      <ProblemNote error={action.error} fields={['nameKo', 'nameEn', 'slug', 'place', 'contact']} />
      <TextField
        label={texts.office.nameKo}
        hint={texts.office.nameKoHint}
        lang="ko"
        value={words.nameKo}
        onChange={(nameKo) => set({ nameKo })}
        error={error('nameKo')}
      />
      <TextField
        label={texts.office.nameEn}
        hint={texts.office.nameEnHint}
        lang="en"
        value={words.nameEn}
        onChange={(nameEn) => set(given || slugTyped ? { nameEn } : { nameEn, slug: slugOf(nameEn) })}
        error={error('nameEn')}
      />
      <TextField
        label={texts.office.slug}
        hint={texts.office.slugHint(words.slug)}
        lang="en"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={given !== undefined}
        value={words.slug}
        onChange={(slug) => {
          setSlugTyped(slug !== '')
          set({ slug })
        }}
        error={error('slug')}
      />
      <Select
        label={texts.office.kind}
        value={words.kind}
        options={officeKinds.map((kind) => ({ value: kind, label: texts.office.kinds[kind] }))}
        onChange={(kind) => kind && set({ kind })}
      />
      <TextField label={texts.office.place} optional value={words.place} onChange={(place) => set({ place })} error={error('place')} />
      <TextField label={texts.office.contact} optional value={words.contact} onChange={(contact) => set({ contact })} error={error('contact')} />
      <Checkbox label={texts.office.listed} checked={words.listed} onChange={(listed) => set({ listed })} />
      <div className="act">
        <Button tone="primary" type="submit" busy={action.busy}>
          {go}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{texts.cancel}</Button> : null}
      </div>
    </form>
  )
}

/** The words as the API takes them: what was left empty is null. */
export const officeBody = ({ place, contact, ...rest }: OfficeWords) => ({ ...rest, place: place.trim() || null, contact: contact.trim() || null })
