import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { makeOffice } from '#support/office'
import { deleteBlob, getBlob, putBlob } from './blobs.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('blobs')
})
afterAll(() => fresh?.close())

test('bytes come back as they were, under the name of their hash', async () => {
  const office = await makeOffice(fresh.store)
  const bytes = Buffer.from([0, 255, 10, 13, 0xec, 0x84])
  const name = await fresh.store.inOffice(office, null, (tx) => putBlob(tx, office, bytes, 'application/octet-stream'))
  const back = await fresh.store.readOffice(office, null, (db) => getBlob(db, office, name))
  expect(back).toMatchObject({ sha256: name, size: 6, mediaType: 'application/octet-stream' })
  expect(back?.bytes.equals(bytes)).toBe(true)
})

test('the SHA-256 of "abc" is the one of FIPS 180-2, appendix B.1', async () => {
  const office = await makeOffice(fresh.store)
  const name = await fresh.store.inOffice(office, null, (tx) => putBlob(tx, office, Buffer.from('abc'), 'text/plain'))
  expect(name).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('the same bytes again add nothing, and another office has none of them', async () => {
  const [office, other] = [await makeOffice(fresh.store), await makeOffice(fresh.store)]
  const put = () => fresh.store.inOffice(office, null, (tx) => putBlob(tx, office, new TextEncoder().encode('구슬'), 'text/plain'))
  expect(await put()).toBe(await put())
  const name = await put()
  expect(await fresh.store.readOffice(other, null, (db) => getBlob(db, office, name))).toBeNull()
})

test('a removed blob is gone, and a second removal says that there was none', async () => {
  const office = await makeOffice(fresh.store)
  const name = await fresh.store.inOffice(office, null, (tx) => putBlob(tx, office, Buffer.from('x'), 'text/plain'))
  expect(await fresh.store.inOffice(office, null, (tx) => deleteBlob(tx, office, name))).toBe(true)
  expect(await fresh.store.inOffice(office, null, (tx) => deleteBlob(tx, office, name))).toBe(false)
  expect(await fresh.store.readOffice(office, null, (db) => getBlob(db, office, name))).toBeNull()
})

test('a name that is no hash is refused', async () => {
  const office = await makeOffice(fresh.store)
  await expect(fresh.store.readOffice(office, null, (db) => getBlob(db, office, '../etc'))).rejects.toThrow('expected 64 hexadecimal digits')
})
