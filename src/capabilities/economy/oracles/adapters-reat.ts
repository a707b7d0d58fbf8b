import { ellisonGlaeser } from '#engines/economy/structure/concentration'
import { giniOfSpecialisation, herfindahl } from '#engines/economy/structure/diversity'
import { clusterIndex, locationQuotient } from '#engines/economy/structure/location-quotient'
import { gerfinIndices, type ShiftShareInput, shiftShare } from '#engines/economy/structure/shift-share'
import { input, list, listsInOrder, needList, OracleInputError, placesOf } from './inputs.ts'
import { type Adapter, type Answer, answer, both, type OracleCase } from './oracle-case.ts'

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

/** Growth by industry as the package lists it beside the components: before, after, change and rate, of the region and of the nation. */
function growthTable({ regionBefore, regionAfter, nationBefore, nationAfter }: ShiftShareInput): number[][] {
  const side = (before: number, after: number) => [before, after, after - before, after / before - 1]
  return regionBefore.map((before, i) => [...side(before, regionAfter[i]!), ...side(nationBefore[i]!, nationAfter[i]!)])
}

/** Components in the order the package prints, by its names and by plain ones; and its whole list, with growth and method. */
function components(from: ShiftShareInput, method: string, values: readonly [name: string, plain: string, value: number][]): Answer {
  const listed = values.map(([, , value]) => value)
  // versions of the package print "Regional share" or "Regional shift" for one and the same component
  const named = Object.fromEntries(
    values.flatMap(([name, plain, value]) => [
      [name, value],
      [name.replace('Regional share', 'Regional shift'), value],
      [plain, value],
    ]),
  )
  return answer(listed, { ...named, components: listed }, named, { components: listed, growth: growthTable(from), method })
}

function shiftAnswer(one: OracleCase): Answer {
  const from = shiftInput(one)
  if (/Gerfin/i.test(one.function)) {
    const value = gerfinIndices(from).value
    return components(from, 'Gerfin', [
      ['Industrial mix', 'mix', value.industrialMix],
      ['Regional share', 'regional', value.regionalShare],
      ['Net total shift', 'net_total', value.netTotal],
    ])
  }
  if (/Esteban/i.test(one.function)) {
    const value = shiftShare(from, 'esteban-marquillas').value
    return components(from, 'Esteban', [
      ['Growth (t1-t)', 'growth', added(value.total)],
      ['National share', 'national', added(value.national)],
      ['Industrial mix', 'mix', added(value.mix)],
      ['Regional share', 'regional', added(value.competitiveNet)],
      ['Allocation effect', 'allocation', added(value.allocation)],
    ])
  }
  const value = shiftShare(from, 'classic').value
  return components(from, 'Dunn', [
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
    // the package gives NA where a part is larger than its whole
    if (here > region || industry > all || region > all) return null
    const rest = [region - here, industry - here, all - industry - (region - here)] as const
    // one industry against the rest of the region and the rest of the nation, where lists leave a rest
    return rest.every((one) => one >= 0) ? locationQuotient([[here, rest[0]], rest.slice(1)]).value[0]![0]! : here / industry / (region / all)
  })
  return answer(values, values[0], { LQ: values, lq: values })
}

function ellisonAnswer(one: OracleCase): Answer {
  const [plants, totals] = [needList(one.inputs, 'e_ik', 'plants'), needList(one.inputs, 'e_j', 'total_emp')]
  const value = ellisonGlaeser({
    plants,
    region: placesOf((input(one.inputs, 'regions', 'region') as unknown[]).map(String)),
    regionTotals: totals,
  }).value
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

/** Plain, from 0 to 1 (`coefnorm`), or as the number of industries of equal size that it amounts to (`eq`). */
function herfAnswer(one: OracleCase): Answer {
  const values = named(one, ['x'])[0]!
  const plain = herfindahl([values]).value[0] ?? null
  const says = (name: string, pattern: RegExp) => pattern.test(one.function) || pattern.test(`${name}=${String(input(one.inputs, name))}`)
  if (plain === null) return both('herf', null)
  if (says('output', /output\s*=\s*["']?eq/)) return both('herf', 1 / plain)
  return both('herf', says('coefnorm', /coefnorm\s*=\s*t/i) ? (plain - 1 / values.length) / (1 - 1 / values.length) : plain)
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
  { matches: /^REAT::herf/, ask: herfAnswer },
  { matches: /^REAT::litzenberger/, ask: clusterAnswer },
]
