import { economicComplexity } from '#engines/economy/complexity/economic-complexity'
import { fitnessComplexity } from '#engines/economy/complexity/fitness'
import { complexityOutlookGain, complexityOutlookIndex } from '#engines/economy/complexity/outlook'
import { presence, rca } from '#engines/economy/complexity/presence'
import { proximity, type RelatednessMethod, relatedness, relatednessDensity } from '#engines/economy/complexity/relatedness'
import { powerOfDispersion, sensitivityOfDispersion } from '#engines/economy/linkages/dispersion'
import { hypotheticalExtraction } from '#engines/economy/linkages/hypothetical-extraction'
import { keySectors } from '#engines/economy/linkages/key-sectors'
import { downstreamness } from '#engines/economy/linkages/upstreamness'
import { allocationCoefficients, ghoshInverse } from '#engines/economy/model/coefficients'
import { createModel, type IoModel, modelFromCoefficients } from '#engines/economy/model/model'
import { employmentMultipliers, factorMultipliers, outputMultipliers, valueAddedMultipliers } from '#engines/economy/model/multipliers'
import { priceShock, supplyShock } from '#engines/economy/model/shocks'
import { spilloverFeedback } from '#engines/economy/model/spillover-feedback'
import { augmentedFlegg, crossIndustryLq, flegg, semilogLq, simpleLq } from '#engines/economy/regional/location-quotients'
import { multiregionalFromGravity } from '#engines/economy/regional/multiregional-from-gravity'
import { gini, locationalGini } from '#engines/economy/structure/concentration'
import { entropy, hachman, herfindahl, krugmanSpecialisation, relatedVariety, unrelatedVariety } from '#engines/economy/structure/diversity'
import { locationQuotient } from '#engines/economy/structure/location-quotient'
import { aggregate } from '#engines/economy/tables/aggregate'
import { grasBalance } from '#engines/economy/tables/gras-balance'
import { rasBalance } from '#engines/economy/tables/ras-balance'
import { readIoTable } from '#engines/economy/tables/read-io-table'
import { splitDomesticImport } from '#engines/economy/tables/split-domestic-import'
import { modelOf } from './adapters-model.ts'
import { input, list, needList, needRows, number } from './inputs.ts'
import { type Adapter, answer, both, type OracleCase } from './oracle-case.ts'

const anyModel = (one: OracleCase): IoModel =>
  input(one.inputs, 'Z', 'flows', 'Zd') === undefined ? modelFromCoefficients(needRows(one.inputs, 'A', 'coefficients')) : modelOf(one)
const words = ({ inputs }: OracleCase, name: string): string[] => (input(inputs, name) as unknown[]).map(String)
const counts = ({ inputs }: OracleCase) => needRows(inputs, 'mat', 'E', 'value', 'counts')
/** Presence as given, else by quotients of counts. */
const here = (one: OracleCase) =>
  input(one.inputs, 'mcp', 'presence', 'binary') === undefined
    ? presence(rca(counts(one)).value).value
    : needRows(one.inputs, 'mcp', 'presence', 'binary')
const near = (one: OracleCase) =>
  input(one.inputs, 'proximity', 'nearness') === undefined ? proximity(here(one)).value : needRows(one.inputs, 'proximity', 'nearness')
const places = ({ inputs }: OracleCase) => ({
  region: needList(inputs, 'emp_region', 'region', 'regional_employment'),
  nation: needList(inputs, 'emp_nation', 'nation', 'national_employment'),
})
const delta = ({ inputs }: OracleCase) => ({ delta: number(inputs, 'delta') ?? 0.3 })
const outlook = (one: OracleCase) => economicComplexity(here(one)).value.uncentredPci

