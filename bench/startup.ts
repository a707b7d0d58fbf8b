/**
 * How long Gusul takes to answer: on an empty folder (cold: the database is made) and on a filled one (warm).
 * Limit: a second start answers within 3 s. Prints each time and its ratio to that limit.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '#support/server'

const limitSeconds = 3
const rounds = 5

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const seconds = async (folder: string, args: string[]) => {
  const from = performance.now()
  const server = await startServer({ folder, args })
  const time = (performance.now() - from) / 1000
  await server.stop()
  return time
}

for (const [label, args] of [
  ['empty', ['--empty']],
  ['demo', []],
] as const) {
  const cold: number[] = []
  const warm: number[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-'))
    cold.push(await seconds(folder, [...args]))
    warm.push(await seconds(folder, [...args]))
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(
    `start ${label}: cold ${median(cold).toFixed(2)} s, warm ${median(warm).toFixed(2)} s; warm / 3 s limit = ${(median(warm) / limitSeconds).toFixed(2)}`,
  )
}
