import { describe, expect, test } from 'vitest'
import type { Command, CommandContext } from '#api/cli/command'
import { cp949 } from '#support/cp949'
import { demonstrationChain } from '../demonstration/chain.ts'
import { demonstrationForecast } from '../demonstration/forecast.ts'
import { demonstrationStructure } from '../demonstration/structure.ts'
import { demonstrationWarning } from '../demonstration/warning.ts'
import { analysesCommands } from './index.ts'

async function run(
  name: string,
  file: string | Uint8Array,
  options: Record<string, string | boolean> = {},
  terminal = false,
  locale: 'ko' | 'en' = 'ko',
) {
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
      readFile: async () => (typeof file === 'string' ? new TextEncoder().encode(file) : file),
      writeFile: never,
      readStdin: never,
      terminal,
      colour: false,
    },
    locale,
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

  test('a CSV of Korean Windows is read as well', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, t) => `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')},가산단,${80 + Math.sin(t * 7)}`,
    )
    const { code, out } = await run('warn', cp949(`월,구역,값\n${rows.join('\n')}\n`), { json: true })
    expect([code, (JSON.parse(out) as { report: { series: { id: string }[] } }).report.series.length]).toEqual([0, 1])
  })

  test('what is wrong is said where it stands: what belongs there, what came and what to do, in the language of the reader', async () => {
    for (const [name, file, ko, en] of [
      ['chain', '{', 'JSON이 아닙니다', 'expected JSON'],
      ['chain', '', '빈 파일', 'empty file'],
      ['forecast', '[1]', '묶음({ … }) 하나', 'one object'],
      ['chain', '{"name":"x"}', 'source: 빠졌습니다 (묶음)', 'source: expected a value (object), got nothing'],
      ['structure', JSON.stringify(cases.chain), 'gusul chain', 'use gusul chain'],
      ['chain', JSON.stringify({ ...cases.chain, core: { ship: 3 } }), '“ship”는 목록에 없는 부품', 'expected a part of the list'],
      ['warn', '월,값\n2024-01,3', '구역', '구역'],
      [
        'warn',
        JSON.stringify({ ...cases.warn, series: [{ ...cases.warn.series[0], values: [1, 'x'] }] }),
        'series.0.values.1: 있어야 할 것은 수, 적힌 것은 "x"',
        'series.0.values.1: expected a number, got "x"',
      ],
      ['forecast', JSON.stringify({ ...cases.forecast, level: 2 }), 'level: 있어야 할 것은', 'level:'],
    ] as const) {
      const korean = await run(name, file)
      expect([korean.code, korean.out, korean.error.includes(ko)], korean.error).toEqual([1, '', true])
      const english = await run(name, file, {}, false, 'en')
      expect([english.code, english.error.includes(en)], english.error).toEqual([1, true])
    }
    expect(await run('warn', JSON.stringify(cases.warn), { 'false-alarms': '2' })).toMatchObject({ code: 2 })
    expect(await run('structure', '해,지역,산업,종사자\n2020,가,나,1')).toMatchObject({ code: 2 })
  })

  test('a field that nobody knows is named, and the answer comes all the same', async () => {
    const { code, error } = await run('chain', JSON.stringify({ ...cases.chain, withinKilometres: 5, _note: 'mine' }), { json: true })
    expect([code, error]).toEqual([0, '주의: "withinKilometres"은(는) 모르는 칸이라 쓰지 않았습니다\n'])
  })
})
