import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { notAllowed, notFound, ProblemError } from '#api/problem'
import { createRoutes, json, jsonBody, route } from '#api/route'
import { Role } from '#record/membership'
import { createToken } from '../api-tokens.ts'
import { Delivery, deliverLink } from '../deliver.ts'
import { Email } from '../email.ts'
import { deactivate, makePasswordLink, reactivate, setAdministrator, usersWithOffices } from '../installation.ts'
import { linkHours } from '../links.ts'
import { passwordMail, sendMail, testMail } from '../mail.ts'
import { MailSettingsInput, MailSettingsView, mailSettingsView, readMailSettings, removeMailSettings, writeMailSettings } from '../mail-settings.ts'
import { operatorId } from '../operator.ts'
import { rolesOf } from '../queries/callers.ts'
import { userById } from '../queries/people.ts'

const User = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    isAdministrator: z.boolean(),
    deactivatedAt: z.string().nullable(),
    lockedUntil: z.string().nullable(),
    createdAt: z.string(),
    offices: z.array(z.object({ slug: z.string(), nameKo: z.string(), nameEn: z.string(), role: Role })),
  })
  .openapi('User')
const userParam = z.object({ user: z.uuid() })
const done = { 204: { description: 'Done' } }

export const installationRoutes = createRoutes()
  .openapi(
    route({
      access: 'installation',
      method: 'get',
      path: '/installation/users',
      summary: 'Everybody with an account',
      responses: { 200: json(z.object({ items: z.array(User), next: z.null() })) },
    }),
    async (c) => {
      const now = c.get('now').getTime()
      const users = await usersWithOffices(c.get('store'), actorOf(c).userId)
      const items = users.map((user) => ({
        id: user.user_id,
        name: user.name,
        email: user.email,
        isAdministrator: user.administrator,
        deactivatedAt: user.deactivated_at,
        lockedUntil: user.locked_until && Date.parse(user.locked_until) > now ? user.locked_until : null,
        createdAt: user.created_at,
        offices: user.offices,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'patch',
      path: '/installation/users/{user}',
      summary: 'Make somebody administrator of the installation, or no longer',
      request: { params: userParam, body: jsonBody(z.object({ isAdministrator: z.boolean() })) },
      responses: { ...done, 409: { description: 'The last administrator' } },
    }),
    async (c) => {
      await setAdministrator(c.get('store'), c.req.valid('param').user, c.req.valid('json').isAdministrator, actorOf(c).userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/users/{user}/deactivate',
      summary: 'Deactivate an account',
      request: { params: userParam },
      responses: { ...done, 409: { description: 'Oneself, or the last administrator' } },
    }),
    async (c) => {
      await deactivate(c.get('store'), c.req.valid('param').user, actorOf(c).userId, c.get('now'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/users/{user}/reactivate',
      summary: 'Reactivate an account',
      request: { params: userParam },
      responses: done,
    }),
    async (c) => {
      await reactivate(c.get('store'), c.req.valid('param').user, actorOf(c).userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/users/{user}/password-link',
      summary: 'Make a link by which somebody chooses a new password',
      request: { params: userParam },
      responses: { 201: json(Delivery, 'Made') },
    }),
    async (c) => {
      const made = await makePasswordLink(c.get('store'), c.req.valid('param').user, actorOf(c).userId, c.get('now'))
      const mail = (link: string) => passwordMail(made.email, link, linkHours.password)
      const delivery = await deliverLink(c.get('store'), c.get('log'), c.get('origin'), made, mail)
      c.header('cache-control', 'no-store')
      return c.json(delivery, 201)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/users/{user}/tokens',
      summary: 'Make an API token for somebody; for the command line of the server alone',
      request: {
        params: userParam,
        body: jsonBody(
          z.object({
            name: z.string().trim().min(1).max(80),
            scopes: z.array(z.enum(['read', 'write', 'admin'])).min(1),
            expiresInDays: z.number().int().min(1).max(366).nullable().default(90),
            office: z.string().max(60).nullable().default(null),
          }),
        ),
      },
      responses: { 201: json(z.object({ id: z.uuid(), token: z.string(), expiresAt: z.string().nullable() }), 'Made') },
    }),
    async (c) => {
      // an administrator in a browser must not be able to act in another person's name; whoever holds the data folder can anyway
      if (actorOf(c).userId !== operatorId) throw notAllowed('operator')
      const store = c.get('store')
      const userId = c.req.valid('param').user
      const user = await store.global((tx) => userById(tx, userId))
      if (!user || user.deactivated_at) throw notFound({ ko: '계정', en: 'The account' })
      const roles = await store.global((tx) => rolesOf(tx, userId), userId)
      const made = await createToken(store, { ...c.req.valid('json'), userId, reaches: (officeId) => roles.has(officeId) }, c.get('now'))
      c.header('cache-control', 'no-store')
      return c.json({ id: made.id, token: made.token, expiresAt: made.expiresAt }, 201)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'get',
      path: '/installation/mail',
      summary: 'How mail is sent; null where it is not set up',
      responses: { 200: json(z.object({ mail: MailSettingsView.nullable() })) },
    }),
    async (c) => {
      const settings = await readMailSettings(c.get('store'))
      return c.json({ mail: settings && mailSettingsView(settings) }, 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'put',
      path: '/installation/mail',
      summary: 'Set mail up',
      request: { body: jsonBody(MailSettingsInput) },
      responses: { 200: json(z.object({ mail: MailSettingsView })) },
    }),
    async (c) => {
      const settings = await writeMailSettings(c.get('store'), c.req.valid('json'), actorOf(c).userId)
      return c.json({ mail: mailSettingsView(settings) }, 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'delete',
      path: '/installation/mail',
      summary: 'Send no mail any more; links are shown to whoever makes them',
      responses: done,
    }),
    async (c) => {
      await removeMailSettings(c.get('store'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/installation/mail/test',
      summary: 'Send a test mail',
      request: { body: jsonBody(z.object({ to: Email })) },
      responses: {
        204: { description: 'The mail server took it' },
        409: { description: 'Mail is not set up' },
        502: { description: 'The mail server refused' },
      },
    }),
    async (c) => {
      const settings = await readMailSettings(c.get('store'))
      if (!settings) throw new ProblemError(409, 'mail-not-set-up', { ko: '메일 서버를 먼저 저장해 주세요', en: 'Save the mail server first' })
      try {
        await sendMail(settings, testMail(c.req.valid('json').to))
      } catch (error) {
        const said = (error as Error).message
        throw new ProblemError(
          502,
          'mail-refused',
          { ko: '메일 서버가 받지 않았습니다', en: 'The mail server did not take it' },
          { detail: { ko: `메일 서버의 말: ${said}`, en: `It said: ${said}` } },
        )
      }
      return c.body(null, 204)
    },
  )
