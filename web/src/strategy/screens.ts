import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screen of the strategy tree. */
export const screens = defineScreens({
  screens: [{ path: '/strategy', roles: staff, load: () => import('./strategy-screen.tsx') }],
  navigation: [{ to: '/strategy', label: { ko: '전략 나무', en: 'Strategy' }, group: 'work', order: 65, roles: staff }],
})
