import { EconomyError } from '../economy-error.ts'
import { modelFromCoefficients } from '../model/model.ts'
import { type Result, type Sourced, unnamedSource } from '../result.ts'
import { type ChainLink, clusterDefinition, missingLinks, type ValueChain, valueChainCompleteness } from './value-chain.ts'

/** A product of the chain: what it is and which inputs one unit of it takes. */
export interface ChainPart {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  /** Industry that makes it, such as a KSIC code. */
  readonly industry?: string
  /** Inputs by the id of their part: value of the input in one unit of value of this part, 0 to 1. */
  readonly inputs?: Readonly<Record<string, number>>
  /**
   * Share of what is needed that makers here are taken to cover (지역 자급률 어림), such as a location quotient of at most 1 less what is imported; capacities that firms tell go before it where they are more.
   * Null where a table was asked and does not know: the part is then unknown, not missing.
   */
  readonly supplyShare?: number | null
}

/** A firm of the register (기업 명부). */
export interface ChainFirm {
  readonly name: string
  readonly part: string
  readonly place?: string | null
  readonly distanceKm?: number | null
  /** What it can sell to the cluster a year; null where nobody knows. */
  readonly capacity?: number | null
  /** Supplies the cluster already, or could. */
  readonly state: 'supplies' | 'could'
  readonly confidential?: boolean
  /** Of a firm of the register: its id, and why it stands here: by what it says that it makes, or by its industry alone. */
  readonly firmId?: string | null
  readonly why?: 'product' | 'industry' | null
  /** Made up to show how this works (예시). */
  readonly illustrative?: boolean
}

/** A cluster with its parts and the firms around it (클러스터와 가치사슬). */
export interface ChainCase extends Sourced {
  readonly name: string
  readonly unit: string
  readonly parts: readonly ChainPart[]
  /** What the cluster makes or is to make a year, by the id of the part. */
  readonly core: Readonly<Record<string, number>>
  readonly firms: readonly ChainFirm[]
  readonly presentFrom?: number
  readonly missingBelow?: number
  /** Candidates farther away are left out; unknown distances stay. */
  readonly withinKm?: number
}

/** One part of the chain as it stands. */
export interface ChainNode {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly industry: string | null
  /** Steps from the core: 0 is the core, 1 what it buys. */
  readonly tier: number
  /** What the core makes of it; 0 beside the core. */
  readonly output: number
  readonly need: number
  readonly local: number
  /** True where a supplier's capacity is not known, so that `local` is the least there is. */
  readonly localAtLeast: boolean
  /** True where `local` is told by a share of the table and not by what firms can sell. */
  readonly estimated: boolean
  readonly gap: number
  /** 자급률, at least where `localAtLeast`. Null for the core itself. */
  readonly selfSupply: number | null
  /** `unknown`: somebody makes it here and nobody knows how much. */
  readonly state: 'core' | 'present' | 'weak' | 'missing' | 'unknown'
  readonly suppliers: ChainFirm[]
  readonly candidates: ChainFirm[]
}

/** 가치사슬 한 장. */
export interface ChainReport {
  readonly name: string
  readonly unit: string
  readonly nodes: ChainNode[]
  /** What flows from a part into another. */
  readonly flows: { readonly from: string; readonly to: string; readonly amount: number }[]
  /** 자급률: Σ min(need, local) / Σ need over all parts; the least where a capacity is not known. Null where nothing is needed. */
  readonly completeness: number | null
  readonly completenessAtLeast: boolean
  /** Parts that are missing or weak, the largest gap first. */
  readonly missing: string[]
  readonly counts: Readonly<Record<ChainNode['state'], number>>
}

/**
 * 가치사슬: what the core needs of each part through every tier if all of it were made for the cluster, against what the firms of the register sell, link by link.
 * Needs solve need_i = Σ_j a_ij·(need_j + core_j); self-supply is `valueChainCompleteness` over all tiers.
 * @throws EconomyError `missing` for a part or core that is not in the list, `out-of-range` for shares or amounts outside their bounds.
 */
