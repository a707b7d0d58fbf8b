import { CLASSES, HANGUL } from '../characters.ts'
import type { Stay } from '../dates/stay.ts'
import type { Mention } from '../reading.ts'
import { countedUnit } from './counted.ts'
import { type Bare, lendUnit, type Step } from './lending.ts'
import { push, scale } from './mention.ts'
import type { UnitEntry } from './units.ts'

export interface Memory {
  /** The noun that a bare 개 last counted. */
  lastCounted: string | null
  /** What 곳 last counted, and where: "기업 50곳 … 9곳에 그쳤다". */
  lastSites: { readonly unit: string; readonly at: number } | null
  /** What a bare 개 counted before that: "일자리는 3912개다 … 97개 기업, 7조원, 9118개로". */
  countedBefore: string | null
  /** The year said last, which 그해 and 이듬해 mean. */
  lastYear: number | null
  /** The stretch of days told last, of which a bare day may be one. */
  stay: Stay | null
}

/** More cities, counties and districts than this nobody counts. */
const MOST_REGIONS = 1000

/** A bare 개 right after the noun's own count in the same list counts what was counted before it. */
function carriedOn(text: string, at: number, value: number, memory: Memory, out: readonly Mention[]): string {
  const last = memory.lastCounted!
  // "2개 시, 4개 군과 함께 3만개를 더한다": no country has so many
  if (last === 'regions' && value >= MOST_REGIONS) return memory.countedBefore ?? 'jobs'
  if (memory.countedBefore === null || !text.startsWith(', ', at - 2)) return last
  for (let k = out.length - 1; k >= 0 && at - out[k]!.end < 30; k--)
    if (out[k]!.unit === last) return /[.다]\s/.test(text.slice(out[k]!.end, at)) ? last : memory.countedBefore
  return last
}

/** A storey of a house that is named, and what lies on it. */
const ROOM = /^ (?:[가-힣]{0,6}(?:회의실|강당|상황실|브리핑룸|집무실|세미나실|접견실|사무실|전시장|홀)|로비|벽체|바닥|골조)/
const HOUSE = /(?:본관|별관|신관|청사|[시도군구]청|의회|회의|센터|빌딩|회관) ?$/

