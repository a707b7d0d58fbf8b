import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from '#web/ui/kit/classes'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'plain' | 'primary' | 'text' | 'bad'
  small?: boolean
  /** The shortcut that does the same, shown at the end. */
  keys?: string
  /** Something is under way: the button stays where it is and does nothing more. */
  busy?: boolean
  /** Takes the focus when the dialog around it opens. */
  'data-first-focus'?: boolean
  ref?: Ref<HTMLButtonElement>
  children?: ReactNode
}

/** 단추. `disabled` keeps the button reachable by keyboard (aria-disabled), so that its reason in `title` can be read. */
export function Button({ tone = 'plain', small, keys, busy, disabled, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const still = disabled || busy
  return (
    <button
      {...rest}
      type={type}
      className={classes(
        'btn',
        tone === 'primary' && 'btn--pri',
        tone === 'text' && 'btn--txt',
        tone === 'bad' && 'btn--bad',
        small && 'btn--sm',
        className,
      )}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keys}
      onClick={(event) => {
        if (still) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
      {keys ? (
        <span className="kbd" aria-hidden="true">
          {keyLabel(keys)}
        </span>
      ) : null}
    </button>
  )
}

/** How a key is written: capitals for letters, words for the others (signs such as ↵ are missing in many fonts). */
export function keyLabel(key: string): string {
  return key
    .split(/\+(?=.)/)
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('')
}
const keyNames: Record<string, string> = { Escape: 'Esc', shift: 'Shift ', mod: 'Ctrl ', alt: 'Alt ', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space' }
