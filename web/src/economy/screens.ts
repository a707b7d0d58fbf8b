import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** Impact of projects, announced effects, tables. */
export const screens = defineScreens({
  screens: [
    { path: '/impact', roles: staff, load: () => import('./impact-screen.tsx') },
    { path: '/effects', roles: staff, load: () => import('./effects-screen.tsx') },
    { path: '/effects/$id', roles: staff, load: () => import('./effect-screen.tsx') },
    { path: '/tables', roles: staff, load: () => import('./tables-screen.tsx') },
  ],
  navigation: [
    { to: '/impact', label: { ko: '파급 효과', en: 'Impact' }, group: 'economy', order: 10, roles: staff },
    { to: '/effects', label: { ko: '효과 주장 확인', en: 'Claimed effects' }, group: 'economy', order: 20, roles: staff },
    { to: '/tables', label: { ko: '경제 표', en: 'Economic tables' }, group: 'economy', order: 90, roles: staff },
  ],
})
