import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRow, bodyOf, csvText, ImportDesk, setCell } from '#support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open('columns')
})
afterAll(() => desk?.close())

interface View {
  aliases: string[]
  archivedAt: string | null
  facts: { indicator: string; facet: string; series: string; value: string; unit: string; knownTo: string | null }[]
  stages: { machine: string; toStage: string; ordinal: number | null; voidedAt: string | null }[]
  history: { id: string; changes: { what: string; from: string | null; to: string | null }[] }[]
}
const view = async (id: string): Promise<View> => bodyOf(await desk.officer.send('GET', `${desk.root}/projects/${id}`))
const nothing = { changes: 0, additions: 0, conflicts: 0, errors: 0 }

describe('other names and putting away are cells of the round trip', () => {
  let plant = ''
  let later = ''

  test('other names are read, written and taken back; a semicolon in a name stays in it', async () => {
    plant = await desk.add('가온 부품 공장', { place: '나래시' })
    await bodyOf(await desk.officer.send('PUT', `${desk.root}/projects/${plant}/aliases`, { names: ['가온공장', 'Gaon; Parts'] }))
    const grid = await desk.table('projects')
    expect(grid[1]![grid[0]!.indexOf('다른 이름')]).toBe('Gaon;; Parts; 가온공장')
    expect((await desk.bring('a.csv', csvText(grid))).counts).toMatchObject(nothing)
    // the same names in another order are the same
    setCell(grid, '가온 부품 공장', '다른 이름', '가온공장;Gaon;; Parts')
    expect((await desk.bring('a.csv', csvText(grid))).counts).toMatchObject(nothing)
    setCell(grid, '가온 부품 공장', '다른 이름', '가온공장; 가온 2공장')
    const run = await desk.bring('a.csv', csvText(grid))
    expect((await desk.changes(run.id)).map((one) => [one.columnName!.ko, one.before, one.after])).toEqual([
      ['다른 이름', 'Gaon;; Parts; 가온공장', '가온 2공장; 가온공장'],
    ])
    await desk.work(run.id, 'apply')
    expect((await view(plant)).aliases).toEqual(['가온 2공장', '가온공장'])
    expect((await view(plant)).history[0]!.changes).toEqual([expect.objectContaining({ what: 'aliases', to: '가온 2공장; 가온공장' })])
    // a name that somebody gives meanwhile is not the import's: it stays
    await bodyOf(await desk.officer.send('PUT', `${desk.root}/projects/${plant}/aliases`, { names: ['가온공장', '가온 2공장', '새 이름'] }))
    await desk.work(run.id, 'undo')
    expect((await view(plant)).aliases).toEqual(['Gaon; Parts', '가온공장', '새 이름'])
  })

  test('a project is put away and taken out by its cell, and an old question still finds it', async () => {
    later = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const before = await desk.download(`format=csv&table=projects&knownOn=${later}`)
    const grid = await desk.table('projects')
    setCell(grid, '가온 부품 공장', '보관', '예')
    const put = await desk.bring('a.csv', csvText(grid))
    await desk.work(put.id, 'apply')
    expect((await view(plant)).archivedAt).not.toBeNull()
    expect((await desk.table('projects')).flat()).not.toContain('가온 부품 공장')
    const archive = await desk.table('projects', '&archived=true')
    expect(archive.flat()).toContain('가온 부품 공장')
    expect(await desk.download(`format=csv&table=projects&knownOn=${later}`)).toEqual(before)
    setCell(archive, '가온 부품 공장', '보관', '아니오')
    const out = await desk.bring('b.csv', csvText(archive))
    await desk.work(out.id, 'apply')
    expect((await view(plant)).archivedAt).toBeNull()
    expect(await desk.download(`format=csv&table=projects&knownOn=${later}`)).toEqual(before)
    await desk.work(out.id, 'undo')
    expect((await view(plant)).archivedAt).not.toBeNull()
    // the undo of the second left it put away: the first is taken back by its own judgement from the history
    const made = (await view(plant)).history.find((one) => one.changes.some((change) => change.what === 'archived' && change.to === 'true'))!
    await bodyOf(await desk.officer.send('POST', `${desk.root}/portfolio/judgements/${made.id}/undo`))
    expect((await view(plant)).archivedAt).toBeNull()
  })

  test('a new row may bring its other names, and stand among what is put away from the start', async () => {
    const grid = await desk.table('projects')
    addRow(grid, { 이름: '옛 협약 공장', '다른 이름': '옛공장; 구공장', 보관: '예' })
    const run = await desk.bring('a.csv', csvText(grid))
    expect(run.counts).toMatchObject({ ...nothing, additions: 1 })
    await desk.work(run.id, 'apply')
    const archive = await desk.table('projects', '&archived=true')
    const row = archive.find((line) => line.includes('옛 협약 공장'))!
    expect([row[archive[0]!.indexOf('다른 이름')], row[archive[0]!.indexOf('보관')]]).toEqual(['구공장; 옛공장', '예'])
  })

  test('a file of before there were these columns still knows which of its cells were touched', async () => {
    const grid = await desk.table('projects')
    const check = grid[0]!.indexOf('대조')
    // the marks of the first edition: without those of the third and the last but one content column
    const columns = grid[0]!.filter((_, at) => at !== 0 && at !== check)
    const gone = ['다른 이름', '보관'].map((name) => columns.indexOf(name))
    for (const line of grid.slice(1)) {
      const marks = line[check]!.slice(2).match(/.{5}/g)!
      line[check] = `c1${marks.filter((_, at) => at === 0 || !gone.includes(at - 1)).join('')}`
    }
    const old = grid.map((line) => line.filter((_, at) => !['다른 이름', '보관'].includes(grid[0]![at]!)))
    expect((await desk.bring('old.csv', csvText(old))).counts).toMatchObject(nothing)
    const id = await view(plant)
    expect(id.archivedAt).toBeNull()
    await bodyOf(await desk.officer.send('PATCH', `${desk.root}/projects/${plant}`, { place: '나래시 새솔동' }, { 'if-match': (await etag(plant))! }))
    setCell(old, '가온 부품 공장', '곳', '나래시 마루동')
    expect((await desk.bring('old.csv', csvText(old))).counts).toMatchObject({ ...nothing, conflicts: 1 })
  })
})

