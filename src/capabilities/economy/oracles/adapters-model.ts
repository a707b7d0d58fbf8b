import { at, columnOf, rowSums, rowsOf } from '#engines/economy/algebra/matrix'
import { directLinkages, linkageVariation, powerOfDispersion, sensitivityOfDispersion } from '#engines/economy/linkages/dispersion'
import { fieldOfInfluence } from '#engines/economy/linkages/field-of-influence'
import { hypotheticalExtraction } from '#engines/economy/linkages/hypothetical-extraction'
import { structuralDecomposition } from '#engines/economy/linkages/structural-decomposition'
import { averagePropagationLength, downstreamness, upstreamness } from '#engines/economy/linkages/upstreamness'
import {
  allocationCoefficients,
  competitiveImportCoefficients,
  ghoshInverse,
  leontiefInverse,
  technicalCoefficients,
} from '#engines/economy/model/coefficients'
import {
  closedCoefficients,
  closedModel,
  closedMultipliers,
  type IncomeMultipliers,
  incomeMultipliers,
} from '#engines/economy/model/income-multipliers'
import { createModel, type IoModel, modelFromCoefficients } from '#engines/economy/model/model'
import {
  employmentMultipliers,
  factorMultipliers,
  importInducement,
  outputMultipliers,
  valueAddedMultipliers,
} from '#engines/economy/model/multipliers'
import { demandShock, priceShock, roundByRound } from '#engines/economy/model/shocks'
import { readIoTable } from '#engines/economy/tables/read-io-table'
import { list, needList, needRows, number } from './inputs.ts'
import { type Adapter, answer, lazily, type OracleCase } from './oracle-case.ts'

/** A model of the table in a case, whatever it names its parts; balances are not checked, as books print rounded. */
export function modelOf({ inputs }: OracleCase): IoModel {
  const output = list(inputs, 'x', 'X', 'output')
  const finalDemand = list(inputs, 'f', 'final_demand')
  const valueAdded = list(inputs, 'va', 'V', 'gva', 'value_added')
  const employed = list(inputs, 'emp', 'employment')
  return createModel(
    readIoTable({
      flows: needRows(inputs, 'Z', 'flows', 'Zd'),
      ...(output ? { output } : {}),
      ...(finalDemand ? { finalDemand } : {}),
      ...(valueAdded ? { valueAdded } : {}),
      ...(employed ? { employment: { employed } } : {}),
      balanceTolerance: Number.POSITIVE_INFINITY,
    }),
  )
}

const ratio = (values: readonly number[], over: readonly number[]) => values.map((one, i) => one / over[i]!)

function everything(one: OracleCase): Readonly<Record<string, unknown>> {
  const model = modelOf(one)
  const output = model.output!
  const home = () => ({
    // a sector that makes nothing pays nothing
    incomeRates: ratio(needList(one.inputs, 'household_income'), output).map((rate, j) => (output[j] === 0 ? 0 : rate)),
    consumptionCoefficients: needList(one.inputs, 'household_consumption_coeff'),
    denominator: 'coefficients as given',
  })
  const employment = () => employmentMultipliers(model, { kind: 'employed' }).value
  const closed = () => closedMultipliers(model, home()).value
  const first = () => factorMultipliers(model, home().incomeRates, 'household income').value
  const extraction = hypotheticalExtraction(model).value
  return lazily<unknown>({
    x: () => output,
    A: () => model.coefficients,
    B: () => allocationCoefficients(needRows(one.inputs, 'Z'), output).value,
    L: () => leontiefInverse(model).value,
    G: () => ghoshInverse(model).value,
    output_multiplier_I: () => outputMultipliers(model).value,
    va_multiplier_I: () => valueAddedMultipliers(model).value,
    emp_multiplier_I: () => employment().total,
    // a rate of 0 below the line is infinite here and "not defined" in the engine
    emp_multiplier_I_ratio: () => ratio(employment().total, employment().direct),
    input_multiplier_ghosh: () => rowSums(ghoshInverse(model).value),
    power_of_dispersion: () => powerOfDispersion(model).value,
    sensitivity_of_dispersion_leontief: () => sensitivityOfDispersion(model, { basis: 'leontief' }).value,
    forward_linkage_ghosh_norm: () => sensitivityOfDispersion(model, { basis: 'ghosh' }).value,
    direct_backward: () => directLinkages(model).value.backward,
    direct_forward: () => directLinkages(model).value.forward,
    cv_backward: () => linkageVariation(model).value.backward,
    cv_forward: () => linkageVariation(model).value.forward,
    A_closed: () => closedCoefficients(model, home()),
    L_closed: () => leontiefInverse(closedModel(model, home())).value,
    output_multiplier_II_truncated: () => closed().outputTruncated,
    output_multiplier_II_total: () => closed().outputTotal,
    va_multiplier_II: () => closed().factor(model.valueAddedRates!),
    emp_multiplier_II: () => closed().factor(model.employedRates!),
    income_multiplier_I: first,
    income_multiplier_II: () => closed().income,
    type_II_over_I_ratio: () => ratio(closed().income, first()),
    hypothetical_extraction_total_incl_own: () => extraction.complete,
    hypothetical_extraction_backward: () => extraction.backward,
    hypothetical_extraction_forward: () => extraction.forward,
  })
}

