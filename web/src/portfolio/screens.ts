import { defineScreens } from '#web/shell/screens'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** The screens of the portfolio. */
export const screens = defineScreens({
  screens: [
    { path: '/projects', roles: staff, load: () => import('./projects-screen.tsx') },
    { path: '/projects/$id', roles: staff, load: () => import('./project-screen.tsx') },
  ],
  navigation: [{ to: '/projects', label: { ko: '투자 사업', en: 'Projects' }, group: 'work', order: 30, roles: staff }],
  finders: [
    {
      label: { ko: '사업·숫자·문장', en: 'Projects, numbers, sentences' },
      find: async (words, office, signal) => (await import('./finder.ts')).findAnything(words, office, signal),
    },
  ],
})
