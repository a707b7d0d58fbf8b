import { digitValue } from '../characters.ts'
import type { Indicator, MentionKind, Slot, Span } from '../reading.ts'
import { remembered } from '../remembered.ts'
import { compares, isCondition, isTotal, isYear } from './compare.ts'
import { type HeaderUnit, headerUnit, impliedUnit, isShare } from './units.ts'

/** What a column or a label of a sheet (표의 항목) holds: a measured indicator, or something about the row. */
export type Role = { indicator: Indicator; kind: MentionKind } | 'subject' | 'place' | 'due' | 'start' | 'period' | 'stage' | 'name' | 'year' | null

/** What a label may put before the word that says what it is: 투자, 입주 예정, 공장. */
const WHICH =
  '(?:(?:투자|입주|공장|사업장|본사|사업|이전|건립|설립|신설|증설|조성|예정|희망|대상|공사|시설|협약|참여|유치|시행|수혜|선정|주관|주요|협력|국내|외국|해외|MOU|체결|개발|분양|계약|건설|신규|계획|총|완료|목표)\\s?)*'
const label = (head: string, tail = ''): RegExp => new RegExp(`^${WHICH}(?:${head})${tail}$`)
const WHEN = '\\s?(?:예정|목표|계획)?\\s?(?:일|일자|연도|년도|시기|시점|년|연월|예정일|\\(?예정\\)?)?'

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:사업)?(?:기간)$|^(?:공사|추진|조성|개발|계약|협약|사업|사업\s?시행|시행|건설|공모|접수|모집|운영|투자)\s?기간$/, 'period'],
  [label(`준공|완공|완료|개장|가동|입주|개통|개원|양산|상업\\s?운전`, WHEN), 'due'],
  [/^(?:공급|분양)\s?(?:예정\s?)?(?:일|시기|연도|년도|시점)$/, 'due'],
  [/^(?:준공예정|완공예정|목표|투자\s?완료|기한|시한|이행\s?기한|완료\s?기한)$/, 'due'],
  [label(`착공|시작|착수|개시`, WHEN), 'start'],
  [/^최초\s?투자(?:일|연도|년도|시기|년|연월|예정일)?$/, 'start'],
  [label('위\\s?치|소재지|입지|대상지|예정지|후보지|사업\\s?지|투자지|입주지|장소|단지|산단|산업단지|지구|지역|예정\\s?부지', '\\s?명?'), 'place'],
  [
    /^(?:[Ss]ite|[Ll]ocation|후보지명|권역|시도명|시군명|부지|특구명|(?:[가-힣]{2,4}\s?)?예정\s?(?:지|부지)|시군|시·군|시도|시·도|시군구|들어설\s?곳|지을\s?곳|세울\s?곳|옮길\s?곳|자리|터)$/,
    'place',
  ],
  [label('기\\s?업|업\\s?체|회\\s?사|기업체|투자사|법인|상호', '\\s?명'), 'subject'],
  [
    /^(?:시행자|시행예정자|사업\s?시행자|시행사|시행\s?법인|시행\s?회사|시행\s?주체|사업\s?주체|주관|주관\s?기관|시행\s?기관|추진\s?기관|수행\s?기관|기\s?업|기업체|업\s?체|회\s?사|투자\s?기업|투자\s?업체|투자\s?회사|투자사|투자자|협약\s?기업|협약\s?업체|협약사|참여\s?기업|참여\s?업체|입주\s?기업|입주\s?업체|대상\s?기업|이전\s?기업|상호|기관명)$/,
    'subject',
  ],
  [
    /^(?:추진\s?단계|단계|추진\s?상황|진행\s?상황|추진\s?현황|진행\s?현황|상태|진행\s?단계|현\s?단계|이행\s?상황|추진\s?실태|현황|추진\s?상태|진행\s?상태|사업\s?단계)$/,
    'stage',
  ],
  [/^(?:연\s?도|년\s?도|연도별|시점|시기|기준\s?연도|협약\s?연도)$/, 'year'],
  [
    /^(?:구\s?분|지표|성과\s?지표|지표명|유형|자금명|중점\s?산업|특화\s?분야|연번|번호|순번|No\.?|NO\.?|사업명|사업|과제명|공약명|명칭|비고|내용|업종|품목|항목|분야|주요\s?내용|투자\s?내용|사업\s?내용|유치\s?업종|(?:주요?\s?)?생산\s?(?:품목?|제품|시설)|주생산품|주요\s?(?:품목|생산품|제품)|제품|제품명|용도|국가|국적|부서|담당\s?부서|세부\s?사업|재원|관리\s?번호|협약일|협약일자|체결일|고시일|지정일|신고일|승인일|등록일|대표|대표자|대표자명|대표이사|대표자\s?성명|성명|CEO)$/,
    'name',
  ],
  [
    /면\s?적|부지\s?(?:규모|크기|㎡)|^(?:공장|사업)\s?부지$|^부지$|용지\s?규모|^규\s?모$|^(?:미?분양|공급|임대|잔여)(?:대상)?$|^(?:산업|지원|공공|공동주택|주거|상업|녹지|기반|업무|물류|복합|유보)(?:시설)?\s?용지$/,
    { indicator: 'area', kind: 'area' },
  ],
  // "재정 투자계획", "재원조달계획": what the public pays
  [/^(?:재원|재정)\s?(?:투자|투입|조달|확보)\s?계획$/, { indicator: 'budget', kind: 'money' }],
  [
    /투자\s?(?:예정|유치)?\s?(?:액|금액|비|규모|금)|^총?\s?투\s?자$|^총?\s?투자\s?계획$|투자\s?유치$|^[Ii]nvestment$|민자|민간자본|도입액|신고액|도착액|FDI/,
    { indicator: 'investment', kind: 'money' },
  ],
  [
    /사업비|재원$|소요\s?(?:재원|예산|액)|예\s?산|국\s?비|도\s?비|시\s?비|군\s?비|구\s?비|지방비|총액|공사비|기금|보조금|지원금|지원액|출연금|융자/,
    { indicator: 'budget', kind: 'money' },
  ],
  [/^[Jj]obs$|고\s?용|일자리|채용|(?:신규|상시|계획|예정|총)\s?인[력원]|^인원$|종사자|종업원|근로자/, { indicator: 'jobs', kind: 'count' }],
  [/^계획\s?(?:인구|호수|세대수?|가구수?)$|^(?:인구|주택)\s?(?:수용)?\s?계획$/, { indicator: 'other', kind: 'count' }],
  [/매출/, { indicator: 'revenue', kind: 'money' }],
  [/수출/, { indicator: 'exports', kind: 'money' }],
  [/생산유발/, { indicator: 'production_inducement', kind: 'money' }],
  [/부가가치/, { indicator: 'value_added', kind: 'money' }],
  [/생산(?:액|규모)/, { indicator: 'output', kind: 'money' }],
  [/용\s?량|설비\s?용량|발전\s?용량|수전/, { indicator: 'capacity', kind: 'power' }],
  [
    /(?:기업|업체|입주)\s?수|업체수|^(?:기업|업체)\s?유치|^기업\s?\(개|^(?:협약|유치|입주|참여|투자)\s?(?:기업|업체)(?:\s?수)?$|^개사$/,
    { indicator: 'firms', kind: 'count' },
  ],
]

