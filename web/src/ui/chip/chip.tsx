import type { ReactNode } from 'react'
import { MenuButton, type MenuItem } from '#ui/menu/menu'
import './chip.css'

/** 거르기 조각: a filter that is on or off, with how many it leaves. */
export function Chip({
  label,
  count,
  pressed,
  onPress,
  keys,
}: {
  label: ReactNode
  count?: ReactNode
  pressed: boolean
  onPress: () => void
  keys?: string
}) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} aria-keyshortcuts={keys} onClick={onPress}>
      {label} {count === undefined ? null : <b>{count}</b>}
    </button>
  )
}

/** 거르기 조각: a filter with a choice of values: 구역: 모두. */
export function ChipMenu<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  const now = options.find((option) => option.value === value)?.label ?? value
  const items = options.map(
    (option): MenuItem => ({ kind: 'choice', label: option.label, checked: option.value === value, run: () => onChange(option.value) }),
  )
  return (
    <MenuButton className="chip" align="start" label={`${label}: ${now}`} items={items}>
      <span>
        {label}: <b>{now}</b>
      </span>
    </MenuButton>
  )
}

/** A row of filters. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is shown
    <div className="filters" role="group" aria-label={label}>
      {children}
    </div>
  )
}
