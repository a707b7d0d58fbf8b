import { defineScreens } from '#web/shell/screens'

/** The screen of all offices together. */
export const screens = defineScreens({
  screens: [{ path: '/roll-up', administrator: true, load: () => import('./roll-up-screen.tsx') }],
  navigation: [{ to: '/roll-up', label: { ko: '모든 기관', en: 'All offices' }, group: 'office', order: 88, administrator: true }],
})
