import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { parts, sum } from './counts.ts'

/** Persons by industry in a region and its nation at two times. */
export interface ShiftShareInput {
  readonly regionBefore: readonly number[]
  readonly regionAfter: readonly number[]
  readonly nationBefore: readonly number[]
  readonly nationAfter: readonly number[]
}

/** The change by industry in parts; they add up to `total`. */
export interface ShiftShare {
  /** What the industry would have gained with the whole nation. */
  readonly national: number[]
  /** What it gained more because the industry grew faster than the nation (산업구조 효과). */
  readonly mix: number[]
  /** What the region gained beside that (지역경쟁력 효과). */
  readonly regional: number[]
  readonly total: number[]
}

/** Esteban-Marquillas splits the regional part in two. */
export interface EstebanMarquillas extends Omit<ShiftShare, 'regional'> {
  /** Persons the industry would have if the region were built like the nation. */
  readonly homothetic: number[]
  readonly competitiveNet: number[]
  readonly allocation: number[]
}

function checked(from: ShiftShareInput): ShiftShareInput {
  const n = from.nationBefore.length
  for (const [name, list] of Object.entries(from) as [string, readonly number[]][]) {
    parts(list, name)
    if (list.length !== n)
      throw new EconomyError('shape', `expected ${n} industries in ${name}, got ${list.length}`, 'give every list in the same order', { part: name })
  }
  if (!(sum(from.nationBefore) > 0))
    throw new EconomyError('missing', 'expected persons in the nation before, got none', 'give the national list', { part: 'nationBefore' })
  const alone = from.nationBefore.findIndex((one, i) => one === 0 && from.regionBefore[i]! > 0)
  if (alone >= 0)
    throw new EconomyError(
      'out-of-range',
      `expected the nation to hold what the region has, got an industry (${alone}) with persons in the region only`,
      'add the region to the nation',
      { part: 'nationBefore', row: alone },
    )
  return from
}

/**
 * 변이할당분석 (고전형): change = national + mix + regional. National e₀(N₁/N₀ − 1); mix e₀(n₁/n₀ − N₁/N₀); regional e₁ − e₀·n₁/n₀, so that an industry that is new here has all its
 * change there and none is undefined. Source: Dunn 1960.
 *
 * `shiftShare({ regionBefore: [10], regionAfter: [13], nationBefore: [100], nationAfter: [110] }, 'classic').value.national.map(Math.round) // => [1]`
 */
export function shiftShare(from: ShiftShareInput, form: 'classic', options?: Sourced): Result<ShiftShare>
/** 변이할당분석 (에스테반 마르키야스형). Source: Esteban-Marquillas 1972. An industry without persons before has no growth rate: its whole regional part is allocation. */
export function shiftShare(from: ShiftShareInput, form: 'esteban-marquillas', options?: Sourced): Result<EstebanMarquillas>
/** 변이할당분석 (동태형): the classic parts of each year, added up. Source: Barff & Knight 1988. Rows are years, columns industries. */
export function shiftShare(from: ShiftShareSeries, form: 'dynamic', options?: Sourced): Result<ShiftShare>
export function shiftShare(
  from: ShiftShareInput | ShiftShareSeries,
  form: 'classic' | 'esteban-marquillas' | 'dynamic',
  options: Sourced = {},
): Result<ShiftShare | EstebanMarquillas> {
  if (form === 'dynamic') return result(dynamic(from as ShiftShareSeries), 'shiftShare(dynamic)', options, ['classic parts of each year, added up'])
  const input = checked(from as ShiftShareInput)
  const fresh = input.regionBefore.flatMap((one, i) => (one === 0 && input.regionAfter[i]! > 0 ? [i] : []))
  const warnings = fresh.length > 0 ? [`industries ${fresh.join(', ')} are new here: their whole change is regional`] : []
  const plain = classic(input)
  if (form === 'classic') return result(plain, 'shiftShare(classic)', options, [], warnings)
  return result(
    estebanMarquillas(input, plain),
    'shiftShare(esteban-marquillas)',
    options,
    ['new industries: the whole regional part is allocation'],
    warnings,
  )
}

/** Persons by year and industry. */
export interface ShiftShareSeries {
  readonly region: readonly (readonly number[])[]
  readonly nation: readonly (readonly number[])[]
}

function classic({ regionBefore: e0, regionAfter: e1, nationBefore: n0, nationAfter: n1 }: ShiftShareInput): ShiftShare {
  const growth = sum(n1) / sum(n0)
  const industry = n0.map((one, i) => (one === 0 ? growth : n1[i]! / one))
  return {
    national: e0.map((one) => one * (growth - 1)),
    mix: e0.map((one, i) => one * (industry[i]! - growth)),
    regional: e0.map((one, i) => e1[i]! - one * industry[i]!),
    total: e0.map((one, i) => e1[i]! - one),
  }
}

function estebanMarquillas(
  { regionBefore: e0, regionAfter: e1, nationBefore: n0, nationAfter: n1 }: ShiftShareInput,
  plain: ShiftShare,
): EstebanMarquillas {
  const [own, all] = [sum(e0), sum(n0)]
  const homothetic = n0.map((one) => (own * one) / all)
  const ahead = e0.map((one, i) => (one === 0 ? 0 : e1[i]! / one - n1[i]! / n0[i]!))
  const competitiveNet = homothetic.map((one, i) => one * ahead[i]!)
  return {
    homothetic,
    national: plain.national,
    mix: plain.mix,
    competitiveNet,
    allocation: plain.regional.map((one, i) => one - competitiveNet[i]!),
    total: plain.total,
  }
}

function dynamic({ region, nation }: ShiftShareSeries): ShiftShare {
  if (region.length !== nation.length || region.length < 2)
    throw new EconomyError(
      'shape',
      `expected at least two years, the same for region and nation, got ${region.length} and ${nation.length}`,
      'give one row a year',
    )
  const zero = () => nation[0]!.map(() => 0)
  const added: ShiftShare = { national: zero(), mix: zero(), regional: zero(), total: zero() }
  for (let t = 1; t < region.length; t++) {
    const year = classic(checked({ regionBefore: region[t - 1]!, regionAfter: region[t]!, nationBefore: nation[t - 1]!, nationAfter: nation[t]! }))
    for (const key of ['national', 'mix', 'regional', 'total'] as const) for (const [i, one] of year[key].entries()) added[key][i]! += one
  }
  return added
}

/** Gerfin's index form, for the region as a whole. */
export interface GerfinIndices {
  readonly industrialMix: number
  readonly regionalShare: number
  readonly netTotal: number
}

/** 게르핀 지수법: growth of the region over that of the nation as a product of structure and place. Source: Gerfin 1964. `netTotal` is `industrialMix · regionalShare`. */
export function gerfinIndices(from: ShiftShareInput, options: Sourced = {}): Result<GerfinIndices> {
  const { regionBefore, regionAfter, nationBefore, nationAfter } = checked(from)
  const own = sum(regionBefore)
  if (!(own > 0))
    throw new EconomyError('missing', 'expected persons in the region before, got none', 'give the regional list', { part: 'regionBefore' })
  const growth = sum(nationAfter) / sum(nationBefore)
  const expected = sum(regionBefore.map((one, i) => (nationBefore[i] === 0 ? 0 : (one * nationAfter[i]!) / nationBefore[i]!))) / own
  const reached = sum(regionAfter) / own
  return result({ industrialMix: expected / growth, regionalShare: reached / expected, netTotal: reached / growth }, 'gerfinIndices', options)
}
