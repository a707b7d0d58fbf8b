import type { MentionKind } from '../../reading.ts'

/** What a unit sign or word says of the figure before it. */
export interface ForeignUnit {
  readonly kind: MentionKind
  readonly unit: string
  readonly factor: number
}

const table = new Map<string, ForeignUnit>()
const add = (kind: MentionKind, unit: string, factor: number, forms: string): void => {
  for (const form of forms.split('|')) table.set(form, { kind, unit, factor })
}

add('money', 'KRW', 1, 'won|krw|korean won|south korean won')
add('money', 'USD', 1, 'dollars|dollar|us dollars|u.s. dollars|us dollar|usd')
add('money', 'EUR', 1, 'euros|euro|eur')
add('money', 'JPY', 1, 'yen|jpy|japanese yen')
add('money', 'CNY', 1, 'yuan|renminbi|rmb|cny|chinese yuan')
add('money', 'TWD', 1, 'new taiwan dollars|nt dollars')
add('money', 'GBP', 1, 'pounds|gbp')
add('area', 'm2', 1, 'square meters|square metres|square meter|square metre|sq m|sq. m|sq.m|sqm|m2|m²|㎡')
add('area', 'm2', 1e6, 'square kilometers|square kilometres|square kilometer|square kilometre|sq km|sq. km|sqkm|km2|km²|㎢')
add('area', 'm2', 1e4, 'hectares|hectare|ha')
add('area', 'm2', 4046.8564224, 'acres|acre')
add('area', 'm2', 0.09290304, 'square feet|square foot|sq ft|sq. ft')
add('area', 'm2', 400 / 121, 'pyeong|pyong')
add('percent', 'ratio', 0.01, '%|percent|per cent|pct')
add('percent', 'pp', 1, 'percentage points|percentage point|%p|%-points')
add('power', 'MW', 1, 'mw|megawatts|megawatt')
add('power', 'MW', 1000, 'gw|gigawatts|gigawatt')
add('power', 'MW', 0.001, 'kw|kilowatts|kilowatt')
add('power', 'MW', 1e6, 'tw|terawatts')
add('length', 'm', 1000, 'km|kilometers|kilometres|kilometer|kilometre')
add('length', 'm', 1, 'meters|metres|meter|metre|m')
add('length', 'm', 1609.344, 'miles|mile')
add('count', 't', 1, 'tons|tonnes|metric tons|ton|tonne|mt|t')
add('count', 't', 0.001, 'kg|kilograms')
add('count', 'L', 1, 'liters|litres|liter|litre|l')
add('count', 'multiple', 1, 'times|fold')
add('period', 'year', 1, 'years|year|yr|yrs')
add('period', 'month', 1, 'months|month')
add('period', 'week', 1, 'weeks|week')
add('period', 'day', 1, 'days|day')

const escaped = [...table.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.%²-]/g, '\\$&').replaceAll(' ', '[ \\n\\u00a0-]'))
const UNIT = new RegExp(`[ \\n\\u00a0-]{0,2}(${escaped.join('|')})(?![A-Za-z0-9²³])`, 'iy')

/** The unit behind a figure and where it ends. `englishUnit('30 sq km', 2)!.unit.factor // => 1000000` */
export function englishUnit(text: string, at: number): { readonly unit: ForeignUnit; readonly end: number; readonly form: string } | null {
  UNIT.lastIndex = at
  const match = UNIT.exec(text)
  if (match === null) return null
  const form = match[1]!.toLowerCase().replace(/[\n\u00a0-]/g, ' ')
  const unit = table.get(form) ?? table.get(match[1]!.toLowerCase())
  if (unit === undefined) return null
  // "43 gigawatt hours" is energy, no power
  if (unit.kind === 'power' && /^[ \n-]hours?(?![a-z])/.test(text.slice(at + match[0].length, at + match[0].length + 7))) return null
  // "30 M" is no metre, "5 t" and "3 m" only in small letters
  if (form === 'l' ? match[1] !== 'L' : form.length === 1 && match[1] !== form) return null
  return { unit, end: at + match[0].length, form: match[1]! }
}

/** Nouns by what they count (계수 대상). */
const NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jobs: 'jobs job positions posts employment',
    persons:
      'people persons workers employees staff engineers residents researchers students graduates personnel professionals experts participants visitors talents specialists hires recruits members delegates officials users citizens trainees',
    firms:
      'companies company firms firm enterprises enterprise businesses startups start-ups partners consortiums consortia suppliers manufacturers makers tenants smes corporations unicorns investors subsidiaries affiliates ventures',
    factories: 'factories factory plants plant fabs fab',
    projects: 'projects project initiatives programs programmes',
    cases: 'agreements contracts mous memorandums patents deals cases orders',
    zones: 'zones districts',
    complexes: 'complexes parks',
    regions: 'countries cities regions provinces counties nations municipalities',
    institutions:
      'universities institutions institutes schools hospitals agencies organizations organisations colleges laboratories labs lab centers centres',
    buildings: 'buildings towers turbines reactors blocks',
    sites: 'sites locations stores stations lots facilities plots branches outlets chargers',
    households: 'households homes apartments families',
    rooms: 'rooms',
    floors: 'floors stories storeys',
    fields: 'fields sectors areas',
    teams: 'teams groups',
    clusters: 'clusters',
    items:
      'units vehicles cars products machines items robots servers gpus chips wafers cells batteries lines sets ships vessels berths beds pieces modules trucks buses systems engines tires drones satellites',
  }).flatMap(([unit, nouns]) => nouns.split(' ').map((noun) => [noun, unit] as const)),
)

/** Words that end the noun phrase behind a figure. */
const ENDS = new Set(
  'of in at on by for to from with and or the a an as into over per than will that which who is are was were has have had would can may its their under during through between until against within while since after before plus including among each all be being it but not out up down about annually'.split(
    ' ',
  ),
)
const WORD = /[ \n\u00a0-]((?!Co\b)[A-Za-z][A-Za-z]*)(?![A-Za-z0-9])/y

/** What a bare figure counts: the last counting noun of the phrase behind it (up to five words). `countedNoun('35 semiconductor companies in', 2)!.unit // => 'firms'` */
export function countedNoun(text: string, at: number): { readonly unit: string; readonly end: number; readonly form: string } | null {
  let from = at
  let best: { unit: string; end: number; form: string } | null = null
  for (let k = 0; k < 5; k++) {
    WORD.lastIndex = from
    const match = WORD.exec(text)
    if (match === null) break
    const word = match[1]!.toLowerCase()
    if (ENDS.has(word)) break
    from += match[0].length
    const unit = NOUNS.get(word)
    if (unit !== undefined) best = { unit, end: from, form: match[1]! }
    else if (best !== null) break
  }
  return best
}
