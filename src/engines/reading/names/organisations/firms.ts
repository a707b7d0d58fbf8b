import { cued } from '../../cue.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { isWeakEnding } from '../../gazetteer/forms.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import { DOES } from '../actors.ts'
import { isStrange, mayBeFirm, type NameCandidate, pushFirm, spaced } from '../candidate.ts'
import { soundsMade } from '../sound.ts'

const SUPPORT = /(?:투자|시설|생산|공급|운영|개발|임대|협약|체결|MOU|입주|설립|공장|유치|채용|고용|협력|참여|시공|컨소시엄|업체|기업|회사|대표)/

const RISES = /^(?:\([가-힣 ]{1,8}\))?(?:[이가을를])? (?:들어[서선섰설]|건설|조성|건립|신축|착공|준공|완공|개장|짓는|세운|부지|터)/
const TO_BE_BUILT = /^ (?:건립|구축|신축|조성)/
const FACILITY = /(?:연구소|센터|병원|리조트|박물관|미술관|과학관|교육원|의료원|시스템|플랫폼|네트워크)$/

/** "창조경제혁신센터, 테크노파크 등 협력기관": kinds of body, none of them. */
export const isKindOfBody = (text: string, word: Word): boolean =>
  KINDS_OF_BODY.has(word.cls.stem) && word.cls.particle === '' && AMONG.test(text.slice(word.end, word.end + 34))

/** "독일 정밀화학그룹 데가람은": a group between its country and a name says what that one is. */
export function isKindOfGroup(words: readonly Word[], i: number): boolean {
  const { stem, particle } = words[i]!.cls
  const next = words[i + 1]
  const country = i > 0 ? words[i - 1]!.cls : undefined
  return (
    stem.endsWith('그룹') &&
    particle === '' &&
    country?.kind === 'region' &&
    country.particle === '' &&
    next?.cls.kind === 'unknown' &&
    /^[은는이가도]$/.test(next.cls.particle)
  )
}

/** What many areas have one of, named by nothing else. */
export const KINDS_OF_BODY: ReadonlySet<string> = new Set([
  '창조경제혁신센터',
  '테크노파크',
  '상공회의소',
  '지식산업센터',
  '신용보증재단',
  '경제자유구역청',
  '경제진흥원',
])
const AMONG = /^(?:, ?[가-힣]{2,10}){0,2} 등 [가-힣 ]{0,8}(?:기관|단체|기구)/

/** "스마트 농업연구소 건립(15억원)": what is to be built does not act. */
export const isToBeBuilt = (text: string, word: Word): boolean =>
  word.cls.particle === '' && FACILITY.test(word.cls.name) && TO_BE_BUILT.test(text.slice(word.end, word.end + 4))

const THING_EXPLAINED =
  /^\((?:[가-힣·\s]{2,16}(?:공정|기술|시스템|장치|설비|소재|물질|시설|방식|제품|원료|유도품|공법|산업)\)|[가-힣]{2,8}, [가-힣]{2,8}[,)])/
const MAKES = /^ (?:개발|생산|제조|제작|공급|가공|만드|만들)/
const GOODS_LISTED = /^(?:,| 및) [^.]{2,26}등을 (?:개발|생산|제조|제작|공급|가공|만드|만들)/
const THING_MADE = /^ (?:생산|제조|개발|가공|추출|판매|수입|수출|가격|제품|공정|원료|고도|제작)/

const PARTS_MADE = /^ (?:부품|소재|장비|원료|제품)(?:[을를]| 등을)? (?:생산|제조|개발|가공|공급|만드)/
const OF_SIZE = /원 규모의? $/

/** 영남본부, 호남취재본부: a desk of the outlet. */
const DESK_OF_OUTLET = /취재본부$|^(?:영남|호남|충청|수도권|중부|동부|서부|남부|북부|서남권|동남권|전국|지역|편집|보도)본부$/