/** What a label says its column or line holds, or null where it says nothing known. `roleOf('총사업비') // => { indicator: 'budget', kind: 'money' }` */
export const roleOf = remembered((label: string): Role => {
  if (isCondition(label)) return null
  for (const [pattern, role] of ROLES) if (pattern.test(label)) return role
  return null
})

/** A label with what it says: its role, and the unit it gives in brackets. */
export interface Header {
  readonly text: string
  readonly label: string
  readonly role: Role
  readonly unit: HeaderUnit | null
  /** "면적(천㎡, %)": each cell gives a share in brackets after its amount. */
  readonly shared: boolean
  /** A year that a plan spends in: its column is promised, not compared. */
  readonly planned?: boolean
  /** The last of the years that a column adds up. */
  readonly until?: Slot<string>
  readonly span: Span
}

/** Whether a column holds numbers that mean something. */
export const isMeasured = (header: Header): boolean =>
  header.unit !== null ||
  (header.role !== null && typeof header.role === 'object') ||
  (header.role === null && (isShare(header.label) || impliedUnit(header.label) !== null))

/** Labels set wide, "위    치" and "사 업 명", as one word. */
const closeUp = (label: string): string => (/^[가-힣](?:\s+[가-힣])+$/.test(label) ? label.replace(/\s+/g, '') : label.replace(/\s+/g, ' '))

