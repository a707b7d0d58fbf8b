import { cued } from './cue.ts'
import { OF_COUNTY, speaksOfCounty } from './gazetteer/hidden-counties.ts'
import type { Indicator, Mention, Span } from './reading.ts'

/** A word that says what a number beside it measures, and what it says. */
interface Cue {
  readonly word: string
  readonly indicator: Indicator
  /** Cues for one kind of quantity only. */
  readonly kinds: string
}

const cues: Cue[] = []
const cue = (indicator: Indicator, kinds: string, words: string): void => {
  for (const word of words.split(' ')) cues.push({ word: word.replaceAll('_', ' '), indicator, kinds })
}
cue('production_inducement', 'money', '생산유발 생산_유발 생산을_유발 생산유발효과 생산유발_효과 생산_유발_효과 생산_유발효과')
cue(
  'employment_inducement',
  'count',
  '고용유발 고용이_유발 고용을_유발 취업을_유발 고용_유발 취업이_유발 취업유발 취업_유발 고용유발효과 취업유발효과 고용유발_효과 취업유발_효과 고용_유발_효과 고용_유발효과 취업_유발효과 취업_유발_효과',
)
cue('value_added', 'money', '부가가치 부가가치유발효과 부가가치_유발효과 부가가치유발_효과 부가가치_유발_효과 부가가치_효과')
cue('output', 'money', '생산액 생산량 생산_규모 생산규모 총생산 생산효과 생산_효과 생산_창출_효과')
cue('other', 'money', '경제효과 경제적_효과 경제유발 경제_유발 파급효과 경제적_파급 경제_효과 유발효과')
cue('exports', 'money percent', '수출')
cue('revenue', 'money percent', '매출')
cue('revenue', 'money', '관광_수입 관광수입')
cue(
  'budget',
  'money',
  '사업비 예산 국비 도비 시비 군비 구비 지방비 추경 기금 펀드 정부자금 정책자금 출연금 보조금 재정 지원금 융자 특별교부세 교부세 공사비 총공사비 용지비 건립비 보상비 설계비 용역비 운영비 매립비 정비비 조성비 매입비 지원사업 걸린_돈 재원',
)
cue(
  'investment',
  'money',
  '투자 신고액 도착액 유치액 민자 민간자본 민간투자 외자 FDI 자본을 사재 써낸_금액 적어_낸_금액 약속한_금액 약속한_돈 협약_금액 협약액 협약_총액',
)
cue('jobs', 'count', '일자리 고용 채용 뽑 신규 인력 근로자 종사자 종업원 취업 직원')
cue('jobs', 'percent', '고용률')

/** Money that nobody promised: markets, balance sheets, prices, fines, loads already carried. */
const NOT_PROMISED =
  /(?:시장\s?규모|세계\s?시장|국내\s?시장|글로벌\s?시장|시가총액|자본금|부채|채무|적자|영업이익|순이익|당기순|과징금|벌금|연봉|임금|월급|급여|분양가|감정가|예정가|낙찰가|매입가|매매가|임대료|체납|토지대금|분양대금|손해금|피해액|총생산|GDP|GRDP|1인당|평균|기업당|업체당|가구당|인당|공시지가|평당|㎡당|한도(?=[는를로가에의액내,.)\s]|$)|거치|상환|(?<!저)금리|위약금|(?:도|조차|마저)\s(?:내|치르)지\s(?:못|않))/

/** The cues that can stand beside one kind of quantity, by their first character. */
interface CueTable {
  readonly cues: readonly Cue[]
  readonly byFirst: ReadonlyMap<number, readonly number[]>
  /** Whether any cue begins with a character, by its low ten bits: most characters of a text are turned away here. */
  readonly opens: Uint8Array
  /** Places where each cue was seen last on the left and first on the right, or -1; filled anew by every search. */
  readonly left: Int32Array
  readonly right: Int32Array
}

const byKind = new Map<string, CueTable>()
function tableOf(kind: string): CueTable {
  let table = byKind.get(kind)
  if (table === undefined) {
    const list = cues.filter((one) => one.kinds.split(' ').includes(kind))
    const byFirst = new Map<number, number[]>()
    const opens = new Uint8Array(1024)
    list.forEach(({ word }, k) => {
      const code = word.charCodeAt(0)
      opens[code & 1023] = 1
      byFirst.set(code, [...(byFirst.get(code) ?? []), k])
    })
    table = { cues: list, byFirst, opens, left: new Int32Array(list.length), right: new Int32Array(list.length) }
    byKind.set(kind, table)
  }
  return table
}

/** The cue nearest to a quantity, on its left up to the last quantity or on its right up to the next. */
export interface Found {
  readonly indicator: Indicator
  readonly word: string
  /** Where the cue stands in the text. */
  readonly start: number
  readonly distance: number
}

/**
 * What a quantity measures (지표), by the nearest cue: "고용인원 11만명", "10조 이상의 경제효과", "도비 19억".
 * `from` and `to` bound the search: neighbouring quantities and the sentence. Null where no cue stands near.
 */
