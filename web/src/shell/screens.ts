import type { ComponentType } from 'react'
import type { Role } from '#record/membership'
import type { Locale } from './locale.ts'

/** One screen of a capability, fetched when it is first opened. */
export interface Screen {
  /** Below /console, with parameters as `$id`: `/projects/$id`. */
  path: string
  /**
   * What stands around it: `office` (default) is the rail and the top bar, for a signed-in person with an office in use; `person` is a narrow page
   * for a signed-in person; `bare` is the same page for anybody (sign-in, invitations).
   */
  frame?: 'office' | 'person' | 'bare'
  /** Roles in the office in use that may see it; left out means every member. */
  roles?: readonly Role[]
  /** Only for the administrators of the installation. */
  administrator?: boolean
  load: () => Promise<{ default: ComponentType }>
}

/** The groups of the rail in their order; `work` has no heading. */
export const navigationGroups = ['work', 'economy', 'land', 'support', 'output', 'office'] as const
export type NavigationGroup = (typeof navigationGroups)[number]

/** One line of the rail. */
export interface NavigationEntry {
  to: string
  label: Record<Locale, string>
  group: NavigationGroup
  /** Place within its group, small first. The first entry of all that a person may see is where they land. */
  order: number
  roles?: readonly Role[]
  administrator?: boolean
  /** A hook that gives the number at the end of the line; `hot` when somebody must act. Undefined while it is not known. */
  useCount?: () => { count: number; hot?: boolean } | undefined
  /** The `to` of another line under which this one stands as a tab: the rail shows the head of a family alone, with the counts of all. */
  under?: string
  /** What the rail calls the family, on its head; left out, the head's own label. */
  family?: Record<Locale, string>
}

/** One thing found. */
export interface Found {
  id: string
  title: string
  /** What it is and where: 사업 · 화도읍. */
  detail?: string
  to: string
}

/** A way to find things of a capability from anywhere (`/`). */
export interface Finder {
  label: Record<Locale, string>
  find: (words: string, office: string, signal: AbortSignal) => Promise<readonly Found[]>
}

/** What a capability shows: its screens, its lines in the rail, its finders. Kept small, because it is loaded at once; screens load when opened. */
export interface CapabilityScreens {
  screens: readonly Screen[]
  navigation?: readonly NavigationEntry[]
  finders?: readonly Finder[]
}

/**
 * A capability's part of the console. `web/src/<capability>/screens.ts` exports it as `screens`, and the shell finds it there:
 *
 * ```ts
 * export const screens = defineScreens({
 *   screens: [{ path: '/projects', load: () => import('./projects-screen.tsx') }],
 *   navigation: [{ to: '/projects', label: { ko: '투자 사업', en: 'Projects' }, group: 'work', order: 30 }],
 * })
 * ```
 */
export const defineScreens = (screens: CapabilityScreens): CapabilityScreens => screens
