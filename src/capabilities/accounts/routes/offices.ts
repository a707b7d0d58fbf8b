import { z } from '@hono/zod-openapi'
import { actorOf, officeOf } from '#api/caller'
import { etagOf, notModified, requireMatch } from '#api/etag'
import { forgetOffices } from '#api/office'
import { notFound } from '#api/problem'
import { createRoutes, json, jsonBody, officeParam, route } from '#api/route'
import { Role } from '#record/membership'
import { forgetCaller } from '../caller-cache.ts'
import { Email } from '../email.ts'
import { addMember, changeOffice, createOffice, NewOffice, OfficeChange, officeKinds } from '../offices.ts'
import { listOffices, type OfficeRow, officeById } from '../queries/offices.ts'
import { userByEmail } from '../queries/people.ts'

const OfficeView = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    nameKo: z.string(),
    nameEn: z.string(),
    kind: z.enum(officeKinds),
    place: z.string().nullable(),
    contact: z.string().nullable(),
    listed: z.boolean(),
    demo: z.boolean(),
    role: Role.nullable(),
    version: z.number().int(),
    createdAt: z.string(),
  })
  .openapi('Office')

const view = (office: OfficeRow, role: Role | null): z.infer<typeof OfficeView> => ({
  id: office.office_id,
  slug: office.slug,
  nameKo: office.name_ko,
  nameEn: office.name_en,
  kind: office.kind,
  place: office.place,
  contact: office.contact,
  listed: office.listed,
  demo: office.demo,
  role,
  version: office.version,
  createdAt: office.created_at,
})

export const officeRoutes = createRoutes()
  .openapi(
    route({
      access: 'signed-in',
      method: 'get',
      path: '/offices',
      summary: 'My offices; for the administrator of the installation, every office',
      responses: { 200: json(z.object({ items: z.array(OfficeView), next: z.null() })) },
    }),
    async (c) => {
      const caller = c.get('caller')
      if (caller.kind === 'anonymous') throw new Error('the guard lets nobody anonymous pass')
      const all = caller.administrator && (caller.kind === 'session' || caller.scopes.includes('admin'))
      const offices = await c.get('store').global(listOffices)
      const items = offices.filter((one) => all || caller.roles.has(one.office_id)).map((one) => view(one, caller.roles.get(one.office_id) ?? null))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/offices',
      summary: 'Make an office; I become its administrator',
      request: { body: jsonBody(NewOffice) },
      responses: { 201: json(OfficeView, 'Made'), 409: { description: 'The address name is taken' } },
    }),
    async (c) => {
      const office = await createOffice(c.get('store'), c.req.valid('json'), { by: actorOf(c).userId })
      c.header('etag', etagOf(office.office_id, office.version))
      c.header('location', `/api/v1/offices/${office.slug}`)
      return c.json(view(office, 'administrator'), 201)
    },
  )
  .openapi(
    route({
      access: 'office.read',
      method: 'get',
      path: '/offices/{office}',
      summary: 'An office',
      request: { params: officeParam },
      responses: { 200: json(OfficeView), 304: { description: 'As you have it' } },
    }),
    async (c) => {
      const here = officeOf(c)
      const office = (await c.get('store').global((tx) => officeById(tx, here.officeId)))!
      const unchanged = notModified(c, etagOf(office.office_id, office.version))
      return (unchanged as never) ?? c.json(view(office, here.role), 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'patch',
      path: '/offices/{office}',
      summary: 'Change the name and words of an office',
      request: { params: officeParam, body: jsonBody(OfficeChange) },
      responses: { 200: json(OfficeView), 412: { description: 'Changed meanwhile' }, 428: { description: 'If-Match is missing' } },
    }),
    async (c) => {
      const here = officeOf(c)
      const store = c.get('store')
      const changed = await store.inOffice(here.officeId, actorOf(c).userId, async (tx) => {
        await tx.selectFrom('office').select('version').where('office_id', '=', here.officeId).forUpdate().execute()
        const office = (await officeById(tx, here.officeId))!
        requireMatch(c, etagOf(office.office_id, office.version))
        return changeOffice(tx, office, c.req.valid('json'), actorOf(c).userId)
      })
      forgetOffices(store)
      c.header('etag', etagOf(changed.office_id, changed.version))
      return c.json(view(changed, here.role), 200)
    },
  )
  .openapi(
    route({
      access: 'installation',
      method: 'post',
      path: '/offices/{office}/administrators',
      summary: 'Make a person who has an account administrator of an office, for one that nobody administers any more',
      request: { params: officeParam, body: jsonBody(z.object({ email: Email })) },
      responses: { 204: { description: 'Done' } },
    }),
    async (c) => {
      const store = c.get('store')
      const user = await store.global((tx) => userByEmail(tx, c.req.valid('json').email))
      if (!user || user.deactivated_at) throw notFound({ ko: '이 이메일의 계정', en: 'An account with this e-mail' })
      await addMember(store, officeOf(c).officeId, user.user_id, 'administrator', actorOf(c).userId)
      forgetCaller(store, user.user_id)
      return c.body(null, 204)
    },
  )
