import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of agreements and of what is owed. */
export const screens = defineScreens({
  screens: [
    { path: '/agreements', roles: staff, load: () => import('./agreements-screen.tsx') },
    { path: '/agreements/$id', roles: staff, load: () => import('./agreement-screen.tsx') },
    { path: '/obligations', roles: staff, load: () => import('./obligations-screen.tsx') },
  ],
  navigation: [
    {
      to: '/agreements',
      label: { ko: '협약 대장', en: 'Agreements' },
      family: { ko: '협약', en: 'Agreements' },
      group: 'work',
      order: 45,
      roles: staff,
    },
    { to: '/obligations', under: '/agreements', label: { ko: '의무와 증빙', en: 'Obligations' }, group: 'work', order: 47, roles: staff },
  ],
})
