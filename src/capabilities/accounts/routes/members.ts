import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { createRoutes, json, jsonBody, officeAnd, officeParam, route } from '#api/route'
import { Role } from '#record/membership'
import { Delivery, deliverLink } from '../deliver.ts'
import { Email } from '../email.ts'
import { linkHours } from '../links.ts'
import { invitationMail } from '../mail.ts'
import { changeRole, endMembership, invite, withdrawInvitation } from '../members.ts'
import { openInvitations } from '../queries/links.ts'
import { listMembers } from '../queries/people.ts'

const Member = z
  .object({
    userId: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: Role,
    since: z.string(),
    endedAt: z.string().nullable(),
    deactivated: z.boolean(),
  })
  .openapi('Member')
const Person = z.object({ userId: z.uuid(), name: z.string(), role: Role }).openapi('Person')
const Invitation = z.object({ id: z.uuid(), email: z.string(), role: Role, createdAt: z.string(), expiresAt: z.string() }).openapi('Invitation')
const gone = { 204: { description: 'Done' } }
const list = <S extends z.ZodType>(item: S) => ({ 200: json(z.object({ items: z.array(item), next: z.null() })) })

export const memberRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/people',
      summary: 'Names of the people at work here, for choosing an owner',
      request: { params: officeParam },
      responses: list(Person),
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const rows = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => listMembers(db, officeId))
      const items = rows
        .filter((row) => !row.ended_at && !row.deactivated_at && row.role !== 'partner')
        .map((row) => ({ userId: row.user_id, name: row.name, role: row.role }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'get',
      path: '/offices/{office}/members',
      summary: 'Members, those who left included',
      request: { params: officeParam },
      responses: list(Member),
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const rows = await c.get('store').readOffice(officeId, actorOf(c).userId, (db) => listMembers(db, officeId))
      const items = rows.map((row) => ({
        userId: row.user_id,
        name: row.name,
        email: row.email,
        role: row.role,
        since: row.created_at,
        endedAt: row.ended_at,
        deactivated: row.deactivated_at !== null,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'patch',
      path: '/offices/{office}/members/{user}',
      summary: 'Change the role of a member',
      request: { params: officeAnd('user'), body: jsonBody(z.object({ role: Role })) },
      responses: { ...gone, 409: { description: 'The last administrator' } },
    }),
    async (c) => {
      await changeRole(c.get('store'), officeOf(c).officeId, c.req.valid('param').user, c.req.valid('json').role, actorOf(c).userId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'delete',
      path: '/offices/{office}/members/{user}',
      summary: 'End a membership',
      request: { params: officeAnd('user') },
      responses: { ...gone, 409: { description: 'The last administrator' } },
    }),
    async (c) => {
      await endMembership(c.get('store'), officeOf(c).officeId, c.req.valid('param').user, actorOf(c).userId, c.get('now'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'get',
      path: '/offices/{office}/invitations',
      summary: 'Open invitations',
      request: { params: officeParam },
      responses: list(Invitation),
    }),
    async (c) => {
      const { officeId } = officeOf(c)
      const rows = await c.get('store').global((tx) => openInvitations(tx, officeId, c.get('now')))
      const items = rows.map((row) => ({
        id: row.link_id,
        email: row.email!,
        role: Role.parse(row.role),
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'post',
      path: '/offices/{office}/invitations',
      summary: 'Invite somebody; mailed where mail is set up, else the link is in the answer',
      request: { params: officeParam, body: jsonBody(z.object({ email: Email, role: Role })) },
      responses: { 201: json(Delivery, 'Invited'), 409: { description: 'A member already' } },
    }),
    async (c) => {
      const office = officeOf(c)
      const me = actorOf(c)
      const input = c.req.valid('json')
      const made = await invite(c.get('store'), office.officeId, input, me.userId, c.get('now'))
      const about = { ...office, role: input.role, by: me.name, days: linkHours.invitation / 24 }
      const delivery = await deliverLink(c.get('store'), c.get('log'), c.get('origin'), made, (link) => invitationMail(input.email, link, about))
      c.header('cache-control', 'no-store')
      return c.json(delivery, 201)
    },
  )
  .openapi(
    route({
      access: 'office.administer',
      method: 'delete',
      path: '/offices/{office}/invitations/{invitation}',
      summary: 'Withdraw an invitation',
      request: { params: officeAnd('invitation') },
      responses: gone,
    }),
    async (c) => {
      await withdrawInvitation(c.get('store'), officeOf(c).officeId, c.req.valid('param').invitation, actorOf(c).userId, c.get('now'))
      return c.body(null, 204)
    },
  )
