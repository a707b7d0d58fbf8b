import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { OracleFile } from './oracle-case.ts'
import { runOracles } from './run.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../shared/oracles/economy')
const there = existsSync(folder)

test.skipIf(!there)(
  `every known answer comes out to its tolerance${there ? '' : ' (skipped: no folder of known answers beside the repository)'}`,
  async () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Pick<OracleFile, 'cases'>) }))
      .filter((file) => Array.isArray(file.cases))
    const { scores, failures } = await runOracles(files, async (name) => readFileSync(join(folder, name), 'utf8'))
    expect(scores.reduce((sum, one) => sum + one.total, 0)).toBeGreaterThanOrEqual(67)
    expect(failures.map(({ file, case: one, reason }) => `${file} ${one.function}: ${reason}`)).toEqual([])
  },
)
