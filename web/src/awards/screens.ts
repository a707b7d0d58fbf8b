import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of awards and clawback. */
export const screens = defineScreens({
  screens: [
    { path: '/awards', roles: staff, load: () => import('./awards-screen.tsx') },
    { path: '/awards/$id', roles: staff, load: () => import('./award-screen.tsx') },
  ],
  navigation: [{ to: '/awards', label: { ko: '보조금·환수', en: 'Awards' }, group: 'work', order: 50, roles: staff }],
})
