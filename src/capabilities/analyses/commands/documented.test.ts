import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Command, CommandContext } from '#api/cli/command'
import { claimCheckCommand } from '../../economy/commands/claim-check.ts'
import { impactCommand } from '../../economy/commands/impact.ts'
import { analysesCommands } from './index.ts'

// the cases of docs/cases are run as a reader runs them: the name of a file is the name of its command
const folder = join(import.meta.dirname, '../../../../docs/cases')
const commands = new Map([impactCommand, claimCheckCommand, ...analysesCommands].map((one): [string, Command] => [one.name, one]))

async function run(file: string, terminal: boolean) {
  const said = { out: '', error: '' }
  const never = () => Promise.reject(new Error('no server is needed'))
  const context: CommandContext = {
    words: [join(folder, file)],
    options: terminal ? {} : { json: true },
    io: {
      stdout: (text) => (said.out += text),
      stderr: (text) => (said.error += text),
      readFile: async (path) => readFileSync(path),
      writeFile: never,
      readStdin: never,
      terminal,
      colour: false,
    },
    locale: 'ko',
    api: never,
    office: never,
  }
  const code = await commands.get(file.replace(/\.json$/, ''))!.run(context)
  return { code, ...said }
}

const files = readdirSync(folder).sort()

test('every command has its documented case', () => {
  expect(files).toEqual(['chain.json', 'claim-check.json', 'forecast.json', 'impact.json', 'structure.json', 'warn.json'])
})

test.each(files)('docs/cases/%s gives one line of JSON with what it was worked out from, and sentences at a terminal', async (file) => {
  const { code, out, error } = await run(file, false)
  expect([code, error, out.trimEnd().split('\n').length]).toEqual([0, '', 1])
  const answer = JSON.parse(out) as Record<string, unknown> & { basis?: { method: string; assumptions: string[]; warnings: string[] } }
  if (answer.basis) {
    expect(answer.basis.method).toMatch(/Report$|^projectImpact$/)
    expect(answer.basis.warnings.join()).toContain('synthetic')
  } else expect(answer.reference ?? answer.table).toBeTruthy()
  const people = await run(file, true)
  expect([people.code, people.error, /[가-힣]{2}/.test(people.out), people.out.includes('{"')]).toEqual([0, '', true, false])
})

test('the cases say what they should: the fall is real, the claim is coherent, the laser is missing', async () => {
  const answer = async (file: string) => JSON.parse((await run(file, false)).out)
  expect((await answer('warn.json')).report.verdict).toBe('falling')
  expect((await answer('claim-check.json')).verdict).toBe('coherent')
  expect((await answer('chain.json')).report.nodes.find((one: { id: string }) => one.id === 'laser').state).toBe('missing')
  expect(['doubtful', 'unlikely']).toContain((await answer('forecast.json')).report.verdict)
})
