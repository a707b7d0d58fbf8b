import { useState } from 'react'
import { Field, type FieldFrame } from '#ui/field/field'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import { quantityText } from '../figure/quantity-parts.ts'
import { readMoney, type TypedMoney } from './read-money.ts'

/** 금액 칸: typed in words or figures, read exactly and echoed back, so that a slip of four zeros is seen before it is saved. */
export function MoneyField({
  label,
  hint,
  error,
  optional,
  value,
  words,
  onChange,
}: FieldFrame & {
  value: TypedMoney | null
  /** What was typed before and could not be read: a form that keeps its draft gives it back, so that nothing typed is lost. */
  words?: string | undefined
  onChange: (money: TypedMoney | null, typed: string) => void
}) {
  const texts = useTexts(uiTexts)
  const locale = useLocale()
  const [held, setTyped] = useState<string | null>(value === null && words ? words : null)
  const [left, setLeft] = useState(false)
  // an amount that was put in from elsewhere stands in place of what was typed
  const typed = held !== null && (value === null || readMoney(held)?.value === value.value) ? held : null
  const written = (money: TypedMoney) =>
    `${money.approximate ? (locale === 'ko' ? '약 ' : 'about ') : ''}${quantityText(money.value, money.currency, locale)}`
  const read = typed === null ? value : readMoney(typed)
  const wrong = left && typed !== null && typed.trim() !== '' && read === null
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint ?? texts.moneyHint}
      error={error ?? (wrong ? texts.moneyWrong(typed) : undefined)}
      echo={typed !== null && read ? texts.reads(written(read)) : undefined}
    >
      {(wiring) => (
        <input
          {...wiring}
          className="inp"
          type="text"
          autoComplete="off"
          aria-required={!optional || undefined}
          value={typed ?? (value ? written(value) : '')}
          onChange={(event) => {
            setTyped(event.target.value)
            setLeft(false)
            onChange(readMoney(event.target.value), event.target.value)
          }}
          // a moment later: a message that comes at once moves the button away that the person is just pressing
          onBlur={() => setTimeout(() => setLeft(true), 250)}
        />
      )}
    </Field>
  )
}
