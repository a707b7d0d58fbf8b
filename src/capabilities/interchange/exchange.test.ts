import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, csvText, ImportDesk, setCell } from '#support/import-desk'

let desk: ImportDesk
const ids: Record<string, string> = {}
let earlier = ''
beforeAll(async () => {
  desk = await ImportDesk.open('exchange')
  ids.open = await desk.add('가람 물류센터', {
    place: '나래시',
    investors: ['가람물류'],
    values: [{ indicator: 'investment', facet: 'announced', value: '1000000000000', unit: 'KRW' }],
  })
  ids.hidden = await desk.add('비밀 배터리', {
    place: '나래시',
    confidential: true,
    investors: ['감춘전지'],
    values: [{ indicator: 'jobs', facet: 'announced', value: '7700777', unit: 'persons' }],
  })
})
afterAll(() => desk?.close())

const formats = ['csv&table=projects', 'csv&table=facts', 'csv&table=parties', 'oc4ids', 'sdmx', 'ftm'] as const
const text = async (query: string, client = desk.officer) => new TextDecoder().decode(await desk.download(`format=${query}`, client))

test('exports hold what the reader may see and nothing else; who took confidential records along stands in the history', async () => {
  for (const format of formats) {
    const [whole, part] = [await text(format), await text(format, desk.viewer)]
    expect([format, /비밀 배터리|감춘전지|7700777/.test(whole)]).toEqual([format, true])
    expect([format, /비밀|감춘|7700777/.test(part), /가람/.test(part)]).toEqual([format, false, true])
  }
  const { items } = await desk.get<{ items: { action: string; detail: { kind?: string; format?: string; subjects?: number } }[] }>('/audit?limit=50')
  expect(
    items.filter((one) => one.action === 'confidential.read' && one.detail.kind === 'export').map((one) => [one.detail.format, one.detail.subjects]),
  ).toContainEqual(['oc4ids', 1])
})

test('the same question gives the same bytes, and an old question its old answer', async () => {
  const twins: string[] = []
  for (const [at, name] of ['다온 공장', '다온 2공장', '다온 3공장'].entries())
    twins.push(
      await desk.add(name, { investors: [`다온${at}`], values: [{ indicator: 'jobs', facet: 'announced', value: `${at + 1}00`, unit: 'persons' }] }),
    )
  await new Promise((resolve) => setTimeout(resolve, 20))
  const knownOn = new Date().toISOString()
  earlier = knownOn
  const before = new Map<string, string>()
  for (const format of formats) before.set(format, await text(`${format}&knownOn=${knownOn}`))
  for (const format of formats) expect(await text(format)).toBe(await text(format))
  await new Promise((resolve) => setTimeout(resolve, 20))
  const view = await desk.officer.send('GET', `${desk.root}/projects/${ids.open}`)
  const change = {
    place: '나래시 새솔동',
    nameKo: '가람 종합물류센터',
    values: [{ indicator: 'investment', facet: 'announced', value: '900000000000', unit: 'KRW' }],
  }
  await bodyOf(await desk.officer.send('PATCH', `${desk.root}/projects/${ids.open}`, change, { 'if-match': view.headers.get('etag')! }))
  expect(await text('csv&table=facts')).toContain('900000000000')
  // joined since, and put away
  await bodyOf(await desk.head.send('POST', `${desk.root}/projects/${twins[0]}/join`, { other: twins[1], reason: '같은 사업' }))
  await bodyOf(await desk.head.send('POST', `${desk.root}/projects/${twins[2]}/archive`, { archived: true }))
  expect(await text('csv&table=projects')).not.toMatch(/다온 2공장|다온 3공장/)
  for (const format of formats) expect([format, await text(`${format}&knownOn=${knownOn}`)]).toEqual([format, before.get(format)])
})

test('a file of an old date is compared with what it said then: what was not edited changes nothing', async () => {
  const grid = await desk.table('facts', `&knownOn=${earlier}`)
  expect((await desk.bring('old.csv', csvText(grid))).counts).toMatchObject({ changes: 0, conflicts: 0, errors: 0 })
  setCell(grid, '1000000000000', '값', '1100000000000')
  const run = await desk.bring('old.csv', csvText(grid))
  expect((await desk.changes(run.id)).map((one) => [one.kind, one.before, one.after])).toEqual([['conflict', '900000000000', '1100000000000']])
})

test('a viewer may take files out but bring none in, and sees nothing of imports', async () => {
  const form = { cookie: desk.viewer.cookie!, 'x-gusul-csrf': desk.viewer.csrf! }
  const body = new FormData()
  body.set('file', new File(['번호,이름\r\n,새 공장\r\n'], 'a.csv'))
  expect((await desk.app.app.request(`/api/v1${desk.root}/imports`, { method: 'POST', headers: form, body })).status).toBe(403)
  expect((await desk.viewer.send('GET', `${desk.root}/imports`)).status).toBe(403)
})

test('who may not write any more by the time the work begins writes nothing', async () => {
  const grid = await desk.table('projects')
  setCell(grid, '나래시 새솔동', '팀', '떠난 팀')
  const run = await desk.bring('a.csv', csvText(grid))
  await desk.jobs.stop()
  await bodyOf(await desk.officer.send('POST', `${desk.root}/imports/${run.id}/apply`, {}))
  await desk.app.store.inOffice(desk.officeId, null, (tx) =>
    tx.updateTable('membership').set({ role: 'viewer' }).where('office_id', '=', desk.officeId).where('role', '=', 'officer').execute(),
  )
  const { startJobs } = await import('#store/jobs')
  const { interchangeJobs } = await import('./jobs.ts')
  const jobs = await startJobs(desk.app.store, interchangeJobs)
  try {
    expect((await desk.ended(run.id)).state).toBe('checked')
    expect((await desk.get<{ team: string | null }>(`/projects/${ids.open}`)).team).toBeNull()
  } finally {
    await jobs.stop()
  }
})

test('the OC4IDS prefix stands in until the administrator enters the registered one', async () => {
  const before = await desk.get<{ oc4idsPrefix: string; registered: boolean }>('/interchange-settings')
  expect([before.registered, /^x[a-z0-9]{5}$/.test(before.oc4idsPrefix)]).toEqual([false, true])
  expect(await text('oc4ids', desk.head)).toContain(`"oc4ids-${before.oc4idsPrefix}-${ids.open}"`)
  const root = await desk.app.user('root@narae.example')
  await desk.app.member(desk.officeId, root, 'administrator')
  const administrator = await desk.app.signIn('root@narae.example')
  expect((await administrator.send('PUT', `${desk.root}/interchange-settings`, { oc4idsPrefix: 'TOO-LONG' })).status).toBe(422)
  await bodyOf(await administrator.send('PUT', `${desk.root}/interchange-settings`, { oc4idsPrefix: 'bu3kcz' }))
  expect(await text('oc4ids', desk.head)).toContain(`"oc4ids-bu3kcz-${ids.open}"`)
})
