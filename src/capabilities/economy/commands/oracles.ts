import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, type CommandContext, optionFlag } from '#api/cli/command'
import type { OracleCase, OracleFile } from '../oracles/oracle-case.ts'
import { runOracles } from '../oracles/run.ts'

/** What is wrong with a folder of known answers, in one line. */
class OraclesError extends Error {
  override readonly name = 'OraclesError'
}

const textOf = async (context: CommandContext, path: string): Promise<string> => new TextDecoder().decode(await context.io.readFile(path))

/** The files of a folder and of the folders in it. */
async function filesOf(folder: string, context: CommandContext): Promise<OracleFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new OraclesError(`expected a folder with JSON files of known answers, got "${folder}"`)
  })
  const files: OracleFile[] = []
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const file = fileOf(await textOf(context, join(folder, name)), name)
    if (file) files.push(file)
  }
  if (files.length === 0) throw new OraclesError(`expected JSON files with "cases" in "${folder}", found none`)
  return files
}

/** The cases of a file with what it says of its source, or null for a file that holds none (a list of facts). */
function fileOf(text: string, name: string): OracleFile | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new OraclesError(`${name}: ${(error as Error).message}`)
  }
  const { cases, source } = (value ?? {}) as { cases?: unknown; source?: unknown }
  if (cases === undefined) return null
  if (!Array.isArray(cases)) throw new OraclesError(`${name}: expected a list of cases`)
  for (const [i, one] of cases.entries())
    if (typeof one?.function !== 'string' || typeof one.inputs !== 'object' || one.inputs === null)
      throw new OraclesError(`${name}: expected function and inputs in case ${i}, got ${JSON.stringify(one).slice(0, 120)}`)
  return { name, cases: cases as OracleCase[], ...(typeof source === 'string' ? { source } : {}) }
}

/**
 * 경제 정답 채점: how many known answers of a folder the economics engine gives to their tolerance.
 * Prints `file function passed/total` for each function and `total passed/total` last. Cases named PEER BUG or PEER DEFECT stay outside the total; a function that is not known counts as failed.
 */
export const oracles: Command = {
  name: 'oracles',
  usage: '[--failed] DIR',
  ko: '경제 계산을 알려진 정답과 맞춰 봅니다',
  en: 'hold the economics engine to a folder of known answers',
  options: { failed: { type: 'boolean' } },
  run: async (context) => {
    const folder = context.words[0]
    if (folder === undefined || context.words.length > 1) {
      context.io.stderr('expected one folder, such as: gusul oracles ../answers\n')
      return 2
    }
    try {
      const { scores, failures, left } = await runOracles(await filesOf(folder, context), (name) => textOf(context, join(folder, name)))
      for (const { file, function: name, passed, total } of scores) context.io.stdout(`${file} ${name} ${passed}/${total}\n`)
      if (optionFlag(context, 'failed'))
        for (const { file, case: one, reason } of failures) context.io.stdout(`  ${file} ${one.function}: ${reason}\n`)
      if (left > 0) context.io.stdout(`left out as defects of peers: ${left}\n`)
      const sum = (key: 'passed' | 'total') => scores.reduce((n, one) => n + one[key], 0)
      context.io.stdout(`total ${sum('passed')}/${sum('total')}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof OraclesError)) throw error
      context.io.stderr(`${error.message}\n`)
      return 1
    }
  },
}
