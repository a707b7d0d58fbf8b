import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const
const officers = ['administrator', 'head', 'officer'] as const

/** The screens of what goes in and out in bulk. */
export const screens = defineScreens({
  screens: [
    { path: '/export', roles: staff, load: () => import('./export-screen.tsx') },
    { path: '/import', roles: officers, load: () => import('./imports-screen.tsx') },
    { path: '/import/$id', roles: officers, load: () => import('./import-screen.tsx') },
  ],
  navigation: [
    {
      to: '/export',
      label: { ko: '내보내기', en: 'Export' },
      family: { ko: '내보내기·가져오기', en: 'Export and import' },
      group: 'output',
      order: 40,
      roles: staff,
    },
    { to: '/import', under: '/export', label: { ko: '가져오기', en: 'Import' }, group: 'output', order: 50, roles: officers },
  ],
})
