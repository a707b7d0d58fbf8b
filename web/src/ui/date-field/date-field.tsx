import { useState } from 'react'
import { Field, type FieldFrame } from '#ui/field/field'
import { today } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import { readDate } from './read-date.ts'

/**
 * 날짜 칸: typed as people write dates, read as YYYY-MM-DD. `onChange` gets the date, or null while there is none; what was typed stays in the field
 * until it can be read. The words typed are echoed back as the date they make.
 */
export function DateField({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
}: FieldFrame & { value: string | null; onChange: (date: string | null) => void }) {
  const texts = useTexts(uiTexts)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  // the line stays when the field is left: were it taken away, the button under it would move between the press and the release of a click
  const [echoed, setEchoed] = useState<string | null>(null)
  const shown = typed ?? value ?? ''
  const read = typed === null ? value : readDate(typed, today())
  const echo = typed === null ? (echoed === value ? echoed : null) : read === typed ? null : read
  const wrong = left && typed !== null && typed.trim() !== '' && read === null
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint ?? texts.dateHint}
      error={error ?? (wrong ? texts.dateWrong(typed) : undefined)}
      echo={echo === null ? undefined : texts.reads(echo)}
    >
      {(wiring) => (
        <input
          {...wiring}
          // a form is not sent with words that are no date: they would be lost without a word
          ref={(input) => input?.setCustomValidity(typed !== null && typed.trim() !== '' && read === null ? texts.dateWrong(typed) : '')}
          className="inp"
          type="text"
          autoComplete="off"
          aria-required={!optional || undefined}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value)
            setLeft(false)
            onChange(readDate(event.target.value, today()))
          }}
          onBlur={() => {
            setLeft(true)
            if (typed !== null) setEchoed(echo)
            if (read !== null || typed?.trim() === '') setTyped(null)
          }}
        />
      )}
    </Field>
  )
}
