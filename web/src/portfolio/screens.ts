import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of the portfolio. */
export const screens = defineScreens({
  screens: [
    { path: '/projects', roles: staff, load: () => import('./projects-screen.tsx') },
    { path: '/projects/$id', roles: staff, load: () => import('./project-screen.tsx') },
    { path: '/stages', roles: staff, load: () => import('./stage-rules-screen.tsx') },
  ],
  navigation: [
    { to: '/projects', label: { ko: '투자 사업', en: 'Projects' }, group: 'work', order: 30, roles: staff },
    { to: '/stages', under: '/projects', label: { ko: '단계와 규칙', en: 'Stages and rules' }, group: 'work', order: 35, roles: staff },
  ],
  finders: [
    {
      label: { ko: '사업·숫자·문장', en: 'Projects, numbers, sentences' },
      find: async (words, office, signal) => (await import('./finder.ts')).findAnything(words, office, signal),
    },
  ],
})
