import { EconomyError } from '#engines/economy/economy-error'

/** Names under which tables write the whole: 전국, 합계, 계. */
const WHOLE = /(^|\s)(전국|합계|총계|계|대한민국|nation|total)$/i
/** 시·도, by their endings and by the short names that tables use. */
const PROVINCE =
  /(특별시|광역시|특별자치시|특별자치도|[가-힣]{2}도)$|^(서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)$/

/** Regions that add up to the whole, one of them the region that is asked about. */
export interface RegionSplit {
  readonly nation: string | null
  readonly regions: readonly string[]
  /** True where what is left of the whole is a region of its own (그 밖의 지역). */
  readonly rest: boolean
}

/** Sums may be off by rounding: by this share of the whole. */
const SLACK = 0.0005

/**
 * 지역 나누기: which regions of a table stand beside the one that is asked about so that together they are the whole. Tables of 시·도 and of 시·군·구 often hold both and the nation: counting them together would
 * count people twice. Taken are those of the kind of the region (시·도, or the others) if they fit into the whole, else the region alone; what is missing to the whole is one region more. Without a nation in the table all regions are the whole.
 *
 * `regionSplit({ 전국: 100, 광주광역시: 3, 전라남도: 5, 동구: 1 }, '광주광역시') // => { nation: '전국', regions: ['광주광역시', '전라남도'], rest: true }`
 * @throws EconomyError `missing` for a region or nation that is not in the table, `out-of-range` for one that is larger than the whole.
 */
export function regionSplit(persons: Readonly<Record<string, number>>, asked: string, wanted: string | null = null): RegionSplit {
  const names = Object.keys(persons)
  for (const [part, name] of [
    ['region', asked],
    ['nation', wanted],
  ] as const)
    if (name !== null && !names.includes(name))
      throw new EconomyError('missing', `expected a region of the table as ${part}, got "${name}"`, `use one of: ${names.slice(0, 30).join(', ')}`, {
        part,
        row: name,
      })
  const nation = wanted ?? names.find((one) => one !== asked && WHOLE.test(one)) ?? null
  if (nation === null) {
    if (names.length < 2)
      throw new EconomyError(
        'missing',
        `expected the nation or other regions beside "${asked}", found none in the table`,
        'import a table that holds the nation (전국) or the other regions',
        { part: 'regions' },
      )
    return { nation, regions: names, rest: false }
  }
  const whole = persons[nation]!
  if (nation === asked || persons[asked]! > whole * (1 + SLACK))
    throw new EconomyError(
      'out-of-range',
      `expected a region smaller than "${nation}" (${whole}), got "${asked}" (${persons[asked]})`,
      'choose a region, and the whole that it is part of',
      { part: 'region', row: asked },
    )
  const sum = (list: readonly string[]) => list.reduce((total, one) => total + persons[one]!, 0)
  // of one kind always: 시·군·구 beside their own 시·도 would count twice even where the sum still fits into the whole
  const alike = names.filter((one) => one !== nation && !WHOLE.test(one) && PROVINCE.test(one) === PROVINCE.test(asked))
  const regions = sum(alike) <= whole * (1 + SLACK) ? alike : [asked]
  return { nation, regions, rest: whole - sum(regions) > whole * SLACK }
}
