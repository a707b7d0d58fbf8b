import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { actorOf } from '#api/caller'
import { invalid, notFound } from '#api/problem'
import { createRoutes, json, jsonBody, route } from '#api/route'
import { createToken } from '../api-tokens.ts'
import { forgetCaller } from '../caller-cache.ts'
import { PersonName } from '../email.ts'
import { identify } from '../identify.ts'
import { checkPassword, hashPassword } from '../passwords.ts'
import { idleHours } from '../queries/callers.ts'
import { withdrawLinks } from '../queries/links.ts'
import { bySession, sessionOnly, writingToken } from '../session-only.ts'
import { SessionView, sessionView } from '../session-view.ts'
import { checkCredentials, endSessions } from '../sign-in.ts'

const MySession = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: z.string(),
    seenAt: z.string(),
    expiresAt: z.string(),
  })
  .openapi('MySession')
const scope = z.enum(['read', 'write', 'admin'])
const MyToken = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(scope),
    office: z.string().nullable().openapi({ description: 'The one office it reaches; null for all of mine' }),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    usedAt: z.string().nullable(),
  })
  .openapi('MyToken')
const ended = { 204: { description: 'Ended' } }

export const meRoutes = createRoutes()
  .openapi(
    route({
      access: 'signed-in',
      method: 'patch',
      path: '/me',
      summary: 'Change my name, language or preferences',
      middleware: [writingToken],
      request: {
        body: jsonBody(
          z.object({
            name: PersonName.optional(),
            locale: z.enum(['ko', 'en']).optional(),
            preferences: z
              .record(z.string().max(60), z.unknown())
              .refine((value) => JSON.stringify(value).length <= 20_000, '20,000자까지 (at most 20,000 characters)')
              .optional()
              .openapi({ description: 'Merged with what is there, key by key; null removes a key' }),
          }),
        ),
      },
      responses: { 200: json(SessionView) },
    }),
    async (c) => {
      const change = c.req.valid('json')
      const store = c.get('store')
      const me = actorOf(c)
      await store.global((tx) =>
        tx
          .updateTable('app_user')
          .set((eb) => ({
            version: eb('version', '+', 1),
            ...(change.name === undefined ? {} : { name: change.name }),
            ...(change.locale === undefined ? {} : { locale: change.locale }),
            ...(change.preferences === undefined
              ? {}
              : { preferences: sql<string>`jsonb_strip_nulls(preferences || ${JSON.stringify(change.preferences)}::jsonb)` }),
          }))
          .where('user_id', '=', me.userId)
          .execute(),
      )
      forgetCaller(store, me.userId)
      return c.json(await sessionView(store, await identify(c.req.raw, store, c.get('now'))), 200)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'post',
      path: '/me/password',
      summary: 'Change my password; my other sessions end',
      middleware: [sessionOnly],
      request: { body: jsonBody(z.object({ current: z.string().min(1).max(1000), next: z.string().max(1000) })) },
      responses: { 204: { description: 'Changed' } },
    }),
    async (c) => {
      const me = bySession(c)
      const store = c.get('store')
      const { current, next } = c.req.valid('json')
      checkPassword('json.next', next, me)
      await checkCredentials(store, me.email, current, c.get('now')).catch((error) => {
        if ((error as { code?: string }).code !== 'wrong-credentials') throw error
        throw invalid('json.current', { ko: '지금 쓰는 비밀번호', en: 'Your present password' })
      })
      const password_hash = await hashPassword(next)
      await store.global(async (tx) => {
        await tx.updateTable('app_user').set({ password_hash }).where('user_id', '=', me.userId).execute()
        await withdrawLinks(tx, c.get('now'), { kind: 'password', userId: me.userId })
        await endSessions(tx, me.userId, c.get('now'), { except: me.sessionId })
      })
      forgetCaller(store, me.userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'get',
      path: '/me/sessions',
      summary: 'My sessions',
      middleware: [sessionOnly],
      responses: { 200: json(z.object({ items: z.array(MySession), next: z.null() })) },
    }),
    async (c) => {
      const me = bySession(c)
      const now = c.get('now')
      const rows = await c.get('store').global((tx) =>
        tx
          .selectFrom('session')
          .selectAll()
          .where('user_id', '=', me.userId)
          .where('ended_at', 'is', null)
          .where('expires_at', '>', now.toISOString())
          .where('seen_at', '>', new Date(now.getTime() - idleHours * 3_600_000).toISOString())
          .orderBy('seen_at', 'desc')
          .execute(),
      )
      const items = rows.map((row) => ({
        id: row.session_id,
        current: row.session_id === me.sessionId,
        userAgent: row.user_agent,
        address: row.address,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'delete',
      path: '/me/sessions',
      summary: 'End all my other sessions',
      middleware: [sessionOnly],
      responses: ended,
    }),
    async (c) => {
      const me = bySession(c)
      await c.get('store').global((tx) => endSessions(tx, me.userId, c.get('now'), { except: me.sessionId }))
      forgetCaller(c.get('store'), me.userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'delete',
      path: '/me/sessions/{session}',
      summary: 'End one of my sessions',
      middleware: [sessionOnly],
      request: { params: z.object({ session: z.uuid() }) },
      responses: ended,
    }),
    async (c) => {
      const me = bySession(c)
      const count = await c.get('store').global((tx) => endSessions(tx, me.userId, c.get('now'), { only: c.req.valid('param').session }))
      if (count === 0) throw notFound({ ko: '세션', en: 'The session' })
      forgetCaller(c.get('store'), me.userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'get',
      path: '/me/tokens',
      summary: 'My API tokens',
      middleware: [sessionOnly],
      responses: { 200: json(z.object({ items: z.array(MyToken), next: z.null() })) },
    }),
    async (c) => {
      const rows = await c
        .get('store')
        .global((tx) =>
          tx
            .selectFrom('api_token as t')
            .leftJoin('office as o', 'o.office_id', 't.for_office')
            .select(['t.token_id', 't.name', 't.scopes', 'o.slug', 't.created_at', 't.expires_at', 't.used_at'])
            .where('t.user_id', '=', actorOf(c).userId)
            .where('t.revoked_at', 'is', null)
            .orderBy('t.created_at', 'desc')
            .execute(),
        )
      const items = rows.map((row) => ({
        id: row.token_id,
        name: row.name,
        scopes: row.scopes as z.infer<typeof scope>[],
        office: row.slug,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'post',
      path: '/me/tokens',
      summary: 'Make an API token; it is shown once',
      middleware: [sessionOnly],
      request: {
        body: jsonBody(
          z.object({
            name: z.string().trim().min(1).max(80),
            scopes: z.array(scope).min(1).max(3),
            expiresInDays: z.number().int().min(1).max(366).nullable().default(90),
            office: z.string().max(60).nullable().default(null),
          }),
        ),
      },
      responses: { 201: json(MyToken.extend({ token: z.string() }), 'Made') },
    }),
    async (c) => {
      const me = bySession(c)
      const wanted = c.req.valid('json')
      const made = await createToken(c.get('store'), { ...wanted, userId: me.userId, reaches: (officeId) => me.roles.has(officeId) }, c.get('now'))
      // whoever repeats the request must not find the secret in what was kept of the answer
      c.header('cache-control', 'no-store')
      return c.json(made, 201)
    },
  )
  .openapi(
    route({
      access: 'signed-in',
      method: 'delete',
      path: '/me/tokens/{token}',
      summary: 'Revoke an API token',
      middleware: [sessionOnly],
      request: { params: z.object({ token: z.uuid() }) },
      responses: { 204: { description: 'Revoked' } },
    }),
    async (c) => {
      const me = actorOf(c)
      const done = await c.get('store').global((tx) =>
        tx
          .updateTable('api_token')
          .set({ revoked_at: c.get('now').toISOString() })
          .where('token_id', '=', c.req.valid('param').token)
          .where('user_id', '=', me.userId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      )
      if (done.numUpdatedRows === 0n) throw notFound({ ko: '토큰', en: 'The token' })
      forgetCaller(c.get('store'), me.userId)
      return c.body(null, 204)
    },
  )
