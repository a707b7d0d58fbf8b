import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import { type Client, freshApp, type TestApp } from '#support/app'

const good = {
  sectors: ['갑', '을'],
  flows: [
    [150, 500],
    [200, 100],
  ],
  output: [1000, 2000],
}
const spending = [{ sector: '을', amount: 100 }]
const asked = (table: object) => ({ table: { unit: '백만원', importTreatment: 'total', ...good, ...table }, money: 'table', spending })

/** Each way in which a table can be wrong, by the name of its error: what is asked, the cell that the answer names. */
const wrong: readonly [code: string, why: string, table: object, cell: string][] = [
  [
    'coefficients-as-flows',
    'coefficients in place of flows',
    {
      flows: [
        [0.15, 0.25],
        [0.2, 0.05],
      ],
    },
    'flows',
  ],
  ['unbalanced-row', 'a row that does not balance', { finalDemand: [350, 1800] }, '을'],
  ['unbalanced-column', 'a column that does not balance', { finalDemand: [350, 1700], valueAdded: [650, 1300] }, '을'],
  ['negative-output', 'an output below 0', { output: [-1000, 2000] }, '갑'],
  ['zero-output', 'inputs without output', { output: [0, 2000] }, '갑'],
  ['sector-order', 'a sector that stands twice', { sectors: ['갑', '갑'] }, '갑'],
  [
    'shape',
    'a row that is too short',
    {
      flows: [[150, 500], [200]],
    },
    'flows',
  ],
  ['shape', 'names for fewer sectors', { sectors: ['갑'] }, 'sectors'],
  [
    'not-productive',
    'sectors that use more than they make',
    {
      flows: [
        [900, 900],
        [900, 1900],
      ],
    },
    '',
  ],
  [
    'singular',
    'a system without a solution',
    {
      flows: [
        [1000, 0],
        [0, 100],
      ],
    },
    '',
  ],
]

describe('a table that is wrong is refused by name, with the cell and what to do, in the language of the request', () => {
  let t: TestApp
  let officer: Client
  beforeAll(async () => {
    t = await freshApp('economy-refusals')
    const office = await t.office('narae')
    const user = await t.user('officer@city.example')
    await t.member(office, user, 'officer')
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    officer = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  })
  afterAll(() => t.close())

  const ask = async (body: unknown, language: string) => {
    const answer = await officer.send('POST', '/offices/narae/economy/impact', body, { 'accept-language': language })
    return {
      status: answer.status,
      body: (await answer.json()) as { code: string; title: string; detail: string; fields: { path: string; expected: string }[] },
    }
  }

  test('a table without fault is answered', async () => {
    expect((await ask(asked({}), 'ko')).status).toBe(200)
  })

  test.each(wrong)('%s: %s', async (code, _why, table, cell) => {
    const ko = await ask(asked(table), 'ko')
    expect([ko.status, ko.body.code], JSON.stringify(ko.body)).toEqual([422, code])
    const field = ko.body.fields[0]!
    expect(`${field.path} ${ko.body.detail}`).toContain(cell)
    expect(field.expected, 'what to do').toMatch(/[가-힣]{2}/)
    expect(
      `${ko.body.title} ${ko.body.detail} ${field.expected}`.replaceAll(/\([^)]*\)|rasBalance|grasBalance|modelFromCoefficients|Hawkins|Simon/g, ''),
    ).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/)
    const en = await ask(asked(table), 'en')
    expect([en.status, en.body.code]).toEqual([422, code])
    expect(en.body.fields[0]!.expected).toMatch(/^[^가-힣]{8,}$/)
    expect(en.body.title).not.toMatch(/[가-힣]/)
  })
})
