import { EconomyError } from '../economy-error.ts'
import { type IoModel, modelResult, sectorVector } from '../model/model.ts'
import type { Result } from '../result.ts'

/** A cluster (클러스터): the sectors at its core and how much each is to make. */
export interface ClusterDefinition {
  readonly name: string
  readonly core: readonly { readonly sector: string; readonly output: number }[]
}

/** A cluster whose sectors are in the table. @throws EconomyError `missing`, `out-of-range` */
export function clusterDefinition(model: IoModel, name: string, core: Readonly<Record<string, number>>): ClusterDefinition {
  for (const [sector, output] of Object.entries(core)) {
    if (!model.sectors.includes(sector))
      throw new EconomyError('missing', `expected sectors of the table, got "${sector}"`, 'use the names of the table', {
        part: 'cluster',
        row: sector,
      })
    if (!(output > 0))
      throw new EconomyError('out-of-range', `expected an output above 0 for "${sector}", got ${output}`, 'give what it makes or is to make', {
        part: 'cluster',
        row: sector,
        value: output,
      })
  }
  return { name, core: Object.entries(core).map(([sector, output]) => ({ sector, output })) }
}

/** One input of a cluster. */
export interface ChainLink {
  readonly supplier: string
  /** Core sectors that buy it, the largest buyer first. */
  readonly buyers: string[]
  /** What the core needs of it. */
  readonly need: number
  /** What is made here and not needed by others first. */
  readonly local: number
  readonly gap: number
  /** 자급률: local over need, at most 1. */
  readonly selfSupply: number
  readonly state: 'present' | 'weak' | 'missing'
}

/** A cluster's inputs. */
export interface ValueChain {
  readonly name: string
  /** Σ min(need, local) / Σ need. Null where the core needs nothing. */
  readonly completeness: number | null
  readonly links: ChainLink[]
}

/** From what self-supply on a link is present, and below what it is missing. */
export interface ChainOptions {
  readonly presentFrom?: number
  readonly missingBelow?: number
  /** Inputs smaller than this share of all needs are left out of the list (they stay in the total). */
  readonly smallestShare?: number
}

/**
 * 가치사슬 완결도: what a cluster needs of each sector, need_i = Σ_j a_ij·x_j over its core, against what is made here, and how much of the whole that covers. `model` holds all inputs, imports included
 * (total coefficients); `localSupply` is what each sector of the region can sell to the cluster, in the same unit.
 */
export function valueChainCompleteness(
  model: IoModel,
  cluster: ClusterDefinition,
  localSupply: readonly number[],
  options: ChainOptions = {},
): Result<ValueChain> {
  const supply = sectorVector(model, localSupply, 'local supply')
  const core = cluster.core.map((one) => ({ ...one, index: model.sectors.indexOf(one.sector) }))
  const n = model.n
  const { presentFrom = 0.8, missingBelow = 0.1, smallestShare = 0.005 } = options
  const links = model.sectors.map((supplier, i): ChainLink => {
    const bought = core
      .map((one) => ({ sector: one.sector, amount: model.coefficients.values[i * n + one.index]! * one.output }))
      .sort((a, b) => b.amount - a.amount)
    const need = bought.reduce((sum, one) => sum + one.amount, 0)
    const local = Math.max(0, supply[i]!)
    const selfSupply = need > 0 ? Math.min(1, local / need) : 1
    return {
      supplier,
      buyers: bought.filter((one) => one.amount > 0).map((one) => one.sector),
      need,
      local,
      gap: Math.max(0, need - local),
      selfSupply,
      state: selfSupply >= presentFrom ? 'present' : selfSupply < missingBelow ? 'missing' : 'weak',
    }
  })
  const whole = links.reduce((sum, one) => sum + Math.max(0, one.need), 0)
  const met = links.reduce((sum, one) => sum + Math.min(Math.max(0, one.need), one.local), 0)
  return modelResult(
    model,
    {
      name: cluster.name,
      completeness: whole > 0 ? met / whole : null,
      links: links.filter((one) => one.need > smallestShare * whole).sort((a, b) => b.need - a.need),
    },
    'valueChainCompleteness',
    ['the cluster buys as the table’s average maker does', `present from ${presentFrom}, missing below ${missingBelow} of need`],
    model.source.importTreatment === 'domestic' ? ['the table holds domestic inputs only: what the cluster imports is not counted as needed'] : [],
  )
}

/** Somebody who could fill a gap. */
export interface Supplier {
  readonly name: string
  readonly sector: string
  readonly distanceKm: number | null
  readonly capacity: number | null
}

/** A gap with those who could fill it. */
export interface MissingLink extends ChainLink {
  /** Nearest first; a distance that nobody knows comes last. */
  readonly candidates: Supplier[]
}

/** 빠진 고리: the links that are missing or weak, by the size of the gap, each with firms of that sector, the nearest first. */
export function missingLinks(
  chain: Result<ValueChain>,
  suppliers: readonly Supplier[],
  options: { readonly withinKm?: number; readonly perLink?: number } = {},
): Result<MissingLink[]> {
  const { withinKm = Number.POSITIVE_INFINITY, perLink = 10 } = options
  const far = (one: Supplier) => one.distanceKm ?? Number.POSITIVE_INFINITY
  const value = chain.value.links
    .filter((one) => one.state !== 'present')
    .sort((a, b) => b.gap - a.gap)
    .map((link) => ({
      ...link,
      candidates: suppliers
        .filter((one) => one.sector === link.supplier && (far(one) <= withinKm || one.distanceKm === null))
        .sort((a, b) => far(a) - far(b) || a.name.localeCompare(b.name))
        .slice(0, perLink),
    }))
  return { value, basis: { ...chain.basis, method: 'missingLinks' } }
}
