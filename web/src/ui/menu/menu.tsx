import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { classes } from '#web/ui/kit/classes'
import './menu.css'

/** One thing a menu offers. With `checked` it is one of a choice, and choosing leaves the menu open only where `stays` says so. */
export type MenuItem =
  | { kind: 'action'; label: ReactNode; run: () => void; keys?: string; bad?: boolean; off?: boolean }
  | { kind: 'choice'; label: ReactNode; checked: boolean; run: () => void; stays?: boolean; lang?: string }
  | { kind: 'toggle'; label: ReactNode; checked: boolean; run: () => void }
  | { kind: 'heading'; label: ReactNode }
  | { kind: 'line' }

/**
 * 메뉴 단추: opens a list of actions. Arrow keys, Home and End move, a letter jumps, Esc gives the focus back to the button. The list is a popover of
 * the browser: it lies above everything and closes by a press beside it.
 */
export function MenuButton({
  label,
  children,
  items,
  className,
  align = 'end',
}: {
  label?: string
  children: ReactNode
  items: readonly MenuItem[]
  className?: string
  align?: 'start' | 'end'
}) {
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const id = useId()

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled])') ?? [])]
  const show = (where: 'first' | 'last' | 'checked') => {
    const box = button.current!.getBoundingClientRect()
    const menu = list.current!
    menu.showPopover()
    const width = menu.offsetWidth
    const left = align === 'end' ? box.right - width : box.left
    menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
    const below = box.bottom + 4
    menu.style.top = `${below + menu.offsetHeight > window.innerHeight ? Math.max(8, box.top - menu.offsetHeight - 4) : below}px`
    const all = entries()
    const wanted = where === 'last' ? all.at(-1) : where === 'checked' ? (all.find((one) => one.ariaChecked === 'true') ?? all[0]) : all[0]
    wanted?.focus()
  }
  const hide = () => {
    list.current?.hidePopover()
    button.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = (next: number) => {
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    }
    if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(all.length - 1)
    else if (event.key === 'Tab') list.current?.hidePopover()
    else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      hide()
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLowerCase()
      const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => one.textContent?.trim().toLowerCase().startsWith(letter))
      if (found) {
        event.preventDefault()
        found.focus()
      }
    }
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes('btn', className)}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => (open ? hide() : show('checked'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          show(event.key === 'ArrowUp' ? 'last' : 'first')
        }}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        role="menu"
        tabIndex={-1}
        popover="auto"
        className="menu"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKey}
      >
        {items.map((item, at) => {
          const key = `${at}-${item.kind}`
          if (item.kind === 'line') return <hr key={key} />
          if (item.kind === 'heading')
            return (
              <div key={key} className="menu-h" role="presentation">
                {item.label}
              </div>
            )
          const choice = item.kind === 'choice'
          const toggle = item.kind === 'toggle'
          const off = item.kind === 'action' && item.off
          return (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked is set on menuitemradio and menuitemcheckbox alone
            <button
              key={key}
              type="button"
              tabIndex={-1}
              role={choice ? 'menuitemradio' : toggle ? 'menuitemcheckbox' : 'menuitem'}
              aria-checked={choice || toggle ? item.checked : undefined}
              aria-disabled={off || undefined}
              lang={choice ? item.lang : undefined}
              className={classes('menu-i', item.kind === 'action' && item.bad && 'menu-i--bad')}
              onClick={() => {
                if (off) return
                if (!toggle && !(choice && item.stays)) hide()
                item.run()
              }}
            >
              <span>{item.label}</span>
              {item.kind === 'action' && item.keys ? (
                <span className="kbd" aria-hidden="true">
                  {item.keys}
                </span>
              ) : null}
            </button>
          )
        })}
      </div>
    </>
  )
}
