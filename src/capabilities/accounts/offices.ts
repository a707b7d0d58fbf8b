import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { forgetOffices } from '#api/office'
import { ProblemError } from '#api/problem'
import type { Role } from '#record/membership'
import type { Store, Tx } from '#store/store'
import { noteChange } from './audit-entry.ts'
import { forgetCaller } from './caller-cache.ts'
import { firstIndicators } from './indicators.ts'
import { operatorId } from './operator.ts'
import { type OfficeRow, officeById, officeBySlug } from './queries/offices.ts'
import { putMember } from './queries/people.ts'

export const officeKinds = ['city', 'province', 'free_economic_zone', 'technopark', 'ministry', 'other'] as const

/** What an office is made of. */
export const NewOffice = z
  .object({
    slug: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,40}$/, '주소 이름 (an address name): 영문 소문자, 숫자, - (lower-case letters, digits, -), such as namyangju')
      .openapi({ example: 'namyangju' }),
    nameKo: z.string().trim().min(1, '이름 (a name), such as 남양주시').max(80).openapi({ example: '남양주시' }),
    nameEn: z.string().trim().min(1, '영문 이름 (an English name), such as Namyangju City').max(80).openapi({ example: 'Namyangju City' }),
    kind: z.enum(officeKinds).default('city'),
    place: z.string().trim().max(200).nullable().optional(),
    contact: z.string().trim().max(200).nullable().optional(),
    listed: z.boolean().default(true).openapi({ description: 'Whether the start page lists it' }),
  })
  .openapi('NewOffice')
export type NewOffice = z.input<typeof NewOffice>

/** Who acts and whether they become the office's administrator; the system itself (first start, command line) acts as null. */
export interface Making {
  by: string | null
  /** A made-up or illustrative office of the demonstration. */
  demo?: boolean
}

/**
 * 기관: make an office with the indicators that every office begins with. The person who makes it becomes its administrator.
 *
 * @throws ProblemError 409 when another office has the address name
 */
export async function createOffice(store: Store, input: NewOffice, making: Making): Promise<OfficeRow> {
  const office = NewOffice.parse(input)
  const officeId = randomUUID()
  const made = await store.inOffice(officeId, making.by, async (tx) => {
    if (await officeBySlug(tx, office.slug)) throw slugTaken(office.slug)
    await tx
      .insertInto('office')
      .values({
        office_id: officeId,
        slug: office.slug,
        name_ko: office.nameKo,
        name_en: office.nameEn,
        kind: office.kind,
        place: office.place ?? null,
        contact: office.contact ?? null,
        listed: office.listed,
        demo: making.demo ?? false,
      })
      .execute()
    await tx
      .insertInto('indicator')
      .values(
        firstIndicators.map((one, at) => ({
          office_id: officeId,
          indicator_id: one.id,
          name_ko: one.nameKo,
          name_en: one.nameEn,
          unit: one.unit,
          direction: one.direction,
          additive: one.additive,
          ord: (at + 1) * 10,
        })),
      )
      .execute()
    if (making.by !== null && making.by !== operatorId) await putMember(tx, officeId, making.by, 'administrator', making.by)
    await noteChange(tx, {
      officeId,
      by: making.by,
      action: 'office.create',
      subjectId: null,
      detail: { slug: office.slug, nameKo: office.nameKo },
    })
    return (await officeById(tx, officeId))!
  })
  if (making.by !== null) forgetCaller(store, making.by)
  forgetOffices(store)
  return made
}

const slugTaken = (slug: string) =>
  new ProblemError(
    409,
    'slug-taken',
    { ko: '이미 쓰는 주소 이름입니다', en: 'This address name is taken' },
    {
      detail: { ko: `"${slug}" 말고 다른 이름을 적어 주세요. 이를테면 "${slug}-2".`, en: `Choose another than "${slug}", such as "${slug}-2".` },
      fields: [{ path: 'json.slug', expected: '아직 쓰지 않는 이름 (a name not in use)', got: slug }],
    },
  )

/**
 * Make a person a member of an office, or give a member another role.
 *
 * @param by who does it; null for the system itself
 */
export async function addMember(store: Store, officeId: string, userId: string, role: Role, by: string | null): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    await putMember(tx, officeId, userId, role, by)
    await noteChange(tx, { officeId, by, action: 'member.add', subjectId: userId, detail: { role } })
  })
  forgetCaller(store, userId)
}

/** What of an office may be changed. Its address name may not: links to its public pages would break. */
export const OfficeChange = NewOffice.omit({ slug: true }).partial().openapi('OfficeChange')

/** Change an office's words. The caller has checked the version. */
export async function changeOffice(tx: Tx, office: OfficeRow, change: z.output<typeof OfficeChange>, by: string): Promise<OfficeRow> {
  await tx
    .updateTable('office')
    .set((eb) => ({
      name_ko: change.nameKo ?? office.name_ko,
      name_en: change.nameEn ?? office.name_en,
      kind: change.kind ?? office.kind,
      place: change.place === undefined ? office.place : change.place,
      contact: change.contact === undefined ? office.contact : change.contact,
      listed: change.listed ?? office.listed,
      version: eb('version', '+', 1),
    }))
    .where('office_id', '=', office.office_id)
    .execute()
  await noteChange(tx, { officeId: office.office_id, by, action: 'office.change', subjectId: null, detail: { ...change } })
  return (await officeById(tx, office.office_id))!
}
