import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOffice } from '#support/office'
import { NotUnique, OfficeRefused, ReferenceBroken, ValueRefused } from './errors.ts'
import { withClient } from './roles.ts'
import type { Store, Tx } from './store.ts'

/** A store under test: how to open it on a migrated database of its own, and the addresses of that database. */
export type Subject = { readonly store: Store; readonly appUrl: string; readonly ownerUrl: string; readonly close: () => Promise<void> }

const setting = (office: string, key: string, value: unknown = {}) => ({ office_id: office, key, value: JSON.stringify(value) })
const put = (store: Store, office: string, key: string, value?: unknown) =>
  store.inOffice(office, null, (tx) =>
    tx
      .insertInto('office_setting')
      .values(setting(office, key, value))
      .execute(),
  )
const read = (store: Store, office: string) =>
  store.readOffice(office, null, (db) => db.selectFrom('office_setting').selectAll().orderBy('key').execute())

/** What every driver of the store must do. Written once, run over each. */
export function storeContract(name: string, open: () => Promise<Subject>): void {
  describe(`the store on ${name}`, () => {
    let subject: Subject
    let store: Store
    beforeAll(async () => {
      subject = await open()
      store = subject.store
    })
    afterAll(() => subject?.close())

    test('keeps what a transaction wrote and nothing of one that failed', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'kept')
      const failing = store.inOffice(office, null, async (tx) => {
        await tx.insertInto('office_setting').values(setting(office, 'lost')).execute()
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect((await read(store, office)).map((row) => row.key)).toEqual(['kept'])
    })

    test('shows a query without its office filter no row of another office', async () => {
      const [mine, other] = [await makeOffice(store), await makeOffice(store)]
      await put(store, mine, 'a')
      await put(store, other, 'b')
      expect((await read(store, mine)).every((row) => row.office_id === mine)).toBe(true)
      const inside = await store.inOffice(mine, null, (tx) => tx.selectFrom('office_setting').selectAll().execute())
      expect(inside.map((row) => row.office_id)).toEqual([mine])
    })

    test('refuses to write a row of another office', async () => {
      const [mine, other] = [await makeOffice(store), await makeOffice(store)]
      const trespass = store.inOffice(mine, null, (tx) => tx.insertInto('office_setting').values(setting(other, 'a')).execute())
      await expect(trespass).rejects.toBeInstanceOf(OfficeRefused)
      expect(await read(store, other)).toEqual([])
    })

    test('changes and removes no row of another office, even asked by key', async () => {
      const [mine, other] = [await makeOffice(store), await makeOffice(store)]
      await put(store, other, 'a', { n: 1 })
      const [changed, removed] = await store.inOffice(mine, null, async (tx) => [
        await tx.updateTable('office_setting').set({ value: '{}' }).where('office_id', '=', other).executeTakeFirst(),
        await tx.deleteFrom('office_setting').where('office_id', '=', other).executeTakeFirst(),
      ])
      expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([0n, 0n])
      expect((await read(store, other))[0]?.value).toEqual({ n: 1 })
    })

    test('refuses to move a row into another office', async () => {
      const [mine, other] = [await makeOffice(store), await makeOffice(store)]
      await put(store, mine, 'a')
      await expect(store.inOffice(mine, null, (tx) => tx.updateTable('office_setting').set({ office_id: other }).execute())).rejects.toBeInstanceOf(
        OfficeRefused,
      )
    })

    test('shows no office when none is set: in global work, and on a bare connection of its role', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'a')
      await read(store, office)
      expect(await store.global((tx) => tx.selectFrom('office_setting').selectAll().execute())).toEqual([])
      const bare = await withClient(subject.appUrl, async (client) => {
        const unset = await client.query('SELECT count(*)::int AS n FROM office_setting')
        const empty = await client
          .query(`SELECT set_config('gusul.office_id', '', false)`)
          .then(() => client.query('SELECT count(*)::int AS n FROM office_setting'))
        return [unset.rows[0].n, empty.rows[0].n]
      })
      expect(bare).toEqual([0, 0])
    })

    test('works as a role that owns nothing and cannot pass row-level security', async () => {
      const rows = await withClient(subject.appUrl, (client) =>
        client.query(
          `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`,
        ),
      )
      expect(rows.rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }])
    })

    test('leaves the table owner behind the wall too', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'a')
      const rows = await withClient(subject.ownerUrl, (client) => client.query('SELECT 1 FROM office_setting'))
      expect(rows.rowCount).toBe(0)
    })

    test('never mixes offices when many read and write at once on few connections', async () => {
      const offices = await Promise.all(Array.from({ length: 5 }, () => makeOffice(store)))
      await Promise.all(
        Array.from({ length: 100 }, async (_, at) => {
          const office = offices[at % 5] as string
          if (at % 3 === 0) await put(store, office, `k${at}`)
          const rows =
            at % 2 ? await read(store, office) : await store.inOffice(office, null, (tx) => tx.selectFrom('office_setting').selectAll().execute())
          expect(rows.filter((row) => row.office_id !== office)).toEqual([])
        }),
      )
    })

    test('tells the database who is at work, and forgets it with the transaction', async () => {
      const office = await makeOffice(store)
      const user = randomUUID()
      const who = (tx: { executeQuery: Tx['executeQuery'] }) =>
        sql<{ who: string }>`SELECT current_setting('gusul.user_id', true) AS who`.execute(tx as Tx)
      expect((await store.inOffice(office, user, who)).rows[0]?.who).toBe(user)
      expect((await store.readOffice(office, user, who)).rows[0]?.who).toBe(user)
      expect((await store.readOffice(office, null, who)).rows[0]?.who ?? '').toBe('')
    })

    test('shows a person the memberships of their own, and of nobody else, before an office is chosen', async () => {
      const office = await makeOffice(store)
      const [me, you] = [randomUUID(), randomUUID()]
      await store.global((tx) =>
        tx
          .insertInto('app_user')
          .values([me, you].map((id) => ({ user_id: id, email: `${id}@example.kr`, name: '김' })))
          .execute(),
      )
      const members = [me, you].map((id) => ({ office_id: office, user_id: id, role: 'viewer' as const }))
      await store.inOffice(office, null, (tx) => tx.insertInto('membership').values(members).execute())
      const seen = await store.global((tx) => tx.selectFrom('membership').select('user_id').execute(), me)
      expect(seen.map((row) => row.user_id)).toEqual([me])
    })

    test('gives numbers back exactly, dates as dates and instants in UTC', async () => {
      const office = await makeOffice(store)
      const { rows } = await store.readOffice(office, null, (db) =>
        sql`SELECT 445000000000.10::numeric AS won, '{1.10,2}'::numeric[] AS amounts, '2026-11-22'::date AS day, '{2026-01-01}'::date[] AS days,
          '2026-11-22T12:00:00.123456+09'::timestamptz AS at, daterange('2026-01-01', '2027-01-01') AS period, 9007199254740993::bigint AS big, 'ab'::bytea AS bytes,
          '{"a":[1]}'::jsonb AS json`.execute(db),
      )
      expect(rows[0]).toEqual({
        won: '445000000000.10',
        amounts: ['1.10', '2'],
        day: '2026-11-22',
        days: ['2026-01-01'],
        at: '2026-11-22T03:00:00.123456Z',
        period: '[2026-01-01,2027-01-01)',
        big: '9007199254740993',
        bytes: Buffer.from('ab'),
        json: { a: [1] },
      })
    })

    test('sorts Korean by letter and finds it by likeness', async () => {
      const office = await makeOffice(store)
      const { rows } = await store.readOffice(office, null, (db) =>
        sql<{ like: number; sorted: string[] }>`SELECT similarity('스마트에너지 데이터센터', '스마트 에너지 데이터센터') AS like,
          array(SELECT x FROM unnest(array['하', '가', '나']) x ORDER BY x) AS sorted`.execute(db),
      )
      expect(rows[0]?.like).toBeGreaterThan(0.5)
      expect(rows[0]?.sorted).toEqual(['가', '나', '하'])
    })

    test('names what was wrong with a row', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'twice')
      await expect(put(store, office, 'twice')).rejects.toMatchObject({
        constructor: NotUnique,
        table: 'office_setting',
        constraint: 'office_setting_pkey',
      })
      const nobody = store.inOffice(office, null, (tx) =>
        tx.insertInto('membership').values({ office_id: office, user_id: randomUUID(), role: 'viewer' }).execute(),
      )
      await expect(nobody).rejects.toBeInstanceOf(ReferenceBroken)
      const badRole = store.inOffice(office, null, (tx) =>
        sql`INSERT INTO indicator VALUES (${office}, 'BAD ID', 'a', 'b', 'c', 1, true)`.execute(tx),
      )
      await expect(badRole).rejects.toBeInstanceOf(ValueRefused)
      await expect(store.readOffice(office, null, (db) => sql`SELECT 'a'::int`.execute(db))).rejects.toBeInstanceOf(ValueRefused)
    })

    test('goes on after an error inside a read', async () => {
      const office = await makeOffice(store)
      for (let at = 0; at < 12; at++)
        await expect(store.readOffice(office, null, (db) => sql`SELECT * FROM nowhere`.execute(db))).rejects.toThrow('nowhere')
      await put(store, office, 'after')
      expect(await read(store, office)).toHaveLength(1)
    })

    test('runs a transaction again that lost a race, and counts every addition', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'n', 0)
      const addOne = () =>
        store.inOffice(
          office,
          null,
          async (tx) => {
            const row = await tx.selectFrom('office_setting').select('value').where('key', '=', 'n').executeTakeFirstOrThrow()
            const next = JSON.stringify(Number(row.value) + 1)
            await tx.updateTable('office_setting').set({ value: next }).where('key', '=', 'n').execute()
          },
          { serializable: true },
        )
      // Each reads before it writes: without isolation additions would be lost, without the retry some would fail.
      await Promise.all([addOne(), addOne(), addOne(), addOne()])
      expect((await read(store, office))[0]?.value).toBe(4)
    })

    test('gives up deadlocked work only after trying again', async () => {
      const office = await makeOffice(store)
      await put(store, office, 'x', 0)
      await put(store, office, 'y', 0)
      const touch = (first: string, second: string) =>
        store.inOffice(office, null, async (tx) => {
          for (const key of [first, second]) {
            await tx.updateTable('office_setting').set({ changed_at: sql`now()` }).where('key', '=', key).execute()
            await new Promise((resolve) => setTimeout(resolve, 100))
          }
        })
      await expect(Promise.all([touch('x', 'y'), touch('y', 'x')])).resolves.toHaveLength(2)
    })

    test('reads one moment with a snapshot', async () => {
      const office = await makeOffice(store)
      const seen = await store.readOffice(
        office,
        null,
        async (db) => {
          const before = await db.selectFrom('office_setting').selectAll().execute()
          await put(store, office, 'meanwhile')
          return [before.length, (await db.selectFrom('office_setting').selectAll().execute()).length]
        },
        { snapshot: true },
      )
      expect(seen).toEqual([0, 0])
    })

    test('refuses an office id that is none', async () => {
      await expect(async () => store.readOffice("' OR true --", null, async () => 1)).rejects.toThrow('expected an office id')
    })

    test('says that it is well', async () => {
      expect(await store.health()).toMatchObject({ ok: true, driver: store.driver, reason: null })
    })
  })
}
