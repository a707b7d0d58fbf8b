import { NOUN_UNITS, type UnitEntry, unitAt } from '../quantities/units.ts'
import type { Indicator, MentionKind } from '../reading.ts'
import { remembered } from '../remembered.ts'
import { compares, isRank, isTotal, isYear } from './compare.ts'
import type { Role } from './labels.ts'

/** A unit as a header prints it: 천㎡ is ㎡ with a factor of 1,000. */
export interface HeaderUnit {
  readonly entry: UnitEntry
  readonly factor: number
}

const MAGNITUDE: ReadonlyMap<string, number> = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
  ['만', 1e4],
  ['십만', 1e5],
  ['백만', 1e6],
  ['천만', 1e7],
  ['억', 1e8],
  ['십억', 1e9],
  ['백억', 1e10],
  ['조', 1e12],
])

/** "천㎡", "백만원", "억원", "명", "US$ 백만": a unit with its magnitude, whole. Null where the words are no unit. */
export const headerUnit = remembered((text: string): HeaderUnit | null => {
  const clean = text
    .replace(/\s/g, '')
    .replace(/^(?:US\$|USD|\$|미화)(.+)$/, '$1달러')
    .replace(/^(.+?)(?:US\$|USD|\$)$/, '$1달러')
    .replace(/^(?:mil\.?|million|mn|M)달러$/i, '백만달러')
    .replace(/^(?:bil\.?|billion|bn|B)달러$/i, '십억달러')
  // 투자액(억): won, as nothing else is counted so
  if (/^(?:조|억|십억|백억|천억)$/.test(clean)) return headerUnit(`${clean}원`)
  const plain = unitAt(clean, 0)
  if (plain !== null && plain.text.length === clean.length) return { entry: plain, factor: plain.factor }
  for (let n = 2; n > 0; n--) {
    const magnitude = MAGNITUDE.get(clean.slice(0, n))
    if (magnitude === undefined) continue
    const entry = unitAt(clean, n)
    if (entry !== null && entry.text.length === clean.length - n) return { entry, factor: entry.factor * magnitude }
  }
  return null
})

const KIND_OF: ReadonlyMap<Indicator, MentionKind> = new Map([
  ['area', 'area'],
  ['investment', 'money'],
  ['budget', 'money'],
  ['revenue', 'money'],
  ['exports', 'money'],
  ['output', 'money'],
  ['jobs', 'count'],
  ['firms', 'count'],
  ['capacity', 'power'],
])

/** What a column or a row says of its unit: its label, its own unit and what it holds. */
export interface Measured {
  readonly label: string
  readonly role: Role
  readonly unit: HeaderUnit | null
}

/**
 * The unit of a column: its own, or the one that "(단위: 천㎡, 억원)" gives for its kind.
 * A single unit over the table holds for every column that compares or divides one measure; money also for columns of unknown content.
 * A count that its label names ("세대수", "업체수") needs no unit at all.
 */
export function unitOf(header: Measured, unitLine: readonly HeaderUnit[]): HeaderUnit | null {
  if (header.unit !== null) return header.unit
  const { role, label } = header
  if (role !== null && typeof role === 'object') {
    if (role.indicator === 'other') return impliedUnit(label)
    const kind = KIND_OF.get(role.indicator) ?? 'money'
    const fits = unitLine.filter((u) => u.entry.kind === kind)
    if (kind !== 'count') return fits[0] ?? null
    return fits.find((u) => (u.entry.unit === 'persons') === (role.indicator === 'jobs')) ?? impliedUnit(label)
  }
  if (isShare(label)) return PERCENT
  const implied = impliedUnit(label)
  if (implied !== null) return implied
  const kind = KINDS.find(([pattern]) => pattern.test(label))?.[1]
  if (kind !== undefined) return unitLine.find((u) => u.entry.kind === kind) ?? null
  const whole = unitLine.filter((u) => u.entry.kind !== 'percent')
  const only = whole[0] ?? unitLine[0]
  if (only === undefined || whole.length > 1) return null
  if (isYear(label) || isTotal(label) || compares(label)) return only
  if (role !== null && role !== 'year') return null
  return isRank(label) || only.entry.kind !== 'money' ? null : only
}

/** What the ending of a label says of its kind: 목표액 is money, 잔여면적 an area. */
const KINDS: readonly (readonly [RegExp, MentionKind])[] = [
  [/(?:액|금액|비용|사업비|예산|재원)$/, 'money'],
  [/(?:면적|부지|용지)$/, 'area'],
]

/** Columns of shares and rates, which print no sign. */
const SHARE = /^(?:[가-힣]{0,6}[률율]|비중|비율|구성비|점유비|백분비)$/
const PERCENT: HeaderUnit | null = headerUnit('%')

/** Whether a column holds shares. `isShare('구성비') // => true` */
export const isShare = (label: string): boolean => SHARE.test(label)

const IMPLIED: readonly (readonly [RegExp, string])[] = [
  [/(?:세대|가구|호)수$|계획(?:세대|가구)$/, '세대'],
  [/인구수?$|인구(?:수용)?계획$|인원수?$|(?:직원|종업원|종사자|근로자|고용|채용|일자리)수?$|^고용(?:인원|규모|창출|계획)?$|^[Jj]obs$/, '명'],
  [/(?:기업|업체|회사)수$/, '개사'],
  [/(?:공장|대학|학교|기관)수$/, '개'],
  [/필지수$/, '필지'],
  [/건수$/, '건'],
]

const BARE = headerUnit('개')

/** The unit that a label of a count carries in itself: "세대수" counts households. `impliedUnit('세대수')?.entry.unit // => 'households'` */
export const impliedUnit = remembered((label: string): HeaderUnit | null => {
  if (label.length > 12) return null
  const closed = label.replace(/\s/g, '')
  for (const [pattern, unit] of IMPLIED) if (pattern.test(closed)) return headerUnit(unit)
  const counts = closed.endsWith('수') && countedBy(closed, BARE!.entry) !== BARE!.entry.unit
  return counts ? BARE : null
})

/** What is done with the things counted: "기업 유치(개)" counts firms. */
const DONE = /\s?(?:유치|육성|조성|신설|입주|지원|창출|건립|건수|확충|등록|지정|설립|협약|현황|수)$/

/** What 개 and 건 under a label count: "공장 수(개)" counts factories. */
export function countedBy(label: string, entry: UnitEntry): string {
  // 건 counts what was done for them, not the firms: 기업지원(건)
  if (!entry.countsNoun || entry.text === '건') return entry.unit
  for (const noun of [label.replace(/\s?수$/, ''), label.replace(DONE, ''), label.replace(DONE, '').replace(DONE, '')])
    for (let length = Math.min(5, noun.length); length > 0; length--) {
      const unit = NOUN_UNITS.get(noun.slice(noun.length - length))
      if (unit !== undefined) return unit
    }
  return entry.unit
}
