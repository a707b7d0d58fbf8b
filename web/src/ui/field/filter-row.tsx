import { createContext, type ReactNode } from 'react'

/** Whether fields say that they may stay empty. In a row of filters they do not: a filter may always stay empty. */
export const OptionalMark = createContext(true)

/**
 * 거르기 줄: fields that narrow a list. None of them is ever needed, so none of them says so.
 *
 * `<FilterRow className="rt-tools" label="거르기"><DateField optional … /></FilterRow>`
 */
export function FilterRow({ className, label, children }: { className?: string; label?: string; children: ReactNode }) {
  return (
    <OptionalMark value={false}>
      {label === undefined ? (
        <div className={className}>{children}</div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is shown
        <div className={className} role="group" aria-label={label}>
          {children}
        </div>
      )}
    </OptionalMark>
  )
}
