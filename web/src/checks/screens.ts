import { useQuery } from '@tanstack/react-query'
import { defineScreens } from '#web/shell/screens'
import { useSession } from '#web/shell/session'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** How many items nobody has decided. The client is fetched with the screens, not with the frame. */
function useWaiting() {
  const office = useSession()?.office
  const { data } = useQuery({
    queryKey: ['checks', office?.slug, 'counts'],
    enabled: office !== undefined && office !== null && office.role !== 'partner',
    staleTime: 30_000,
    queryFn: async () => (await import('./api.ts')).readCounts(office!.slug),
  })
  return data && data.open > 0 ? { count: data.open, hot: true } : undefined
}

/** The screens of the checks. */
export const screens = defineScreens({
  screens: [{ path: '/checks', roles: staff, load: () => import('./checks-screen.tsx') }],
  navigation: [
    { to: '/checks', label: { ko: '어긋나는 숫자', en: 'Does not add up' }, group: 'work', order: 25, roles: staff, useCount: useWaiting },
  ],
})
