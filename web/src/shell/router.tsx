import { QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router'
import type { ComponentType, ReactElement } from 'react'
import { Waiting } from '#ui/skeleton/skeleton'
import { maySee } from './access.ts'
import { Failure, NoPermission, NotFound } from './failure.tsx'
import { frameTexts } from './frame-texts.ts'
import { OfficeFrame, PlainFrame } from './layout.tsx'
import { navigation, screens } from './routes.tsx'
import type { Screen } from './screens.ts'
import { queryClient, type Session, sessionQuery, useSession } from './session.ts'
import { useTexts } from './texts.ts'
import { Toaster } from './toaster.tsx'

function Root() {
  return (
    <QueryClientProvider client={queryClient}>
      <Toaster />
      <Outlet />
    </QueryClientProvider>
  )
}

function Loading() {
  const texts = useTexts(frameTexts)
  return <Waiting label={texts.loading} rows={5} />
}

/** The session, or the way to sign in, which brings back here. */
async function signedIn({ location }: { location: { href: string; pathname: string } }): Promise<{ session: Session }> {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (session.signedIn) return { session }
  // Without a screen for signing in this address is as empty as any other; sending there would go round for ever.
  if (location.pathname === '/sign-in') throw notFound()
  throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true })
}

/** Nothing stands at this address. */
const Nowhere = () => <NotFound />

/** A failure before the frame could stand has no query client above it. */
function RootFailure(props: { error: unknown; reset: () => void }) {
  return (
    <QueryClientProvider client={queryClient}>
      <main className="main plain">
        <Failure {...props} />
      </main>
    </QueryClientProvider>
  )
}

const root = createRootRoute({ component: Root, errorComponent: RootFailure, notFoundComponent: Nowhere })
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: OfficeFrame,
  beforeLoad: signedIn,
  errorComponent: RootFailure,
  notFoundComponent: Nowhere,
})
const person = createRoute({ getParentRoute: () => root, id: 'person', component: PlainFrame, beforeLoad: signedIn, errorComponent: RootFailure })
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: PlainFrame })

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    const first = navigation.find((entry) => maySee(session, entry))
    if (session.office && first) throw redirect({ to: first.to, replace: true })
  },
  component: Nowhere,
})

/** A screen for those who may see it. The router fetches it before it draws it: a lazy component that waits while drawing upsets React. */
function guarded(screen: Screen) {
  const Shown = lazyRouteComponent(screen.load) as ComponentType & { preload?: () => Promise<void> }
  function Guarded(): ReactElement | null {
    const session = useSession()
    if (screen.frame === 'bare') return <Shown />
    if (!session) return null
    return maySee(session, screen) ? <Shown /> : <NoPermission />
  }
  return Object.assign(Guarded, { preload: () => Shown.preload?.() })
}

const frames = { office, person, bare } as const
const routesOf = (frame: keyof typeof frames) =>
  screens
    .filter((screen) => (screen.frame ?? 'office') === frame)
    .map((screen) => createRoute({ getParentRoute: () => frames[frame], path: screen.path, component: guarded(screen) }))

/** Every address below the office frame that no screen has: the frame stays, the screen says so. */
const nowhere = createRoute({ getParentRoute: () => office, path: '$', component: Nowhere })

export const router = createRouter({
  routeTree: root.addChildren([
    office.addChildren([home, ...routesOf('office'), nowhere]),
    person.addChildren(routesOf('person')),
    bare.addChildren(routesOf('bare')),
  ]),
  basepath: '/console',
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: Nowhere,
  defaultPendingComponent: Loading,
  defaultPendingMs: 400,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  defaultPreload: 'intent',
})
