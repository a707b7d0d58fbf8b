import { type Matrix, rowsOf } from '../algebra/matrix.ts'
import { type Complexity, economicComplexity } from '../complexity/economic-complexity.ts'
import { complexityOutlookGain } from '../complexity/outlook.ts'
import { presence, rca } from '../complexity/presence.ts'
import { proximity, relatednessDensity } from '../complexity/relatedness.ts'
import { type RelatednessSpace, relatednessSpace } from '../complexity/relatedness-space.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { sum } from '../structure/counts.ts'
import { entropy, hachman, herfindahl, krugmanSpecialisation, relatedVariety, unrelatedVariety } from '../structure/diversity.ts'
import { type Downturn, downturns } from '../structure/resilience.ts'
import { type ShiftShare, shiftShare } from '../structure/shift-share.ts'
import { type Candidate, type CandidateParts, type CandidateWeights, rankCandidates } from './candidates.ts'
import { placeInTable } from './structure-check.ts'

/** An industry as the analysis sees it. */
export interface StructureIndustry {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  /** Larger group, such as the section of the KSIC: for related and unrelated variety. */
  readonly group?: string
  /** Square metres and megawatts a thousand persons need; left out where nobody knows. */
  readonly landPerThousand?: number | null
  readonly powerPerThousand?: number | null
  /** Share of the gaps of known value chains that it would fill. */
  readonly chainGap?: number | null
}

/** Persons by year, region and industry, with the region that is asked about (지역 산업구조). */
export interface StructureCase extends Sourced {
  readonly name: string
  readonly unit: string
  readonly region: string
  readonly regions: readonly { readonly id: string; readonly name: string; readonly nameEn?: string }[]
  readonly industries: readonly StructureIndustry[]
  readonly years: readonly number[]
  /** values[year][region][industry]. */
  readonly values: readonly (readonly (readonly number[])[])[]
  readonly weights?: CandidateWeights
  /** An industry is present from this location quotient on; 1 by default. */
  readonly presentFrom?: number
}

export const defaultWeights: Required<CandidateWeights> = { relatedness: 3, complexity: 2, growth: 2, chain: 2, land: 0.5, power: 0.5 }

/** One industry in the region. */
export interface IndustryProfile {
  readonly id: string
  readonly persons: number
  readonly share: number
  readonly quotient: number | null
  /** Mean growth a year from the first to the last year; null where there was nobody. */
  readonly growth: number | null
  readonly nationGrowth: number | null
  readonly present: boolean
  /** 연관밀도 and PCI; null where not defined. */
  readonly density: number
  readonly pci: number | null
}

/** Diversity of the region in one year. */
export interface DiversityYear {
  readonly year: number
  /** 1 / Herfindahl: how many industries of one size would be as diverse. */
  readonly effective: number | null
  readonly entropy: number | null
  readonly hachman: number | null
  readonly krugman: number | null
  readonly related: number | null
  readonly unrelated: number | null
}

/** 지역 산업구조 한 장. */
export interface StructureReport {
  readonly name: string
  readonly region: string
  readonly from: number
  readonly to: number
  readonly total: { readonly from: number; readonly to: number; readonly growth: number | null; readonly nationGrowth: number | null }
  readonly industries: IndustryProfile[]
  /** Parts by industry over the whole time: classic parts of each year, added up. Null for one year: nothing has changed yet. */
  readonly shiftShare: ShiftShare | null
  readonly shiftShareByYear: {
    readonly year: number
    readonly national: number
    readonly mix: number
    readonly regional: number
    readonly total: number
  }[]
  readonly newHere: string[]
  readonly vanished: string[]
  readonly diversity: DiversityYear[]
  readonly downturns: Downturn[]
  readonly space: RelatednessSpace
  readonly candidates: Candidate[]
  /** For each candidate the present industries nearest to it, up to three. */
  readonly near: Readonly<Record<string, string[]>>
  readonly weights: CandidateWeights
}

/**
 * 산업구조 분석: location quotient against growth, shift-share by year, diversity, resilience, the space of related industries and the candidates to attract, from persons by year, region and industry.
 * All regions of the table together are “the nation”; it warns where the region is more than a third of it.
 * @throws EconomyError `shape`, `missing`, `not-a-number` with the year, region and industry.
 */
