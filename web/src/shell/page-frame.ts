import type { ReactNode } from 'react'
import { sharedValue } from '#web/ui/kit/value'

/** One step of the way to where the reader is; the last has no `to`. */
export interface Crumb {
  label: string
  to?: string
}

/** What the screen tells the frame around it. */
export interface PageFrame {
  crumbs: readonly Crumb[]
  /** What stands at the right of the top bar, such as the two clocks. */
  tools: ReactNode
}

export const pageFrame = sharedValue<PageFrame>({ crumbs: [], tools: null })

/** True from a navigation until the new screen has taken the focus. A first load leaves the focus to the browser. */
export const focusWanted = { current: false }
