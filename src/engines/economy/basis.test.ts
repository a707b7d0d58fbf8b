import { expect, test } from 'vitest'
import * as economy from './index.ts'

/** Everything that a table may say of itself, so that nothing of it can be lost on the way to a result. */
const said = {
  id: 'T-2020',
  hash: 'f00d',
  year: 2020,
  priceBasis: 'basic',
  importTreatment: 'domestic',
  regionScope: '전국',
  unit: '백만원',
} as const
const sourced = { source: said }
const three = economy.seededTable({ sectors: 3, seed: 5, imported: 0.2, source: { ...said, synthetic: false } })
const table = economy.readIoTable({
  ...three,
  source: { ...three.source, synthetic: false },
  sectors: ['가', '나', '다'],
  employment: { employed: [3, 4, 5], employees: [2, 3, 4] },
})
const model = economy.createModel(table)
const a = economy.rowsOf(model.coefficients)
const persons = { region: [10, 20, 30], nation: [100, 300, 200] }
const counts = [
  [5, 2, 0],
  [1, 4, 3],
  [0, 2, 6],
]
const grown = counts.map((row) => row.map((one) => one * 1.1))
const here = economy.presence(economy.rca(counts).value).value
const near = economy.proximity(here).value
const chain = economy.valueChainCompleteness(model, economy.clusterDefinition(model, '묶음', { 가: 100 }), [1, 2, 3])
const shift = { regionBefore: [5, 2], regionAfter: [6, 2], nationBefore: [50, 40], nationAfter: [55, 40] }
const reference = { name: '전국 2020', production: 1.8, valueAdded: 0.8, jobs: 9, per: 1, sectors: [] }