const etag = async (id: string) => (await desk.officer.send('GET', `${desk.root}/projects/${id}`)).headers.get('etag')

describe('what was notified and what arrived are cells of the steps', () => {
  test('instalments go out with their amounts, come back untouched, and new ones add up', async () => {
    const id = await desk.add('누리 반도체', { place: '나래시' })
    const grid = await desk.table('stages')
    const row = (stage: string, day: string, amount: string, unit = '') =>
      addRow(grid, {
        사업: '누리 반도체',
        단계표: '외국인투자',
        단계: stage,
        '일어난 날': day,
        '신고·도착 금액': amount,
        '금액 단위': unit,
        까닭: '받은 공문을 뒤에 넣습니다',
      })
    row('신고', '2026-01-10', '1000만달러')
    row('도착', '2026-03-02', '2500000', 'USD')
    row('도착', '2026-03-02', '1500000', 'USD')
    row('도착', '2026-05-02', '700000')
    const send = await desk.send(desk.head, 'steps.csv', csvText(grid))
    const run = await desk.ended(send.id)
    expect(run.counts).toMatchObject({ ...nothing, additions: 3, errors: 1 })
    expect((await desk.changes(run.id, '&kind=error')).map((one) => [one.row, one.expected!.ko])).toEqual([[expect.any(Number), '금액의 통화']])
    const done = await desk.work(run.id, 'apply', {}, desk.head)
    expect([done.counts.applied, done.counts.left]).toEqual([3, 0])
    const held = (await view(id)).facts.filter((fact) => fact.knownTo === null).map((fact) => [fact.indicator, fact.series, fact.value, fact.unit])
    // 10,000,000 notified; 2,500,000 and 1,500,000 arrived on one day, each an instalment of its own
    expect(held.sort()).toEqual([
      ['fdi_arrived', '1차 도착', '2500000', 'USD'],
      ['fdi_arrived', '2차 도착', '1500000', 'USD'],
      ['fdi_notified', '', '10000000', 'USD'],
    ])
    const arrived = await bodyOf<{ value: string }>(await desk.officer.send('GET', `${desk.root}/figures/arrived_foreign_investment`))
    expect(arrived.value).toBe('4000000')
    const out = await desk.table('stages')
    const cell = (line: string[], heading: string) => line[out[0]!.indexOf(heading)]
    expect(out.slice(1).map((line) => [cell(line, '단계'), cell(line, '신고·도착 금액'), cell(line, '금액 단위'), cell(line, '차수')])).toEqual([
      ['신고', '10000000', 'USD', ''],
      ['도착', '2500000', 'USD', '1'],
      ['도착', '1500000', 'USD', '2'],
    ])
    expect((await desk.bring('again.csv', csvText(out))).counts).toMatchObject(nothing)
    // the file of before, brought again, adds nothing twice
    const again = await desk.ended((await desk.send(desk.head, 'steps.csv', csvText(grid))).id)
    expect(again.counts).toMatchObject({ ...nothing, errors: 1 })
    // a corrected value is a value of its own: the step still says what it said
    const facts = await desk.table('facts')
    setCell(facts, '1500000', '값', '1600000')
    const corrected = await desk.bring('facts.csv', csvText(facts))
    await desk.work(corrected.id, 'apply')
    expect((await desk.bring('again.csv', csvText(out))).counts).toMatchObject(nothing)
    await desk.work(corrected.id, 'undo')
    await desk.work(run.id, 'undo', {}, desk.head)
    expect((await view(id)).facts.filter((fact) => fact.knownTo === null && fact.indicator.startsWith('fdi_'))).toEqual([])
    expect((await view(id)).stages.filter((one) => one.voidedAt === null)).toEqual([])
  })

  test('an amount with a step that has none is refused for its row', async () => {
    await desk.add('다온 공장')
    const grid = await desk.table('stages')
    addRow(grid, { 사업: '다온 공장', 단계: '협약', '일어난 날': '2026-01-10', '신고·도착 금액': '5억원', 까닭: '받은 공문' })
    const run = await desk.ended((await desk.send(desk.head, 'steps.csv', csvText(grid))).id)
    expect(run.counts).toMatchObject({ ...nothing, errors: 1 })
  })
})
