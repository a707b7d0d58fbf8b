import { useQuery } from '@tanstack/react-query'
import { defineScreens } from '#web/shell/screens'
import { useSession } from '#web/shell/session'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** How much waits for somebody. The client is fetched with the screens, not with the frame. */
function useWaiting() {
  const office = useSession()?.office
  const { data } = useQuery({
    queryKey: ['portfolio', office?.slug, 'waiting'],
    enabled: office !== undefined && office !== null && office.role !== 'partner',
    staleTime: 30_000,
    queryFn: async () => (await import('./api.ts')).countWaiting(office!.slug),
  })
  return data
}

/** The Monday list. */
export const screens = defineScreens({
  screens: [{ path: '/monday', roles: staff, load: () => import('./monday-screen.tsx') }],
  navigation: [{ to: '/monday', label: { ko: '월요일 목록', en: 'Monday list' }, group: 'work', order: 10, roles: staff, useCount: useWaiting }],
})
