import { useEffect, useRef } from 'react'

/**
 * 칸으로 가기: in a screen that is one form, the first field has the focus when nothing else took it, and after a refusal the first field that is wrong.
 *
 * `const form = useFormFocus(action.error)`, then `<form ref={form}>`.
 */
export function useFormFocus(error: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const { ownerDocument } = form.current ?? {}
    if (ownerDocument && (ownerDocument.activeElement === null || ownerDocument.activeElement === ownerDocument.body))
      form.current?.querySelector<HTMLElement>('input:not([readonly], [disabled]), textarea, select')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])
  return form
}
