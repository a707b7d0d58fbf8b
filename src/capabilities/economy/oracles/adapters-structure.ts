import { columnSums, matrix, rowSums, rowsOf } from '#engines/economy/algebra/matrix'
import { economicComplexity } from '#engines/economy/complexity/economic-complexity'
import { complexityOutlookGain, complexityOutlookIndex } from '#engines/economy/complexity/outlook'
import { presence, rca } from '#engines/economy/complexity/presence'
import { proximity, type RelatednessMethod, relatedness, relatednessDensity } from '#engines/economy/complexity/relatedness'
import { bartik } from '#engines/economy/structure/bartik'
import { ellisonGlaeser, gini, hooverIndex, locationalGini } from '#engines/economy/structure/concentration'
import {
  entropy,
  hachman,
  herfindahl,
  krugmanSpecialisation,
  relatedVariety,
  specialisationCoefficient,
  unrelatedVariety,
} from '#engines/economy/structure/diversity'
import { locationQuotient, symmetricLq } from '#engines/economy/structure/location-quotient'
import { shiftShare } from '#engines/economy/structure/shift-share'
import { input, needList, needRows, number, placesOf } from './inputs.ts'
import { type Adapter, type Answer, answer, lazily, type OracleCase } from './oracle-case.ts'

const shiftInput = ({ inputs }: OracleCase) => ({
  regionBefore: needList(inputs, 'e0'),
  regionAfter: needList(inputs, 'e1'),
  nationBefore: needList(inputs, 'N0', 'n0'),
  nationAfter: needList(inputs, 'N1', 'n1'),
})

function structure({ inputs }: OracleCase): Answer {
  const e = needRows(inputs, 'E', 'mat')
  const groups = () => placesOf(input(inputs, 'groups'))
  const h = herfindahl(e).value
  return answer(
    lazily<unknown>({
      lq: () => locationQuotient(e).value,
      hhi: () => h,
      effective_number: () => h.map((one) => (one === null ? null : 1 / one)),
      entropy_bits: () => entropy(e).value,
      unrelated_variety: () => unrelatedVariety(e, groups()).value,
      related_variety: () => relatedVariety(e, groups()).value,
      hachman: () => hachman(e).value,
      krugman: () => krugmanSpecialisation(e).value,
      specialisation_coeff: () => specialisationCoefficient(e).value,
    }),
  )
}

function complexity({ inputs }: OracleCase): Answer {
  const quotients = rca(needRows(inputs, 'value', 'mat')).value
  const m = presence(quotients, { threshold: number(inputs, 'threshold', 'rca_mcp_threshold') ?? 1 }).value
  const near = proximity(m).value
  const { eci, pci, uncentredPci, diversity, ubiquity } = economicComplexity(m).value
  return answer({
    rca: quotients,
    mcp: m,
    diversity,
    ubiquity,
    eci,
    pci,
    density: relatednessDensity(m, near).value,
    coi: complexityOutlookIndex(m, near, uncentredPci).value,
    cog: complexityOutlookGain(m, near, uncentredPci).value,
    proximity: near,
  })
}

/** One quotient, a list or a table of them; files write 'inf' where a quotient has no bound. */
function symmetric(quotients: unknown): unknown {
  if (!Array.isArray(quotients)) return symmetricLq([quotients === 'inf' ? Number.POSITIVE_INFINITY : Number(quotients ?? Number.NaN)]).value[0]
  return quotients.map(symmetric)
}

/** Measures of structure and of complexity. */
export const structureAdapters: readonly Adapter[] = [
  { matches: /^structure\b/, ask: structure },
  {
    matches: /^symmetricLq\b/,
    ask: ({ inputs }) => answer({ slq: symmetric(input(inputs, 'lq')) }),
  },
  { matches: /^shiftShareClassic\b/, ask: (one) => answer(shiftShare(shiftInput(one), 'classic').value) },
  {
    matches: /^shiftShareEstebanMarquillas\b/,
    ask: (one) => {
      const value = shiftShare(shiftInput(one), 'esteban-marquillas').value
      return answer({ ...value, competitive_net: value.competitiveNet })
    },
  },
  {
    matches: /^shiftShareDynamic\b/,
    ask: ({ inputs }) => answer(shiftShare({ region: needRows(inputs, 'E'), nation: needRows(inputs, 'N') }, 'dynamic').value),
  },
  {
    matches: /^bartik\b/,
    ask: ({ inputs }) => {
      const [before, after] = [needRows(inputs, 'E0'), needRows(inputs, 'E1')]
      return answer({ bartik: bartik(before, after).value, bartik_leave_one_out: bartik(before, after, { leaveOneOut: true }).value })
    },
  },
  {
    matches: /^ellisonGlaeser\b/,
    ask: ({ inputs }) => {
      const value = ellisonGlaeser({
        plants: needList(inputs, 'plants'),
        region: placesOf(input(inputs, 'region', 'regions')),
        regionTotals: needList(inputs, 'total_emp'),
      }).value
      return answer({ gamma: value.gamma, G: value.concentration, H: value.plantHerfindahl })
    },
  },
  { matches: /^ecomplexity\(rca\)/, ask: complexity },
]

