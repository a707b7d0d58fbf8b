import { type ReactNode, useRef, useState } from 'react'
import type { Delivery } from '#capabilities/accounts/deliver'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Checkbox, TextField } from '#ui/field/field'
import { instantOf } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { isShownAt, useAction, wordsOf } from './action.ts'
import { accountTexts } from './texts.ts'

/** What went wrong, unless a field shows it already. */
export function ProblemNote({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  if (!error || isShownAt(error, fields)) return null
  const { title, detail } = wordsOf(error)
  return (
    <Banner tone="bad" title={title} live>
      {detail}
    </Banner>
  )
}

/** 비밀번호 칸: can be shown while it is typed. `fresh` is one being chosen, which a password manager may propose. */
export function PasswordField({
  label,
  value,
  onChange,
  error,
  hint,
  fresh,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string
  hint?: string
  fresh?: boolean
}) {
  const texts = useTexts(accountTexts)
  const [shown, setShown] = useState(false)
  return (
    <div className="acc-password">
      <TextField
        label={label}
        hint={hint}
        error={error}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={onChange}
      />
      <Checkbox label={texts.showPassword} checked={shown} onChange={setShown} />
    </div>
  )
}

/** A text that is shown once, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const texts = useTexts(accountTexts)
  const box = useRef<HTMLDivElement>(null)
  const copy = async () => {
    const input = box.current?.querySelector('input')
    input?.select()
    try {
      // plain http outside localhost has no clipboard
      if (navigator.clipboard) await navigator.clipboard.writeText(value)
      else if (!document.execCommand('copy')) throw new Error('refused')
      toast(texts.copied)
    } catch {
      toast(texts.copyFailed, { tone: 'bad' })
    }
  }
  return (
    <div className="acc-copy" ref={box}>
      <TextField label={label} value={value} readOnly onChange={() => {}} onFocus={(event) => event.target.select()} />
      <Button onClick={() => void copy()}>{texts.copy}</Button>
    </div>
  )
}

/** Where a one-time link went, or the link itself to hand over. */
export function DeliveryNote({ delivery, email }: { delivery: Delivery; email: string }) {
  const texts = useTexts(accountTexts)
  if (delivery.mailed) return <Note tone="info">{texts.people.mailed(email)}</Note>
  return (
    <div className="form">
      <Note tone={delivery.mailProblem ? 'warn' : 'info'}>
        {delivery.mailProblem ? texts.people.mailRefused(delivery.mailProblem) : texts.people.handOver}
      </Note>
      {delivery.link ? <CopyField label={email} value={delivery.link} /> : null}
      <p className="hint">{texts.people.linkUntil(instantOf(delivery.expiresAt))}</p>
    </div>
  )
}

/** 되묻기: before something that stops people's work. */
export function Confirm({
  question,
  go,
  title,
  onClose,
}: {
  question: ReactNode
  title: string
  go: { label: string; run: () => Promise<unknown> }
  onClose: () => void
}) {
  const texts = useTexts(accountTexts)
  const action = useAction(async () => {
    await go.run()
    onClose()
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={texts.close}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="bad" busy={action.busy} onClick={() => void action.run()}>
            {go.label}
          </Button>
        </>
      }
    >
      <ProblemNote error={action.error} />
      <p>{question}</p>
    </Dialog>
  )
}
