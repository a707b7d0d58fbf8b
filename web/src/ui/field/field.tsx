import { type ComponentProps, type ReactNode, useContext, useId } from 'react'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'
import './field.css'
import { OptionalMark } from './filter-row.tsx'

export interface FieldFrame {
  label: ReactNode
  hint?: ReactNode
  /** What was expected, an example, what came: “150억 원”처럼 적어 주세요. 받은 값: “약간”. */
  error?: ReactNode
  /** Says that it may stay empty. Fields are needed unless they say so; in a `FilterRow` they need not say it. */
  optional?: boolean
}

/** What a control inside a field takes: its id and how hint and error belong to it. */
export interface ControlWiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** 칸: label, control, hint and error, wired so that they are heard together. `children` draws the control with the wiring it is given. */
export function Field({
  label,
  hint,
  error,
  optional,
  echo,
  children,
}: FieldFrame & {
  /** How the typed text is understood, spoken when it changes. */ echo?: ReactNode
  children: (wiring: ControlWiring) => ReactNode
}) {
  const texts = useTexts(uiTexts)
  const marked = useContext(OptionalMark)
  const id = useId()
  const described = [hint ? `${id}-hint` : '', echo ? `${id}-echo` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={classes('field', error ? 'field--err' : null)}>
      <label htmlFor={id}>
        {label}
        {optional && marked ? <span className="opt">{texts.optional}</span> : null}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {echo ? (
        <p className="echo" id={`${id}-echo`} role="status">
          {echo}
        </p>
      ) : null}
      {error ? (
        <p className="err" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

type Own<T extends 'input' | 'textarea'> = Omit<ComponentProps<T>, 'value' | 'onChange' | 'id' | 'aria-describedby' | 'aria-invalid'>

/** 글 칸: one line of text, a password, an address. */
export function TextField({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  className,
  ...rest
}: FieldFrame & Own<'input'> & { value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          className={classes('inp', className)}
          required={rest.required}
          aria-required={!optional || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** 긴 글 칸: several lines. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  className,
  ...rest
}: FieldFrame & Own<'textarea'> & { value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          className={classes('inp', className)}
          aria-required={!optional || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** 표시 칸: yes or no. */
export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  disabled,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p className="hint" id={id}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