function domesticAndImported({ inputs }: OracleCase): Readonly<Record<string, unknown>> {
  const valueAdded = list(inputs, 'va', 'V', 'value_added')
  const model = createModel(
    readIoTable({
      source: { importTreatment: 'domestic' },
      flows: needRows(inputs, 'Zd'),
      importedFlows: needRows(inputs, 'Zm'),
      finalDemand: needList(inputs, 'fd'),
      ...(valueAdded ? { valueAdded } : {}),
      balanceTolerance: Number.POSITIVE_INFINITY,
    }),
  )
  const added = () => valueAddedMultipliers(model).value
  const imported = () => importInducement(model).value
  return lazily<unknown>({
    x: () => model.output,
    Ad: () => model.coefficients,
    Am: () => model.importCoefficients,
    Ld: () => leontiefInverse(model).value,
    production_inducement: () => outputMultipliers(model).value,
    va_inducement: added,
    import_inducement: imported,
    sum_va_plus_import: () => {
      const bought = imported()
      return added().map((value, j) => value + bought[j]!)
    },
  })
}

function published(one: OracleCase): Readonly<Record<string, unknown>> {
  const model = modelOf(one)
  const l = () => leontiefInverse(model).value
  const g = () => ghoshInverse(model).value
  const multiplier = () => outputMultipliers(model).value
  const gva = () => valueAddedMultipliers(model).value
  const employment = () => employmentMultipliers(model, { kind: 'employed' }).value.total
  const forward = () => rowSums(g())
  return lazily<unknown>({
    backward_linkage: multiplier,
    gva_multiplier: gva,
    employment_multiplier: employment,
    leontief_diagonal_first3: () => [0, 1, 2].map((i) => at(l(), i, i)),
    ghosh_first_column: () => columnOf(g(), 0),
    forward_linkage: forward,
    computed: () => lazily<unknown>({ L: l, BL: multiplier, gva, emp: employment, G: g, FL: forward }),
  })
}

const coefficientsModel = ({ inputs }: OracleCase, ...names: string[]) => modelFromCoefficients(needRows(inputs, ...names))

/** Questions to the input-output model. */
export const modelAdapters: readonly Adapter[] = [
  {
    matches: /^technicalCoefficients\b/,
    ask: ({ inputs }) => answer({ A: technicalCoefficients(needRows(inputs, 'Z'), needList(inputs, 'x')).value }),
  },
  { matches: /^leontiefInverseClosed\b/, ask: (one) => closedAnswer(one) },
  { matches: /^leontiefInverse\b/, ask: (one) => answer({ L: leontiefInverse(coefficientsModel(one, 'A')).value }) },
  { matches: /^demandShock\b/, ask: (one) => demandAnswer(one) },
  {
    matches: /^roundByRound\b/,
    ask: (one) => answer(roundByRound(coefficientsModel(one, 'A'), needList(one.inputs, 'f'), number(one.inputs, 'rounds') ?? 7).value),
  },
  { matches: /^ghosh\b/, ask: (one) => ghoshAnswer(one) },
  {
    matches: /^leontiefPrice\b/,
    ask: (one) => {
      const model = coefficientsModel(one, 'A')
      return answer({ p0: priceShock(model, needList(one.inputs, 'v')).value, p1: priceShock(model, needList(one.inputs, 'v_new', 'v')).value })
    },
  },
  { matches: /^io_all\b/, ask: (one) => answer(everything(one)) },
  { matches: /^domesticImportSplit\b/, ask: (one) => answer(domesticAndImported(one)) },
  {
    matches: /^leontiefCompetitiveImport\b/,
    ask: ({ inputs }) =>
      answer({ L: leontiefInverse(modelFromCoefficients(competitiveImportCoefficients(needRows(inputs, 'A'), needList(inputs, 'm')).value)).value }),
  },
  { matches: /^structuralDecomposition\b/, ask: (one) => decompositionAnswer(one) },
  {
    matches: /^fieldOfInfluence\b/,
    ask: ({ inputs }) => answer({ F: fieldOfInfluence(needRows(inputs, 'L'), number(inputs, 'i')!, number(inputs, 'j')!).value }),
  },
  {
    matches: /^upstreamness\b/,
    ask: (one) => {
      const model = modelOf(one)
      return answer({ upstreamness: upstreamness(model).value, downstreamness: downstreamness(model).value })
    },
  },
  { matches: /^averagePropagationLength\b/, ask: (one) => lengthAnswer(one) },
  { matches: /^published\b/, ask: (one) => answer(published(one)) },
  { matches: /^incomeMultiplier/, ask: (one) => incomeAnswer(one) },
]