export function nearestCue(text: string, mention: Mention, from: number, to: number): Found | null {
  const leftFrom = quoteAround(text, Math.max(from, mention.start - 60), mention.start)
  // what stands in brackets after a number speaks of another one: "총 4천억원(민자 3천억원)"
  const whole = text.slice(mention.end, Math.min(to, mention.end + 60))
  const bracket = whole.indexOf('(')
  const own = SPENT.exec(whole)
  const right = own !== null ? own[0] : bracket >= 0 ? whole.slice(0, bracket) : whole
  const table = tableOf(mention.kind)
  if (!seek(table, text, leftFrom, mention, right)) return null
  const genitive = /^(?:\s?(?:규모|상당|어치|가량|이상|여)?의\s|\s?규모\s)/.test(right)
  const comma = firstComma(right)
  let best: Found | null = null
  for (let k = 0; k < table.cues.length; k++) {
    const { word, indicator } = table.cues[k]!
    const l = table.left[k]!
    if (l >= 0) {
      const distance = mention.start - l - word.length
      if (best === null || distance < best.distance || (distance === best.distance && word.length > best.word.length))
        best = { indicator, word, start: l, distance }
    }
    const r = table.right[k]!
    if (r >= 0) {
      const distance = r + (genitive ? -3 : 2) + (comma >= 0 && comma < r ? 12 : 0)
      if (best === null || distance < best.distance || (distance === best.distance && word.length > best.word.length))
        best = { indicator, word, start: mention.end + r, distance }
    }
  }
  return best
}

/** "효과를 거둘 것”이라며 “내년에는 86억 원을": what the quotation before said speaks of other numbers. The place from which words speak of a number at `at`. */
function quoteAround(text: string, from: number, at: number): number {
  const words = text.slice(from, at)
  const opened = words.lastIndexOf('“')
  return opened > 0 && CLOSED_BEFORE.test(words.slice(0, opened)) ? from + opened : from
}
const CLOSED_BEFORE = /”[가-힣\s]{1,12}$/

/** "100억원을 넣어 매출 1000억원의 기업을": what follows the verb speaks of another number. */
const SPENT = /^(?:여)?(?:원)?(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:들여|넣어|투입해|투자해|쏟아|쏟아부어)\s/

/** "수출지원사업", "수출바우처", "수출기업": named after exports, measuring none. */
const NAMES_A_PROGRAMME = /^(?:\s?(?:지원|바우처|컨설팅|마케팅|상담|역량|초보)|기업|업체|단지|금융|보험)/

/** "투자선도지구", "외국인투자지역", "투자펀드", "투자설명회": named after investment, measuring none. */
const NAMED_AFTER_INVESTMENT = /^(?:선도지구|촉진지구|지역|펀드|조합|기관|설명회|위원회|심사|보조금|유치단)/

/** "예산 고덕농공단지", "예산군", "아산·예산·서천": the county of that name. */
const COUNTY =
  /^(?:[군읍](?![가-힣]{2})|\s(?:[가-힣0-9]{1,8}\s?)?[가-힣0-9]{0,6}(?:산단|농공단지|산업단지|읍|면|신도시)|[·ㆍ][가-힣]{2}(?:[·ㆍ,\s]|$))/

/** Whether a cue is only a part of another word. */
const isPartOfName = (text: string, word: string, at: number): boolean => {
  const after = text.slice(at + 2, at + 20)
  return (
    // "사모펀드와 협약을 맺었다": one who invests
    (word === '펀드' && text.startsWith('사모', at - 2)) ||
    (word === '수출' && NAMES_A_PROGRAMME.test(after)) ||
    (word === '투자' && NAMED_AFTER_INVESTMENT.test(after)) ||
    (word === '예산' && (COUNTY.test(after) || (OF_COUNTY.test(after) && speaksOfCounty(text, word))))
  )
}

function firstComma(right: string): number {
  const half = right.indexOf(',')
  const wide = right.indexOf('，')
  return half < 0 || (wide >= 0 && wide < half) ? wide : half
}

/** Where each cue stands last in `text[from, to)` and first in `right`. False where none stands anywhere. */
function seek(
  { cues: list, byFirst, opens, left, right: places }: CueTable,
  text: string,
  from: number,
  { start: to, end }: Span,
  right: string,
): boolean {
  left.fill(-1)
  places.fill(-1)
  let any = false
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (opens[code & 1023] === 0) continue
    for (const k of byFirst.get(code) ?? []) {
      const { word } = list[k]!
      if (i + word.length > to || !text.startsWith(word, i) || isPartOfName(text, word, i)) continue
      left[k] = i
      any = true
    }
  }
  for (let i = 0; i < right.length; i++) {
    const code = right.charCodeAt(i)
    if (opens[code & 1023] === 0) continue
    for (const k of byFirst.get(code) ?? []) {
      const { word } = list[k]!
      if (places[k]! >= 0 || !right.startsWith(word, i) || isPartOfName(text, word, end + i)) continue
      places[k] = i
      any = true
    }
  }
  return any
}

/** Last year's sales beside those of the year before are statistics. */
export const STATISTIC = cued(/(?:전년\s?(?:대비|보다|도|동기)|작년보다|같은 기간|전국|우리나라|국내 전체|세계|통계청|한국은행|평균)/)

/** Whether the words around an amount say that it is no commitment. */
export const notPromised = (around: string): boolean => NOT_PROMISED.test(around)

/** 으로 늘린다, 20% 확대: a share that is aimed at. */
export const AIMED_SHARE =
  /^\s?(?:이상\s|가량\s)?(?:을|를|로|으로|까지|의|이|가)?\s?(?:되돌|회복|낮추|낮춘|줄이|목표|신장|확대|달성|향상|절감|감축|높이|높인|올리|올린|늘리|늘린|끌어올|제고|상향|국산화|자립)/
export const FORWARD = cued(
  /(?:계획|예정|방침|목표|추진|기대|전망|구상|위해|통해|까지|겠|할 것|될 것|것으로 (?:보|예|전|기|추|내)|것이라|키로|기로|나선다|한다|내다(?:보|봤|본)|점치|점쳤|다짐|약속|공약)/,
)
