import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screen of agreements that two offices count. */
export const screens = defineScreens({
  screens: [{ path: '/twins', roles: staff, load: () => import('./twins-screen.tsx') }],
  navigation: [{ to: '/twins', under: '/agreements', label: { ko: '함께 세는 협약', en: 'Counted twice' }, group: 'work', order: 46, roles: staff }],
})