function closedAnswer(one: OracleCase) {
  const inverse = leontiefInverse(coefficientsModel(one, 'A_closed', 'A')).value
  return answer({ L_closed: inverse, book_3dp: inverse })
}

function demandAnswer(one: OracleCase) {
  const model = coefficientsModel(one, 'A')
  const several = list(one.inputs, 'f') ? null : needRows(one.inputs, 'f')
  if (several) {
    // one final demand a column
    const made = several[0]!.map(
      (_, k) =>
        demandShock(
          model,
          several.map((row) => row[k]!),
        ).value.output,
    )
    const rows = model.sectors.map((_, i) => made.map((output) => output[i]!))
    return answer({ x: rows, x_book: rows })
  }
  const { output } = demandShock(model, needList(one.inputs, 'f')).value
  // labour coefficients of the book's example (Miller & Blair 2009, 2.6), which the case names in its note
  const labour = list(one.inputs, 'labour_coefficients', 'l') ?? noteNumbers(one.note)
  return answer({ x: output, x_book: output, ...(labour.length === output.length ? { labour: output.map((x, i) => x * labour[i]!) } : {}) })
}

const noteNumbers = (note: string | undefined): number[] =>
  /\[([\d., ]+)\]/
    .exec(note ?? '')?.[1]
    ?.split(',')
    .map(Number) ?? []

function ghoshAnswer(one: OracleCase) {
  const model = modelOf(one)
  const g = ghoshInverse(model).value
  return answer({ B: allocationCoefficients(needRows(one.inputs, 'Z'), model.output!).value, G: g, G_from_L: g })
}

function decompositionAnswer({ inputs }: OracleCase) {
  const at = (year: 0 | 1) =>
    createModel(
      readIoTable({ flows: needRows(inputs, `Z${year}`), finalDemand: needList(inputs, `f${year}`), balanceTolerance: Number.POSITIVE_INFINITY }),
    )
  const [e0, e1] = [list(inputs, 'e0'), list(inputs, 'e1')]
  const { output, employment } = structuralDecomposition(at(0), at(1), e0 && e1 ? { before: e0, after: e1 } : undefined).value
  return answer({
    dx: output.change,
    dx_technology: output.technology,
    dx_final_demand: output.finalDemand,
    dEmp: employment?.change,
    dEmp_labour_productivity: employment?.productivity,
    dEmp_technology: employment?.technology,
    dEmp_final_demand: employment?.finalDemand,
  })
}

/** Where no push ever arrives the engine says 0, and the quotient of the definition is 0/0. */
function lengthAnswer({ inputs }: OracleCase) {
  const lengths = rowsOf(averagePropagationLength(needRows(inputs, 'A')).value)
  return answer({ APL: lengths }, { APL: lengths.map((row) => row.map((one) => (one === 0 ? null : one))) })
}

function incomeAnswer(one: OracleCase) {
  const model = modelOf(one)
  const income = needList(one.inputs, 'compensation', 'income', 'household_income')
  if (!/II/.test(one.function)) return incomeRatios('income_multiplier_I', incomeMultipliers(model, { type: 'I', income }).value, model, income)
  const consumptionCoefficients = list(one.inputs, 'household_coeff_rounded', 'household_coeff', 'household_consumption_coeff')
  const consumption = list(one.inputs, 'household_consumption')
  const value = incomeMultipliers(model, {
    type: 'II',
    income,
    ...(consumptionCoefficients ? { consumptionCoefficients } : consumption ? { consumption } : {}),
  }).value
  return incomeRatios('income_multiplier_II', value, model, income)
}

/** A sector that pays nobody has no ratio in the engine, and an infinite one in a plain division. */
function incomeRatios(name: string, value: IncomeMultipliers, model: IoModel, income: readonly number[]) {
  return answer({ [name]: value.ratio }, { [name]: ratio(value.simple, ratio(income, model.output!)) })
}
