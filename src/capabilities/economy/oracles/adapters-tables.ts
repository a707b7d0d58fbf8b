import { columnSums, type Matrix, matrixOf, rowsOf } from '#engines/economy/algebra/matrix'
import { boundVerdict, effectBounds } from '#engines/economy/city/effect-bounds'
import { EconomyError } from '#engines/economy/economy-error'
import { powerOfDispersion, sensitivityOfDispersion } from '#engines/economy/linkages/dispersion'
import { modelFromCoefficients } from '#engines/economy/model/model'
import { factorMultipliers, outputMultipliers } from '#engines/economy/model/multipliers'
import { flegg, regionSize, simpleLq } from '#engines/economy/regional/location-quotients'
import { regionalise } from '#engines/economy/regional/regionalise'
import { grasBalance } from '#engines/economy/tables/gras-balance'
import { rasBalance } from '#engines/economy/tables/ras-balance'
import { sutToIot } from '#engines/economy/tables/sut-to-iot'
import { needList, needRows, number, OracleInputError } from './inputs.ts'
import { type Adapter, answer, type ReadBeside } from './oracle-case.ts'

/** Questions about balancing, regional tables and supply-use tables. */
export const tableAdapters: readonly Adapter[] = [
  {
    matches: /^ras_infeasible\b/,
    ask: ({ inputs }) => {
      try {
        rasBalance(needRows(inputs, 'Z0', 'Z'), needList(inputs, 'u'), needList(inputs, 'v'))
        return answer({ converges: true })
      } catch (error) {
        if (error instanceof EconomyError && error.code === 'infeasible') return answer({ converges: false })
        throw error
      }
    },
  },
  {
    matches: /^ras\b/,
    ask: ({ inputs }) => answer({ X: rasBalance(needRows(inputs, 'Z0', 'Z'), needList(inputs, 'u'), needList(inputs, 'v')).value.matrix }),
  },
  {
    matches: /^gras\b/,
    ask: ({ inputs }) => answer({ X: grasBalance(needRows(inputs, 'Z0', 'Z'), needList(inputs, 'u'), needList(inputs, 'v')).value.matrix }),
  },
  {
    matches: /^regionalise\b/,
    ask: ({ inputs }) => {
      const national = needRows(inputs, 'A_national', 'A')
      const from = { region: needList(inputs, 'emp_region'), nation: needList(inputs, 'emp_nation') }
      const delta = number(inputs, 'delta') ?? 0.3
      const by = (method: 'SLQ' | 'CILQ' | 'RLQ' | 'FLQ' | 'AFLQ') => regionalise(national, from, { method, delta, absent: 'keep' }).value
      const quotients = simpleLq(from).value
      const all = {
        SLQ: quotients,
        lambda: regionSize(from, delta),
        // the file writes -1 where nobody buys
        FLQ: rowsOf(flegg(from, { delta }).value).map((row, i) => row.map((one, j) => (i !== j && quotients[j] === 0 ? -1 : one))),
        A_SLQ: by('SLQ'),
        A_CILQ: by('CILQ'),
        A_RLQ: by('RLQ'),
        A_FLQ: by('FLQ'),
        A_AFLQ: by('AFLQ'),
      }
      // both conventions of the literature for where AFLQ is cut
      const before = regionalise(national, from, { method: 'AFLQ', delta, absent: 'keep', augment: 'before' }).value
      return answer(all, { ...all, A_AFLQ: before })
    },
  },
  {
    matches: /^sutToIot\b/,
    ask: async ({ inputs, function: name }, { stem, read }) => {
      const labels = { industries: inputs.industries as string[], commodities: inputs.commodities as string[] }
      const tables = await supplyUse(labels, stem, read)
      const symmetric = sutToIot(tables, { technology: /commodity/i.test(name) ? 'commodityTechnology' : 'industryTechnology' }).value
      const total = modelFromCoefficients(symmetric.total)
      const domestic = modelFromCoefficients(symmetric.domestic!)
      const rates = tables.valueAdded.map((one, j) => one / tables.output[j]!)
      return answer({
        colsum_A: columnSums(symmetric.total),
        output_multiplier_total: outputMultipliers(total).value,
        output_multiplier_domestic: outputMultipliers(domestic).value,
        va_multiplier_domestic: factorMultipliers(domestic, rates, 'value added').value,
        // linkages of the domestic table
        power: powerOfDispersion(domestic).value,
        sensitivity: sensitivityOfDispersion(domestic, { basis: 'leontief' }).value,
      })
    },
  },
  {
    matches: /^claimCheck bounds\b/,
    ask: ({ inputs }) => {
      const claimed = number(inputs, 'claimed_output')!
      const bounds = effectBounds({
        coefficients: needRows(inputs, 'A'),
        importShare: needList(inputs, 'import_share'),
        sector: number(inputs, 'sector')!,
        amount: number(inputs, 'invest')!,
      }).value
      return answer({
        lower_direct_only: bounds.direct,
        type_I_domestic: bounds.typeIDomestic,
        type_I_total: bounds.typeITotal,
        ratio_claim_to_type_I_domestic: claimed / bounds.typeIDomestic,
        verdict: boundVerdict(bounds, claimed),
      })
    },
  },
]

/** Rows and columns of a comma-separated table with labels, by label. */
function labelled(text: string): (row: string, column: string) => number {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
  const columns = new Map(lines[0]!.map((name, j) => [name, j]))
  const rows = new Map(lines.slice(1).map((line) => [line[0]!, line]))
  return (row, column) => {
    const value = Number(rows.get(row)?.[columns.get(column) ?? -1])
    if (!Number.isFinite(value)) throw new OracleInputError(`expected a number at row ${row} and column ${column}`)
    return value
  }
}

async function supplyUse(labels: { industries: string[]; commodities: string[] }, stem: string, read: ReadBeside) {
  const [use, make, imports, totals] = await Promise.all(
    ['use', 'make', 'import', 'x_va'].map(async (part) => labelled(await read(`peer-data/${stem}_${part}.csv`))),
  )
  const { industries, commodities } = labels
  const commodityByIndustry = (from: (row: string, column: string) => number): Matrix =>
    matrixOf(commodities.length, industries.length, (k, j) => from(commodities[k]!, industries[j]!))
  return {
    make: matrixOf(industries.length, commodities.length, (i, k) => make!(industries[i]!, commodities[k]!)),
    use: commodityByIndustry(use!),
    imports: commodityByIndustry(imports!),
    output: industries.map((name) => totals!(name, 'x')),
    valueAdded: industries.map((name) => totals!(name, 'va')),
  }
}
