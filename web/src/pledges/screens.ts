import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of pledges. */
export const screens = defineScreens({
  screens: [
    { path: '/pledges', roles: staff, load: () => import('./pledges-screen.tsx') },
    { path: '/pledges/$id', roles: staff, load: () => import('./pledge-screen.tsx') },
  ],
  navigation: [{ to: '/pledges', label: { ko: '공약', en: 'Pledges' }, group: 'work', order: 60, roles: staff }],
})
