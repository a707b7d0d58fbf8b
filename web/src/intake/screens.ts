import { useQuery } from '@tanstack/react-query'
import { defineScreens } from '#web/shell/screens'
import { useSession } from '#web/shell/session'

const staff = ['administrator', 'head', 'officer', 'reviewer', 'viewer'] as const

/** How many documents wait for a person. */
function useWaiting() {
  const office = useSession()?.office?.slug
  // the client is fetched with the screens, not with the frame
  const { data } = useQuery({
    queryKey: ['intake', office, 'counts'],
    enabled: office !== undefined,
    staleTime: 30_000,
    queryFn: async () => (await import('./api.ts')).readCounts(office!),
  })
  return data ? { count: data.documents } : undefined
}

/** The screens of intake. */
export const screens = defineScreens({
  screens: [
    { path: '/documents', roles: staff, load: () => import('./documents-screen.tsx') },
    { path: '/documents/watches', roles: staff, load: () => import('./watches-screen.tsx') },
    { path: '/documents/rereading', roles: staff, load: () => import('./rereading-screen.tsx') },
    { path: '/documents/same', roles: staff, load: () => import('./same-screen.tsx') },
  ],
  navigation: [{ to: '/documents', label: { ko: '문서 읽기', en: 'Documents' }, group: 'work', order: 20, roles: staff, useCount: useWaiting }],
  finders: [
    {
      label: { ko: '문서', en: 'Documents' },
      find: async (words, office) => {
        const { readDocuments } = await import('./api.ts')
        const page = await readDocuments(office, { q: words, sort: '-receivedAt' })
        return page.items.slice(0, 6).map((one) => ({
          id: one.id,
          title: one.title,
          detail: [one.outlet, one.publishedOn].filter(Boolean).join(' · '),
          to: `/documents/${one.id}`,
        }))
      },
    },
  ],
})
