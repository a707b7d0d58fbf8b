import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { Tag } from '#ui/tag/tag'
import { json } from '#web/shell/api'
import { useFormats } from '#web/shell/formats'
import { useSession } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import { Confirm, CopyField, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

type Scope = 'read' | 'write' | 'admin'
const queryKey = ['accounts', 'tokens']

/** My API tokens: made, shown once, revoked. */
export function TokensSection() {
  const texts = useTexts(accountTexts)
  const formats = useFormats()
  const cache = useQueryClient()
  const tokens = useQuery({ queryKey, queryFn: () => json(client.me.tokens.$get()) })
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string } | null>(null)
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{texts.account.tokens}</h2>
      <p className="hint">{texts.account.tokensLead}</p>
      <ProblemNote error={tokens.error} />
      {tokens.data?.items.length === 0 ? <p className="mut">{texts.account.noTokens}</p> : null}
      <ul className={tokens.data?.items.length ? 'acc-rows' : undefined}>
        {tokens.data?.items.map((one) => (
          <li key={one.id}>
            <div>
              <b>
                {one.name} <Tag>{one.scopes.map((scope) => texts.account.scopes[scope]).join(', ')}</Tag>
                {one.office ? <Tag>{one.office}</Tag> : null}
              </b>
              <p>
                {texts.account.tokenUsed} {one.usedAt ? formats.ago(one.usedAt) : texts.never} · {texts.account.tokenUntil}{' '}
                {one.expiresAt ? formats.date(one.expiresAt) : texts.account.noEnd}
              </p>
            </div>
            <Button small onClick={() => setRevoking(one)}>
              {texts.account.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => setMaking(true)}>{texts.account.tokenMake}</Button>
      </div>
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
      {revoking ? (
        <Confirm
          title={texts.account.revoke}
          question={texts.account.revokeSure(revoking.name)}
          onClose={() => setRevoking(null)}
          go={{
            label: texts.account.revoke,
            run: async () => {
              await client.me.tokens[':token'].$delete({ param: { token: revoking.id } })
              toast(texts.account.revoked)
              await cache.invalidateQueries({ queryKey })
            },
          }}
        />
      ) : null}
    </section>
  )
}

function MakeToken({ onClose }: { onClose: () => void }) {
  const texts = useTexts(accountTexts)
  const { locale } = useFormats()
  const cache = useQueryClient()
  const offices = useSession()?.offices ?? []
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('read')
  const [days, setDays] = useState<'30' | '90' | '366' | ''>('90')
  const [office, setOffice] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const action = useAction(async () => {
    const body = { name, scopes: [scope], expiresInDays: days === '' ? null : Number(days), office: office || null }
    const answer = await json(client.me.tokens.$post({ json: body }))
    setMade(answer.token)
    await cache.invalidateQueries({ queryKey })
  })
  if (made)
    return (
      <Dialog
        open
        onClose={onClose}
        closeBeside={false}
        title={texts.account.tokenMade}
        closeLabel={texts.close}
        actions={
          <Button tone="primary" onClick={onClose}>
            {texts.close}
          </Button>
        }
      >
        <Note tone="warn">{texts.account.tokenOnce}</Note>
        <CopyField label={name} value={made} />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} closeBeside={false} title={texts.account.tokenMake} closeLabel={texts.close}>
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
          label={texts.account.tokenName}
          hint={texts.account.tokenNameHint}
          value={name}
          onChange={setName}
          error={fieldError(action.error, 'name')}
        />
        <Select
          label={texts.account.tokenScope}
          value={scope}
          options={(['read', 'write', 'admin'] as const).map((one) => ({ value: one, label: texts.account.scopes[one] }))}
          onChange={(next) => next && setScope(next)}
        />
        <Select
          label={texts.account.tokenOffice}
          value={office}
          none={texts.account.allOffices}
          options={offices.map((one) => ({ value: one.slug, label: nameIn(locale, one) }))}
          onChange={setOffice}
        />
        <Select
          label={texts.account.tokenDays}
          value={days}
          none={texts.account.noEnd}
          options={(['30', '90', '366'] as const).map((one) => ({ value: one, label: texts.account.days(Number(one)) }))}
          onChange={setDays}
        />
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {texts.account.tokenMake}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