const mat = ({ inputs }: OracleCase) => needRows(inputs, 'mat')
const binary = (one: OracleCase) => presence(rca(mat(one)).value).value
/** With RCA=TRUE the package works out presence first; else it takes the table as presence. */
const present = (one: OracleCase) => (/RCA\s*=\s*T/i.test(one.function) || one.inputs.RCA === true ? binary(one) : matrix(mat(one)))

/** Measures as the package EconGeo names them. */
export const econGeoAdapters: readonly Adapter[] = [
  {
    matches: /^EconGeo::location\.quotient\(binary/,
    // the package writes 0 where a quotient is not defined, as `rca` does
    ask: (one) =>
      answer(
        binary(one),
        locationQuotient(mat(one)).value.map((row) => row.map((q) => (q === null ? null : q >= 1 ? 1 : 0))),
      ),
  },
  { matches: /^EconGeo::location\.quotient\b/, ask: (one) => answer(rca(mat(one)).value, locationQuotient(mat(one)).value) },
  // rounded to two digits by the package
  { matches: /^EconGeo::RCA\b/, ask: (one) => ({ ...answer(rca(mat(one)).value), digits: 2 }) },
  { matches: /^EconGeo::Hachman/, ask: (one) => answer(hachman(mat(one)).value) },
  {
    matches: /^EconGeo::Hoover\.index/,
    ask: (one) => ({ ...answer(hooverIndex(mat(one), Array.from(rowSums(matrix(mat(one))))).value), digits: 2 }),
  },
  { matches: /^EconGeo::diversity/, ask: (one) => answer(rowSums(present(one))) },
  { matches: /^EconGeo::ubiquity/, ask: (one) => answer(columnSums(present(one))) },
  { matches: /^EconGeo::KCI/, ask: (one) => ({ ...answer(economicComplexity(present(one)).value.eci), compare: 'standardised' }) },
  { matches: /^EconGeo::TCI/, ask: (one) => ({ ...answer(economicComplexity(present(one)).value.pci), compare: 'standardised' }) },
  { matches: /^EconGeo::Herfindahl/, ask: (one) => answer(herfindahl(mat(one)).value) },
  { matches: /^EconGeo::Krugman\.index/, ask: (one) => answer(krugmanSpecialisation(mat(one)).value) },
  { matches: /^EconGeo::spec\.coeff/, ask: (one) => answer(specialisationCoefficient(mat(one)).value) },
  { matches: /^EconGeo::entropy/, ask: (one) => ({ ...answer(entropy(mat(one)).value), digits: 3 }) },
  { matches: /^EconGeo::locational\.Gini/, ask: (one) => answer(locationalGini(mat(one)).value) },
  {
    matches: /^EconGeo::Gini/,
    ask: (one) => {
      const rows = mat(one)
      return { ...answer(rows[0]!.map((_, j) => gini(rows.map((row) => row[j]!)))), digits: 3 }
    },
  },
  {
    matches: /^EconGeo::relatedness\.density/,
    ask: ({ inputs }) => {
      const near = needRows(inputs, 'relatedness')
      const percent = densityInPercent(needRows(inputs, 'binary', 'mat'), near)
      // an industry near to none: 0 here, not defined in the package
      const whole = columnSums(matrix(near))
      return {
        ...answer(
          percent,
          percent.map((row) => row.map((one, j) => (whole[j] === 0 ? null : one))),
        ),
        digits: 2,
      }
    },
  },
  {
    matches: /^EconGeo::relatedness\(/,
    ask: ({ inputs, function: name }) => {
      const word = /\((\w+)\)/.exec(name)?.[1] ?? 'prob'
      const method: RelatednessMethod = word.startsWith('prob') ? 'probability' : (word.toLowerCase() as RelatednessMethod)
      return answer(relatedness(needRows(inputs, 'cooc', 'mat'), { method }).value)
    },
  },
]

const densityInPercent = (here: number[][], near: number[][]): number[][] =>
  rowsOf(relatednessDensity(here, near).value).map((row) => row.map((one) => 100 * one))