/** What 대 counts, and what is done with it. */
const MACHINES = /(?:차|버스|트럭|택시|장비|로봇|드론|기계|충전기|설비|서버|카메라)\s?(?:약 |총 )?$/
const PUT_TO_USE = /^ ?(?:생산|보급|도입|운행|판매|설치|구입|구매|증차|주차|배치|투입)/
/** 17대 핵심 사업, 2000대 기업, 3대 전략: an enumeration names its members and counts nothing that was promised. */
const isEnumeration = (text: string, at: number, unitEnd: number, unit: UnitEntry, value: number): boolean =>
  unit.text === '대' &&
  value < 10_000 &&
  !MACHINES.test(text.slice(Math.max(0, at - 8), at)) &&
  !PUT_TO_USE.test(text.slice(unitEnd, unitEnd + 4)) &&
  /^[ ]?[가-힣‘'“]/.test(text.slice(unitEnd, unitEnd + 2)) &&
  !/^(?:를|가|의|로|와|에|이|은|는|씩|분|규| (?:이상|이하|미만|초과|규모|정도|안팎|가량|내외|등(?=[을의이 ])))/.test(text.slice(unitEnd, unitEnd + 4))

/** "50대 A씨", "60대 이상 어르신": people of an age. "버스 50대 이상" counts buses. */
const isAge = (text: string, at: number, unitEnd: number, unit: UnitEntry, value: number): boolean =>
  unit.text === '대' &&
  value >= 10 &&
  value <= 90 &&
  value % 10 === 0 &&
  /^ ?(?:[A-Z○]씨|이상|초반|중반|후반)/.test(text.slice(unitEnd, unitEnd + 4)) &&
  !MACHINES.test(text.slice(Math.max(0, at - 8), at))

/** 곳 goes on counting the same within this many syllables. */
const SAME_SITES = 120
/** "나머지 16곳" looks back further. */
const SAME_MATTER = 800

/** "2동 480실", "공장 3개 동": buildings; "정자1동", "3동 주민센터" and "동 단위" are parts of a town. */
function isBuildings(text: string, at: number, unitEnd: number, value: number): boolean {
  if (/^ ?(?:주민|행정|사무소|자치|단위|일대|일원|\d{1,4}호)/.test(text.slice(unitEnd, unitEnd + 6))) return false
  if (value > 1 && CLASSES[text.charCodeAt(at - 1)] !== HANGUL) return true
  // "대저1동" is a ward, "생산2동" a hall
  if (CLASSES[text.charCodeAt(at - 1)] === HANGUL)
    return /(?:건물|공장|창고|주택|아파트|생산|연구|관리|사무|기숙사|온실|총|약|등)$/.test(text.slice(Math.max(0, at - 4), at))
  const around = text.slice(Math.max(0, at - 24), Math.min(text.length, unitEnd + 16))
  return /건물|아파트|공장|센터|창고|주택|규모|짜리|건축|조성|짓|건립|신축|MW|㎡/.test(around)
}

/** "21개 기업과 … 그중 6곳은": some of what was counted before are what all of them are. */
const SOME_OF = /(?:[그이]\s?중|[그이]\s?가운데)(?:에서|에)?\s(?:약\s|모두\s)?$/
/** How far back the whole stands. */
const WHOLE_NEAR = 120

function someOf(text: string, at: number, out: readonly Mention[]): string | null {
  if (!SOME_OF.test(text.slice(Math.max(0, at - 12), at))) return null
  for (let k = out.length - 1; k >= 0 && at - out[k]!.end < WHOLE_NEAR; k--)
    if (out[k]!.kind === 'count' && PLACED.has(out[k]!.unit ?? '')) return out[k]!.unit
  return null
}

/** The words around a number, no further back than its line begins. */
function lineAround(text: string, at: number, end: number): string {
  const before = text.slice(Math.max(0, at - 60), at)
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(at, Math.min(text.length, end + 8))
}

/** What a 곳 may stand for. */
const PLACED: ReadonlySet<string> = new Set(['firms', 'factories', 'institutions', 'complexes', 'zones', 'regions', 'sites'])

/** "전통시장 12곳": a noun of its own kind stands right before, so what was counted last is not counted on. */
const ownKind = (text: string, at: number): boolean =>
  /[가-힣](?:시장|센터|상점|매장|식당|회관|공원|터미널|호텔|정류장|주차장|공연장|경기장) ?(?:약 |총 )?$/.test(text.slice(Math.max(0, at - 10), at))

export function counted(
  text: string,
  at: number,
  unitEnd: number,
  unit: UnitEntry,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  bare: readonly Bare[],
  out: Mention[],
  memory: Memory,
  numberEnd: number,
  plainDigits: number,
): Step {
  const skip: Step = { at: unitEnd, bare: [] }
  if (isEnumeration(text, at, unitEnd, unit, value) || isAge(text, at, unitEnd, unit, value)) return skip
  // "1명당", "1개사당" only say what an amount is for
  if (value === 1 && text.charAt(unitEnd) === '당') return skip
  if (unit.text === '대' && /^ ?\d/.test(text.slice(unitEnd, unitEnd + 2))) {
    // "3.5대 1" is a ratio, "51대 49" a share
    const one = /^ ?1(?!\d|[,.]\d)/.exec(text.slice(unitEnd, unitEnd + 4))
    if (one !== null) push(text, at, unitEnd + one[0].length, 'count', 'multiple', value, valueMax, approximate, value, '', 0.9, 'count:ratio', out)
    return { at: unitEnd + (one?.[0].length ?? 0), bare: [] }
  }
  // "축구장 40개 크기"
  if (unit.text === '개' && /^ ?(?:크기|넓이)/.test(text.slice(unitEnd, unitEnd + 4))) return skip
  // "대 1", "3동 15층" are fine; ranks and school years are not
  if (unit.text === '기' && value === 1) return skip
  if (unit.text === '기' && /민선\s?$/.test(text.slice(Math.max(0, at - 3), at))) return skip
  if (
    unit.text === '기' &&
    !/(?:발전|데이터센터|저장|원전|원자로|팹|풍력|터빈|설비|타워|호기|크레인|충전|위성|로켓|전투|엔진|탱크|반응)/.test(
      text.slice(Math.max(0, at - 24), Math.min(text.length, unitEnd + 10)),
    )
  )
    return skip
  // "조회2회 댓글0건": counters of a page
  if (
    (unit.text === '건' || unit.text === '개') &&
    /(?:댓글|조회|추천|공감)\s?$/.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\s*(?:\n|$|[|·,])/.test(text.slice(unitEnd, unitEnd + 2))
  )
    return skip
  // "붙임 1부. 끝."
  if (unit.text === '부' && /^(?:[.)\s]|$)/.test(text.slice(unitEnd, unitEnd + 1)) && value < 10) return skip
  if (unit.text === '장' && value < 100 && !/(?:GPU|카드|처리장치|칩|웨이퍼|패널|사진)/.test(text.slice(Math.max(0, at - 16), at))) return skip
  if (unit.text === '호' && (value < 10 || !/(?:주택|아파트|공급|임대|빈집|기숙사|숙소|농가|주거용지|택지)/.test(lineAround(text, at, unitEnd))))
    return skip
  if (unit.text === '부' || unit.text === '국' || unit.text === '과') {
    if (value > 60 || !/\d\s?(?:국|과|팀|부|본부)/.test(text.slice(Math.max(0, at - 16), at) + text.slice(unitEnd, unitEnd + 24))) return skip
  }
  if (
    unit.text === '자' &&
    !/(?:협약|협의|협력|체결|간|합의|회담|업무|손잡|손을)/.test(text.slice(unitEnd, unitEnd + 24) + text.slice(Math.max(0, at - 30), at))
  )
    return skip
  // "4세대 방사광가속기": a generation of machines
  if (unit.text === '세대' && value < 10 && !/주택|아파트|공급|입주|분양|임대|거주|살/.test(text.slice(Math.max(0, at - 8), unitEnd + 8))) return skip
  if (unit.text === '층' && plainDigits > 3) return skip
  // "군청 별관 3층 중회의실": where one meets
  if (unit.text === '층' && (ROOM.test(text.slice(unitEnd, unitEnd + 12)) || HOUSE.test(text.slice(Math.max(0, at - 6), at)))) return skip
  // "1층은 홍보관, 2∼5층에는 사무실": the floors have an order
  if (unit.text === '층' && /^(?:[은엔과와]|는 |에는|에서|에 (?!달|이르|이른|걸쳐|연면적))/.test(text.slice(unitEnd, unitEnd + 5))) return skip
  if (unit.text === '동' && !isBuildings(text, at, unitEnd, value)) return skip
  if (unit.text === '세' && text.charAt(unitEnd) === '기') return skip
  if (unit.text === '자' && value < 2) return skip
  if (unit.text === '인' && value === 1) return skip
  const kinds =
    unit.text === '종' &&
    /(?:장비|설비|제품|품목|서비스|기술|부품|기자재|차종|콘텐츠)\s?(?:등\s|총\s|약\s)?$/.test(text.slice(Math.max(0, at - 8), at))
  if ((unit.text === '종' && !kinds) || unit.text === '가지' || unit.text === '면' || unit.text === '권' || unit.text === '편') return skip
  // "탱크 4기 중 2기": some of them are what all of them are
  const whole = out.at(-1)
  const some =
    whole !== undefined &&
    whole.kind === 'count' &&
    (whole.printed?.unit === unit.text || unit.text === '곳') &&
    /^\s?(?:중|가운데)\s?$/.test(text.slice(whole.end, at))
      ? whole.unit
      : null
  // machines, reactors and vessels are things; halls (팹, 데이터센터) are built
  const thing = unit.text === '기' && !/팹|데이터센터|공장|건물|생산동/.test(text.slice(Math.max(0, at - 12), at))
  let name = some ?? (thing ? 'items' : unit.unit)
  let end = unitEnd
  let rule = 'count:unit'
  let certainty = 0.95
  if (unit.countsNoun) {
    const noun = countedUnit(text, at, unitEnd, unit.text)
    if (noun !== null) {
      // "데이터센터 150곳" are sites, "25개 데이터센터" buildings
      name = noun.unit === 'buildings' && unit.text !== '개' ? 'sites' : noun.unit
      if (noun.end > end) end = noun.end
      // "2만개 고용창출" stands by the way: what was counted is counted on
      if (unit.text !== '건' && !text.startsWith(' 고용', unitEnd)) {
        if (noun.unit !== memory.lastCounted) memory.countedBefore = memory.lastCounted
        memory.lastCounted = noun.unit
      }
      if (unit.text === '곳' || unit.text === '개소') memory.lastSites = { unit: noun.unit, at: unitEnd }
      rule = `count:${noun.rule}`
    } else if (unit.text === '개' && memory.lastCounted !== null && text.charAt(unitEnd) !== '의') {
      name = carriedOn(text, at, value, memory, out)
      rule = 'count:carried'
      certainty = 0.7
    } else if (
      (unit.text === '곳' || unit.text === '개소') &&
      memory.lastSites !== null &&
      !ownKind(text, at) &&
      at - memory.lastSites.at < (/나머지\s?$/.test(text.slice(Math.max(0, at - 4), at)) ? SAME_MATTER : SAME_SITES)
    ) {
      name = memory.lastSites.unit
      memory.lastSites = { unit: name, at: unitEnd }
      rule = 'count:carried'
      certainty = 0.7
    } else if (unit.text === '곳' && someOf(text, at, out) !== null) {
      name = someOf(text, at, out)!
      memory.lastSites = { unit: name, at: unitEnd }
      rule = 'count:some-of'
    } else {
      // "투자협약 이행률 34%… 4곳은 깨졌다": agreements are made with firms
      if (unit.text === '곳' && /협약|기업|업체|입주사/.test(text.slice(Math.max(0, at - 20), at))) {
        name = 'firms'
        memory.lastSites = { unit: name, at: unitEnd }
      }
      certainty = 0.7
    }
  } else if (unit.text === '대' && /\d:\s?$|대\s?$/.test(text.slice(Math.max(0, at - 3), at))) return skip
  // a list that shares the unit: "3·4·5동"
  lendUnit(text, at, bare, 1, unit, out)
  const { factor } = unit
  pushCount(
    text,
    at,
    unitEnd,
    end,
    name,
    scale(value, factor),
    valueMax === null ? null : scale(valueMax, factor),
    approximate,
    certainty,
    rule,
    unit.text,
    out,
  )
  void numberEnd
  return { at: unitEnd, bare: [] }
}

function pushCount(
  text: string,
  at: number,
  unitEnd: number,
  end: number,
  unit: string,
  value: number,
  valueMax: number | null,
  approximate: boolean,
  certainty: number,
  rule: string,
  unitText: string,
  out: Mention[],
): void {
  push(text, at, unitEnd, 'count', unit, value, valueMax, approximate, value, unitText, certainty, rule, out)
  const last = out.length - 1
  const mention = out[last]!
  if (mention.end < end) out[last] = { ...mention, end, text: text.slice(mention.start, end) }
}
