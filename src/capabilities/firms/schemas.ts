import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { DecimalText, Id } from '#record/scalars'

const Name = z.string().trim().min(1, '이름을 적어 주세요 (a name)').max(200)
const Ksic = z.string().regex(/^[A-U]?\d{2,5}$/, 'KSIC 두 자리에서 다섯 자리, C26이나 2611처럼 (two to five digits of the KSIC, such as C26 or 2611)')
const Words = z.string().trim().min(1).max(200)

const fields = {
  ksic: Ksic.nullable().openapi({ example: '26', description: '한국표준산업분류, digits' }),
  products: z
    .array(Words)
    .max(50)
    .openapi({ example: ['라이다', '레이더'] }),
  place: Words.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  capacity: DecimalText.nullable().openapi({ description: 'What it can sell a year, in won; null where nobody knows' }),
  employees: z.number().int().min(0).nullable(),
  source: z.string().trim().min(1, '어디서 알았는지 적어 주세요 (where it is known from)').max(500),
}

/** A firm of the register. */
export const FirmView = z
  .object({
    id: Id,
    name: z.string(),
    nameEn: z.string().nullable(),
    ...fields,
    /** Its sector among the 33 of the input-output tables, by its KSIC code. */
    sector: z.object({ code: z.string(), ko: z.string(), en: z.string() }).nullable(),
    confidential: z.boolean(),
    illustrative: z.boolean(),
    archived: z.boolean(),
    changedAt: z.string(),
    version: z.number().int(),
  })
  .openapi('Firm')
export type FirmView = z.infer<typeof FirmView>
export const FirmPage = pageOf(FirmView)

export const NewFirm = z
  .object({
    name: Name,
    nameEn: Name.nullish(),
    confidential: z.boolean().default(false),
    ksic: fields.ksic.default(null),
    products: fields.products.default([]),
    place: fields.place.default(null),
    latitude: fields.latitude.default(null),
    longitude: fields.longitude.default(null),
    capacity: fields.capacity.default(null),
    employees: fields.employees.default(null),
    source: fields.source,
  })
  .openapi('NewFirm')
export type NewFirm = z.infer<typeof NewFirm>

/** What is left out stays as it is. */
export const FirmChange = z
  .object({ ...fields, name: Name, nameEn: Name.nullable(), archived: z.boolean() })
  .partial()
  .openapi('FirmChange')
export type FirmChange = z.infer<typeof FirmChange>

export const FirmsForm = z.object({
  file: z.any().openapi({ type: 'string', format: 'binary' }),
  source: z.string().trim().max(500).optional().openapi({ description: 'Where the file is from, for rows without a column 출처' }),
  skipErrors: z.enum(['true', 'false']).default('false').openapi({ description: 'Take the rows that can be read and leave the others' }),
})

const RowError = z.object({ row: z.number().int(), column: z.string(), expected: z.object({ ko: z.string(), en: z.string() }), got: z.string() })
export const FirmsCheck = z
  .object({
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    errors: z.array(RowError),
    /** Headers that nothing is known of: their cells stay in the file. */
    unknownColumns: z.array(z.string()),
    rows: z.array(z.object({ row: z.number().int(), name: z.string(), what: z.enum(['add', 'change', 'same']), fields: z.array(z.string()) })),
  })
  .openapi('FirmsCheck')
export type FirmsCheck = z.infer<typeof FirmsCheck>
