import { useQuery } from '@tanstack/react-query'
import { defineScreens } from '#web/shell/screens'
import { useSession } from '#web/shell/session'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** How much is overdue or due soon. The client is fetched with the screens, not with the frame. */
function useWaiting() {
  const office = useSession()?.office
  const { data } = useQuery({
    queryKey: ['portfolio', office?.slug, 'waiting'],
    enabled: office !== undefined && office !== null && office.role !== 'partner',
    staleTime: 30_000,
    queryFn: async () => (await import('./finder.ts')).countWaiting(office!.slug),
  })
  return data
}

/** The screens of the portfolio. */
export const screens = defineScreens({
  screens: [
    { path: '/monday', roles: staff, load: () => import('./monday-screen.tsx') },
    { path: '/projects', roles: staff, load: () => import('./projects-screen.tsx') },
    { path: '/projects/$id', roles: staff, load: () => import('./project-screen.tsx') },
  ],
  navigation: [
    { to: '/monday', label: { ko: '월요일 목록', en: 'Monday list' }, group: 'work', order: 10, roles: staff, useCount: useWaiting },
    { to: '/projects', label: { ko: '투자 사업', en: 'Projects' }, group: 'work', order: 30, roles: staff },
  ],
  finders: [
    {
      label: { ko: '사업·숫자·문장', en: 'Projects, numbers, sentences' },
      find: async (words, office, signal) => (await import('./finder.ts')).findAnything(words, office, signal),
    },
  ],
})