export function chainReport(of: ChainCase): Result<ChainReport> {
  const ids = of.parts.map((one) => one.id)
  checkCase(of, ids)
  const n = ids.length
  const coefficients = ids.map((id) => of.parts.map((part) => part.inputs?.[id] ?? 0))
  const makes = ids.map((id) => of.core[id] ?? 0)
  const produced = needsOf(coefficients, makes)
  const source = { ...unnamedSource, id: of.name, importTreatment: 'total' as const, unit: of.unit, ...of.source }
  const model = modelFromCoefficients(coefficients, { sectors: ids, source })
  const everything = Object.fromEntries(ids.flatMap((id, i) => (produced[i]! > 0 ? [[id, produced[i]!]] : [])))
  const here = (id: string) => of.firms.filter((one) => one.part === id && one.state === 'supplies')
  // what a part is needed for, the core's own making of it left out: the same sum that `valueChainCompleteness` makes
  const needed = coefficients.map((row) => row.reduce((sum, share, j) => sum + share * produced[j]!, 0))
  const told = ids.map((id) => here(id).reduce((sum, one) => sum + (one.capacity ?? 0), 0))
  const guessed = of.parts.map((part, i) => (part.supplyShare ?? 0) * needed[i]!)
  const local = makes.map((made, i) => made + Math.max(told[i]!, guessed[i]!))
  const chain = valueChainCompleteness(model, clusterDefinition(model, of.name, everything), local, {
    smallestShare: 0,
    ...(of.presentFrom === undefined ? {} : { presentFrom: of.presentFrom }),
    ...(of.missingBelow === undefined ? {} : { missingBelow: of.missingBelow }),
  })
  const could = of.firms.flatMap((one) =>
    one.state === 'could' ? [{ name: one.name, sector: one.part, distanceKm: one.distanceKm ?? null, capacity: one.capacity ?? null }] : [],
  )
  const open = missingLinks(chain, could, { perLink: could.length + 1, ...(of.withinKm === undefined ? {} : { withinKm: of.withinKm }) }).value
  const near = new Map(open.map((one) => [one.supplier, one.candidates.map((candidate) => candidate.name)]))
  const tiers = tiersOf(coefficients, makes)
  const nodes = of.parts.map((part, i) =>
    nodeOf(of, part, chain.value, { tier: tiers[i]!, output: makes[i]!, told: told[i]!, guessed: guessed[i]!, near: near.get(part.id) ?? [] }),
  )
  const flows = ids.flatMap((from, i) =>
    ids.flatMap((to, j) => {
      const amount = coefficients[i]![j]! * produced[j]!
      return amount > 0 ? [{ from, to, amount }] : []
    }),
  )
  const counts = { core: 0, present: 0, weak: 0, missing: 0, unknown: 0 }
  for (const one of nodes) if (one.state === 'core' || one.need > 0) counts[one.state]++
  return {
    value: {
      name: of.name,
      unit: of.unit,
      nodes,
      flows,
      completeness: chain.value.completeness,
      completenessAtLeast: nodes.some(
        (one) => one.need > 0 && (one.localAtLeast || one.state === 'unknown') && one.selfSupply !== null && one.selfSupply < 1,
      ),
      missing: nodes
        .filter((one) => one.state === 'missing' || one.state === 'weak')
        .sort((a, b) => b.gap - a.gap)
        .map((one) => one.id),
      counts,
    },
    basis: {
      ...chain.basis,
      method: 'chainReport',
      assumptions: [
        'every part is made in the cluster, so that its own inputs count too',
        ...(nodes.some((one) => one.estimated)
          ? ['where firms do not tell more, makers here cover the share of need that their location quotient allows']
          : []),
        ...chain.basis.assumptions,
      ],
      warnings: [
        ...chain.basis.warnings,
        ...(nodes.some((one) => one.state === 'unknown' && !one.localAtLeast)
          ? ['parts that the table of persons does not know are unknown and count as nothing yet']
          : []),
        ...(nodes.some((one) => one.localAtLeast) ? ['capacities that nobody knows count as nothing yet: self-supply is the least it can be'] : []),
      ],
    },
  }

  function needsOf(a: readonly (readonly number[])[], core: readonly number[]): number[] {
    let x = [...core]
    for (let round = 0; round < 10_000; round++) {
      // the core makes what it is said to make, or what its own chain needs of it if that is more
      const next = core.map((one, i) => {
        const need = a[i]!.reduce((sum, share, j) => sum + share * x[j]!, 0)
        return one > 0 ? Math.max(one, need) : need
      })
      const moved = Math.max(...next.map((one, i) => Math.abs(one - x[i]!)))
      x = next
      if (moved <= 1e-12 * Math.max(...x)) return x
    }
    throw new EconomyError(
      'not-productive',
      `expected inputs that end, got a circle among ${n} parts that needs more than it makes`,
      'look for parts that contain each other',
      {
        part: 'inputs',
      },
    )
  }
}

