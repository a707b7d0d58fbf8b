import { useState } from 'react'
import { isDay } from '#quantity/day'
import { TextField } from '#ui/field/field'
import { useTexts } from '#web/shell/texts'
import { ratesTexts } from './texts.ts'

/** A month or a day as the address holds it; undefined where it is none. `readMonth('2016.1') // => '2016-01'` */
export function readMonth(typed: string): string | undefined {
  const found = /^(\d{4})[-./\s년]+(\d{1,2})(?:[-./\s월]+(\d{1,2}))?\s*[월일.]?$/.exec(typed.trim())
  if (!found || Number(found[2]) < 1 || Number(found[2]) > 12) return undefined
  const day = found[3] === undefined ? '' : `-${found[3].padStart(2, '0')}`
  const text = `${found[1]}-${found[2]!.padStart(2, '0')}${day}`
  if (day !== '' && !isDay(text)) return undefined
  return text
}

/** 달 칸: taken over when it is left; what cannot be read stays and says what is expected. */
export function MonthField({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string | undefined) => void }) {
  const texts = useTexts(ratesTexts)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const wrong = left && typed !== null && typed.trim() !== '' && readMonth(typed) === undefined
  const take = () => {
    setLeft(true)
    if (typed === null) return
    const read = readMonth(typed)
    if (read === undefined && typed.trim() !== '') return
    setTyped(null)
    if (read !== value) onChange(read)
  }
  return (
    <TextField
      label={label}
      optional
      hint={texts.monthHint}
      error={wrong ? texts.monthWrong(typed) : undefined}
      value={typed ?? value ?? ''}
      onChange={(next) => {
        setTyped(next)
        setLeft(false)
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
