/**
 * How long the economics engine takes beside numpy (one thread), scipy and ml-matrix on the same tables: one shock, all multipliers, LU and inverse with one thread and with a
 * helping one, one more shock with the factor kept, and a table with 5 % of its cells filled. Each repetition asks both sides in turn, so that what else the machine does falls on
 * both; ratios are of the medians, of time and of processor time (a helping thread's counts too). Limits of the ratios stand beside them. Tolerances of iterative answers are the same on both sides.
 * `npm run bench -- economy [sizes] [what]`, such as `561 2000 lu sparse`; all sizes and all measurements without words.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeCrew } from '#capabilities/economy/threads/node-crew'
import { inverseLu, luFactor } from '#engines/economy/algebra/lu'
import { type Matrix, matrixOf } from '#engines/economy/algebra/matrix'
import { seeded } from '#engines/economy/algebra/seeded'
import { createSolver, oneLess } from '#engines/economy/model/solver'
import { median } from './support/asked.ts'
import { npmPeer } from './support/npm-peer.ts'
import { startNumpy, type Timed } from './support/numpy.ts'

/** What iterative answers of both sides leave of the right hand side. */
const TOLERANCE = 1e-14
const parts = ['shock', 'multipliers', 'lu', 'inverse', 'kept', 'sparse', 'ml-matrix'] as const
type Part = (typeof parts)[number]

const words = process.argv.slice(2)
const sizes = words.filter((one) => /^\d+$/.test(one)).map(Number)
const chosen = words.filter((one): one is Part => (parts as readonly string[]).includes(one))
const wanted = (part: Part) => chosen.length === 0 || chosen.includes(part)

/** Input coefficients from a seed; columns add up to 0.3 to 0.7. */
function coefficients(n: number, filled: number): Matrix {
  const even = seeded(n)
  const made = matrixOf(n, n, () => (even() < filled ? even() : 0))
  for (let j = 0; j < n; j++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += made.values[i * n + j]!
    const share = 0.3 + 0.4 * even()
    if (sum > 0) for (let i = 0; i < n; i++) made.values[i * n + j]! *= share / sum
  }
  return made
}

