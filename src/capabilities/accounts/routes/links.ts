import { z } from '@hono/zod-openapi'
import { createRoutes, json, jsonBody, route } from '#api/route'
import { Role } from '#record/membership'
import { acceptLink, openLink } from '../accept-link.ts'
import { Email, PersonName } from '../email.ts'
import { identify } from '../identify.ts'
import { minimumLength } from '../passwords.ts'
import { SessionView, sessionView } from '../session-view.ts'
import { answerNewSession, whereOf } from './session.ts'

const LinkView = z
  .object({
    kind: z.enum(['administrator', 'invitation', 'password']),
    email: z.string().nullable(),
    name: z.string().nullable(),
    hasAccount: z.boolean().openapi({ description: 'Whether the e-mail has an account; then its password is asked, or its session does' }),
    signedInAsIt: z.boolean(),
    office: z.object({ slug: z.string(), nameKo: z.string(), nameEn: z.string() }).nullable(),
    role: Role.nullable(),
    expiresAt: z.string(),
    minimumPasswordLength: z.number().int(),
  })
  .openapi('LinkView')
const params = z.object({ token: z.string().min(20).max(100) })
const gone = { 410: { description: 'Used, withdrawn or too old' } }

export const linkRoutes = createRoutes()
  .openapi(
    route({
      access: 'public',
      method: 'get',
      path: '/links/{token}',
      summary: 'What a one-time link is for',
      request: { params },
      responses: { 200: json(LinkView), ...gone },
    }),
    async (c) => {
      const { link, user, office } = await openLink(c.get('store'), c.req.valid('param').token, c.get('now'))
      const caller = c.get('caller')
      const view: z.infer<typeof LinkView> = {
        kind: link.kind,
        email: link.email ?? user?.email ?? null,
        name: user?.name ?? null,
        hasAccount: user !== undefined,
        signedInAsIt: caller.kind === 'session' && caller.userId === user?.user_id,
        office: office ? { slug: office.slug, nameKo: office.name_ko, nameEn: office.name_en } : null,
        role: link.role as Role | null,
        expiresAt: link.expires_at,
        minimumPasswordLength: minimumLength,
      }
      return c.json(view, 200)
    },
  )
  .openapi(
    route({
      access: 'public',
      method: 'post',
      path: '/links/{token}',
      summary: 'Use a one-time link: become administrator, join an office, or choose a new password',
      request: {
        params,
        body: jsonBody(
          z.object({
            email: Email.optional(),
            name: PersonName.optional(),
            password: z.string().max(1000).optional(),
            locale: z.enum(['ko', 'en']).optional(),
          }),
        ),
      },
      responses: { 200: json(SessionView), ...gone },
    }),
    async (c) => {
      const store = c.get('store')
      const session = await acceptLink(store, c.req.valid('param').token, c.req.valid('json'), c.get('caller'), whereOf(c), c.get('now'))
      if (session) return c.json(await answerNewSession(c, session), 200)
      return c.json(await sessionView(store, await identify(c.req.raw, store, c.get('now'))), 200)
    },
  )
