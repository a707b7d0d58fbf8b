import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandContext } from '#api/cli/command'
import { oracles } from './oracles.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gusul-oracles-'))
  const cases = [
    {
      function: 'technicalCoefficients',
      inputs: {
        Z: [
          [150, 500],
          [200, 100],
        ],
        x: [1000, 2000],
      },
      expected: {
        A: [
          [0.15, 0.25],
          [0.2, 0.05],
        ],
      },
      tolerance: 1e-12,
    },
    { function: 'technicalCoefficients', inputs: { Z: [[1]], x: [2] }, expected: { A: [[0.4]] }, tolerance: 1e-12 },
    { function: 'ghosh PEER DEFECT', inputs: {}, expected: 0 },
  ]
  await writeFile(join(folder, 'book.json'), JSON.stringify({ source: 'Miller & Blair', cases }))
  await writeFile(join(folder, 'facts.json'), JSON.stringify({ facts: [] }))
})

afterAll(() => rm(folder, { recursive: true }))

async function run(words: string[], options: CommandContext['options'] = {}): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' }
  const refuse = async (): Promise<never> => {
    throw new Error('not needed')
  }
  const code = await oracles.run({
    words,
    options,
    io: {
      stdout: (text) => (said.out += text),
      stderr: (text) => (said.error += text),
      readFile,
      writeFile: refuse,
      readStdin: refuse,
      terminal: false,
      colour: false,
    },
    locale: 'ko',
    api: refuse,
    office: refuse,
  })
  return { code, ...said }
}

test('each function of each file has its line, and the total comes last', async () => {
  const { code, out } = await run([folder])
  expect(code).toBe(0)
  expect(out).toBe('book.json technicalCoefficients 1/2\nleft out as defects of peers: 1\ntotal 1/2\n')
})

test('what failed is listed with its reason when asked', async () => {
  expect((await run([folder], { failed: true })).out).toContain('book.json technicalCoefficients: A[0][0]: expected 0.4, got 0.5')
})

test('folders in the folder are looked through', async () => {
  const above = await mkdtemp(join(tmpdir(), 'gusul-oracles-'))
  await mkdir(join(above, 'economy'))
  await writeFile(join(above, 'economy', 'book.json'), await readFile(join(folder, 'book.json')))
  const { code, out } = await run([above])
  await rm(above, { recursive: true })
  expect(code).toBe(0)
  expect(out).toBe(`${join('economy', 'book.json')} technicalCoefficients 1/2\nleft out as defects of peers: 1\ntotal 1/2\n`)
})

test('a folder that is not there is one clear line', async () => {
  const { code, error } = await run([join(folder, 'nowhere')])
  expect(code).toBe(1)
  expect(error).toContain('nowhere')
  expect((await run([])).code).toBe(2)
})
