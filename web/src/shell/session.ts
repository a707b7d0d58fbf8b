import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Role } from '#record/membership'
import { apiBase, apiFetch, setCsrf } from './api.ts'
import { adoptLocale } from './locale.ts'
import { ProblemError } from './problem.ts'

/** 기관: an office as the session names it, with the role of the person in it. */
export interface SessionOffice {
  id: string
  slug: string
  nameKo: string
  nameEn: string
  role: Role
}

export interface SessionUser {
  id: string
  name: string
  email: string
  locale: 'ko' | 'en' | null
  isAdministrator: boolean
  preferences?: Record<string, unknown>
}

/** 세션: who is asking, in which office, as `GET /api/v1/session` says. */
export interface Session {
  signedIn: boolean
  csrf: string | null
  user: SessionUser | null
  office: SessionOffice | null
  offices: SessionOffice[]
  setupNeeded: boolean
}

/** A refused or unreadable request will not get better by asking again; a silent server might. */
const retryFailure = (failures: number, error: Error): boolean => failures < 2 && !(error instanceof ProblemError && error.status < 500)

/** The cache of everything the console has read from the server. Mutations wait while there is no network and go out when it is back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 30 * 60_000, retry: retryFailure, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session> => {
    const session = (await (await apiFetch(`${apiBase}/session`, { signal })).json()) as Session
    setCsrf(session.csrf)
    adoptLocale(session.user?.locale ?? null)
    return session
  },
})

/** The session, or undefined until the first answer. The layout waits for it: a screen inside the frame always has one. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery, queryClient).data
}

/** The office in use. @throws Error outside the office frame, where no office is chosen. */
export function useOffice(): SessionOffice {
  const office = useSession()?.office
  if (!office) throw new Error('expected an office in use; show this screen inside the office frame (frame: "office")')
  return office
}

/** The signed-in person. @throws Error where nobody is signed in. */
export function useUser(): SessionUser {
  const user = useSession()?.user
  if (!user) throw new Error('expected a signed-in person; give this screen `frame: "office"` or `frame: "person"`')
  return user
}

/** Whether the person's role in the office in use is one of these. The server decides again on every request; this only hides what would be refused. */
export function useRole(...roles: Role[]): boolean {
  const role = useSession()?.office?.role
  return role !== undefined && roles.includes(role)
}

/** Sign in. The cache is emptied first: what another person had read is not this person's to see. */
export async function signIn(credentials: { email: string; password: string }): Promise<Session> {
  await apiFetch(`${apiBase}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credentials) })
  return await freshSession()
}

/** Sign out and forget everything read. */
export async function signOut(): Promise<Session> {
  await apiFetch(`${apiBase}/session`, { method: 'DELETE' })
  return await freshSession()
}

/** Use another office from now on. */
export async function switchOffice(slug: string): Promise<Session> {
  await apiFetch(`${apiBase}/session/office`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ office: slug }),
  })
  return await freshSession()
}

/** Read the session again after something about it has changed (sign-in, set-up, an accepted invitation, another office). */
export async function freshSession(): Promise<Session> {
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  return session
}

/** Change what the person has set about themselves; the answer of the server is the new state. */
export async function changeMe(change: { name?: string; locale?: 'ko' | 'en'; preferences?: Record<string, unknown> }): Promise<void> {
  await apiFetch(`${apiBase}/me`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) })
  await queryClient.invalidateQueries({ queryKey: ['session'] })
}
