import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useDraft } from '#web/shell/draft'
import { type Locale, localeNames, locales, setLocale, useLocale } from '#web/shell/locale'
import { changeMe, useUser } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { fieldError, useAction } from './action.ts'
import { ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

/** My name and the language that I work in. */
export function ProfileSection() {
  const texts = useTexts(accountTexts)
  const user = useUser()
  const draft = useDraft('account.profile', { name: user.name, locale: useLocale() as Locale })
  const { name, locale } = draft.value
  const action = useAction(async () => {
    await changeMe({ name, locale })
    setLocale(locale)
    draft.clear()
    toast(accountTexts[locale].saved)
  })
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{texts.account.profile}</h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void action.run()
        }}
      >
        <ProblemNote error={action.error} fields={['name']} />
        <TextField
          label={texts.name}
          autoComplete="name"
          value={name}
          onChange={(next) => draft.set({ name: next, locale })}
          error={fieldError(action.error, 'name')}
        />
        <Select
          label={texts.language}
          value={locale}
          options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
          onChange={(next) => next && draft.set({ name, locale: next })}
        />
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </section>
  )
}
