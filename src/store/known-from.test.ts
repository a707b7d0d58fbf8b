import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { withDatabase } from './connection.ts'
import { migrate, readMigrations } from './migrate.ts'
import { withClient } from './roles.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('known_from')
})
afterAll(() => fresh?.close())

const office = '00000000-0000-4000-8000-000000000001'
const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`

test('rows of an older Gusul are known since the audit says they were written, else since their subject is', async () => {
  const database = `${fresh.database}_older`
  await withClient(fresh.superUrl, (client) => client.query(`CREATE DATABASE ${database} OWNER gusul_owner`))
  const [owner, superUrl] = [withDatabase(fresh.ownerUrl, database), withDatabase(fresh.superUrl, database)]
  const all = readMigrations()
  await migrate(
    owner,
    'gusul_app',
    all.filter((one) => one.name < '0130'),
  )
  await withClient(superUrl, async (client) => {
    await client.query(`insert into office (office_id, slug, name_ko, name_en) values ('${office}', 'narae', '나래시', 'Narae')`)
    await client.query(
      `insert into indicator (office_id, indicator_id, name_ko, name_en, unit, additive) values ('${office}', 'jobs', '일자리', 'Jobs', 'persons', true) on conflict do nothing`,
    )
    for (const [n, kind] of [
      [11, 'agreement'],
      [12, 'pledge'],
      [13, 'award'],
      [14, 'strategy'],
    ] as const)
      await client.query(
        `insert into subject (office_id, subject_id, kind, name_ko, created_at) values ('${office}', '${id(n)}', '${kind}', '${kind}', '2024-01-01T00:00:00Z')`,
      )
    await client.query(`insert into agreement (office_id, subject_id, signed_on) values ('${office}', '${id(11)}', '2024-01-01')`)
    await client.query(`insert into pledge (office_id, subject_id, promisor) values ('${office}', '${id(12)}', '나래시장')`)
    await client.query(`insert into award (office_id, subject_id) values ('${office}', '${id(13)}')`)
    await client.query(`insert into award_condition (office_id, subject_id, indicator_id) values ('${office}', '${id(13)}', 'jobs')`)
    await client.query(`insert into strategy_node (office_id, subject_id, level) values ('${office}', '${id(14)}', 'vision')`)
    await client.query(
      `insert into strategy_measure (office_id, measure_id, subject_id, indicator_id) values ('${office}', '${id(15)}', '${id(14)}', 'jobs')`,
    )
    await client.query(
      `insert into obligation (office_id, obligation_id, subject_id, title, created_at) values ('${office}', '${id(16)}', '${id(11)}', '의무', '2024-02-01T00:00:00Z')`,
    )
    await client.query(`insert into subject_alias (office_id, subject_id, name) values ('${office}', '${id(11)}', '다른 이름')`)
    await client.query(
      `insert into audit (office_id, seq, at, actor, action, subject_id, detail, prev_hash, hash) values
       ('${office}', 1, '2024-03-01T00:00:00Z', 'x', 'agreement.changed', '${id(11)}', '{}', '', ''),
       ('${office}', 2, '2024-04-01T00:00:00Z', 'x', 'obligation.changed', '${id(11)}', '{"obligationId": "${id(16)}"}', '', ''),
       ('${office}', 3, '2024-05-01T00:00:00Z', 'x', 'award.condition_set', '${id(13)}', '{"indicator": "jobs"}', '', '')`,
    )
  })
  expect((await migrate(owner, 'gusul_app', all)).applied).toContain('0130-known-from.sql')
  const since = new Map<string, string>()
  await withClient(superUrl, async (client) => {
    for (const table of ['agreement', 'pledge', 'award', 'award_condition', 'strategy_node', 'strategy_measure', 'obligation', 'subject_alias']) {
      const { rows } = await client.query(`select to_char(known_from at time zone 'UTC', 'YYYY-MM-DD') as since from ${table}`)
      since.set(table, rows[0].since)
    }
  })
  expect(Object.fromEntries(since)).toEqual({
    agreement: '2024-03-01',
    pledge: '2024-01-01',
    award: '2024-01-01',
    award_condition: '2024-05-01',
    strategy_node: '2024-01-01',
    strategy_measure: '2024-01-01',
    obligation: '2024-04-01',
    subject_alias: '2024-01-01',
  })
})
