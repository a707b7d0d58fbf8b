import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cp949 } from '#support/cp949'
import { addRow, bodyOf, csvText, type Grid, ImportDesk, setCell, xlsxOf } from '#support/import-desk'
import type { ImportRun } from './schemas.ts'

let desk: ImportDesk
const ids: Record<string, string> = {}
beforeAll(async () => {
  desk = await ImportDesk.open('refusals')
  for (const name of ['가람 물류센터', '나리 바이오', '다온 전지'])
    ids[name] = await desk.add(name, {
      place: '나래시',
      values: [
        { indicator: 'investment', facet: 'announced', value: '1000000000000', unit: 'KRW' },
        { indicator: 'jobs', facet: 'announced', value: '100', unit: 'persons' },
      ],
    })
})
afterAll(() => desk?.close())

const place = async (name: string) => (await desk.get<{ place: string | null }>(`/projects/${ids[name]}`)).place
const held = async (name: string, indicator: string) =>
  (await desk.get<{ facts: { indicator: string; value: string; knownTo: string | null }[] }>(`/projects/${ids[name]}`)).facts
    .filter((fact) => fact.indicator === indicator && fact.knownTo === null)
    .map((fact) => fact.value)
const found = (run: ImportRun) => [run.state, run.counts.changes, run.counts.additions, run.counts.conflicts, run.counts.errors]

