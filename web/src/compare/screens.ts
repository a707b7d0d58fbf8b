import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screen of two answers side by side. */
export const screens = defineScreens({
  screens: [{ path: '/compare', roles: staff, load: () => import('./compare-screen.tsx') }],
  navigation: [{ to: '/compare', under: '/rates', label: { ko: '그때와 지금', en: 'Then and now' }, group: 'work', order: 45, roles: staff }],
})
