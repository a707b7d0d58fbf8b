import { defineScreens } from '#web/shell/screens'

/** The screens of accounts. */
export const screens = defineScreens({
  screens: [
    { path: '/sign-in', frame: 'bare', load: () => import('./sign-in-screen.tsx') },
    { path: '/link/$token', frame: 'bare', load: () => import('./link-screen.tsx') },
    { path: '/account', frame: 'person', load: () => import('./account-screen.tsx') },
    { path: '/people', roles: ['administrator'], load: () => import('./people-screen.tsx') },
    { path: '/offices', frame: 'person', administrator: true, load: () => import('./installation-screen.tsx') },
    { path: '/offices/new', frame: 'person', administrator: true, load: () => import('./new-office-screen.tsx') },
  ],
  navigation: [
    { to: '/people', label: { ko: '사람', en: 'People' }, group: 'office', order: 80, roles: ['administrator'] },
    { to: '/offices', label: { ko: '설치 관리', en: 'Installation' }, group: 'office', order: 90, administrator: true },
  ],
})
