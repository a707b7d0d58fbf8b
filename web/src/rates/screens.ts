import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screen of the realisation rates. */
export const screens = defineScreens({
  screens: [{ path: '/rates', roles: staff, load: () => import('./rates-screen.tsx') }],
  navigation: [{ to: '/rates', label: { ko: '실현율', en: 'Realisation' }, group: 'work', order: 40, roles: staff }],
})