type Ask = (one: OracleCase) => unknown
const named: Readonly<Record<string, Ask>> = {
  allocationCoefficients: ({ inputs }) => allocationCoefficients(needRows(inputs, 'Z', 'flows'), needList(inputs, 'x', 'output')).value,
  ghoshInverse: (one) => ghoshInverse(anyModel(one)).value,
  outputMultipliers: (one) => outputMultipliers(anyModel(one)).value,
  valueAddedMultipliers: (one) => valueAddedMultipliers(anyModel(one)).value,
  employmentMultipliers: (one) => employmentMultipliers(anyModel(one), { kind: 'employed', per: number(one.inputs, 'per') ?? 1 }).value.total,
  factorMultipliers: (one) => factorMultipliers(anyModel(one), needList(one.inputs, 'rates', 'rate'), 'rates').value,
  supplyShock: (one) => supplyShock(anyModel(one), needList(one.inputs, 'dv', 'primary_inputs', 'v')).value,
  priceShock: (one) => priceShock(anyModel(one), needList(one.inputs, 'v', 'costs')).value,
  powerOfDispersion: (one) => powerOfDispersion(anyModel(one)).value,
  sensitivityOfDispersion: (one) =>
    sensitivityOfDispersion(anyModel(one), { basis: /ghosh/i.test(`${one.function} ${String(input(one.inputs, 'basis'))}`) ? 'ghosh' : 'leontief' })
      .value,
  keySectors: (one) => keySectors(anyModel(one)).value.map(({ kind }) => kind),
  hypotheticalExtraction: (one) => hypotheticalExtraction(anyModel(one)).value,
  downstreamness: (one) => downstreamness(anyModel(one)).value,
  spilloverFeedback: (one) => {
    const plain = anyModel(one)
    const model = createModel(
      readIoTable({
        flows: needRows(one.inputs, 'Z', 'flows'),
        output: plain.output!,
        regions: words(one, 'regions'),
        balanceTolerance: Number.POSITIVE_INFINITY,
      }),
    )
    const { intra, feedback, spillover } = spilloverFeedback(model, String(input(one.inputs, 'region'))).value
    return { intra, feedback, spillover }
  },
  rasBalance: ({ inputs }) => rasBalance(needRows(inputs, 'Z0', 'Z'), needList(inputs, 'u'), needList(inputs, 'v')).value.matrix,
  grasBalance: ({ inputs }) => grasBalance(needRows(inputs, 'Z0', 'Z'), needList(inputs, 'u'), needList(inputs, 'v')).value.matrix,
  aggregate: (one) => {
    const groups = words(one, 'groups')
    const model = modelOf(one)
    const sectors = groups.map((_, i) => `${i}`)
    const table = aggregate(
      readIoTable({
        sectors,
        flows: needRows(one.inputs, 'Z', 'flows'),
        output: model.output!,
        finalDemand: model.finalDemand!,
        balanceTolerance: Number.POSITIVE_INFINITY,
      }),
      Object.fromEntries(sectors.map((sector, i) => [sector, groups[i]!])),
    )
    return { Z: table.flows, x: table.output, f: table.finalDemand[0]?.values }
  },
  splitDomesticImport: (one) => {
    const model = modelOf(one)
    const table = splitDomesticImport(
      readIoTable({
        flows: needRows(one.inputs, 'Z', 'flows'),
        output: model.output!,
        finalDemand: model.finalDemand!,
        balanceTolerance: Number.POSITIVE_INFINITY,
      }),
      needList(one.inputs, 'import_share', 'm'),
    )
    return { Zd: table.flows, Zm: table.importedFlows, x: table.output, fd: table.finalDemand[0]?.values }
  },
  simpleLq: (one) => simpleLq(places(one)).value,
  crossIndustryLq: (one) => crossIndustryLq(places(one)).value,
  semilogLq: (one) => semilogLq(places(one)).value,
  flegg: (one) => flegg(places(one), delta(one)).value,
  augmentedFlegg: (one) => augmentedFlegg(places(one), delta(one)).value,
  multiregionalFromGravity: ({ inputs }) =>
    multiregionalFromGravity(
      {
        supply: needRows(inputs, 'supply'),
        demand: needRows(inputs, 'demand'),
        distance: needRows(inputs, 'distance'),
        coefficients: needRows(inputs, 'A', 'coefficients'),
      },
      { beta: number(inputs, 'beta') ?? 1 },
    ).value.coefficients,
  locationQuotient: (one) => locationQuotient(counts(one)).value,
  herfindahl: (one) => herfindahl(counts(one)).value,
  hachman: (one) => hachman(counts(one)).value,
  krugmanSpecialisation: (one) => krugmanSpecialisation(counts(one)).value,
  entropy: (one) => entropy(counts(one)).value,
  relatedVariety: (one) => relatedVariety(counts(one), needList(one.inputs, 'groups')).value,
  unrelatedVariety: (one) => unrelatedVariety(counts(one), needList(one.inputs, 'groups')).value,
  locationalGini: (one) => locationalGini(counts(one)).value,
  gini: ({ inputs }) => gini(needList(inputs, 'x', 'values')),
  rca: (one) => rca(counts(one)).value,
  presence: (one) => presence(needRows(one.inputs, 'rca', 'lq'), { threshold: number(one.inputs, 'threshold') ?? 1 }).value,
  economicComplexity: (one) => {
    const { eci, pci, diversity, ubiquity } = economicComplexity(here(one)).value
    return { eci, pci, diversity, ubiquity }
  },
  proximity: (one) => proximity(here(one)).value,
  relatednessDensity: (one) => {
    const k = number(one.inputs, 'knn', 'k')
    return relatednessDensity(here(one), near(one), k === undefined ? {} : { knn: k }).value
  },
  relatedness: (one) =>
    relatedness(needRows(one.inputs, 'cooc', 'mat'), {
      method: (/\((\w+)\)/.exec(one.function)?.[1] ?? String(input(one.inputs, 'method') ?? 'probability'))
        .toLowerCase()
        .replace(/^prob$/, 'probability') as RelatednessMethod,
    }).value,
  complexityOutlookIndex: (one) => complexityOutlookIndex(here(one), near(one), list(one.inputs, 'pci') ?? outlook(one)).value,
  complexityOutlookGain: (one) => complexityOutlookGain(here(one), near(one), list(one.inputs, 'pci') ?? outlook(one)).value,
  fitnessComplexity: (one) => {
    const iterations = number(one.inputs, 'iterations')
    return fitnessComplexity(here(one), iterations === undefined ? {} : { iterations }).value
  },
}

/** Functions of the engine by their own names, where no other file asks them: the value by itself, and by the name of the function. */
export const apiAdapters: readonly Adapter[] = Object.entries(named).map(([name, ask]) => ({
  matches: new RegExp(`^${name}\\b(?!:)`),
  ask: (one) => {
    const value = ask(one)
    const whole = value !== null && typeof value === 'object' && !Array.isArray(value) && !('rows' in value)
    return whole ? answer(value) : both(name, value)
  },
}))
