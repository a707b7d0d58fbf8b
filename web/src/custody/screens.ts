import { defineScreens } from '#web/shell/screens'

const auditors = ['administrator', 'head'] as const

/** The screens of custody. */
export const screens = defineScreens({
  screens: [{ path: '/history', roles: auditors, load: () => import('./history-screen.tsx') }],
  navigation: [{ to: '/history', label: { ko: '기록', en: 'History' }, group: 'office', order: 85, roles: auditors }],
})