/** What a body's own page tells of. */
const OWN_PAGE = /^\s(?:사업현황|사업소개|소개|핫이슈|소식|보도자료|공지사항)/

/** 신라에너지, 대광반도체: a firm where the sentence speaks of firms and the word acts. */
export function weakOrganisation(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const { cls } = word
  const prefixCommon = isCommonCompound(cls.stem) || isEverydayNoun(cls.stem)
  if (prefixCommon) return
  const around = text.slice(Math.max(0, word.start - 60), Math.min(text.length, word.end + 90))
  const acts = /^(?:은|는|이|가|와|과|의|측|에서|에|을|를|도|과의|와의|으로부터|로부터)?$/.test(cls.particle)
  if (!acts || text.charAt(word.start - 1) === '_' || DESK_OF_OUTLET.test(cls.stem)) return
  // "문의: 스케일업지원단 오지환": a desk of the office that writes
  if (
    /(?:지원단|사업단|추진단|본부)$/.test(cls.stem) &&
    cls.particle === '' &&
    /(?:문의|담당|총괄|접수)[^\n.]{0,8}$/.test(text.slice(Math.max(0, word.start - 12), word.start))
  )
    return
  // "새소식 > ABCD 사업현황": whose page it is
  const owner = /[>＞]\s?$/.test(text.slice(Math.max(0, word.start - 2), word.start)) && OWN_PAGE.test(text.slice(word.end, word.end + 6))
  // bare capitals are a name only where they act or stand beside others
  if (
    !owner &&
    /^[A-Z&-]+$/.test(word.text) &&
    cls.particle === '' &&
    !/^(?:\s?[,·ㆍ(]|\s(?:등|그룹|컨소시엄|대표|회장|본사|측|관계자))/.test(text.slice(word.end, word.end + 5))
  )
    return
  // "코발트 등 유가금속": what stands before 등 are kinds of it
  if (i > 0 && words[i - 1]!.text === '등') return
  // "황산메탈 생산", "제어시스템 제작": what is made
  // 우육가공업, 식료품제조업: a trade
  if (/(?:가공|제조|서비스|유통|도매|소매|운수|건설|재배|축산|양식|숙박|임대)업$/.test(cls.stem) && !/^(?:은|는|이|가)$/.test(cls.particle)) return
  if (isToBeBuilt(text, word)) return
  // "누리해양리조트가 들어선다", "누리해양리조트(조감도) 건설": what is built is a place
  if (/(?:리조트|호텔)$/.test(cls.stem) && RISES.test(text.slice(word.start + cls.stem.length, word.start + cls.stem.length + 22))) {
    const end = word.start + cls.stem.length
    names.push({ kind: 'place', start: word.start, end, value: cls.stem, certainty: 0.6, rule: 'place:to-be-built' })
    taken[i] = 1
    return
  }
  // "새벽리조트는 원안대로 통과됐다": a resort that neither pays nor signs is where people go
  if (cls.stem.endsWith('리조트') && cls.particle !== '' && cls.stem.length > 4 && !DOES.test(text.slice(word.end, word.end + 70))) {
    names.push({ kind: 'place', start: word.start, end: word.start + cls.stem.length, value: cls.stem, certainty: 0.55, rule: 'place:resort' })
    taken[i] = 1
    return
  }
  if (cls.particle === '' && THING_MADE.test(text.slice(word.end, word.end + 4))) return
  // "평판화면 부품을 생산", "130억 원 규모 기능식품 공장을"
  if (cls.particle === '' && PARTS_MADE.test(text.slice(word.end, word.end + 14))) return
  if (cls.particle === '' && OF_SIZE.test(text.slice(Math.max(0, word.start - 5), word.start))) return
  // "서빙로봇을 개발한", "보조시스템 및 센서 등을 생산하는"
  if ((cls.particle === '을' || cls.particle === '를') && MAKES.test(text.slice(word.end, word.end + 6))) return
  if (cls.particle === '' && GOODS_LISTED.test(text.slice(word.end, word.end + 36))) return
  // "CDU(상압증류공정)", "BTX(벤젠, 톨루엔)": letters that a bracket explains as a thing
  if (/^[A-Z&-]+$/.test(word.text) && text.charAt(word.end) === '(' && THING_EXPLAINED.test(text.slice(word.end, word.end + 26))) return
  // letters alone in brackets explain the word before them
  if (text.charAt(word.start - 1) === '(' && text.charAt(word.end) === ')' && /^[A-Za-z]+$/.test(word.text)) return
  const institution = /(?:원|소|회|단|부|조합|재단|공사|공단|대학|병원|센터|대|법인|지사|지점|뉴스|신문|방송|저널|타임스|투데이|데일리)$/.test(
    cls.stem,
  )
  const speaks = /^[은는]$/.test(cls.particle) && cls.stem.length >= 4
  if (!institution && !speaks && !owner && !SUPPORT.test(around)) return
  names.push({
    kind: 'organisation',
    start: word.start,
    end: word.start + cls.stem.length,
    value: cls.value,
    certainty: institution ? 0.75 : 0.6,
    rule: 'organisation:weak-form',
  })
  taken[i] = 1
}

const AGREEMENT = /(?:투자|업무|양해|입주|공급|분양|이전|협력)?\s?(?:협약|양해각서|MOU|LOI|계약|의향서)/
/** The same, asked of whole sentences. */
export const SPEAKS_OF_AGREEMENT = cued(/(?:투자|업무|양해|입주|공급|분양|이전|협력)?\s?(?:협약|양해각서|MOU|LOI|계약|의향서)|손(?:을 )?잡/)

/** A headline: "새솔시, 가람과 500억원 투자협약". */
const ENDS_IN_AGREEMENT = /^ [^.,\n]{0,32}(?:협약|양해각서|MOU|계약)(?:\n|$)/

const HANDS = /^ 손(?:을 )?잡/
const WITH_WHOM = /^ (?:[가-힣]{1,4} ?)?(?:협약|양해각서|MOU|계약|의향서)/

/** "X와 투자협약을 체결", "X, Y와 업무협약": partners of an agreement. */
export function partners(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const { particle } = word.cls
    if (taken[i]) continue
    // "독일 가람파트와의 협약은"
    if ((particle === '와의' || particle === '과의') && WITH_WHOM.test(text.slice(word.end, word.end + 12)) && mayBeFirm(word)) {
      pushFirm(word, names, taken, i, 0.65, 'organisation:partner')
      continue
    }
    if (particle !== '와' && particle !== '과') continue
    // "나래㈜·우주방산단조와 … 협약": what a dot joins to a firm with its form is one, whatever it is made of
    if (word.cls.kind === 'common' && word.cls.stem.length > 3 && /(?:㈜|\(주\))[·ㆍ‧]$/.test(text.slice(Math.max(0, word.start - 4), word.start))) {
      pushFirm(word, names, taken, i, 0.65, 'organisation:partner')
      continue
    }
    // "누리헬리콥터와 손잡고"
    if (
      HANDS.test(text.slice(word.end, word.end + 6)) &&
      mayBeFirm(word) &&
      (word.cls.kind === 'weak-organisation' || soundsMade(word.cls.stem) || isStrange(word))
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:partner')
      continue
    }
    const tail = text.slice(word.end, word.end + 40)
    if (
      !AGREEMENT.test(tail) ||
      !(/(?:체결|맺|서명|교환|협약식|계약[을를]? ?했)/.test(tail) || ENDS_IN_AGREEMENT.test(text.slice(word.end, word.end + 44))) ||
      /[.。]/.test(tail.slice(0, tail.search(AGREEMENT)))
    )
      continue
    if (!mayBeFirm(word)) continue
    const front = words[i - 1]
    // "마르샹 푸드와 MOU": the kind alone is no name
    if (isWeakEnding(word.cls.stem) && front?.cls.kind === 'unknown' && front.cls.particle === '' && !taken[i - 1] && spaced(text, front, word)) {
      const end = word.start + word.cls.stem.length
      names.push({ kind: 'organisation', start: front.start, end, value: text.slice(front.start, end), certainty: 0.6, rule: 'organisation:partner' })
      taken[i - 1] = taken[i] = 1
      continue
    }
    pushFirm(word, names, taken, i, 0.65, 'organisation:partner')
    let k = i
    while (k > 0 && /^(?:, ?|·|ㆍ|‧)$/.test(text.slice(words[k - 1]!.end, words[k]!.start))) {
      k--
      if (!taken[k] && mayBeFirm(words[k]!)) pushFirm(words[k]!, names, taken, k, 0.6, 'organisation:partner')
    }
  }
}

