import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, optionFlag } from '#api/cli/command'
import { type Refused, scoreCases } from '#engines/reading/cases/judge'
import type { SuiteCase } from '#engines/reading/cases/suite-case'

/** What is wrong with a folder of suites, in one line. */
class SuitesError extends Error {
  override readonly name = 'SuitesError'
}

/** Every case of every JSON file of a folder and of the folders in it, in the order of the file names. @throws SuitesError for a folder or file that holds no cases. */
async function casesOf(folder: string, read: (path: string) => Promise<Uint8Array>): Promise<SuiteCase[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new SuitesError(`expected a folder with JSON files of cases, got "${folder}"`)
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  if (files.length === 0) throw new SuitesError(`expected JSON files of cases in "${folder}", found none`)
  const all: SuiteCase[] = []
  for (const name of files) {
    const list = parse(new TextDecoder().decode(await read(join(folder, name))), name)
    for (const [i, one] of list.entries()) {
      const c = one as Partial<SuiteCase> | null
      if (typeof c?.suite !== 'string' || typeof c.kind !== 'string' || typeof c.text !== 'string')
        throw new SuitesError(`${name}: expected suite, kind and text in case ${i}, got ${JSON.stringify(one).slice(0, 120)}`)
      all.push(c as SuiteCase)
    }
  }
  return all
}

function parse(text: string, name: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new SuitesError(`${name}: ${(error as Error).message}`)
  }
  if (!Array.isArray(value)) throw new SuitesError(`${name}: expected a list of cases`)
  return value
}

const line = ({ case: c, answer, differs }: Refused): string =>
  `  ${c.suite} ${c.kind}${c.stage ? ` ${c.stage}` : ''} ${JSON.stringify(c.text)}${c.reference_time ? ` at ${c.reference_time}` : ''}\n` +
  `    differs  ${differs}\n    expected ${JSON.stringify(c.expected)}\n    read     ${JSON.stringify(answer)}\n`

/**
 * 공개 사례 채점: how many cases of a folder of public suites (Duckling, Recognizers-Text, or others of their shape) the grammar reads as they expect.
 * Prints `kind passed/total` for each kind and `total passed/total` last; a kind that nobody reads counts as failed. `--failed` adds every refused case with
 * the convention by which it differs, what is expected and what is read.
 */
export const suites: Command = {
  name: 'suites',
  usage: '[--failed] DIR',
  ko: '공개 시험 사례를 얼마나 맞게 읽는지 셉니다',
  en: 'score the grammar on a folder of public cases',
  options: { failed: { type: 'boolean' } },
  run: async (context) => {
    const folder = context.words[0]
    if (folder === undefined || context.words.length > 1) {
      context.io.stderr('expected one folder, such as: gusul suites ../cases\n')
      return 2
    }
    try {
      const { kinds, refused } = scoreCases(await casesOf(folder, context.io.readFile))
      for (const { kind, passed, total } of kinds) context.io.stdout(`${kind} ${passed}/${total}\n`)
      if (optionFlag(context, 'failed')) for (const one of refused) context.io.stdout(line(one))
      const sum = (key: 'passed' | 'total') => kinds.reduce((n, kind) => n + kind[key], 0)
      context.io.stdout(`total ${sum('passed')}/${sum('total')}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof SuitesError)) throw error
      context.io.stderr(`${error.message}\n`)
      return 1
    }
  },
}
