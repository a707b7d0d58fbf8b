import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, ImportDesk, setCell, sheetsOf, xlsxOf } from '#support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open('round_trip')
})
afterAll(() => desk?.close())

const won = (value: string) => ({ indicator: 'investment', facet: 'announced', value, unit: 'KRW' })

describe('three cells of a file are edited', () => {
  let id = ''
  let factory = ''

  test('a file that nobody edited changes nothing, as XLSX and as CSV, in Korean and in English', async () => {
    factory = await desk.add('새솔 부품 공장', {
      place: '나래시 새솔동',
      industry: '기계',
      note: '=시작이 등호인 메모',
      values: [won('600000000000'), { indicator: 'jobs', facet: 'announced', value: '300', unit: 'persons' }],
    })
    await desk.add('마루 연구소', { place: '마루동', note: '둘째 줄이\n있는 "메모", 쉼표도', values: [won('12345678901234567890')] })
    await desk.officer.send('POST', `${desk.root}/projects/${factory}/milestones`, { title: '부지 확인', dueOn: '2026-03-01' })
    await desk.officer.send('POST', `${desk.root}/projects/${factory}/relations`, {
      role: 'investor',
      name: '나래정밀',
      direction: 'from',
      part: null,
      share: '0.35',
      since: null,
      until: null,
    })
    await desk.head.send('POST', `${desk.root}/projects/${factory}/stages`, {
      toStage: 'mou',
      occurredFrom: '2026-01-05',
      reason: '협약 뒤에 받은 자료',
    })
    for (const language of ['ko', 'en'])
      for (const [name, query] of [
        ['a.xlsx', 'format=xlsx'],
        ...['projects', 'facts', 'stages', 'milestones', 'parties'].map((table) => [`${table}.csv`, `format=csv&table=${table}`]),
      ] as [string, string][]) {
        const run = await desk.bring(name, await desk.download(`${query}&lang=${language}`))
        expect([name, language, run.state, run.counts, run.refusal, run.warnings]).toEqual([
          name,
          language,
          'checked',
          { changes: 0, additions: 0, conflicts: 0, errors: 0, applied: 0, left: 0, kept: 0 },
          null,
          [],
        ])
        expect([name, run.rows, run.unchanged]).toEqual([name, run.rows, run.rows])
        expect(run.rows).toBeGreaterThan(0)
      }
  })

  test('the check shows exactly three changes with old, new, who, row and column; nothing is written yet', async () => {
    const sheets = await desk.workbook()
    setCell(sheets.get('사업')!, '새솔 부품 공장', '곳', '나래시 한빛동')
    setCell(sheets.get('값')!, '300', '값', '350')
    setCell(sheets.get('할 일')!, '부지 확인', '한 날', '2026. 2. 20.')
    const run = await desk.bring('고침.xlsx', await xlsxOf(sheets))
    expect(run.counts).toMatchObject({ changes: 3, additions: 0, conflicts: 0, errors: 0 })
    id = run.id
    const found = await desk.changes(id)
    expect(found.map((one) => [one.sheet, one.row, one.cell, one.columnName!.ko, one.subjectName, one.before, one.after, one.heldBy])).toEqual([
      ['사업', 2, expect.stringMatching(/^[A-Z]2$/), '곳', '새솔 부품 공장', '나래시 새솔동', '나래시 한빛동', 'officer'],
      ['값', 3, expect.stringMatching(/^[A-Z]3$/), '값', '새솔 부품 공장', '300', '350', 'officer'],
      ['할 일', 2, expect.stringMatching(/^[A-Z]2$/), '한 날', '새솔 부품 공장', null, '2026-02-20', 'officer'],
    ])
    expect((await bodyOf<{ place: string }>(await desk.officer.send('GET', `${desk.root}/projects/${factory}`))).place).toBe('나래시 새솔동')
  })

  test('applied, they stand with a sentence and a judgement; the old value stays known; bringing the same file again changes nothing', async () => {
    const run = await desk.work(id, 'apply', { reason: '분기 점검' })
    expect([run.state, run.counts.applied, run.counts.left]).toEqual(['applied', 3, 0])
    const view = await bodyOf<{
      place: string
      facts: { indicator: string; value: string; knownTo: string | null; method: string; quotes: { sentence: string }[] }[]
      milestones: { title: string; doneOn: string | null }[]
      history: { kind: string; reason: string | null; changes: { what: string; from: string | null; to: string | null }[] }[]
    }>(await desk.officer.send('GET', `${desk.root}/projects/${factory}`))
    expect(view.place).toBe('나래시 한빛동')
    expect(view.milestones[0]!.doneOn).toBe('2026-02-20')
    const jobsFact = view.facts.find((fact) => fact.indicator === 'jobs' && fact.knownTo === null)!
    expect([jobsFact.value, jobsFact.method, jobsFact.quotes[0]!.sentence]).toEqual([
      '350',
      'imported',
      'narae시 가져오기: 새솔 부품 공장의 발표 일자리는 350명이다.',
    ])
    expect(view.history.find((one) => one.reason === '분기 점검')!.changes).toEqual([
      expect.objectContaining({ what: 'place', from: '나래시 새솔동', to: '나래시 한빛동' }),
      expect.objectContaining({ what: 'jobs', from: '300', to: '350' }),
    ])
    const sheets = await sheetsOf(new Uint8Array(await (await desk.officer.send('GET', `${desk.root}/imports/${id}/file`)).arrayBuffer()), 'a.xlsx')
    const again = await desk.bring('고침.xlsx', await xlsxOf(sheets))
    expect(again.counts).toMatchObject({ changes: 0, additions: 0, conflicts: 0, errors: 0 })
  })

  test('one undo takes the whole import back', async () => {
    const run = await desk.work(id, 'undo')
    expect([run.state, run.counts.kept]).toEqual(['undone', 0])
    const view = await bodyOf<{
      place: string
      facts: { indicator: string; value: string; knownTo: string | null }[]
      milestones: { doneOn: string | null }[]
    }>(await desk.officer.send('GET', `${desk.root}/projects/${factory}`))
    expect([
      view.place,
      view.milestones[0]!.doneOn,
      view.facts.filter((fact) => fact.indicator === 'jobs' && fact.knownTo === null).map((fact) => fact.value),
    ]).toEqual(['나래시 새솔동', null, ['300']])
    expect((await desk.officer.send('POST', `${desk.root}/imports/${id}/undo`)).status).toBe(409)
  })
})
