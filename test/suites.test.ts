import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommandContext } from '#api/cli/command'
import { suites } from '#capabilities/intake/commands/suites'
import { scoreCases } from '#engines/reading/cases/judge'
import type { SuiteCase } from '#engines/reading/cases/suite-case'

/** The cases of two public projects lie beside the repository where they are at hand; without them the scores cannot be taken. */
const folder = new URL('../../shared/suites/', import.meta.url)
const present = existsSync(new URL('duckling-ko.json', folder)) && existsSync(new URL('recognizers-ko.json', folder))
const load = (name: string): SuiteCase[] => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

describe.skipIf(!present)('public Korean cases (skipped: ../shared/suites is not beside the repository)', () => {
  test.each([
    ['duckling-ko.json', 0.99],
    ['recognizers-ko.json', 0.97],
  ])('of %s at least %d are read as expected, every kind counted', (name, least) => {
    const { kinds, refused } = scoreCases(load(name))
    const total = kinds.reduce((n, kind) => n + kind.total, 0)
    expect(1 - refused.length / total, refused.map((r) => r.case.text).join(' | ')).toBeGreaterThanOrEqual(least)
  })
})

/** Runs the command and gives what it said. */
async function run(words: string[], options: CommandContext['options'] = {}): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const context = {
    words,
    options,
    io: {
      stdout: (text: string) => void (out += text),
      stderr: (text: string) => void (err += text),
      readFile: async (path: string) => readFileSync(path),
    },
  } as unknown as CommandContext
  return { code: await suites.run(context), out, err }
}

const own: SuiteCase[] = [
  { suite: 'duckling-ko', kind: 'number', text: '삼백이', expected: { type: 'value', value: 302 } },
  { suite: 'duckling-ko', kind: 'number', text: '삼백이', expected: { type: 'value', value: 301 } },
  {
    suite: 'recognizers-ko',
    kind: 'percent',
    text: '7퍼센트',
    expected: [{ text: '7퍼센트', type: 'percentage', start: 0, end: 4, value: { value: '7%' } }],
  },
  { suite: 'recognizers-ko', kind: 'colour', text: '파랑', expected: [] },
]

describe('gusul suites', () => {
  test('prints a line for each kind and the total last; an unknown kind and a wrong value count as failed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'suites-'))
    await writeFile(join(dir, 'own.json'), JSON.stringify(own))
    const { code, out } = await run([dir])
    expect(code).toBe(0)
    expect(out).toBe('number 1/2\npercent 1/1\ncolour 0/1\ntotal 2/4\n')
  })
  test('--failed shows each refused case with the convention it differs by, what was expected and what was read', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'suites-'))
    await writeFile(join(dir, 'own.json'), JSON.stringify(own))
    const { out } = await run([dir], { failed: true })
    expect(out).toContain('"삼백이"')
    expect(out).toContain('{"type":"value","value":302}')
    expect(out).toContain('differs  value: value')
    expect(out).toContain('differs  kind: nobody reads "colour"')
  })
  test('a folder without cases and a file that is no list are named', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'suites-'))
    expect((await run([dir])).err).toContain(dir)
    expect((await run([join(dir, 'none')])).code).toBe(1)
    await writeFile(join(dir, 'bad.json'), '{"a":1}')
    expect((await run([dir])).err).toContain('bad.json')
    expect((await run([])).code).toBe(2)
  })
})