interface Took {
  readonly seconds: number
  readonly cpu: number
}
function timed(work: () => unknown): Took {
  const [from, used] = [process.hrtime.bigint(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(used)
  return { seconds: Number(process.hrtime.bigint() - from) / 1e9, cpu: (user + system) / 1e6 }
}
const shown = (time: number) => (time < 0.1 ? `${(time * 1e3).toFixed(2)} ms` : `${time.toFixed(2)} s`)

/** Ours against each peer: in turn, so often, after one run of each that is not counted. */
async function compare(n: number, what: string, times: number, ours: () => unknown, peers: readonly Peer[]): Promise<void> {
  const [own, theirs]: [Took[], Took[][]] = [[], peers.map(() => [])]
  for (let k = -1; k < times; k++) {
    const mine = timed(ours)
    if (k >= 0) own.push(mine)
    for (const [p, peer] of peers.entries()) {
      const took = await peer.time()
      if (k >= 0) theirs[p]!.push(took)
    }
  }
  const middle = (list: readonly Took[], of: keyof Took) => median(list.map((one) => one[of]))
  const label = `n=${String(n).padEnd(5)} ${what.padEnd(46)} ${shown(middle(own, 'seconds')).padStart(10)}`
  if (peers.length === 0) console.log(`${label}  (nothing to compare with is installed)`)
  for (const [p, peer] of peers.entries()) {
    const ratio = (of: keyof Took) => (middle(own, of) / middle(theirs[p]!, of)).toFixed(2)
    const limit = peer.limit === undefined ? '' : ` (limit ${peer.limit})`
    console.log(
      `${label}  ${peer.name} ${shown(middle(theirs[p]!, 'seconds'))}, ratio ${ratio('seconds')}${limit}, of processor time ${ratio('cpu')}`,
    )
  }
}

interface Peer {
  readonly name: string
  readonly time: () => Promise<Took>
  readonly limit?: number | undefined
}

const numpy = await startNumpy()
console.log(
  numpy
    ? `numpy ${numpy.versions.numpy}, scipy ${numpy.versions.scipy ?? 'not installed: its ratios are skipped'}`
    : 'numpy is not installed: its ratios are skipped',
)
const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-economy-'))
/** A peer of numpy, or none where it is missing. */
const peer = (name: string, what: Parameters<NonNullable<typeof numpy>['time']>[0], limit?: number): Peer[] =>
  numpy && (numpy.versions.scipy !== null || (what !== 'lu' && what !== 'sparse')) ? [{ name, limit, time: () => numpy.time(what, TOLERANCE) }] : []
/** The same table on both sides: the two answers are held against each other before anything is timed. */
async function give(a: Matrix, f: Float64Array, ours: Float64Array): Promise<void> {
  if (!numpy) return
  const path = join(folder, 'table.f64')
  const rows = new Float64Array(a.rows * (a.rows + 1))
  for (let i = 0; i < a.rows; i++) {
    rows.set(a.values.subarray(i * a.rows, (i + 1) * a.rows), i * (a.rows + 1))
    rows[i * (a.rows + 1) + a.rows] = f[i]!
  }
  writeFileSync(path, rows)
  await numpy.load(path, a.rows)
  const { answer }: Timed = await numpy.time('solve')
  for (const [i, theirs] of answer.entries())
    if (Math.abs(ours[i]! - theirs) > 1e-10 * Math.abs(theirs)) throw new Error(`expected numpy's answer ${theirs} for sector ${i}, got ${ours[i]}`)
}

interface MlMatrix {
  readonly Matrix: new (rows: number[][]) => object
  readonly LuDecomposition: new (m: object) => object
  readonly inverse: (m: object) => object
}
const ml = wanted('ml-matrix') ? await npmPeer<MlMatrix>('ml-matrix', '6.15.1') : null
const crew = await nodeCrew(1)

for (const n of sizes.length > 0 ? sizes : [561, 2000, 5000]) {
  const often = n < 1000 ? 41 : n < 3000 ? 9 : 3
  const a = coefficients(n, 1)
  const f = Float64Array.from({ length: n }, seeded(1))
  const ones = new Float64Array(n).fill(1)
  const solver = createSolver(a)
  await give(a, f, solver.solve(f))
  if (wanted('shock'))
    await compare(n, `one shock, iterative, to ${TOLERANCE}`, often, () => solver.solve(f), [
      ...peer('numpy solve', 'solve', n < 1000 ? 0.25 : n > 4000 ? 0.06 : undefined),
      ...peer('numpy BiCGSTAB', 'iterative'),
    ])
  if (wanted('multipliers'))
    await compare(
      n,
      'all multipliers, iterative',
      often,
      () => solver.solveTransposed(ones),
      peer('numpy solve', 'solve', n > 4000 ? 0.2 : undefined),
    )
  const system = oneLess(a)
  if (wanted('lu')) {
    await compare(n, 'LU, one thread', often, () => luFactor(system), peer('scipy lu_factor', 'lu', 3.3))
    await compare(n, 'LU, with one helping thread', often, () => luFactor(system, { crew }), peer('scipy lu_factor', 'lu', 2))
  }
  if (wanted('inverse')) {
    const fewer = Math.ceil(often / 2)
    await compare(n, 'inverse, one thread', fewer, () => inverseLu(luFactor(system)), peer('numpy inv', 'inverse', 3.5))
    await compare(
      n,
      'inverse, with one helping thread',
      fewer,
      () => inverseLu(luFactor(system, { crew }), { crew }),
      peer('numpy inv', 'inverse', 2.2),
    )
  }
  if (wanted('kept')) {
    const kept = createSolver(a, 'lu', { crew })
    await compare(n, 'one more shock, LU kept', often, () => kept.solve(f), peer('numpy solve', 'solve'))
  }
  if (wanted('ml-matrix')) {
    if (!ml) console.log(`n=${n} ml-matrix could not be fetched from the registry: its ratio is skipped`)
    else if (n > 3000) console.log(`n=${n} ml-matrix takes minutes at this size: not asked`)
    else {
      const theirs = new ml.Matrix(Array.from({ length: n }, (_, i) => Array.from(system.values.subarray(i * n, (i + 1) * n))))
      const asked = (work: () => unknown): Peer[] => [{ name: 'ml-matrix', time: async () => timed(work) }]
      await compare(
        n,
        'LU, one thread',
        n < 1000 ? 5 : 1,
        () => luFactor(system),
        asked(() => new ml.LuDecomposition(theirs)),
      )
      if (n < 1000)
        await compare(
          n,
          'inverse, one thread',
          3,
          () => inverseLu(luFactor(system)),
          asked(() => ml.inverse(theirs)),
        )
    }
  }
  if (wanted('sparse')) {
    const thin = coefficients(n, 0.05)
    const sparse = createSolver(thin)
    await give(thin, f, sparse.solve(f))
    await compare(n, `5 % filled: one shock, iterative, to ${TOLERANCE}`, n < 3000 ? 41 : 15, () => sparse.solve(f), [
      ...peer('scipy BiCGSTAB', 'sparse', 1),
      ...peer('numpy solve', 'solve'),
    ])
  }
}
numpy?.end()
await crew.close()
rmSync(folder, { recursive: true })
