import type { ReactNode } from 'react'

/** 옆으로 미는 곳: a wide table that moves by itself, also with the arrow keys. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="ec-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
