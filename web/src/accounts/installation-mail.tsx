import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { useUser } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import { Confirm, PasswordField, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

const readMail = () => json(client.installation.mail.$get())
type Mail = NonNullable<Awaited<ReturnType<typeof readMail>>['mail']>
const queryKey = ['accounts', 'mail']
const fields = ['host', 'port', 'security', 'user', 'password', 'from', 'publicAddress']

/** 메일: how invitations and password links leave the house. */
export function MailPanel() {
  const texts = useTexts(accountTexts).installation
  const mail = useQuery({ queryKey, queryFn: readMail })
  return (
    <div className="form">
      <p>{texts.mailLead}</p>
      <ProblemNote error={mail.error} />
      {mail.data ? <MailForm mail={mail.data.mail} /> : mail.isPending ? <Waiting label={texts.mail} rows={4} /> : null}
      {mail.data?.mail ? <MailTest /> : null}
    </div>
  )
}

function MailForm({ mail }: { mail: Mail | null }) {
  const all = useTexts(accountTexts)
  const texts = all.installation
  const cache = useQueryClient()
  const draft = useDraft('mail', {
    host: mail?.host ?? '',
    port: String(mail?.port ?? 587),
    security: mail?.security ?? ('starttls' as Mail['security']),
    user: mail?.user ?? '',
    from: mail?.from ?? '',
    publicAddress: mail?.publicAddress ?? window.location.origin,
  })
  const words = draft.value
  const set = (change: Partial<typeof words>) => draft.set({ ...words, ...change })
  const [password, setPassword] = useState('')
  const [removing, setRemoving] = useState(false)
  const action = useAction(async () => {
    const user = words.user.trim() || null
    await json(
      client.installation.mail.$put({
        json: { ...words, port: Number(words.port), user, ...(password ? { password } : user === null ? { password: null } : {}) },
      }),
    )
    draft.clear()
    setPassword('')
    toast(all.saved)
    await cache.invalidateQueries({ queryKey })
  })
  const error = (field: string) => fieldError(action.error, field)
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void action.run()
      }}
    >
      {mail ? null : <Note>{texts.mailOff}</Note>}
      <ProblemNote error={action.error} fields={fields} />
      <div className="acc-pair">
        <TextField label={texts.host} autoCapitalize="none" value={words.host} onChange={(host) => set({ host })} error={error('host')} />
        <TextField label={texts.port} inputMode="numeric" value={words.port} onChange={(port) => set({ port })} error={error('port')} />
      </div>
      <Select
        label={texts.security}
        value={words.security}
        options={(['starttls', 'tls', 'none'] as const).map((one) => ({ value: one, label: texts.securities[one] }))}
        onChange={(security) => security && set({ security })}
      />
      <TextField
        label={texts.mailUser}
        optional
        autoComplete="off"
        autoCapitalize="none"
        value={words.user}
        onChange={(user) => set({ user })}
        error={error('user')}
      />
      <PasswordField
        label={texts.mailPassword}
        fresh
        value={password}
        onChange={setPassword}
        hint={mail?.hasPassword ? texts.mailPasswordKept : undefined}
        error={error('password')}
      />
      <TextField label={texts.from} type="email" value={words.from} onChange={(from) => set({ from })} error={error('from')} />
      <TextField
        label={texts.publicAddress}
        hint={texts.publicAddressHint}
        type="url"
        value={words.publicAddress}
        onChange={(publicAddress) => set({ publicAddress })}
        error={error('publicAddress')}
      />
      <div className="act">
        <Button tone="primary" type="submit" busy={action.busy}>
          {all.save}
        </Button>
        {mail ? <Button onClick={() => setRemoving(true)}>{texts.remove}</Button> : null}
      </div>
      {removing ? (
        <Confirm
          title={texts.remove}
          question={texts.removeSure}
          onClose={() => setRemoving(false)}
          go={{
            label: texts.remove,
            run: async () => {
              await client.installation.mail.$delete()
              draft.clear()
              await cache.invalidateQueries({ queryKey })
            },
          }}
        />
      ) : null}
    </form>
  )
}

function MailTest() {
  const texts = useTexts(accountTexts).installation
  const [to, setTo] = useState(useUser().email)
  const [sent, setSent] = useState<string | null>(null)
  const action = useAction(async () => {
    setSent(null)
    await client.installation.mail.test.$post({ json: { to } })
    setSent(to)
  })
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void action.run()
      }}
    >
      <ProblemNote error={action.error} fields={['to']} />
      <TextField label={texts.testTo} type="email" value={to} onChange={setTo} error={fieldError(action.error, 'to')} />
      <div role="status">{sent ? <Note tone="info">{texts.tested(sent)}</Note> : null}</div>
      <div className="act">
        <Button type="submit" busy={action.busy}>
          {texts.test}
        </Button>
      </div>
    </form>
  )
}
