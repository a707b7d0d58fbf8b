import type { ReactNode } from 'react'

/** One look of a component: what it shows in both languages' gallery, what its test draws, what a reviewer looks at. */
export interface Example {
  name: { ko: string; en: string }
  draw: () => ReactNode
}

/** A component's examples; `Shown` may hold state of its own. */
export interface Examples {
  title: { ko: string; en: string }
  examples: readonly Example[]
}
