import { columnSums, rowSums, rowsOf } from '#engines/economy/algebra/matrix'
import { directLinkages, overMean } from '#engines/economy/linkages/dispersion'
import { fieldOfInfluence, multiplierProductMatrix } from '#engines/economy/linkages/field-of-influence'
import { type ExtractionKind, extractSector } from '#engines/economy/linkages/hypothetical-extraction'
import { ghoshInverse, leontiefInverse } from '#engines/economy/model/coefficients'
import { createModel, modelFromCoefficients } from '#engines/economy/model/model'
import { outputMultipliers } from '#engines/economy/model/multipliers'
import { rasBalance } from '#engines/economy/tables/ras-balance'
import { readIoTable } from '#engines/economy/tables/read-io-table'
import { modelOf } from './adapters-model.ts'
import { input, list, needList, needRows, number } from './inputs.ts'
import { type Adapter, type Answer, answer, both, type OracleCase } from './oracle-case.ts'

const hasFlows = ({ inputs }: OracleCase) => input(inputs, 'Z', 'flows') !== undefined
const anyModel = (one: OracleCase) => (hasFlows(one) ? modelOf(one) : modelFromCoefficients(needRows(one.inputs, 'A')))

/** Two columns, by name and as rows. */
const pairs = (backward: readonly number[], forward: readonly number[], suffix: string): Answer =>
  answer(
    {
      BL: backward,
      FL: forward,
      backward,
      forward,
      [`BL.${suffix}`]: backward,
      [`FL.${suffix}`]: forward,
    },
    backward.map((one, i) => [one, forward[i]!]),
    [backward, forward],
    [...backward, ...forward],
  )

function linkagesAnswer(one: OracleCase): Answer {
  const model = modelOf(one)
  const normalised = /normali[sz]e(\s*=\s*T|\b(?!\s*=\s*F))/i.test(one.function) || input(one.inputs, 'normalize') === true
  if (/direct/.test(one.function)) {
    const { backward, forward } = directLinkages(model).value
    return normalised ? pairs(overMean(backward), overMean(forward), 'dir') : pairs(backward, forward, 'dir')
  }
  const backward = outputMultipliers(model).value
  const forward = Array.from(rowSums(ghoshInverse(model).value))
  return normalised ? pairs(overMean(backward), overMean(forward), 'tot') : pairs(backward, forward, 'tot')
}

/** Value added as given, else what is left of the column. */
function withValueAdded(one: OracleCase) {
  const flows = needRows(one.inputs, 'Z', 'flows')
  const made = modelOf(one)
  const used = columnSums(readIoTable({ flows, output: made.output!, balanceTolerance: Number.POSITIVE_INFINITY }).flows)
  const valueAdded = list(one.inputs, 'va', 'V', 'v', 'value_added') ?? made.output!.map((x, j) => x - used[j]!)
  return createModel(
    readIoTable({ flows, output: made.output!, finalDemand: made.finalDemand!, valueAdded, balanceTolerance: Number.POSITIVE_INFINITY }),
  )
}

function extractionAnswer(one: OracleCase): Answer {
  const model = withValueAdded(one)
  // the package counts sectors from 1
  const sector = Number(/sectors?\s*=?\s*(\d+)/.exec(one.function)?.[1] ?? number(one.inputs, 'sector', 'sectors', 'i') ?? 1) - 1
  const kinds: ExtractionKind[] = ['backward.total', 'forward.total', 'backward', 'forward']
  const asked = kinds.find((kind) => one.function.includes(kind) || input(one.inputs, 'type') === kind)
  const found = Object.fromEntries(kinds.map((kind) => [kind, extractSector(model, sector, kind).value]))
  const table = (order: ExtractionKind[]) => model.sectors.map((_, i) => order.map((kind) => found[kind]![i]!))
  const single = asked && !/\|/.test(one.function) ? [found[asked]!] : []
  return answer(...single, found, table(['backward', 'forward', 'backward.total', 'forward.total']), table(kinds))
}