/** "정부 공모", "정부 역점사업": what is the state's own. */
const OF_GOVERNMENT = /^ (?:[가-힣]{2,8} )?(?:공모|역점|국정|재정|시범사업|핵심사업|국책사업|보조금|추경|예산안)/

/** "정부와 누리도가", "정부, 새솔시와 함께": beside an office it acts. */
const WITH_OFFICE = /^(?:와|,) [가-힣]{2,5}[시도군][가이는은와과] /

/** "제조사인 A사와": a firm whose name is withheld. */
export function unnamedFirms(text: string, { start, end }: Span, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(/(?<![A-Za-z가-힣])([A-Z][사社])(?=[가는와의를도에로측]|[,·(]| 등| 측| 관계)/g)) {
    const from = start + match.index
    names.push({ kind: 'organisation', start: from, end: from + 2, value: match[1]!, certainty: 0.6, rule: 'organisation:unnamed' })
  }
}

/** 정부 as the one who acts; "새 정부", "정부와 함께" only colour. */
export function government(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const joint = /^정부와?$/.test(word.text) && WITH_OFFICE.test(text.slice(word.start + 2, word.end + 9))
    if (
      taken[i] ||
      !(joint || /^정부(?:는|가|의)$/.test(word.text) || (word.text === '정부' && OF_GOVERNMENT.test(text.slice(word.end, word.end + 16))))
    )
      continue
    const previous = i > 0 ? words[i - 1]!.text : undefined
    if (previous !== undefined && /^(?:새|현|전|이전|지방|한국|미국|중앙|우리|신|당시|윤석열|문재인|이재명)$/.test(previous)) continue
    // "독일 정부는" is another one
    if (i > 0 && words[i - 1]!.cls.kind === 'region') continue
    names.push({ kind: 'organisation', start: word.start, end: word.start + 2, value: '정부', certainty: 0.8, rule: 'organisation:government-acts' })
    taken[i] = 1
  }
}

/** "특수목적법인 ‘문경팩토리아’", "자회사 '신라'": a quoted firm. */
export function quotedFirms(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const body = text.slice(start, end)
  let at = 0
  for (;;) {
    const found = body.indexOf('법인 ', at)
    if (found < 0) return
    at = found + 3
    const after = body.slice(at, at + 22)
    const match = /^['‘“"]([가-힣A-Za-z0-9&·]{2,16})(?:㈜|\(주\))?['’”"]/.exec(after)
    const bare = match ?? /^([가-힣A-Za-z&][가-힣A-Za-z0-9&]{2,15}?)(?:㈜)?(?=[이가은는을를와과] )/.exec(after)
    if (bare === null) continue
    const from = start + at + bare[0].indexOf(bare[1]!)
    names.push({
      kind: 'organisation',
      start: from,
      end: from + bare[1]!.length,
      value: bare[1]!,
      certainty: 0.8,
      rule: 'organisation:named-corporation',
    })
  }
}
