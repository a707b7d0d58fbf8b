import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { Waiting } from '#ui/skeleton/skeleton'
import { Stepper } from '#ui/stepper/stepper'
import { json } from '#web/shell/api'
import { instantOf } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { freshSession } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { useFormFocus } from '#web/ui/field/use-form-focus'
import { Page } from '../shell/page.tsx'
import { fieldError, useAction, wordsOf } from './action.ts'
import { client } from './api.ts'
import './accounts.css'
import { PasswordField, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

const readLink = (token: string) => json(client.links[':token'].$get({ param: { token } }))
type LinkView = Awaited<ReturnType<typeof readLink>>

/** 한 번 쓰는 링크: making the first administrator, accepting an invitation, or choosing a new password. */
export default function LinkScreen() {
  const texts = useTexts(accountTexts)
  const { token = '' }: { token?: string } = useParams({ strict: false })
  // a link that was used is gone: it is not asked for again while the session is read anew
  const [used, setUsed] = useState<LinkView | null>(null)
  const link = useQuery({
    queryKey: ['accounts', 'link', token],
    queryFn: () => readLink(token),
    enabled: used === null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const shown = used ?? link.data
  if (link.error)
    return (
      <Page title={texts.link.gone}>
        <Empty title={wordsOf(link.error).detail ?? wordsOf(link.error).title} action={<Link to="/sign-in">{texts.link.toSignIn}</Link>} />
      </Page>
    )
  if (!shown) return <Waiting label={texts.link.toSignIn} rows={4} />
  return <LinkForm token={token} link={shown} onUsed={() => setUsed(shown)} />
}

function LinkForm({ token, link, onUsed }: { token: string; link: LinkView; onUsed: () => void }) {
  const texts = useTexts(accountTexts)
  const locale = useLocale()
  const navigate = useNavigate()
  const [email, setEmail] = useState(link.email ?? '')
  const [name, setName] = useState(link.name ?? '')
  const [password, setPassword] = useState('')
  const first = link.kind === 'administrator'
  const joins = link.kind === 'invitation'
  const asksName = first || (joins && !link.hasAccount)
  const asksPassword = !(joins && link.signedInAsIt)
  const chooses = !(joins && link.hasAccount)
  const office = link.office ? nameIn(locale, link.office) : ''
  const action = useAction(async () => {
    await json(
      client.links[':token'].$post({
        param: { token },
        json: {
          ...(first ? { email } : {}),
          ...(asksName ? { name, locale } : {}),
          ...(asksPassword ? { password } : {}),
        },
      }),
    )
    onUsed()
    const session = await freshSession()
    await navigate({ to: first && session.offices.length === 0 ? '/offices/new' : '/', replace: true })
  })
  const form = useFormFocus(action.error)
  const title = first ? texts.link.administrator : joins ? texts.link.invitation(office) : texts.link.password
  const lead = first
    ? texts.link.administratorLead
    : joins
      ? texts.link.invitationLead(office, link.role ? texts.roles[link.role] : '')
      : texts.link.passwordLead(link.email ?? '')
  return (
    <Page title={title} lead={lead}>
      {first ? (
        <div className="acc-steps">
          <FirstSteps now="administrator" />
        </div>
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
        <ProblemNote error={action.error} fields={['email', 'name', 'password']} />
        {joins && link.hasAccount ? (
          <Note tone="info">{link.signedInAsIt ? texts.link.invitationSignedIn : texts.link.invitationAccount}</Note>
        ) : null}
        {asksName ? (
          <TextField label={texts.name} autoComplete="name" value={name} onChange={setName} error={fieldError(action.error, 'name')} />
        ) : null}
        <TextField
          label={texts.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          readOnly={!first}
          value={email}
          onChange={setEmail}
          error={fieldError(action.error, 'email')}
        />
        {asksPassword ? (
          <PasswordField
            label={link.kind === 'password' ? texts.newPassword : texts.password}
            value={password}
            onChange={setPassword}
            fresh={chooses}
            hint={chooses ? texts.passwordHint(link.minimumPasswordLength) : undefined}
            error={fieldError(action.error, 'password')}
          />
        ) : null}
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {first ? texts.link.administratorGo : joins ? texts.link.invitationGo : texts.link.passwordGo}
          </Button>
        </div>
        <p className="hint">{texts.link.until(instantOf(link.expiresAt))}</p>
      </form>
    </Page>
  )
}

/** The way from nothing to the first day of work. */
export function FirstSteps({ now }: { now: 'administrator' | 'office' }) {
  const texts = useTexts(accountTexts)
  return (
    <Stepper
      label={texts.link.steps}
      steps={[
        { id: 'administrator', title: texts.link.stepAdministrator, state: now === 'administrator' ? 'now' : 'done' },
        { id: 'office', title: texts.link.stepOffice, state: now === 'office' ? 'now' : 'ahead' },
        { id: 'work', title: texts.link.stepWork, state: 'ahead' },
      ]}
    />
  )
}