function checkCase(of: ChainCase, ids: readonly string[]): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined)
    throw new EconomyError('sector-order', `expected each part once, got "${twice}" twice`, 'give every part an id of its own', {
      part: 'parts',
      row: twice,
    })
  const known = (id: string, where: string) => {
    if (!ids.includes(id))
      throw new EconomyError('missing', `expected a part of the list in ${where}, got "${id}"`, `use one of: ${ids.slice(0, 12).join(', ')}`, {
        part: where,
        row: id,
      })
  }
  for (const part of of.parts) {
    let sum = 0
    for (const [id, share] of Object.entries(part.inputs ?? {})) {
      known(id, `inputs of ${part.id}`)
      if (!(share >= 0 && share <= 1))
        throw new EconomyError(
          'out-of-range',
          `expected a share from 0 to 1 for "${id}" in "${part.id}", got ${share}`,
          'give the value of the input in one unit of value',
          {
            part: `inputs of ${part.id}`,
            row: id,
            value: share,
          },
        )
      sum += share
    }
    const made = part.supplyShare ?? 0
    if (!(made >= 0 && made <= 1))
      throw new EconomyError(
        'out-of-range',
        `expected a share from 0 to 1 that makers here cover of "${part.id}", got ${made}`,
        'give the share of need, 0.3 for 30 %',
        { part: 'supplyShare', row: part.id, value: made },
      )
    if (sum > 1 + 1e-9)
      throw new EconomyError(
        'out-of-range',
        `expected inputs of "${part.id}" to add up to at most 1, got ${sum}`,
        'what is left over is its value added',
        {
          part: `inputs of ${part.id}`,
          value: sum,
        },
      )
  }
  const core = Object.keys(of.core)
  if (core.length === 0)
    throw new EconomyError('missing', 'expected at least one part that the cluster makes, got none', 'name it in core', { part: 'core' })
  for (const id of core) known(id, 'core')
  for (const one of of.firms) {
    known(one.part, `firm ${one.name}`)
    if (one.capacity !== undefined && one.capacity !== null && !(one.capacity >= 0))
      throw new EconomyError(
        'out-of-range',
        `expected a capacity of 0 or more for "${one.name}", got ${one.capacity}`,
        'leave it out where nobody knows it',
        {
          part: 'firms',
          row: one.name,
          value: one.capacity,
        },
      )
  }
}

function nodeOf(
  of: ChainCase,
  part: ChainPart,
  chain: ValueChain,
  at: { tier: number; output: number; told: number; guessed: number; near: readonly string[] },
): ChainNode {
  const link: ChainLink | undefined = chain.links.find((one) => one.supplier === part.id)
  const suppliers = of.firms.filter((one) => one.part === part.id && one.state === 'supplies')
  const estimated = at.guessed > at.told
  const localAtLeast = !estimated && suppliers.some((one) => (one.capacity ?? null) === null)
  const unknown = localAtLeast || (part.supplyShare === null && suppliers.length === 0)
  const need = link?.need ?? 0
  const base = {
    id: part.id,
    name: part.name,
    nameEn: part.nameEn ?? null,
    industry: part.industry ?? null,
    tier: at.tier,
    output: at.output,
    need,
    local: Math.max(at.told, at.guessed),
    localAtLeast,
    estimated,
    suppliers,
    candidates: at.near.flatMap((name) => of.firms.find((one) => one.part === part.id && one.name === name && one.state === 'could') ?? []),
  }
  if (at.output > 0) return { ...base, gap: 0, selfSupply: null, state: 'core' }
  const state = link === undefined ? 'present' : link.state !== 'present' && unknown ? 'unknown' : link.state
  return { ...base, gap: link?.gap ?? 0, selfSupply: link?.selfSupply ?? null, state }
}

/** Fewest steps to the core against the flow; parts that reach no core stand behind all others. */
function tiersOf(a: readonly (readonly number[])[], core: readonly number[]): number[] {
  const tiers = core.map((one) => (one > 0 ? 0 : Number.POSITIVE_INFINITY))
  for (let step = 0; step < a.length; step++)
    for (let i = 0; i < a.length; i++) for (let j = 0; j < a.length; j++) if (a[i]![j]! > 0 && tiers[j]! + 1 < tiers[i]!) tiers[i] = tiers[j]! + 1
  const deepest = Math.max(0, ...tiers.filter(Number.isFinite))
  return tiers.map((one) => (Number.isFinite(one) ? one : deepest + 1))
}
