import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '#api/env'
import { notAllowed } from '#api/problem'
import { createRoutes, json, jsonBody, route } from '#api/route'
import { forgetCaller } from '../caller-cache.ts'
import { endedCookie, sessionCookie, sessionSecret } from '../cookies.ts'
import { deliverLink } from '../deliver.ts'
import { Email } from '../email.ts'
import { identify } from '../identify.ts'
import { linkHours, makeLink } from '../links.ts'
import { passwordMail } from '../mail.ts'
import { readMailSettings } from '../mail-settings.ts'
import { withdrawLinks } from '../queries/links.ts'
import { userByEmail } from '../queries/people.ts'
import { bySession, sessionOnly } from '../session-only.ts'
import { SessionView, sessionView } from '../session-view.ts'
import { endSessions, type NewSession, signIn } from '../sign-in.ts'

/** Where this request comes from, for the list of sessions. */
export const whereOf = (c: Context<ApiEnv>) => ({ userAgent: c.req.header('user-agent') ?? null, address: c.get('address') ?? null })

/** Hand a new session to the browser and answer with its view. */
export async function answerNewSession(c: Context<ApiEnv>, session: NewSession): Promise<SessionView> {
  const origin = c.get('origin')
  const cookie = sessionCookie(origin, session.secret, session.expires)
  c.header('set-cookie', cookie, { append: true })
  const asNext = new Request('http://localhost/', { headers: { cookie: cookie.split(';')[0]! } })
  return sessionView(c.get('store'), await identify(asNext, c.get('store'), c.get('now')))
}

export const sessionRoutes = createRoutes()
  .openapi(route({ access: 'public', method: 'get', path: '/session', summary: 'Who I am', responses: { 200: json(SessionView) } }), async (c) =>
    c.json(await sessionView(c.get('store'), c.get('caller')), 200),
  )
  .openapi(
    route({
      access: 'public',
      method: 'post',
      path: '/session',
      summary: 'Sign in',
      request: { body: jsonBody(z.object({ email: Email, password: z.string().min(1).max(1000) })) },
      responses: { 200: json(SessionView) },
    }),
    async (c) => {
      const former = sessionSecret(c.req.header('cookie') ?? null)
      const session = await signIn(c.get('store'), { ...c.req.valid('json'), former }, whereOf(c), c.get('now'))
      return c.json(await answerNewSession(c, session), 200)
    },
  )
  .openapi(
    route({ access: 'public', method: 'delete', path: '/session', summary: 'Sign out', responses: { 204: { description: 'Signed out' } } }),
    async (c) => {
      const caller = c.get('caller')
      if (caller.kind === 'session') {
        await c.get('store').global((tx) => endSessions(tx, caller.userId, c.get('now'), { only: caller.sessionId }))
        forgetCaller(c.get('store'), caller.userId)
      }
      if (caller.kind !== 'token') c.header('set-cookie', endedCookie(c.get('origin')), { append: true })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'put',
      path: '/session/office',
      summary: 'Use another office',
      middleware: [sessionOnly],
      request: { body: jsonBody(z.object({ office: z.string().max(60) })) },
      responses: { 200: json(SessionView) },
    }),
    async (c) => {
      const caller = bySession(c)
      const store = c.get('store')
      const { office: slug } = c.req.valid('json')
      const view = await sessionView(store, caller)
      const office = view.offices.find((one) => one.slug === slug)
      if (!office) throw notAllowed('office.read')
      await store.global((tx) => tx.updateTable('session').set({ office_id_in_use: office.id }).where('session_id', '=', caller.sessionId).execute())
      return c.json({ ...view, office }, 200)
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'post',
      path: '/session/password-link',
      summary: 'Ask for a link to choose a new password',
      description: 'The answer does not tell whether somebody has this e-mail. Where mail is not set up, an administrator makes the link.',
      request: { body: jsonBody(z.object({ email: Email })) },
      responses: { 202: json(z.object({ mailIsSetUp: z.boolean() }), 'Accepted') },
    }),
    async (c) => {
      const settings = await readMailSettings(c.get('store'))
      // after the answer: its time must not tell whether somebody has this e-mail
      if (settings)
        setImmediate(() => void mailPasswordLink(c, c.req.valid('json').email).catch((error) => c.get('log').error({ err: error }, 'password link')))
      return c.json({ mailIsSetUp: settings !== null }, 202)
    },
  )

/** Nobody's mailbox is filled by a stranger: one link every five minutes. */
const pauseMs = 5 * 60_000

async function mailPasswordLink(c: Context<ApiEnv>, email: string): Promise<void> {
  const store = c.get('store')
  const now = c.get('now')
  const made = await store.global(async (tx) => {
    const user = await userByEmail(tx, email)
    if (!user || user.deactivated_at) return null
    const lately = await tx
      .selectFrom('one_time_link')
      .select('link_id')
      .where('kind', '=', 'password')
      .where('user_id', '=', user.user_id)
      .where('created_at', '>', new Date(now.getTime() - pauseMs).toISOString())
      .executeTakeFirst()
    if (lately) return null
    await withdrawLinks(tx, now, { kind: 'password', userId: user.user_id })
    return makeLink(tx, { kind: 'password', userId: user.user_id, email, by: null }, now)
  })
  if (made) await deliverLink(store, c.get('log'), c.get('origin'), made, (link) => passwordMail(email, link, linkHours.password))
}