const LABEL = /^([^()（）[\]]{1,16}?)\s*(?:[（([]\s*(?:단위\s*[:：]?\s*)?([^()（）[\]]{1,10})\s*[)）\]])?\s*$/

/** A label with its unit in brackets: "면적(천㎡)", "투자액, 억원". Null where the words are no label. */
export function headerOf(text: string, start: number, end: number): Header | null {
  const raw = text.slice(start, end)
  if (raw.length === 0 || raw.length > 24) return null
  if (digitValue(raw.charCodeAt(0)) >= 0 || "'‘’".includes(raw.charAt(0))) return yearHeader(raw, start, end)
  const said = labelOf(raw)
  return said === null
    ? null
    : { text: raw, label: said.label, role: said.role, unit: said.unit, shared: said.shared, span: { start, end: start + said.length } }
}

interface Said {
  readonly label: string
  readonly role: Role
  readonly unit: HeaderUnit | null
  readonly shared: boolean
  /** How much of the label comes before its unit. */
  readonly length: number
}

/** "투자액, 억원": the unit behind a comma as if in brackets. */
function afterComma(raw: string): string {
  const said = /^([^()[\]]{1,14}?)\s?[,，]\s?([^\s,()]{1,8}(?:\s원)?)$/.exec(raw)
  return said !== null && headerUnit(said[2]!) !== null ? `${said[1]}(${said[2]})` : raw
}

/** The parts of a label. */
const labelOf = remembered((raw: string): Said | null => {
  // "시행(예정)자", "준공(예정)일": words in brackets inside a label
  const match = LABEL.exec(afterComma(raw)) ?? LABEL.exec(raw.replace(/\((예정|변경|안|계획)\)/, '$1'))
  // "고용유발 2만 9,000명" is a value
  if (match === null || (/\d[\d,.]*\s?[가-힣㎡%]|[.。]$/.test(match[1]!) && !/^N[oO]\.$/.test(match[1]!))) return null
  const label = closeUp(match[1]!.trim())
  const [first, share] = (match[2] ?? '').split(/[,，/·]/)
  const shared = share !== undefined && /^\s*[%％]$|^\s*(?:비율|구성비|비중)/.test(share)
  const unit = match[2] === undefined ? null : headerUnit(shared ? first! : match[2])
  return { label, role: roleBeside(roleOf(label), unit), unit, shared, length: Math.min(match[1]!.length, raw.length) }
})

/** A role that only fits words cannot have a unit: "입주예정(개사)" counts firms. */
const roleBeside = (role: Role, unit: HeaderUnit | null): Role =>
  unit === null || typeof role !== 'string' || role === 'name'
    ? role
    : unit.entry.unit === 'firms' || (role === 'subject' && unit.entry.countsNoun)
      ? { indicator: 'firms', kind: 'count' }
      : // 부지(㎡), 입지(평): how much of it, not where
        unit.entry.kind === 'area' && role === 'place'
        ? { indicator: 'area', kind: 'area' }
        : null

function yearHeader(raw: string, start: number, end: number): Header | null {
  if (!isYear(raw)) return null
  return { text: raw, label: raw, role: null, unit: null, shared: false, span: { start, end } }
}

/** Whether a column divides or compares what its row or its table measures. */
export const isCompared = (header: Header): boolean =>
  header.unit === null && (isYear(header.label) || isTotal(header.label) || compares(header.label))
