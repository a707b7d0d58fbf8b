import { apiAdapters } from './adapters-api.ts'
import { modelAdapters } from './adapters-model.ts'
import { ioAnalysisAdapters } from './adapters-peers.ts'
import { reatAdapters } from './adapters-reat.ts'
import { econGeoAdapters, structureAdapters } from './adapters-structure.ts'
import { tableAdapters } from './adapters-tables.ts'
import { timeAdapters } from './adapters-time.ts'
import { differenceOf } from './judge.ts'
import type { Adapter, OracleCase, OracleFile, ReadBeside } from './oracle-case.ts'

const adapters: readonly Adapter[] = [
  ...modelAdapters,
  ...tableAdapters,
  ...structureAdapters,
  ...econGeoAdapters,
  ...ioAnalysisAdapters,
  ...reatAdapters,
  ...timeAdapters,
  ...apiAdapters,
]

/** A case whose expected value is a known mistake of the program that made it. */
export const isPeerDefect = (one: OracleCase): boolean => /PEER (BUG|DEFECT)/.test(one.function)

/** How many cases of one function of one file came out as expected. */
export interface Score {
  readonly file: string
  readonly function: string
  passed: number
  total: number
}

/** A case that did not pass. */
export interface Failure {
  readonly file: string
  readonly case: OracleCase
  readonly reason: string
}

/** 공개 정답 채점: every case of every file, put to the engine. A function that nobody here knows counts as failed; known defects of peers stay outside. */
export async function runOracles(files: readonly OracleFile[], read: ReadBeside): Promise<{ scores: Score[]; failures: Failure[]; left: number }> {
  const scores: Score[] = []
  const failures: Failure[] = []
  let left = 0
  for (const file of files)
    for (const one of file.cases) {
      if (isPeerDefect(one)) {
        left++
        continue
      }
      let score = scores.find((other) => other.file === file.name && other.function === one.function)
      if (!score) scores.push((score = { file: file.name, function: one.function, passed: 0, total: 0 }))
      score.total++
      const reason = await ask(one, file, read)
      if (reason === null) score.passed++
      else failures.push({ file: file.name, case: one, reason })
    }
  return { scores, failures, left }
}

async function ask(one: OracleCase, file: OracleFile, read: ReadBeside): Promise<string | null> {
  const adapter = adapters.find(({ matches }) => matches.test(one.function))
  if (!adapter) return 'no such function here'
  try {
    // what lies beside a file lies in its own folder
    const at = Math.max(file.name.lastIndexOf('/'), file.name.lastIndexOf('\\')) + 1
    const beside = { stem: file.name.slice(at).replace(/\.json$/, ''), read: (name: string) => read(file.name.slice(0, at) + name) }
    return differenceOf(one, await adapter.ask(one, beside), file.source)
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}
