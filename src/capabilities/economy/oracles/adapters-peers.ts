import { columnSums, rowSums } from '#engines/economy/algebra/matrix'
import { directLinkages, overMean } from '#engines/economy/linkages/dispersion'
import { fieldOfInfluence, multiplierProductMatrix } from '#engines/economy/linkages/field-of-influence'
import { type ExtractionKind, extractSector } from '#engines/economy/linkages/hypothetical-extraction'
import { ghoshInverse, leontiefInverse } from '#engines/economy/model/coefficients'
import { createModel, modelFromCoefficients } from '#engines/economy/model/model'
import { outputMultipliers } from '#engines/economy/model/multipliers'
import { ellisonGlaeser } from '#engines/economy/structure/concentration'
import { giniOfSpecialisation, herfindahl } from '#engines/economy/structure/diversity'
import { clusterIndex, locationQuotient } from '#engines/economy/structure/location-quotient'
import { gerfinIndices, type ShiftShareInput, shiftShare } from '#engines/economy/structure/shift-share'
import { rasBalance } from '#engines/economy/tables/ras-balance'
import { readIoTable } from '#engines/economy/tables/read-io-table'
import { modelOf } from './adapters-model.ts'
import { input, list, listsInOrder, needList, needRows, number, OracleInputError } from './inputs.ts'
import { type Adapter, type Answer, answer, type OracleCase } from './oracle-case.ts'

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

function rasAnswer(one: OracleCase): Answer {
  const x1 = needList(one.inputs, 'x1', 'X1', 'x')
  const a =
    hasFlows(one) && input(one.inputs, 'A') === undefined ? Array.from(modelOf(one).coefficients.values) : needRows(one.inputs, 'A', 'A0').flat()
  const n = x1.length
  const flows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => a[i * n + j]! * x1[j]!))
  const [u, v] = [needList(one.inputs, 'u1', 'u', 'U1'), needList(one.inputs, 'v1', 'v', 'V1')]
  const balanced = rasBalance(flows, u, v).value.matrix
  const coefficients = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (x1[j] === 0 ? 0 : balanced.values[i * n + j]! / x1[j]!)),
  )
  return answer(coefficients, { A: coefficients, A1: coefficients, X: balanced, Z: balanced }, balanced)
}