describe('a row with a mistake blocks itself alone', () => {
  test('each mistake names its cell, what was expected, what came and what to do, in Korean and in English; the good row is written', async () => {
    const sheets = await desk.workbook()
    const values = sheets.get('값')!
    const unit = values[0]!.indexOf('단위')
    setCell(sheets.get('사업')!, '가람 물류센터', '공개하는 날', '2026-02-30')
    setCell(sheets.get('사업')!, '나리 바이오', '담당', 'nobody@narae.example')
    setCell(sheets.get('사업')!, '다온 전지', '곳', '나래시 새솔동')
    for (const line of values) if (line.includes('가람 물류센터') && line[unit] === 'persons') line[values[0]!.indexOf('값')] = '약간'
    for (const line of values) if (line.includes('나리 바이오') && line[unit] === 'KRW') line[values[0]!.indexOf('갈래')] = '실적'
    const run = await desk.bring('a.xlsx', await xlsxOf(sheets))
    expect(found(run)).toEqual(['checked', 1, 0, 0, 4])
    const errors = await desk.changes(run.id, '&kind=error')
    const at = (grid: Grid, heading: string) => String.fromCharCode(65 + grid[0]!.indexOf(heading))
    const rows = errors.map((one) => [one.sheet, one.cell, one.after, one.expected!.ko, one.todo!.ko])
    expect(rows).toEqual([
      [
        '사업',
        `${at(sheets.get('사업')!, '공개하는 날')}2`,
        '2026-02-30',
        '2026-01-05 같은 날',
        '연-월-일로 적어 주세요. 달력에 있는 날이어야 합니다.',
      ],
      [
        '사업',
        `${at(sheets.get('사업')!, '담당')}3`,
        'nobody@narae.example',
        '이 기관 사람의 전자우편 주소',
        '주소를 확인하거나, 먼저 사람을 초대해 주세요.',
      ],
      ['값', `${at(values, '값')}3`, '약간', '6000000000이나 60억원 같은 수', '수만 적어 주세요. 모르면 비워 두세요.'],
      ['값', `${at(values, '갈래')}4`, '실적', '그대로 두기: announced', expect.stringContaining('번호를 비운 새 줄로 적어 주세요')],
    ])
    for (const one of errors) expect([one.expected!.en, one.todo!.en].every((words) => /^[\x20-\x7e’“”–…·]+$/.test(words))).toBe(true)
    const done = await desk.work(run.id, 'apply')
    expect([done.state, done.counts.applied]).toEqual(['applied', 1])
    expect([await place('다온 전지'), await place('가람 물류센터'), await held('가람 물류센터', 'jobs')]).toEqual([
      '나래시 새솔동',
      '나래시',
      ['100'],
    ])
  })

  test('rows whose columns were sorted apart, repeated ids and columns for reading are told', async () => {
    const grid = await desk.table('projects')
    const [head, first, second, third] = grid as [string[], string[], string[], string[]]
    const id = head.indexOf('번호')
    const swapped = [
      head,
      first.map((text, at) => (at === id ? second[id]! : text)),
      second.map((text, at) => (at === id ? first[id]! : text)),
      third,
      third,
    ]
    setCell(swapped, '다온 전지', '지금 단계', '가동')
    const run = await desk.bring('p.csv', csvText(swapped))
    expect((await desk.changes(run.id)).map((one) => [one.row, one.cell, one.todo!.ko.slice(0, 24)])).toEqual([
      [2, 'A2', '번호나 대조 칸이 다른 줄의 것입니다. 일부'],
      [3, 'A3', '번호나 대조 칸이 다른 줄의 것입니다. 일부'],
      [4, 'E4', '‘지금 단계’은(는) 읽기만 하는 칸입니다.'],
      [5, expect.any(String), expect.any(String)],
    ])
  })

  test('a heading that stands twice refuses the file; a file of something else says what is wanted', async () => {
    const grid = await desk.table('projects')
    const twice = grid.map((line) => [...line, line[grid[0]!.indexOf('곳')] ?? ''])
    const first = await desk.bring('p.csv', csvText(twice))
    expect([first.state, first.refusal!.ko]).toEqual(['refused', expect.stringContaining('같은 머리의 칸이 두 개씩')])
    const other = await desk.bring('x.csv', 'a,b\r\n1,2\r\n')
    expect([other.state, other.refusal!.ko.slice(0, 12)]).toEqual(['refused', '아는 표가 없습니다. '])
    const broken = await desk.bring('y.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
    expect(broken.state).toBe('refused')
    expect((await desk.officer.send('POST', `${desk.root}/imports/${broken.id}/apply`, {})).status).toBe(409)
  })
})

describe('what others changed meanwhile', () => {
  test('is never overwritten unseen: untouched cells stay as they are now, touched ones are conflicts, with who and when', async () => {
    const sheets = await desk.workbook()
    const view = await desk.officer.send('GET', `${desk.root}/projects/${ids['나리 바이오']}`)
    await bodyOf(
      await desk.head.send(
        'PATCH',
        `${desk.root}/projects/${ids['나리 바이오']}`,
        { place: '나래시 둘째동', industry: '바이오' },
        { 'if-match': view.headers.get('etag')! },
      ),
    )
    setCell(sheets.get('사업')!, '나리 바이오', '곳', '나래시 셋째동')
    setCell(sheets.get('사업')!, '나리 바이오', '메모', '현장 확인')
    const bytes = await xlsxOf(sheets)
    const run = await desk.bring('b.xlsx', bytes)
    // the industry was not touched in the file: that it is out of date there changes nothing
    expect(found(run)).toEqual(['checked', 1, 0, 1, 0])
    expect((await desk.changes(run.id)).map((one) => [one.kind, one.columnName!.ko, one.before, one.after, one.heldBy])).toEqual([
      ['change', '메모', null, '현장 확인', expect.any(String)],
      ['conflict', '곳', '나래시 둘째동', '나래시 셋째동', 'head'],
    ])
    await desk.work(run.id, 'apply')
    expect(await place('나리 바이오')).toBe('나래시 둘째동')
    const again = await desk.bring('b.xlsx', bytes)
    expect(again.before.map((one) => one.id)).toEqual([run.id])
    expect(found(await desk.work(again.id, 'apply', { conflicts: 'replace' }))).toEqual(['applied', 0, 0, 1, 0])
    expect(await place('나리 바이오')).toBe('나래시 셋째동')
    // taken back where nobody changed it since; the other stays as it was put right
    const view2 = await desk.officer.send('GET', `${desk.root}/projects/${ids['나리 바이오']}`)
    await bodyOf(
      await desk.head.send('PATCH', `${desk.root}/projects/${ids['나리 바이오']}`, { note: '다시 확인' }, { 'if-match': view2.headers.get('etag')! }),
    )
    const undone = await desk.work(run.id, 'undo')
    expect([undone.state, undone.counts.kept, (await desk.get<{ note: string }>(`/projects/${ids['나리 바이오']}`)).note]).toEqual([
      'undone',
      1,
      '다시 확인',
    ])
  })

  test('a value that was replaced is found by its series, not by its id', async () => {
    const grid = await desk.table('facts')
    await bodyOf(
      await desk.head.send(
        'PATCH',
        `${desk.root}/projects/${ids['다온 전지']}`,
        { values: [{ indicator: 'jobs', facet: 'announced', value: '120', unit: 'persons' }] },
        { 'if-match': '*' },
      ),
    )
    expect(found(await desk.bring('f.csv', csvText(grid)))).toEqual(['checked', 0, 0, 0, 0])
    const row = grid.find((line) => line.includes('다온 전지') && line.includes('persons'))!
    row[grid[0]!.indexOf('값')] = '130'
    const run = await desk.bring('f.csv', csvText(grid))
    expect((await desk.changes(run.id)).map((one) => [one.kind, one.before, one.after])).toEqual([['conflict', '120', '130']])
  })
})

describe('new rows', () => {
  test('a project with its values, stage, task and party comes from one file, and goes with one undo', async () => {
    const sheets = await desk.workbook()
    addRow(sheets.get('사업')!, { 종류: '투자 사업', 이름: '라온 데이터센터', 곳: '나래시 한빛동', 신규·증설: '신규', 담당: 'OFFICER@narae.example' })
    addRow(sheets.get('값')!, {
      사업: '라온 데이터센터',
      지표: '투자액',
      갈래: '발표',
      값: '1조 2천억원',
      단위: '원',
      어림: '예',
      '기한 끝날': '2027년 12월 31일',
    })
    addRow(sheets.get('값')!, {
      사업: '다온 전지',
      지표: 'jobs',
      갈래: 'actual',
      값: '52',
      단위: '명',
      '기간 첫날': '2026/01/01',
      '기간 끝날': '2026/12/31',
    })
    addRow(sheets.get('단계')!, { 사업: '라온 데이터센터', 단계: '협약', '일어난 날': '2026-01-05', 까닭: '협약 뒤에 받은 자료' })
    addRow(sheets.get('할 일')!, { 사업: '라온 데이터센터', 무엇: '계통평가 접수 확인', 기한: '2026-04-01' })
    addRow(sheets.get('당사자')!, { 사업: '라온 데이터센터', 구실: '투자자', '당사자 이름': '㈜라온', 몫: '35%' })
    const bytes = await xlsxOf(sheets)
    // an officer may not go without evidence: the same rule as on the screen, and only that row is held up
    const byOfficer = await desk.bring('c.xlsx', bytes, desk.officer)
    expect(found(byOfficer)).toEqual(['checked', 0, 5, 0, 1])
    expect((await desk.changes(byOfficer.id, '&kind=error')).map((one) => [one.sheet, one.todo!.ko])).toEqual([
      ['단계', expect.stringContaining('문서')],
    ])
    const run = await desk.bring('c.xlsx', bytes, desk.head)
    expect(await desk.changes(run.id, '&kind=error')).toEqual([])
    expect(found(run)).toEqual(['checked', 0, 6, 0, 0])
    expect((await desk.work(run.id, 'apply', {}, desk.head)).counts.applied).toBe(6)
    const { items } = await desk.get<{
      items: { id: string; nameKo: string; stage: string; announcedInvestment: object; owner: { name: string } }[]
    }>('/projects?q=라온')
    expect(items).toMatchObject([
      {
        nameKo: '라온 데이터센터',
        stage: 'mou',
        owner: { name: 'officer' },
        announcedInvestment: { value: '1200000000000', approximate: true, unit: 'KRW' },
      },
    ])
    const view = await desk.get<{
      relations: { role: string; other: { nameKo: string } }[]
      milestones: { title: string }[]
      facts: { due: object }[]
    }>(`/projects/${items[0]!.id}`)
    expect([view.relations.map((one) => [one.role, one.other.nameKo]), view.milestones.map((one) => one.title), view.facts[0]!.due]).toEqual([
      [['investor', '㈜라온']],
      ['계통평가 접수 확인'],
      { from: null, to: '2028-01-01' },
    ])
    // brought once more, nothing is added twice
    const again = await desk.bring('c.xlsx', bytes, desk.head)
    expect([again.counts.additions, again.counts.changes]).toEqual([0, 0])
    expect((await desk.changes(again.id)).map((one) => [one.sheet, one.todo!.ko.slice(0, 14)])).toEqual([['사업', '같은 이름이 이미 있습니다']])
    await desk.work(run.id, 'undo', {}, desk.head)
    expect((await desk.get<{ items: unknown[] }>('/projects?q=라온')).items).toEqual([])
    expect((await held('다온 전지', 'jobs')).sort()).toEqual(['120'])
  })

  test('a stage without evidence is refused to an officer with the words of the rule', async () => {
    const grid = await desk.table('stages')
    const head = grid.length > 0 ? grid : [['번호', '사업', '단계', '일어난 날', '까닭', '근거 문서']]
    addRow(head, { 사업: '가람 물류센터', 단계: '공사', '일어난 날': '2026-02-01' })
    addRow(head, { 사업: '가람 물류센터', 단계: '꿈', '일어난 날': '2026-02-01' })
    const run = await desk.bring('s.csv', csvText(head))
    const errors = await desk.changes(run.id)
    expect(errors.map((one) => [one.kind, one.columnName?.ko])).toEqual([
      ['error', '단계'],
      ['error', '단계'],
    ])
    expect(errors[1]!.expected!.ko).toContain('협약')
    const refused = await desk.officer.send('POST', `${desk.root}/projects/${ids['가람 물류센터']}/stages`, {
      toStage: 'construction',
      occurredFrom: '2026-02-01',
    })
    // the screen refuses the same step with the same words
    expect(errors[0]!.expected!.ko).toBe(((await refused.json()) as { title: string }).title)
  })
})

describe('files as spreadsheets leave them', () => {
  test('CSV in CP949, with semicolons, with numbers that Excel shortened', async () => {
    const grid = await desk.table('projects')
    setCell(grid, '가람 물류센터', '곳', '나래시 똠방각하동')
    expect((await desk.changes((await desk.bring('k.csv', cp949(csvText(grid).slice(1)))).id)).map((one) => one.after)).toEqual(['나래시 똠방각하동'])
    const semicolons = grid.map((line) => line.map((text) => (/[;"\n]/.test(text) ? `"${text}"` : text)).join(';')).join('\r\n')
    expect(found(await desk.bring('s.csv', semicolons))).toEqual(['checked', 1, 0, 0, 0])
    const facts = await desk.table('facts')
    const at = facts[0]!.indexOf('값')
    const rows = facts.filter((line) => line[at] === '1000000000000')
    rows[0]![at] = '1E+12'
    rows[1]![at] = '1.3E+12'
    const run = await desk.bring('e.csv', csvText(facts))
    expect((await desk.changes(run.id)).map((one) => [one.kind, one.todo?.ko.slice(0, 20)])).toEqual([
      ['error', '표 프로그램이 수를 줄여 적었습니다.'],
    ])
  })

  test('a text that a spreadsheet would run is guarded on its way out and comes back as it was', async () => {
    await desk.add('=HYPERLINK("http://bad.example","누르세요")', { note: "'=이미 따옴표", place: '-3층' })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await desk.download('format=csv&table=projects&q=HYPERLINK'))
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text).toContain(`"'=HYPERLINK(""http://bad.example"",""누르세요"")"`)
    expect(text).toContain(",'-3층,")
    expect(found(await desk.bring('h.csv', text))).toEqual(['checked', 0, 0, 0, 0])
  })

  test('a file without the column Check is compared with the present alone, and says so', async () => {
    const grid = await desk.table('projects')
    const bare = grid.map((line) => line.filter((_, at) => grid[0]![at] !== '대조' && grid[0]![at] !== '지금 단계'))
    setCell(bare, '가람 물류센터', '팀', '투자유치팀')
    const run = await desk.bring('n.csv', csvText(bare))
    expect([found(run), run.warnings.map((one) => one.en)]).toEqual([['checked', 1, 0, 0, 0], [expect.stringContaining('no column Check')]])
  })
})

test('an import can be stopped, and then nothing of it is written', async () => {
  const grid = await desk.table('projects')
  setCell(grid, '가람 물류센터', '팀', '멈춘 팀')
  const run = await desk.bring('t.csv', csvText(grid))
  await bodyOf(await desk.officer.send('POST', `${desk.root}/imports/${run.id}/apply`, {}))
  await bodyOf(await desk.officer.send('POST', `${desk.root}/imports/${run.id}/cancel`))
  const after = await desk.ended(run.id)
  const team = (await desk.get<{ team: string | null }>(`/projects/${ids['가람 물류센터']}`)).team
  expect([
    ['checked', null],
    ['applied', '멈춘 팀'],
  ]).toContainEqual([after.state, team])
})
