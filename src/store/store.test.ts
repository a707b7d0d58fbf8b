import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('store')
})
afterAll(() => fresh?.close())

describe('a fresh store', () => {
  test('writes in one office and reads it back', async () => {
    const office = randomUUID()
    await fresh.store.global((tx) =>
      tx
        .insertInto('office')
        .values({ office_id: office, slug: 'narae', name_ko: '나래시', name_en: 'Narae' } as never)
        .execute(),
    )
    await fresh.store.inOffice(office, null, (tx) =>
      tx
        .insertInto('office_setting')
        .values({ office_id: office, key: 'a', value: JSON.stringify({ b: 1 }) } as never)
        .execute(),
    )
    const rows = await fresh.store.readOffice(office, null, (db) => db.selectFrom('office_setting').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(rows[0]?.value).toEqual({ b: 1 })
  })
})
