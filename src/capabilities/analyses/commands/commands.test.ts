import { describe, expect, test } from 'vitest'
import type { Command, CommandContext } from '#api/cli/command'
import { demonstrationChain } from '../demonstration/chain.ts'
import { demonstrationForecast } from '../demonstration/forecast.ts'
import { demonstrationStructure } from '../demonstration/structure.ts'
import { demonstrationWarning } from '../demonstration/warning.ts'
import { analysesCommands } from './index.ts'

async function run(name: string, file: string, options: Record<string, string | boolean> = {}, terminal = false) {
  const said = { out: '', error: '' }
  const never = () => Promise.reject(new Error('no server is needed'))
  const context: CommandContext = {
    words: ['case.json'],
    options,
    io: {
      stdout: (text) => {
        said.out += text
      },
      stderr: (text) => {
        said.error += text
      },
      readFile: async () => new TextEncoder().encode(file),
      writeFile: never,
      readStdin: never,
      terminal,
      colour: false,
    },
    locale: 'ko',
    api: never,
    office: never,
  }
  const command = analysesCommands.find((one): one is Command => one.name === name)!
  return { code: await command.run(context), ...said }
}

describe('cases from files, without a server', () => {
  const cases = {
    structure: demonstrationStructure(),
    chain: demonstrationChain(),
    warn: demonstrationWarning(),
    forecast: demonstrationForecast({ value: 110_000, year: 2030, factId: null }),
  }
  test.each(Object.entries(cases))('%s gives its report and how it was worked out', async (name, of) => {
    // the kind goes without saying
    const { kind, ...rest } = of
    const { code, out } = await run(name, JSON.stringify(rest), { json: true })
    expect(code).toBe(0)
    const answer = JSON.parse(out) as { kind: string; report: { name: string }; basis: { method: string; warnings: string[] } }
    expect(answer.kind).toBe(kind)
    expect(answer.report.name).toBe(of.name)
    expect(answer.basis.method).toMatch(/Report$/)
    expect(answer.basis.warnings[0]).toContain('synthetic')
  })

  test('a person at a terminal reads sentences', async () => {
    expect((await run('chain', JSON.stringify(cases.chain), {}, true)).out).toMatch(/빠짐\t라이다\t모자람 576\.0 억원\t후보: 루미라이다/)
    expect((await run('warn', JSON.stringify(cases.warn), {}, true)).out).toContain('내려가고 있습니다')
  })

  test('a table of months is an early warning', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, t) => `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')},가산단,${80 + 2 * Math.sin(t * 7) - (t > 52 ? 9 : 0)}`,
    )
    const { code, out } = await run('warn', `\ufeff월,구역,값\n${rows.join('\n')}\n`, { json: true, 'false-alarms': '5%' })
    expect(code).toBe(0)
    expect(JSON.parse(out).report).toMatchObject({ verdict: 'falling', falseAlarmsPerYear: 0.05 })
  })

  test('a table of persons is a structure once the region is named', async () => {
    const of = demonstrationStructure()
    const rows = of.years.flatMap((year, t) =>
      of.regions.flatMap(({ name }, i) => of.industries.map((one, j) => `${year},${name},${one.name},${of.values[t]![i]![j]}`)),
    )
    const csv = `해,지역,산업,종사자\n${rows.join('\n')}`
    const { out } = await run('structure', csv, { json: true, region: '광주' })
    const first = (text: string) => (JSON.parse(text) as { report: { total: unknown } }).report.total
    expect(first(out)).toEqual(first((await run('structure', JSON.stringify(of), { json: true })).out))
    expect((await run('structure', csv)).error).toContain('--region')
    expect((await run('structure', JSON.stringify(of), { region: '없음' })).error).toContain('없음')
  })

  test('what is wrong is said in one line each, and nothing is printed', async () => {
    for (const [name, file, words] of [
      ['chain', '{', 'expected JSON'],
      ['chain', '{"name":"x"}', 'source'],
      ['structure', JSON.stringify(cases.chain), 'use gusul chain'],
      ['chain', JSON.stringify({ ...cases.chain, core: { ship: 3 } }), 'expected a part of the list'],
      ['warn', '월,값\n2024-01,3', '구역'],
      ['warn', JSON.stringify({ ...cases.warn, series: [{ ...cases.warn.series[0], values: [1, 'x'] }] }), 'series.0.values.1'],
    ] as const) {
      const { code, out, error } = await run(name, file)
      expect(code, words).toBe(1)
      expect(out).toBe('')
      expect(error).toContain(words)
    }
    expect((await run('warn', JSON.stringify(cases.warn), { 'false-alarms': '2' })).error).toContain('got "2"')
  })
})
