import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classes } from '#web/ui/kit/classes'
import './dialog.css'

export interface DialogProps {
  open: boolean
  /** Called by Esc, by the close button and by a press beside the dialog. Refuse by not changing `open`. */
  onClose: () => void
  title: ReactNode
  closeLabel: string
  /** `dialog` stands in the middle, `sheet` at the right edge, `menu` at the left edge. */
  shape?: 'dialog' | 'sheet' | 'menu'
  wide?: boolean
  /** A press beside it closes it. Off for forms: nothing typed is lost by a slip of the hand. */
  closeBeside?: boolean
  children: ReactNode
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode
}

/**
 * 대화상자: the browser's own modal dialog: it keeps the focus inside, makes the rest inert, closes by Esc and gives the focus back to where it was.
 */
export function Dialog({ open, onClose, title, closeLabel, shape = 'dialog', wide, closeBeside = true, children, actions }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (!dialog || !open) return
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    if (!dialog.open) dialog.showModal()
    // The close button comes first in the order of Tab; the hand wants the field, the eye the heading.
    const first = ['[data-first-focus]', 'input, select, textarea', 'h2']
      .map((wanted) => dialog.querySelector<HTMLElement>(wanted))
      .find((found) => found !== null)
    first?.focus({ preventScroll: true })
    return () => {
      dialog.close()
      if (before?.isConnected) before.focus({ preventScroll: true })
    }
  }, [open])
  if (!open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key that closes; the press beside the dialog is only for the pointer
    <dialog
      ref={element}
      className={classes(shape === 'dialog' ? 'dialog' : 'sheet', shape === 'menu' && 'sheet--left', wide && 'dialog--wide')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (closeBeside && event.target === event.currentTarget && beside(event.currentTarget, event.clientX, event.clientY)) onClose()
      }}
    >
      <header>
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="x" aria-label={closeLabel} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
      {actions ? <div className="act">{actions}</div> : null}
    </dialog>
  )
}

/** Whether a press is outside the box: the backdrop belongs to the dialog element itself. */
function beside(dialog: HTMLDialogElement, x: number, y: number): boolean {
  const box = dialog.getBoundingClientRect()
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}
