import { Field, type FieldFrame } from '#ui/field/field'

export interface Option<T extends string> {
  value: T
  label: string
  off?: boolean
}

/** 고르기 칸: one of a list, with the browser's own list. `none` is the word for nothing chosen; then the value is ''. */
export function Select<T extends string>({
  label,
  hint,
  error,
  optional,
  value,
  options,
  none,
  onChange,
  disabled,
}: FieldFrame & { value: T | ''; options: readonly Option<T>[]; none?: string; onChange: (value: T | '') => void; disabled?: boolean }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <select {...wiring} className="inp" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as T | '')}>
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.off}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
