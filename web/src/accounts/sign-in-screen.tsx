import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { json } from '#web/shell/api'
import { signIn, useSession } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useFormFocus } from '#web/ui/field/use-form-focus'
import { Page } from '../shell/page.tsx'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import './accounts.css'
import { nextPlace } from './next-place.ts'
import { PasswordField, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

/** 로그인. After it, the place that was asked for comes back. */
export default function SignInScreen() {
  const texts = useTexts(accountTexts)
  const router = useRouter()
  const search: { next?: unknown } = useSearch({ strict: false })
  const setupNeeded = useSession()?.setupNeeded === true
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [forgot, setForgot] = useState(false)
  const action = useAction(async () => {
    await signIn({ email, password })
    router.history.push(nextPlace(search.next))
  })
  const form = useFormFocus(action.error)
  if (forgot) return <Forgot email={email} onEmail={setEmail} onBack={() => setForgot(false)} />
  return (
    <Page title={texts.signIn.title}>
      {setupNeeded ? (
        <Banner tone="info" title={texts.signIn.setupTitle}>
          {texts.signIn.setupLead}
        </Banner>
      ) : null}
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void action.run()
        }}
      >
        <ProblemNote error={action.error} fields={['email', 'password']} />
        <TextField
          label={texts.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          value={email}
          onChange={setEmail}
          error={fieldError(action.error, 'email')}
        />
        <PasswordField label={texts.password} value={password} onChange={setPassword} error={fieldError(action.error, 'password')} />
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {texts.signIn.go}
          </Button>
          <Button tone="text" onClick={() => setForgot(true)}>
            {texts.signIn.forgot}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function Forgot({ email, onEmail, onBack }: { email: string; onEmail: (email: string) => void; onBack: () => void }) {
  const texts = useTexts(accountTexts)
  const [mailIsSetUp, setMailIsSetUp] = useState<boolean | null>(null)
  const action = useAction(async () => {
    const answer = await json(client.session['password-link'].$post({ json: { email } }))
    setMailIsSetUp(answer.mailIsSetUp)
  })
  const form = useFormFocus(action.error)
  return (
    <Page title={texts.signIn.forgotTitle} lead={texts.signIn.forgotLead}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void action.run()
        }}
      >
        <ProblemNote error={action.error} fields={['email']} />
        <TextField
          label={texts.email}
          type="email"
          autoComplete="username"
          value={email}
          onChange={onEmail}
          error={fieldError(action.error, 'email')}
        />
        <div role="status">
          {mailIsSetUp === null ? null : (
            <Note tone={mailIsSetUp ? 'info' : 'warn'}>{mailIsSetUp ? texts.signIn.forgotSent : texts.signIn.forgotNoMail}</Note>
          )}
        </div>
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {texts.signIn.forgotGo}
          </Button>
          <Button tone="text" onClick={onBack}>
            {texts.signIn.back}
          </Button>
        </div>
      </form>
    </Page>
  )
}
