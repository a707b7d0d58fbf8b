import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshApp, type TestApp } from '#support/app'
import { hold, portfolioOf, subject } from '#support/published-office'
import { refreshOffice } from './refresh.ts'
import type { RollUp } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await freshApp('roll_up')
})
afterAll(() => app?.close())

// Each office: 한빛 데이터센터 (협약, 약 1조원, 300명 이상), 푸른전지 공장 (공사, 6,400억원). Two offices: announced 2조원 about, building 1조 2,800억원, no actual money.
test('offices are added up by phase, each commitment once, nothing confidential, unknown is not zero', async () => {
  const admin = await app.user('admin@city.example', { administrator: true })
  const client = await app.signIn('admin@city.example')
  const read = async () => (await (await client.send('GET', '/installation/roll-up')).json()) as RollUp
  const ids: string[] = []
  for (const slug of ['narae', 'dasan', 'empty']) ids.push(await app.office(slug))
  for (const officeId of ids.slice(0, 2)) {
    const desk = { store: app.store, officeId, userId: admin }
    const made = await portfolioOf(desk)
    const secret = await subject(desk, '비밀 사업', { confidential: true })
    await hold(desk, { document: made.news, words: '약 1조원', subject: secret, indicator: 'investment', value: '9000000000000', unit: 'KRW' })
  }
  const before = await read()
  expect(before.phases).toEqual([])
  expect(before.waiting).toBe(3)
  expect(before.offices.every((one) => one.announced === null && one.computedAt === null)).toBe(true)
  // asked for once: a second look adds no second round
  await read()
  const waiting = await app.store.readOffice(ids[0]!, null, (db) =>
    db.selectFrom('job').select('state').where('kind', '=', 'roll-up.refresh').execute(),
  )
  expect(waiting).toEqual([{ state: 'waiting' }])

  for (const id of ids) await refreshOffice(app.store, id, new Date())
  const after = await read()
  expect(after.phases).toEqual([
    {
      phase: 'announced',
      commitments: 2,
      undisclosed: 0,
      announced: '2000000000000',
      actual: null,
      announcedJobs: '600',
      actualJobs: null,
      approximate: true,
    },
    {
      phase: 'building',
      commitments: 2,
      undisclosed: 0,
      announced: '1280000000000',
      actual: null,
      announcedJobs: null,
      actualJobs: null,
      approximate: false,
    },
  ])
  expect(after.offices.find((one) => one.slug === 'narae')).toMatchObject({
    commitments: 2,
    realised: 0,
    lost: 0,
    announced: '1640000000000',
    actual: null,
  })
  expect(after.offices.find((one) => one.slug === 'empty')).toMatchObject({ commitments: 0, announced: null })
  // an office without commitments was worked out too, and is not asked for again today
  expect(after.waiting).toBe(0)

  // as known now it is what the round says; the same question gives the same bytes whatever comes later
  const known = new Date().toISOString()
  const ask = async (query: string) => (await client.send('GET', `/installation/roll-up?${query}`)).text()
  const then = await ask(`knownOn=${known}`)
  expect((JSON.parse(then) as RollUp).phases).toEqual(after.phases)
  expect((JSON.parse(then) as RollUp).offices.find((one) => one.slug === 'narae')).toMatchObject({ announced: '1640000000000', computedAt: null })
  await portfolioOf({ store: app.store, officeId: ids[2]!, userId: admin })
  await app.office('later')
  expect(await ask(`knownOn=${known}`)).toBe(then)
  expect((JSON.parse(await ask(`knownOn=${new Date().toISOString()}`)) as RollUp).phases[0]).toMatchObject({
    phase: 'announced',
    commitments: 3,
    announced: '3000000000000',
  })
  // before anything was known no office stood there
  expect(JSON.parse(await ask('knownOn=2001-01-01T00:00:00Z'))).toEqual({ phases: [], offices: [], waiting: 0 })
  expect((await client.send('GET', '/installation/roll-up?asOf=2024-02-30')).status).toBe(422)

  expect((await client.send('POST', '/installation/roll-up')).status).toBe(202)
})