/** The package's own rounds: rows, then columns, until a round moves no column of coefficients by more than its tolerance (0.001 where none is given), long before totals are met. */
function roundsUntil(a: number[][], x: readonly number[], u: readonly number[], v: readonly number[], tolerance: number): number[][] {
  let before = a
  for (let round = 0; round < 10_000; round++) {
    const rows = before.map((row) => row.reduce((sum, one, j) => sum + one * x[j]!, 0))
    const scaled = before.map((row, i) => row.map((one) => (rows[i] === 0 ? one : (one * u[i]!) / rows[i]!)))
    const columns = x.map((all, j) => all * scaled.reduce((sum, row) => sum + row[j]!, 0))
    const after = scaled.map((row) => row.map((one, j) => (columns[j] === 0 ? one : (one * v[j]!) / columns[j]!)))
    const moved = Math.max(...x.map((_, j) => after.reduce((sum, row, i) => sum + Math.abs(row[j]! - before[i]![j]!), 0)))
    before = after
    if (moved < tolerance) break
  }
  return before
}

function rasAnswer(one: OracleCase): Answer {
  const x1 = needList(one.inputs, 'x1', 'X1', 'x')
  const n = x1.length
  const a = hasFlows(one) && input(one.inputs, 'A') === undefined ? rowsOf(modelOf(one).coefficients) : needRows(one.inputs, 'A', 'A0')
  const flows = a.map((row) => row.map((cell, j) => cell * x1[j]!))
  const [u, v] = [needList(one.inputs, 'u1', 'u', 'U1'), needList(one.inputs, 'v1', 'v', 'V1')]
  const balanced = rasBalance(flows, u, v).value.matrix
  const coefficients = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (x1[j] === 0 ? 0 : balanced.values[i * n + j]! / x1[j]!)),
  )
  const early = roundsUntil(a, x1, u, v, number(one.inputs, 'tol', 'tolerance') ?? 1e-3)
  return answer(coefficients, { A: coefficients, A1: coefficients, X: balanced, Z: balanced }, balanced, early, { A: early, A1: early, A2: early })
}

/**
 * Sectors in the call or the inputs; `f.influence(i=2,j=3)` counts from 1. The package's manual takes the j-th column of L times its i-th row, which the literature calls the field of the
 * coefficient in row j and column i.
 */
function influenceAnswer(one: OracleCase): Answer {
  const place = (name: string) => Number(new RegExp(`${name}\\s*=\\s*(\\d+)`).exec(one.function)?.[1] ?? number(one.inputs, name))
  const l = input(one.inputs, 'L') === undefined ? leontiefInverse(anyModel(one)).value : needRows(one.inputs, 'L')
  const field = fieldOfInfluence(l, place('j') - 1, place('i') - 1).value
  return answer(field, { F: field })
}

/** Questions as the package ioanalysis puts them. */
export const ioAnalysisAdapters: readonly Adapter[] = [
  { matches: /^ioanalysis::leontief\.inv/, ask: (one) => both('L', leontiefInverse(anyModel(one)).value) },
  { matches: /^ioanalysis::ghosh\.inv/, ask: (one) => both('G', ghoshAnswer(one)) },
  { matches: /^ioanalysis::linkages/, ask: linkagesAnswer },
  { matches: /^ioanalysis::mpm/, ask: (one) => both('M', multiplierProductMatrix(leontiefInverse(anyModel(one)).value).value) },
  { matches: /^ioanalysis::multipliers/, ask: (one) => multipliersAnswer(one) },
  { matches: /^ioanalysis::extraction/, ask: extractionAnswer },
  { matches: /^ioanalysis::ras/, ask: rasAnswer },
  { matches: /^ioanalysis::f\.influence/, ask: influenceAnswer },
]

function ghoshAnswer(one: OracleCase) {
  if (hasFlows(one)) return ghoshInverse(modelOf(one)).value
  // B alone: (I − B)⁻¹
  return leontiefInverse(modelFromCoefficients(needRows(one.inputs, 'B'))).value
}

function multipliersAnswer(one: OracleCase): Answer {
  const model = anyModel(one)
  if (/input/.test(one.function)) return both('input', Array.from(rowSums(ghoshInverse(model).value)))
  return both('output', outputMultipliers(model).value)
}