type Answer = economy.Result<unknown>
/** Each function of the list, by part, asked once. Functions that make tables hand their table's source on; `clusterDefinition` only checks names. */
const asked: Record<string, Record<string, () => Answer>> = {
  tables: {
    readIoTable: () => economy.outputMultipliers(model),
    sutToIot: () => economy.sutToIot({ make: [[10]], use: [[2]] }, sourced),
    splitDomesticImport: () => economy.outputMultipliers(economy.createModel(economy.splitDomesticImport(table, [0.1, 0, 0.2]))),
    aggregate: () => economy.outputMultipliers(economy.createModel(economy.aggregate(table, { 가: 'x', 나: 'x', 다: 'y' }))),
    adjustPrices: () => economy.outputMultipliers(economy.createModel(economy.adjustPrices(table, [1.1, 1, 1], 2022))),
    rasBalance: () => economy.rasBalance([[1]], [2], [2], sourced),
    grasBalance: () => economy.grasBalance([[1]], [2], [2], sourced),
  },
  model: {
    technicalCoefficients: () => economy.technicalCoefficients(table.flows, table.output, sourced),
    allocationCoefficients: () => economy.allocationCoefficients(table.flows, table.output, sourced),
    leontiefInverse: () => economy.leontiefInverse(model),
    ghoshInverse: () => economy.ghoshInverse(model),
    demandShock: () => economy.demandShock(model, [1, 0, 0]),
    supplyShock: () => economy.supplyShock(model, [1, 0, 0]),
    priceShock: () => economy.priceShock(model, [0.5, 0.5, 0.5]),
    outputMultipliers: () => economy.outputMultipliers(model),
    valueAddedMultipliers: () => economy.valueAddedMultipliers(model),
    employmentMultipliers: () => economy.employmentMultipliers(model, { kind: 'employees' }),
    incomeMultipliers: () => economy.incomeMultipliers(model, { type: 'I', income: [1, 1, 1] }),
    importInducement: () => economy.importInducement(model),
    roundByRound: () => economy.roundByRound(model, [1, 0, 0], 3),
    spilloverFeedback: () =>
      economy.spilloverFeedback(
        economy.createModel(economy.readIoTable({ ...three, source: { ...three.source, synthetic: false }, regions: ['광주', '광주', '전남'] })),
        '광주',
      ),
  },
  linkages: {
    powerOfDispersion: () => economy.powerOfDispersion(model),
    sensitivityOfDispersion: () => economy.sensitivityOfDispersion(model, { basis: 'ghosh' }),
    keySectors: () => economy.keySectors(model),
    hypotheticalExtraction: () => economy.hypotheticalExtraction(model),
    fieldOfInfluence: () => economy.fieldOfInfluence(economy.leontiefInverse(model).value, 0, 1, sourced),
    upstreamness: () => economy.upstreamness(model),
    downstreamness: () => economy.downstreamness(model),
    averagePropagationLength: () => economy.averagePropagationLength(a, sourced),
    structuralDecomposition: () => economy.structuralDecomposition(model, model),
  },
  regional: {
    simpleLq: () => economy.simpleLq(persons, sourced),
    crossIndustryLq: () => economy.crossIndustryLq(persons, sourced),
    semilogLq: () => economy.semilogLq(persons, sourced),
    flegg: () => economy.flegg(persons, { ...sourced, delta: 0.3 }),
    augmentedFlegg: () => economy.augmentedFlegg(persons, { ...sourced, delta: 0.3 }),
    regionalise: () => economy.regionalise(a, persons, { ...sourced, method: 'AFLQ' }),
    deltaBand: () => economy.deltaBand(a, persons, sourced),
    multiregionalFromGravity: () =>
      economy.multiregionalFromGravity({ supply: [[1, 2, 3]], demand: [[1, 2, 3]], distance: [[1]], coefficients: a }, sourced),
  },
  structure: {
    locationQuotient: () => economy.locationQuotient(counts, sourced),
    symmetricLq: () => economy.symmetricLq([1], sourced),
    shiftShare: () => economy.shiftShare(shift, 'classic', sourced),
    herfindahl: () => economy.herfindahl(counts, sourced),
    hachman: () => economy.hachman(counts, sourced),
    krugmanSpecialisation: () => economy.krugmanSpecialisation(counts, sourced),
    entropy: () => economy.entropy(counts, sourced),
    relatedVariety: () => economy.relatedVariety(counts, [0, 0, 1], sourced),
    unrelatedVariety: () => economy.unrelatedVariety(counts, [0, 0, 1], sourced),
    ellisonGlaeser: () => economy.ellisonGlaeser({ plants: [1, 2], region: [0, 1], regionTotals: [5, 5] }, sourced),
    locationalGini: () => economy.locationalGini(counts, sourced),
    bartik: () => economy.bartik(counts, grown, { ...sourced, leaveOneOut: true }),
  },
  complexity: {
    rca: () => economy.rca(counts, sourced),
    presence: () => economy.presence(counts, sourced),
    economicComplexity: () => economy.economicComplexity(here, sourced),
    proximity: () => economy.proximity(here, sourced),
    relatedness: () => economy.relatedness(counts, { ...sourced, method: 'cosine' }),
    relatednessDensity: () => economy.relatednessDensity(here, near, { ...sourced, knn: 2 }),
    complexityOutlookIndex: () => economy.complexityOutlookIndex(here, near, [1, 0, -1], sourced),
    complexityOutlookGain: () => economy.complexityOutlookGain(here, near, [1, 0, -1], sourced),
    fitnessComplexity: () => economy.fitnessComplexity(here, sourced),
  },
  city: {
    valueChainCompleteness: () => chain,
    missingLinks: () => economy.missingLinks(chain, []),
    claimCheck: () => economy.claimCheck({ output: 10, jobs: 5 }, reference, sourced),
    utilisationWarning: () => economy.utilisationWarning([80, 81, 80], { ...sourced, start: '2024-01', falseAlarmsPerYear: 0.1 }),
    targetForecast: () => economy.targetForecast({ years: [2023, 2024], values: [1, 2], target: 3, targetYear: 2030 }, sourced),
  },
}

test.each(Object.entries(asked))('every result of %s says its method and all that its table says', (_part, functions) => {
  for (const [name, ask] of Object.entries(functions)) {
    const { basis } = ask()
    expect(basis, name).toMatchObject(said)
    expect(basis.method, name).toBeTypeOf('string')
    expect(Array.isArray(basis.assumptions) && Array.isArray(basis.warnings), name).toBe(true)
  }
})

test('a made-up table says so on the result of every model', () => {
  const made = economy.createModel(economy.readIoTable(economy.seededTable({ sectors: 2, seed: 1 })))
  expect(economy.keySectors(made).basis.warnings.join()).toContain('synthetic')
  expect(economy.outputMultipliers(made).basis.synthetic).toBe(true)
})

test('a split table keeps its persons and what was noticed before', () => {
  const noticed = { ...table, warnings: ['noticed before'] }
  const split = economy.splitDomesticImport(noticed, [0.1, 0, 0.2])
  expect(split.employment).toEqual(table.employment)
  expect(split.warnings).toContain('noticed before')
})

test('a table in other prices says so on every result', () => {
  const { basis } = economy.outputMultipliers(economy.createModel(economy.adjustPrices(table, [1.1, 1, 1], 2022)))
  expect(basis.warnings.join()).toContain('prices of 2022')
})
