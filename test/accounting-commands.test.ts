import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '#api/cli/client'
import { operatorCaller } from '#capabilities/accounts/index'
import { interchangeJobs } from '#capabilities/interchange/jobs'
import type { RatesAnswer } from '#capabilities/rates/schemas'
import { type Jobs, startJobs } from '#store/jobs'
import { freshApp, type TestApp } from '#support/app'
import { runCli } from '#surfaces/cli/cli'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { toolCommands as commands } from '../src/wiring.ts'

test.each(commands.map((command) => [command.name, command] as const))('%s takes every option that its usage names', (_name, command) => {
  const named = [...command.usage.matchAll(/--([a-z][a-z-]*)/g)].map((match) => match[1]!)
  const common = ['office', 'server', 'token', 'data', 'lang', 'help']
  expect(named.filter((name) => !common.includes(name) && !(name in (command.options ?? {})))).toEqual([])
})

/**
 * Two projects: 가온 600억, MOU 2016-03-02, running since 2019-05-01; 나온 400억, MOU 2019-06-03, nothing since.
 * 2016-01 … 2020-09: 1 of 2 run, 600 of 1,000억. 2019 alone: 0 of 1. 2016 alone: 1 of 1.
 */
describe('the accounts at the command line', () => {
  let t: TestApp
  let jobs: Jobs
  let terminal = false
  const folder = mkdtempSync(join(tmpdir(), 'gusul-commands-'))
  const ids: Record<string, string> = {}
  const run = async (...words: string[]) => {
    let [out, err] = ['', '']
    const code = await runCli(words, {
      commands,
      io: {
        stdout: (text) => void (out += text),
        stderr: (text) => void (err += text),
        readFile: async (path) => readFileSync(path),
        writeFile: async (path, bytes) => writeFileSync(path, bytes),
        readStdin: async () => new Uint8Array(),
        terminal,
        colour: false,
      },
      version: '0',
      locale: 'ko',
      isPlain: (error) => error instanceof RangeError,
      api: async (_given, locale) => apiClient(async (path, init) => app.request(path, init), null, locale),
    })
    return { code, out, err }
  }
  const json = async <T>(...words: string[]): Promise<T> => {
    const { code, out, err } = await run(...words)
    expect([words.join(' '), code, code === 0 ? '' : err + out]).toEqual([words.join(' '), 0, ''])
    return JSON.parse(out) as T
  }
  let app: ReturnType<typeof createApp>

  beforeAll(async () => {
    t = await freshApp('accounting_commands')
    await t.office('narae')
    app = createApp({
      store: t.store,
      log: pino({ level: 'silent' }),
      proxy: { trusted: false },
      identify: (_request, store) => operatorCaller(store),
      api: apiRoutes,
      pages: [],
      now: () => new Date(),
    })
    jobs = await startJobs(t.store, interchangeJobs)
    for (const [name, amount] of [
      ['가온', '600억원'],
      ['나온', '400억원'],
    ])
      ids[name!] = (await json<{ id: string }>('projects', 'add', `${name} 공장`, '--investment', amount!, '--json')).id
    // one that comes by a file
    writeFileSync(join(folder, 'new.csv'), '이름\n다온 공장\n')
    expect((await json<{ state: string }>('import', join(folder, 'new.csv'), '--json')).state).toBe('applied')
    for (const [name, stage, on] of [
      ['가온', 'mou', '2016-03-02'],
      ['가온', 'operation', '2019-05-01'],
      ['나온', 'mou', '2019-06-03'],
    ])
      await json('projects', 'stage', ids[name!]!, stage!, '--on', on!, '--reason', '받은 공문', '--json')
  })
  afterAll(async () => {
    await jobs?.stop()
    await t?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('rate answers as the question names it: cohort, measure, definition, as of', async () => {
    const ask = async (...more: string[]) => {
      const answer = await json<RatesAnswer>('rate', '--definition', 'operating', '--as-of', '2020-09-30', '--json', ...more)
      return [answer.figure.value, answer.figure.formula]
    }
    expect(await ask('--cohort', '2016-01..2020-09', '--measure', 'count')).toEqual(['0.5', 'rate_count_operating'])
    expect(await ask('--cohort', '2016-01..2020-09', '--measure', 'money')).toEqual(['0.6', 'rate_money_operating'])
    expect(await ask('--cohort', '2019', '--measure', 'count')).toEqual(['0', 'rate_count_operating'])
    expect(await ask('--cohort', '2016..2016', '--measure', 'count')).toEqual(['1', 'rate_count_operating'])
    expect(await ask('--cohort', '..2020-09', '--measure', 'count', '--kind', 'agreement')).toEqual([null, 'rate_count_operating'])
    // two years before it ran nothing had come true
    expect(
      (await json<RatesAnswer>('rate', '--cohort', '2016', '--measure', 'count', '--definition', 'operating', '--as-of', '2018-01-01', '--json'))
        .figure.value,
    ).toBe('0')
    terminal = true
    expect(
      (await run('rate', '--cohort', '2016-01..2020-09', '--measure', 'count', '--definition', 'operating', '--as-of', '2020-09-30')).out,
    ).toContain('50%\t1건 / 2건')
    terminal = false
    expect((await run('rate', '--cohort', 'soon')).err).toContain('expected a cohort such as 2016-01..2020-09')
  })

  test('compare sets then beside now, as JSON and as CSV', async () => {
    const before = '2018-01-01'
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
    const answer = await json<{ items: { kind: string; subjectName: string; before: { text: string } | null; after: { text: string } | null }[] }>(
      'compare',
      '--then',
      before,
      '--then-known',
      today,
      '--json',
    )
    expect(answer.items.map((one) => [one.kind, one.subjectName, one.before?.text ?? null, one.after?.text ?? null])).toEqual([
      ['stage', '가온 공장', 'mou', 'operation'],
      ['stage', '나온 공장', null, 'mou'],
    ])
    // each came by somebody's hand at a moment, also what an import brings (measured from before it all)
    const whole = await json<{ items: { kind: string; subjectName: string; who: string | null; when: string | null }[] }>(
      'compare',
      '--then',
      '2020-01-01',
      '--then-known',
      '2020-01-01',
      '--json',
    )
    expect(whole.items.filter((one) => one.kind === 'subject' && (one.who === null || one.when === null))).toEqual([])
    expect(whole.items.filter((one) => one.kind === 'subject').map((one) => one.subjectName)).toEqual(['가온 공장', '나온 공장', '다온 공장'])
    const csv = await run('compare', '--then', before, '--then-known', today, '--known-on', today, '--as-of', '2020-01-01', '--csv')
    expect([csv.code, csv.out.split('\n').filter((line) => line.includes('공장')).length]).toEqual([0, 2])
  })

  test('a file goes out, three cells are edited, it comes back: first for show, then for good, then taken back', async () => {
    const file = join(folder, 'projects.csv')
    expect((await run('export', '--format', 'csv', '--table', 'projects', '--out', file)).code).toBe(0)
    const untouched = await json<{ counts: { changes: number }; state: string }>('import', file, '--dry-run', '--json')
    expect([untouched.state, untouched.counts.changes]).toEqual(['checked', 0])
    const text = readFileSync(file, 'utf8')
    const edited = join(folder, 'edited.csv')
    const lines = text.split('\r\n')
    const head = lines[0]!.replace('\ufeff', '').split(',')
    const set = (name: string, heading: string, value: string) => {
      const at = lines.findIndex((line) => line.includes(name))
      const cells = lines[at]!.split(',')
      cells[head.indexOf(heading)] = value
      lines[at] = cells.join(',')
    }
    set('가온 공장', '곳', '나래시 새솔동')
    set('가온 공장', '신규·증설', '증설')
    set('나온 공장', '다른 이름', '나온전자; 나온 1공장')
    writeFileSync(edited, lines.join('\r\n'))
    const dry = await json<{ counts: object; items: { column: string; after: string }[]; state: string }>('import', edited, '--dry-run', '--json')
    expect([dry.state, dry.items.map((one) => [one.column, one.after])]).toEqual([
      'checked',
      [
        ['place', '나래시 새솔동'],
        ['investmentKind', 'expansion'],
        ['aliases', '나온 1공장; 나온전자'],
      ],
    ])
    const done = await json<{ id: string; state: string; counts: { applied: number } }>('import', edited, '--reason', '분기 점검', '--json')
    expect([done.state, done.counts.applied]).toEqual(['applied', 3])
    const seen = await json<{ place: string; investmentKind: string }>('projects', 'show', ids.가온!, '--json')
    expect([seen.place, seen.investmentKind]).toEqual(['나래시 새솔동', 'expansion'])
    expect((await run('import', 'undo', done.id)).code).toBe(0)
    expect((await json<{ place: string | null }>('projects', 'show', ids.가온!, '--json')).place).toBeNull()
  })

  test('every format goes out, the same question with the same bytes', async () => {
    for (const format of ['oc4ids', 'sdmx', 'ftm', 'csv', 'xlsx', 'dictionary']) {
      const [first, second] = [join(folder, `1.${format}`), join(folder, `2.${format}`)]
      for (const path of [first, second]) expect([format, (await run('export', '--format', format, '--out', path)).code]).toEqual([format, 0])
      expect([format, readFileSync(first).equals(readFileSync(second))]).toEqual([format, true])
      expect(readFileSync(first).length).toBeGreaterThan(100)
    }
    expect((await run('export', '--format', 'pdf')).err).toContain('expected --format')
  })

  test('the Monday list, what may come next, and the chain of the history', async () => {
    const list = await json<{ items: { rule: string; subject: { nameKo: string } | null }[] }>('worklist', '--json')
    // 나온: 730 days after 2019-06-03 are long past; 가온 runs on the word of a head alone
    expect(list.items.map((one) => [one.rule, one.subject?.nameKo])).toEqual([
      ['weak_evidence', '가온 공장'],
      ['limit_passed', '나온 공장'],
    ])
    const next = await json<{ machine: string; next: { to: string; until: string | null }[] }[]>('projects', 'next', ids.나온!, '--json')
    expect(next[0]!.next.slice(0, 2).map((one) => [one.to, one.until])).toEqual([
      ['contract', '2021-06-02'],
      ['permit', '2021-06-02'],
    ])
    expect((await run('audit', 'verify')).out).toContain('사슬이 이어집니다')
    expect((await run('twins')).code).toBe(0)
  })

  test.each([
    ['worklist'],
    ['projects', 'list'],
    ['figures'],
    ['rate', '--cohort', '2016-01..2020-09', '--measure', 'money'],
    ['rate', '--cohort', '2031', '--measure', 'money'],
    ['compare', '--then', '2018-01-01'],
    ['checks', 'list'],
    ['corrections', 'list'],
    ['places', 'list'],
    ['comments', 'list'],
    ['partners', 'list'],
    ['evidence', 'list'],
    ['publications', 'list'],
    ['publications', 'choices'],
    ['twins'],
    ['roll-up'],
    ['audit', 'verify'],
    ['agreements', 'list'],
    ['obligations', 'list'],
    ['pledges', 'list'],
    ['pledges', 'summary'],
    ['awards', 'list'],
    ['strategy', 'list'],
    ['queue'],
  ])('%s %s prints in the language that was asked for', async (...words) => {
    terminal = true
    try {
      const told = await run(...words, '--lang', 'en')
      expect([told.code, told.err]).toEqual([0, ''])
      // what people named stays as they named it; places of the sketch are names
      const ours = told.out.replace(/(가온|나온|다온) 공장|나래시 새솔동|받은 공문|명령줄|직접 입력/g, '')
      if (words[0] !== 'places') expect(ours).not.toMatch(/[가-힣]/)
      expect((await run(...words, '--lang', 'fr')).code).toBe(2)
    } finally {
      terminal = false
    }
  })

  test('a refusal is told in that language, too', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000'
    expect((await run('projects', 'show', nowhere)).err).toMatch(/[가-힣]/)
    const { err } = await run('projects', 'show', nowhere, '--lang', 'en')
    expect(err).toMatch(/[a-z]/i)
    expect(err).not.toMatch(/[가-힣]/)
  })
})
