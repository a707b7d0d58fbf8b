import { useEffect, useRef } from 'react'
import './toast.css'

export interface ToastView {
  id: number
  text: string
  tone: 'plain' | 'bad'
  undo?: () => unknown
}

/** 알림 줄: what has just happened, spoken politely. It waits while the pointer or the focus is on it: twice as long where there is a way back. */
export function ToastStack({
  toasts,
  undoLabel,
  undoKey,
  closeLabel,
  onUndo,
  onLeave,
}: {
  toasts: readonly ToastView[]
  undoLabel: string
  undoKey?: string
  closeLabel: string
  onUndo: (toast: ToastView) => void
  onLeave: (id: number) => void
}) {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast, at) => (
        <ToastLine
          key={toast.id}
          toast={toast}
          undoLabel={undoLabel}
          undoKey={at === toasts.length - 1 ? undoKey : undefined}
          closeLabel={closeLabel}
          onUndo={onUndo}
          onLeave={onLeave}
        />
      ))}
    </div>
  )
}

function ToastLine({
  toast,
  undoLabel,
  undoKey,
  closeLabel,
  onUndo,
  onLeave,
}: {
  toast: ToastView
  undoLabel: string
  undoKey?: string
  closeLabel: string
  onUndo: (toast: ToastView) => void
  onLeave: (id: number) => void
}) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const leave = useRef(onLeave)
  leave.current = onLeave
  const stays = toast.undo || toast.tone === 'bad' ? 12_000 : 6_000
  const wait = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => leave.current(toast.id), stays)
  }
  const hold = () => clearTimeout(timer.current)
  // the wait begins once, when the line appears
  useEffect(() => {
    wait()
    return hold
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only makes it wait; everything it offers is a button
    <div className={toast.tone === 'bad' ? 'toast toast--bad' : 'toast'} onPointerEnter={hold} onPointerLeave={wait} onFocus={hold} onBlur={wait}>
      <span>{toast.text}</span>
      {toast.undo ? (
        <button type="button" className="toast-undo" onClick={() => onUndo(toast)}>
          {undoLabel}{' '}
          {undoKey ? (
            <span className="kbd" aria-hidden="true">
              {undoKey}
            </span>
          ) : null}
        </button>
      ) : null}
      <button type="button" className="toast-x" aria-label={closeLabel} onClick={() => onLeave(toast.id)}>
        ×
      </button>
    </div>
  )
}
