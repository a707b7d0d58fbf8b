import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** What a region is made of, what its chains lack, what goes wrong, and whether targets will be reached. */
export const screens = defineScreens({
  screens: [
    { path: '/structure', roles: staff, load: () => import('./structure-screen.tsx') },
    { path: '/chain', roles: staff, load: () => import('./chain-screen.tsx') },
    { path: '/warning', roles: staff, load: () => import('./warning-screen.tsx') },
    { path: '/forecast', roles: staff, load: () => import('./forecast-screen.tsx') },
  ],
  navigation: [
    { to: '/structure', label: { ko: '산업 구조', en: 'Structure' }, group: 'economy', order: 30, roles: staff },
    { to: '/chain', label: { ko: '가치사슬', en: 'Value chains' }, group: 'economy', order: 40, roles: staff },
    { to: '/warning', label: { ko: '조기 경보', en: 'Early warning' }, group: 'economy', order: 50, roles: staff },
    { to: '/forecast', label: { ko: '목표 전망', en: 'Targets' }, group: 'economy', order: 60, roles: staff },
  ],
})
