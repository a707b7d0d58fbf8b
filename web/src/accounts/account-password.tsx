import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { useUser } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import { PasswordField, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

/** A new password for me; the server asks for the present one. */
export function PasswordSection() {
  const texts = useTexts(accountTexts)
  const { email } = useUser()
  const cache = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const action = useAction(async () => {
    await client.me.password.$post({ json: { current, next } })
    setCurrent('')
    setNext('')
    toast(texts.account.passwordDone)
    await cache.invalidateQueries({ queryKey: ['accounts', 'sessions'] })
  })
  return (
    <section aria-labelledby="password">
      <h2 id="password">{texts.account.passwordTitle}</h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void action.run()
        }}
      >
        <ProblemNote error={action.error} fields={['current', 'next']} />
        {/* a password manager wants to know whose password this is */}
        <input className="vh" type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
        <PasswordField label={texts.presentPassword} value={current} onChange={setCurrent} error={fieldError(action.error, 'current')} />
        <PasswordField
          label={texts.newPassword}
          fresh
          value={next}
          onChange={setNext}
          hint={texts.passwordHint(10)}
          error={fieldError(action.error, 'next')}
        />
        <div className="act">
          <Button type="submit" busy={action.busy}>
            {texts.account.passwordGo}
          </Button>
        </div>
      </form>
    </section>
  )
}
