import { defineScreens } from '#web/shell/screens'

const partner = ['partner'] as const

/** The screen of partners: their own and nothing else. */
export const screens = defineScreens({
  screens: [{ path: '/partner', roles: partner, load: () => import('./partner-screen.tsx') }],
  navigation: [{ to: '/partner', label: { ko: '우리 사업', en: 'Our projects' }, group: 'work', order: 5, roles: partner }],
})
