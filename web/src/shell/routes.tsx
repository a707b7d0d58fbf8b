import type { CapabilityScreens, Finder, NavigationEntry, Screen } from './screens.ts'
import { navigationGroups } from './screens.ts'

/**
 * Every capability's screens, rail lines and finders. A capability joins by the file `web/src/<capability>/screens.ts` that exports
 * `screens = defineScreens({…})`; nothing here is edited. Those files are loaded at once and stay small; a screen is fetched when it is opened.
 */
const found = import.meta.glob<{ screens: CapabilityScreens }>('../*/screens.ts', { eager: true })
const capabilities = Object.keys(found)
  .sort()
  .flatMap((file) => {
    const screens = found[file]?.screens
    return screens ? [screens] : []
  })

export const screens: readonly Screen[] = [
  ...capabilities.flatMap((one) => one.screens),
  { path: '/components', frame: 'bare', load: () => import('./components-screen.tsx') },
]

export const navigation: readonly NavigationEntry[] = capabilities
  .flatMap((one) => one.navigation ?? [])
  .sort((a, b) => navigationGroups.indexOf(a.group) - navigationGroups.indexOf(b.group) || a.order - b.order || a.to.localeCompare(b.to))

export const finders: readonly Finder[] = capabilities.flatMap((one) => one.finders ?? [])

/** Whether some capability has a screen at this path. */
export const hasScreen = (path: string): boolean => screens.some((screen) => screen.path === path)
