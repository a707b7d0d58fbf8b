import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Field, type FieldFrame } from '#ui/field/field'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import { matching } from './matching.ts'
import './combo-box.css'

export interface Choice {
  id: string
  label: string
  detail?: string
}

/** The id under which the offer to make something new is marked. */
const MAKE = '\u0000make'

/**
 * 찾아 고르기: typing narrows a list; ↓ ↑ move, ↵ takes, Esc closes and gives back what was there. The list is either whole (`choices`, filtered here)
 * or follows the words (`onWords`, then `choices` is what was found). With `onMake`, words that fit nothing can become a new thing. A Korean input
 * method's own ↵ is left alone.
 */
export function ComboBox({
  label,
  hint,
  error,
  optional,
  value,
  choices,
  onChange,
  onWords,
  onMake,
  busy,
}: FieldFrame & {
  value: Choice | null
  choices: readonly Choice[]
  onChange: (choice: Choice | null) => void
  onWords?: (words: string) => void
  onMake?: (words: string) => void
  busy?: boolean
}) {
  const texts = useTexts(uiTexts)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState<string | null>(null)
  const shown = words ?? value?.label ?? ''
  const found = onWords || words === null ? choices : matching(choices, words)
  const makes = onMake && words !== null && words.trim() !== '' && !choices.some((choice) => choice.label === words.trim()) ? words.trim() : null
  // what is marked is known by its id: a list that changes under the keys must not hand over its neighbour
  const ids = [...found.map((choice) => choice.id), ...(makes ? [MAKE] : [])]
  const at = marked === null ? -1 : ids.indexOf(marked)
  const last = ids.length - 1
  const close = () => {
    setOpen(false)
    setMarked(null)
  }
  const take = (place: number) => {
    const choice = found[place]
    if (choice) onChange(choice)
    else if (makes && place === found.length) onMake?.(makes)
    else return
    setWords(null)
    close()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setMarked(ids[event.key === 'ArrowDown' ? (at >= last ? 0 : at + 1) : at <= 0 ? last : at - 1] ?? null)
    } else if (event.key === 'Enter' && open && at >= 0) {
      event.preventDefault()
      take(at)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setWords(null)
      close()
    }
  }
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <div className="combo">
          <input
            {...wiring}
            ref={input}
            className="inp"
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
            aria-busy={busy || undefined}
            value={shown}
            onChange={(event) => {
              setWords(event.target.value)
              setOpen(true)
              setMarked(null)
              onWords?.(event.target.value)
              if (event.target.value === '' && value) onChange(null)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKey}
            onBlur={() => {
              // Words that became nothing go back to what was chosen, so that the field never shows what the form does not hold.
              setWords(null)
              close()
            }}
          />
          <div id={listId} role="listbox" aria-label={typeof label === 'string' ? label : undefined} className="combo-list" hidden={!open}>
            {found.map((choice, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act on the text field, which keeps the focus
              <div
                key={choice.id}
                id={`${listId}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === at}
                className="combo-i"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(place)}
              >
                <span>{choice.label}</span>
                {choice.detail ? <small>{choice.detail}</small> : null}
              </div>
            ))}
            {makes ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act on the text field, which keeps the focus
              <div
                id={`${listId}-${found.length}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === found.length}
                className="combo-i"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(found.length)}
              >
                <span>{texts.make(makes)}</span>
              </div>
            ) : null}
          </div>
          <span className="vh" role="status">
            {open ? (busy ? texts.loading : found.length === 0 ? texts.noMatch : texts.matches(found.length)) : ''}
          </span>
          {open && found.length === 0 && !makes ? <div className="combo-none">{busy ? texts.loading : texts.noMatch}</div> : null}
        </div>
      )}
    </Field>
  )
}