/** Sectors in the call or the inputs; `f.influence(i=2,j=3)` counts from 1. */
function influenceAnswer(one: OracleCase): Answer {
  const place = (name: string) => Number(new RegExp(`${name}\\s*=\\s*(\\d+)`).exec(one.function)?.[1] ?? number(one.inputs, name))
  const l = input(one.inputs, 'L') === undefined ? leontiefInverse(anyModel(one)).value : needRows(one.inputs, 'L')
  const field = fieldOfInfluence(l, place('i') - 1, place('j') - 1).value
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

const both = (name: string, value: unknown): Answer => answer(value, { [name]: value })

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

function shiftInput({ inputs }: OracleCase): ShiftShareInput {
  const order = listsInOrder(inputs)
  const at = (k: number, ...names: string[]) => {
    const value = list(inputs, ...names) ?? order[k]
    if (!value) throw new OracleInputError(`expected four lists of persons, got ${Object.keys(inputs).join(', ')}`)
    return value
  }
  return {
    regionBefore: at(0, 'e_ij1', 'region1', 'e0', 'region_before'),
    regionAfter: at(1, 'e_ij2', 'region2', 'e1', 'region_after'),
    nationBefore: at(2, 'e_i1', 'nation1', 'N0', 'nation_before'),
    nationAfter: at(3, 'e_i2', 'nation2', 'N1', 'nation_after'),
  }
}

const added = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** Components in the order the package prints, by its names and by plain ones. */
function components(values: readonly [name: string, plain: string, value: number][]): Answer {
  const listed = values.map(([, , value]) => value)
  const named = Object.fromEntries(
    values.flatMap(([name, plain, value]) => [
      [name, value],
      [plain, value],
    ]),
  )
  return answer(listed, { ...named, components: listed }, named)
}

function shiftAnswer(one: OracleCase): Answer {
  const from = shiftInput(one)
  if (/Gerfin/i.test(one.function)) {
    const value = gerfinIndices(from).value
    return components([
      ['Industrial mix', 'mix', value.industrialMix],
      ['Regional share', 'regional', value.regionalShare],
      ['Net total shift', 'net_total', value.netTotal],
    ])
  }
  if (/Esteban/i.test(one.function)) {
    const value = shiftShare(from, 'esteban-marquillas').value
    return components([
      ['Growth (t1-t)', 'growth', added(value.total)],
      ['National share', 'national', added(value.national)],
      ['Industrial mix', 'mix', added(value.mix)],
      ['Regional share', 'regional', added(value.competitiveNet)],
      ['Allocation effect', 'allocation', added(value.allocation)],
    ])
  }
  const value = shiftShare(from, 'classic').value
  return components([
    ['Growth (t1-t)', 'growth', added(value.total)],
    ['National share', 'national', added(value.national)],
    ['Industrial mix', 'mix', added(value.mix)],
    ['Regional share', 'regional', added(value.regional)],
    ['Net total shift', 'net_total', added(value.mix) + added(value.regional)],
  ])
}

/** The arguments of a call by name, else by their order. */
function named({ inputs }: OracleCase, names: readonly string[]): number[][] {
  const order = listsInOrder(inputs)
  return names.map((name, k) => {
    const value = list(inputs, name) ?? order[k]
    if (!value) throw new OracleInputError(`expected ${names.join(', ')}, got ${Object.keys(inputs).join(', ')}`)
    return value
  })
}

function quotientAnswer(one: OracleCase): Answer {
  const [eij, ej, ei, e] = named(one, ['e_ij', 'e_j', 'e_i', 'e']) as [number[], number[], number[], number[]]
  const values = eij.map((here, i) => {
    const [region, industry, all] = [ej[i] ?? ej[0]!, ei[i] ?? ei[0]!, e[i] ?? e[0]!]
    // one industry against the rest of the region and the rest of the nation
    return locationQuotient([
      [here, region - here],
      [industry - here, all - industry - (region - here)],
    ]).value[0]![0]
  })
  return answer(values, values[0], { LQ: values, lq: values })
}

/** Numbers 0, 1, … for the names of regions in the order in which they first come. */
function regionNumbers(value: unknown): number[] {
  const names = Array.isArray(value) ? value : []
  const seen = [...new Set(names)]
  return names.map((one) => seen.indexOf(one))
}

function ellisonAnswer(one: OracleCase): Answer {
  const [plants, totals] = [needList(one.inputs, 'e_ik', 'plants'), needList(one.inputs, 'e_j', 'total_emp')]
  const value = ellisonGlaeser({ plants, region: regionNumbers(input(one.inputs, 'regions', 'region')), regionTotals: totals }).value
  const row = [value.gamma, value.concentration, value.z, plants.length, value.plantHerfindahl]
  return answer(value.gamma, row, {
    gamma: value.gamma,
    'Gamma i': value.gamma,
    'G i': value.concentration,
    G: value.concentration,
    'z Gi': value.z,
    z: value.z,
    'K i': plants.length,
    'HHI i': value.plantHerfindahl,
    H: value.plantHerfindahl,
  })
}

const LITZENBERGER = ['e_ij', 'e_i', 'a_j', 'a', 'p_j', 'p', 'b_ij', 'b_i'] as const

function clusterAnswer(one: OracleCase): Answer {
  const lists = named(one, LITZENBERGER)
  const at = (k: number, i: number) => lists[k]![i] ?? lists[k]![0]!
  const length = Math.max(...lists.map((values) => values.length))
  const values = Array.from({ length }, (_, i) =>
    clusterIndex(
      { employment: at(0, i), area: at(2, i), population: at(4, i), plants: at(6, i) },
      { employment: at(1, i), area: at(3, i), population: at(5, i), plants: at(7, i) },
    ),
  )
  return answer(values, values[0], { CI: values })
}

/** Questions as the package REAT puts them. */
export const reatAdapters: readonly Adapter[] = [
  { matches: /^REAT::shift\b/, ask: shiftAnswer },
  { matches: /^REAT::locq/, ask: quotientAnswer },
  { matches: /^REAT::ellison\.a/, ask: ellisonAnswer },
  {
    matches: /^REAT::gini\.spec/,
    ask: (one) => {
      const [region, nation] = named(one, ['e_ij', 'e_i']) as [number[], number[]]
      return both('gini', giniOfSpecialisation(region, nation))
    },
  },
  {
    matches: /^REAT::krugman\.spec/,
    ask: (one) => {
      const [here, there] = named(one, ['e_ij', 'e_il']) as [number[], number[]]
      return both('krugman', added(here.map((value, i) => Math.abs(value / added(here) - there[i]! / added(there)))))
    },
  },
  { matches: /^REAT::herf/, ask: (one) => both('herf', herfindahl([named(one, ['x'])[0]!]).value[0]) },
  { matches: /^REAT::litzenberger/, ask: clusterAnswer },
]