export function structureReport(of: StructureCase): Result<StructureReport> {
  const at = placeInTable(of)
  const region = of.values.map((year) => year[at]!)
  const nation = of.values.map((year) => of.industries.map((_, j) => sum(year.map((row) => row[j]!))))
  const now = of.values.at(-1)!
  const [first, last] = [of.years[0]!, of.years.at(-1)!]
  const pace = (from: number, to: number) => (from > 0 && to > 0 && last > first ? (to / from) ** (1 / (last - first)) - 1 : null)
  const quotients = rca(now).value
  const here = presence(quotients, { threshold: of.presentFrom ?? 1 }).value
  const nearness = proximity(here).value
  const density = rowsOf(relatednessDensity(here, nearness).value)[at]!
  const complexity = complexityOf(here)
  const pci = complexity?.pci ?? of.industries.map(() => null)
  const gain = complexity ? rowsOf(complexityOutlookGain(here, nearness, complexity.uncentredPci).value)[at]! : null
  const totals = { from: sum(region[0]!), to: sum(region.at(-1)!) }
  const quotient = rowsOf(quotients)[at]!
  const present = rowsOf(here)[at]!
  const industries = of.industries.map((one, j): IndustryProfile => {
    const everywhere = nation.at(-1)![j]!
    return {
      id: one.id,
      persons: region.at(-1)![j]!,
      share: totals.to > 0 ? region.at(-1)![j]! / totals.to : 0,
      quotient: everywhere === 0 || totals.to === 0 ? null : quotient[j]!,
      growth: pace(region[0]![j]!, region.at(-1)![j]!),
      nationGrowth: pace(nation[0]![j]!, everywhere),
      present: present[j]! > 0,
      density: density[j]!,
      pci: pci[j] ?? null,
    }
  })
  const weights = of.weights ?? defaultWeights
  const open = of.industries.flatMap((one, j): [string, CandidateParts][] =>
    present[j]! > 0 || nation.at(-1)![j] === 0
      ? []
      : [
          [
            one.id,
            {
              relatedness: density[j]!,
              complexity: gain === null || pci[j] === null ? null : gain[j]!,
              growth: industries[j]!.nationGrowth,
              chain: one.chainGap ?? null,
              land: one.landPerThousand ?? null,
              power: one.powerPerThousand ?? null,
            },
          ],
        ],
  )
  const nearest = (id: string): string[] => {
    const j = of.industries.findIndex((one) => one.id === id)
    const strength = (k: number) => nearness.values[j * of.industries.length + k]!
    return of.industries
      .map((_, k) => k)
      .filter((k) => k !== j && present[k]! > 0 && strength(k) > 0)
      .sort((a, b) => strength(b) - strength(a) || a - b)
      .slice(0, 3)
      .map((k) => of.industries[k]!.id)
  }
  const share = sum(nation.at(-1)!) > 0 ? totals.to / sum(nation.at(-1)!) : 0
  return result(
    {
      name: of.name,
      region: of.region,
      from: first,
      to: last,
      total: { ...totals, growth: pace(totals.from, totals.to), nationGrowth: pace(sum(nation[0]!), sum(nation.at(-1)!)) },
      industries,
      shiftShare: of.years.length < 2 ? null : shiftShare({ region, nation }, 'dynamic').value,
      shiftShareByYear: of.years.slice(1).map((year, k) => {
        const parts = shiftShare(
          { regionBefore: region[k]!, regionAfter: region[k + 1]!, nationBefore: nation[k]!, nationAfter: nation[k + 1]! },
          'classic',
        ).value
        return { year, national: sum(parts.national), mix: sum(parts.mix), regional: sum(parts.regional), total: sum(parts.total) }
      }),
      newHere: of.industries.filter((_, j) => region[0]![j] === 0 && region.at(-1)![j]! > 0).map((one) => one.id),
      vanished: of.industries.filter((_, j) => region[0]![j]! > 0 && region.at(-1)![j] === 0).map((one) => one.id),
      diversity: of.years.map((year, t) => diversityOf(of, year, of.values[t]!, at)),
      downturns: downturns(of.years, region, nation),
      space: relatednessSpace(nearness),
      candidates: open.length === 0 ? [] : rankCandidates(Object.fromEntries(open), weights),
      near: Object.fromEntries(open.map(([id]) => [id, nearest(id)])),
      weights,
    },
    'structureReport',
    of,
    [
      'all regions of the table together are the nation',
      `an industry is present from a location quotient of ${of.presentFrom ?? 1}`,
      'relatedness: proximity by co-location of present industries (Hidalgo and others 2007)',
      'candidates: parts scaled from the worst to the best candidate, weighted and added',
    ],
    [
      ...(share > 1 / 3 ? [`the region is ${Math.round(100 * share)} % of the nation: its own change moves what it is compared with`] : []),
      ...(complexity === null ? ['too few regions with industries of their own for complexity: left unknown'] : []),
      ...(of.years.length < 2 ? ['one year only: no growth, no shift-share and no resilience'] : []),
      ...(of.regions.length < 8 ? [`${of.regions.length} regions only: proximity and complexity say little`] : []),
    ],
  )
}

/** Null where fewer than three places have an industry of their own. */
function complexityOf(here: Matrix): Complexity | null {
  try {
    return economicComplexity(here).value
  } catch (error) {
    if (error instanceof EconomyError && error.code === 'missing') return null
    throw error
  }
}

function diversityOf(of: StructureCase, year: number, values: readonly (readonly number[])[], at: number): DiversityYear {
  const concentration = herfindahl(values).value[at]!
  const names = [...new Set(of.industries.map((one) => one.group ?? ''))]
  const groups = of.industries.map((one) => names.indexOf(one.group ?? ''))
  const grouped = names.length > 1
  return {
    year,
    effective: concentration === null ? null : 1 / concentration,
    entropy: entropy(values).value[at]!,
    hachman: hachman(values).value[at]!,
    krugman: krugmanSpecialisation(values).value[at]!,
    related: grouped ? relatedVariety(values, groups).value[at]! : null,
    unrelated: grouped ? unrelatedVariety(values, groups).value[at]! : null,
  }
}
