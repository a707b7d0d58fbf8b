import { defineScreens } from '#web/shell/screens'

const roles = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of publishing. */
export const screens = defineScreens({
  screens: [
    { path: '/publications', roles, load: () => import('./publications-screen.tsx') },
    { path: '/publications/$series', roles, load: () => import('./series-screen.tsx') },
  ],
  navigation: [{ to: '/publications', label: { ko: '공표', en: 'Publications' }, group: 'output', order: 10, roles }],
})
