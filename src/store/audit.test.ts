import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { makeOffice } from '#support/office'
import { appendAudit, verifyAudit } from './audit.ts'
import { withClient } from './roles.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('audit')
})
afterAll(() => fresh?.close())

const change = (officeId: string, action: string, detail: Record<string, string | number> = {}) =>
  fresh.store.inOffice(officeId, null, (tx) => appendAudit(tx, officeId, { actor: 'system', action, detail }))
const asOwnerOfAll = (sql: string) => withClient(fresh.superUrl, (client) => client.query(sql))

describe('the audit chain of an office', () => {
  test('counts from one and verifies', async () => {
    const office = await makeOffice(fresh.store)
    expect(await change(office, 'first', { 나: 1, 가: '150억 원' })).toBe(1)
    expect(await change(office, 'second')).toBe(2)
    expect(await verifyAudit(fresh.store, office)).toMatchObject({ ok: true, entries: 2 })
  })

  test('is empty and whole before the first entry', async () => {
    const office = await makeOffice(fresh.store)
    expect(await verifyAudit(fresh.store, office)).toEqual({ ok: true, entries: 0, head: null })
  })

  test('has no gap and no fork when twenty write at once', async () => {
    const office = await makeOffice(fresh.store)
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, at) => change(office, `change ${at}`)))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    expect(await verifyAudit(fresh.store, office)).toMatchObject({ ok: true, entries: 20 })
  })

  test('leaves no entry of a write that failed', async () => {
    const office = await makeOffice(fresh.store)
    await expect(
      fresh.store.inOffice(office, null, async (tx) => {
        await appendAudit(tx, office, { actor: 'system', action: 'lost' })
        throw new Error('after all not')
      }),
    ).rejects.toThrow('after all not')
    expect(await change(office, 'kept')).toBe(1)
  })

  test('takes one entry a transaction', async () => {
    const office = await makeOffice(fresh.store)
    const twice = fresh.store.inOffice(office, null, async (tx) => {
      await appendAudit(tx, office, { actor: 'system', action: 'one' })
      await appendAudit(tx, office, { actor: 'system', action: 'two' })
    })
    await expect(twice).rejects.toThrow('expected one audit entry a transaction')
  })

  test.each([
    ['a changed entry', (o: string) => `UPDATE audit SET detail = '{"a":2}' WHERE office_id = '${o}' AND seq = 2`, 2, 'changed after'],
    ['a removed entry', (o: string) => `DELETE FROM audit WHERE office_id = '${o}' AND seq = 2`, 2, 'missing'],
    ['an end cut off', (o: string) => `DELETE FROM audit WHERE office_id = '${o}' AND seq = 3`, 3, 'its head says 3'],
    ['a head wound back', (o: string) => `UPDATE audit_head SET seq = 2 WHERE office_id = '${o}'`, 4, 'its head says 2'],
  ])('tells of %s', async (_, tamper, seq, reason) => {
    const office = await makeOffice(fresh.store)
    for (const action of ['a', 'b', 'c']) await change(office, action, { a: 1 })
    await asOwnerOfAll(tamper(office))
    const verdict = await verifyAudit(fresh.store, office)
    expect(verdict).toMatchObject({ ok: false, seq })
    expect(verdict).toHaveProperty('reason', expect.stringContaining(reason))
  })

  test('of one office does not depend on another', async () => {
    const [a, b] = [await makeOffice(fresh.store), await makeOffice(fresh.store)]
    await change(a, 'in a')
    expect(await change(b, 'in b')).toBe(1)
    await expect(
      fresh.store.inOffice(a, null, (tx) => appendAudit(tx, b, { actor: 'system', action: 'trespass', subjectId: randomUUID() })),
    ).rejects.toThrow()
  })
})
