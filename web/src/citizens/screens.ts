import { useQuery } from '@tanstack/react-query'
import { defineScreens } from '#web/shell/screens'
import { useSession } from '#web/shell/session'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** How many letters wait for an answer. The client is fetched with the screens, not with the frame. */
function useWaiting() {
  const office = useSession()?.office
  const { data } = useQuery({
    queryKey: ['corrections', office?.slug, 'open'],
    enabled: office !== undefined && office !== null && office.role !== 'partner',
    staleTime: 60_000,
    queryFn: async () => (await import('./api.ts')).readCorrections(office!.slug, 'open', '1'),
  })
  return data && data.open > 0 ? { count: data.open } : undefined
}

/** The screens of what citizens ask, and of the places on their sketch. */
export const screens = defineScreens({
  screens: [
    { path: '/corrections', roles: staff, load: () => import('./corrections-screen.tsx') },
    { path: '/comments', roles: staff, load: () => import('./comments-screen.tsx') },
    { path: '/places', roles: staff, load: () => import('./places-screen.tsx') },
  ],
  navigation: [
    {
      to: '/corrections',
      under: '/publications',
      label: { ko: '정정 요청', en: 'Corrections' },
      group: 'output',
      order: 20,
      roles: staff,
      useCount: useWaiting,
    },
    { to: '/comments', under: '/publications', label: { ko: '의견', en: 'Comments' }, group: 'output', order: 25, roles: staff },
    { to: '/places', under: '/publications', label: { ko: '약도의 장소', en: 'Places' }, group: 'output', order: 30, roles: staff },
  ],
})
