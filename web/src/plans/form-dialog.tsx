import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea, TextField } from '#ui/field/field'
import { MoneyField } from '#ui/money-field/money-field'
import { Select } from '#ui/select/select'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { DocumentField } from './document-field.tsx'
import './plans.css'
import { planTexts } from './texts.ts'

/** One line of a form. A text value holds everything: a day is `2026-11-22`, a number or an amount in won decimal text, a check `yes` or nothing,
 * a document its id. */
export interface FormLine {
  name: string
  label: string
  kind: 'text' | 'area' | 'day' | 'number' | 'won' | 'select' | 'check' | 'document'
  optional?: boolean
  hint?: string
  options?: readonly { value: string; label: string }[]
  /** The word for choosing nothing. */
  none?: string
  /** Where it can be seen by what was typed before. */
  when?: (values: Readonly<Record<string, string>>) => boolean
}

const decimal = /^-?\d+(\.\d+)?$/
const tidyNumber = (text: string) => text.replaceAll(',', '').trim()

/** 적는 창: a few lines, sent together. What is typed stays while sending fails and outlives a reload; nothing is sent while a line that is needed is empty. */
export function FormDialog({
  title,
  lead,
  lines,
  given = {},
  action,
  onSend,
  onClose,
}: {
  title: string
  /** Words above the lines; they may follow what was typed. */
  lead?: ReactNode | ((values: Readonly<Record<string, string>>) => ReactNode)
  lines: readonly FormLine[]
  given?: Readonly<Record<string, string>>
  action?: string
  /** Gives `said` where it has told by itself what happened. */
  onSend: (values: Readonly<Record<string, string>>) => Promise<unknown>
  onClose: () => void
}) {
  const texts = useTexts(planTexts)
  const draft = useDraft<Readonly<Record<string, string>>>(`form.${window.location.pathname}.${title}`, given)
  const values = draft.value
  const [tried, setTried] = useState(false)
  const work = useWork()
  const shown = lines.filter((line) => line.when?.(values) ?? true)
  const wrong = (line: FormLine): string | undefined => {
    const value = (values[line.name] ?? '').trim()
    // an amount that could not be read is no empty one
    if (line.kind === 'won' && value === '' && (values[wordsKey(line)] ?? '').trim() !== '') return texts.amountWrong
    if (value === '') return line.optional || line.kind === 'check' ? undefined : texts.needed
    return line.kind === 'number' && !decimal.test(tidyNumber(value)) ? texts.numberWrong : undefined
  }
  const send = () => {
    setTried(true)
    if (shown.some((line) => wrong(line) !== undefined)) return
    void work.run(async () => {
      const sent = Object.fromEntries(
        shown.map((line) => {
          const value = (values[line.name] ?? '').trim()
          return [line.name, line.kind === 'number' ? tidyNumber(value) : value]
        }),
      )
      const said = await onSend(sent)
      draft.clear()
      if (said !== 'said') toast(texts.saved)
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={texts.close} closeBeside={false}>
      <form
        className="pl-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {lead ? <div>{typeof lead === 'function' ? lead(values) : lead}</div> : null}
        {shown.map((line) => (
          <Line
            key={line.name}
            line={line}
            value={values[line.name] ?? ''}
            error={tried ? wrong(line) : undefined}
            name={values[nameKey(line)] ?? ''}
            words={values[wordsKey(line)] ?? ''}
            onChange={(value, beside) => draft.set({ ...values, [line.name]: value, ...(beside === undefined ? {} : { [besideKey(line)]: beside }) })}
          />
        ))}
        <ProblemNote error={work.error} />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy}>
            {action ?? texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Where the name of what was chosen is kept beside its id, so that a reload still shows it. */
const nameKey = (line: FormLine) => `${line.name}.name`
/** Where an amount is kept as it was typed, so that one that cannot be read is not lost. */
const wordsKey = (line: FormLine) => `${line.name}.words`
const besideKey = (line: FormLine) => (line.kind === 'won' ? wordsKey(line) : nameKey(line))

function Line({
  line,
  value,
  name,
  words,
  error,
  onChange,
}: {
  line: FormLine
  value: string
  name: string
  words: string
  error: string | undefined
  onChange: (value: string, beside?: string) => void
}) {
  const frame = { label: line.label, optional: line.optional, hint: line.hint, error }
  if (line.kind === 'check')
    return (
      <label className="pl-check">
        <input type="checkbox" checked={value === 'yes'} onChange={(event) => onChange(event.target.checked ? 'yes' : '')} />
        {line.label}
      </label>
    )
  if (line.kind === 'document')
    return (
      <DocumentField
        {...frame}
        value={value === '' ? null : { id: value, label: name || value }}
        onChange={(document) => onChange(document?.id ?? '', document?.label ?? '')}
      />
    )
  if (line.kind === 'area') return <TextArea {...frame} rows={3} value={value} onChange={onChange} />
  if (line.kind === 'day') return <DateField {...frame} value={value || null} onChange={(day) => onChange(day ?? '')} />
  if (line.kind === 'won')
    return (
      <MoneyField
        {...frame}
        value={value === '' ? null : { value, currency: 'KRW', approximate: false }}
        words={words}
        onChange={(money, typed) => onChange(money?.currency === 'KRW' ? money.value : '', typed)}
      />
    )
  if (line.kind === 'select') return <Select {...frame} value={value} none={line.none} options={line.options ?? []} onChange={onChange} />
  return <TextField {...frame} autoComplete="off" inputMode={line.kind === 'number' ? 'decimal' : undefined} value={value} onChange={onChange} />
}

/** Nothing typed is null. */
export const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim())
