import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** Firms as makers: what value chains take their candidates from. */
export const screens = defineScreens({
  screens: [{ path: '/firms', roles: staff, load: () => import('./firms-screen.tsx') }],
  navigation: [{ to: '/firms', under: '/chain', label: { ko: '기업 명부', en: 'Firms' }, group: 'economy', order: 45, roles: staff }],
})
