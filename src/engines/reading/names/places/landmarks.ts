import { cued } from '../../cue.ts'
import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { hasNameForm } from '../../gazetteer/people.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import { isNounLike, isStrange, type NameCandidate, spaced } from '../candidate.ts'

/** What is done with a water, or lies at it: "용담천을 되살리고", "비봉지 윗마을". */
const AT_WATER =
  /^(?:을|를) (?:[가-힣]{1,6} ){0,2}(?:되살|살리|살려|복원|준설|따라|끼고|건너|가로질|정비)|^(?:처럼|에서처럼) |^(?:의)? ?(?:둔치|수변|상류|하류|둘레길|산책로|제방|수질|물길|물가|수면|윗마을|아랫마을|생태공원|생태하천|복원|살리기|주변)|^(?:에) (?:[가-힣]{1,4} )?(?:다리|출렁다리|인공섬|보를|둑|분수|산책로)/
/** What is on a hill: "봉담산에 케이블카를". */
const ON_HILL = /^(?:의|에|에서)? ?(?:[가-힣]{1,4} )?(?:케이블카|휴양림|자연휴양림|둘레길|전망대|등산로|등산객|정상|자락|기슭|능선|중턱)/
const NO_WATER =
  /(?:하천|실천|추천|원천|온천|기천|수천|지천|개천|산천|구천|변천|선천|후천|토지|부지|단지|산지|거주지|관광지|후보지|예정지|매립지|재배지|목적지|중심지|소재지|근거지|배후지|농지|임지|택지|대지|녹지|습지|묘지|생산지|기지|의지|유지|방지|폐지|정지|금지|지지|처지|여지|복지|편지|오지|휴지|보호|신호|번호|상호|구호|옹호|간호|수호|기호|선호|애호|조호|부호|동호)$/

/** "누리시장 상인들", "가담시장 5년 평균 시세": a market, where 새솔시장은 is a head. */
const AT_MARKET =
  /^(?:의)? (?:상인|점포|현대화|아케이드|주차장|골목|경매|도매|시세|가격|시설|야시장|건물|재건축|이전|활성화|일대|인근|주변|옆|앞|\d년 평균)|^ ?(?:현대화|아케이드)/

const SPEAKS = cued(
  /[천호지못강](?:을 |를 |처럼|의 |에 | 둔| 수| 상류| 하류| 둘| 산책| 제| 물| 윗| 아랫| 생태| 복원| 살| 주변)|산(?:의 |에 |에서 | )(?:[가-힣]{1,4} )?(?:케이블카|휴양림|자연휴양림|둘레길|전망대|등산|정상|자락|기슭|능선|중턱)|호반(?:에|을|의| )|시장(?:의)? (?:상인|점포|현대화|아케이드|주차장|골목|경매|도매|시세|가격|시설|야시장|건물|재건축|이전|활성화|일대|인근|주변|옆|앞|\d)/,
)

const isProper = (name: string): boolean => isNounLike(name) && !isCommonCompound(name) && !isEverydayNoun(name)

/** Waters, hills and markets (하천·호수·산·시장) that no list holds, told by what is done with them or lies there ("용담천을 되살린다"). */
export function landmarks(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  if (!SPEAKS.test(body)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || word.text.length < 3 || word.text.length > 8) continue
    const name = landmarkOf(text, word)
    if (name === null) continue
    names.push({ kind: 'place', start: word.start, end: word.start + name.length, value: name, certainty: 0.6, rule: 'place:landmark' })
    taken[i] = 1
  }
}

function landmarkOf(text: string, word: Word): string | null {
  const { kind } = word.cls
  if (kind === 'title' || kind === 'unknown') {
    const market = /^([가-힣]{2,4})시장(?:의)?$/.exec(word.text)
    if (market !== null) {
      const own = market[1]!
      const name = `${own}시장`
      // "새솔시장": the head of an area or of no list's city, and a person before the title
      const head = areaByShortName(own) !== undefined || hasNameForm(own) || text.includes(`${own}시`) !== text.includes(name)
      return !head && isProper(own) && AT_MARKET.test(text.slice(word.start + name.length, word.end + 10)) ? name : null
    }
  }
  if (kind !== 'unknown' && kind !== 'town') return null
  const found = /^([가-힣]{2,3}?(?:천|호|지|못|강|산)|[가-힣]{2,4}호반)(?=$|[을를의에도은는이가로과와]|처럼|까지)/.exec(word.text)
  const name = found?.[1]
  if (name === undefined || name.length < 3 || !isProper(name) || NO_WATER.test(name)) return null
  if (name.endsWith('호반')) return name
  const next = text.slice(word.start + name.length, word.end + 16)
  return (name.endsWith('산') ? ON_HILL : AT_WATER).test(next) ? name : null
}

const WORKS_KIND = /(?:데이터센터|센터|타워|캠퍼스|파크|터미널|공장|플랜트|발전소|빌리지|스퀘어|호텔|리조트)$/
/** Works that have a name in quotation marks and are being built or opened. */
const QUOTED_WORKS =
  /[‘'“"]([가-힣A-Za-z0-9·\s]{2,18}?(?:데이터센터|센터|타워|캠퍼스|파크|터미널|공장|플랜트|발전소|빌리지|스퀘어|호텔|리조트))[’'”"](?:의)? ?(?:착공식|준공식|기공식|개소식|개관식|착공|준공|개관|문을 [열연]|첫 삽)/g

/** 파인데이터센터, 가람: what is left of a word of the name without its kind is no everyday word. */
const isOwn = (word: string): boolean => {
  const bare = word.replace(WORKS_KIND, '')
  return bare.length > 1 && (areaByShortName(bare) !== undefined || isProper(bare))
}

/** "‘가람 파인데이터센터’ 착공식": what is opened under a name of its own. */
export function quotedWorks(text: string, { start, end }: Span, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(QUOTED_WORKS)) {
    const from = start + match.index + 1
    const to = from + match[1]!.length
    // ‘유치 1호 공장’: which of several, not its name
    if (/\d호/.test(match[1]!) || !match[1]!.split(' ').some(isOwn)) continue
    for (let k = names.length - 1; k >= 0; k--) if (names[k]!.start < to && names[k]!.end > from) names.splice(k, 1)
    names.push({ kind: 'place', start: from, end: to, value: match[1]!, certainty: 0.65, rule: 'place:quoted-works' })
  }
}

const SITE_FIELD = /(?:^|[\n○◦●□■▷▶·\-|*(]) ?(?:위치|소재지|대상지|사업지|사업 ?위치|공장 ?위치|입지|주소) ?[:：)] ?$/
const SITE_TOPIC = /(?:터|부지|위치|자리|대상지|후보지|사업지|예정지|입지|들어설 곳|지을 곳|세울 곳|공장 부지)(?:는|은) $/
const CLOSES = /^(?: ?(?:일원|일대|일부))?(?:[.,\n)]|$)/
const IS = /^(?:이다|다|입니다|으로|로|이며|이고)$/
/** "제천시 수담보에 공장을": what is built where. */
const BUILT_THERE =
  /^ (?:[가-힣\d,.㎡만천]{1,10} ){0,3}(?:공장|라인|물류센터|연구소|본사|사옥|생산기지|설비|캠퍼스|리조트|사업장|데이터센터|발전소|호텔|단지|공원)[을를이가] |^ (?:둥지|터를 잡|자리를 잡|자리 ?잡)|^ (?:들어[서선섰설])/

/** "위치: 사담면", "터는 누리면이다", "제천시 수담보에 공장을": a word in the place of a site (입지), whatever its ending. */
export function siteWords(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  if (!SITES_SAID.test(body)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const { cls } = word
    if (taken[i] || cls.stem.length < 2 || (cls.kind !== 'town' && cls.kind !== 'unknown')) continue
    const town = /[가-힣]{1,3}[읍면동리가]$/.test(cls.stem)
    const before = text.slice(Math.max(0, word.start - 16), word.start)
    const after = text.slice(word.end, word.end + 30)
    const field = cls.particle === '' && (town || cls.kind === 'unknown') && SITE_FIELD.test(before) && CLOSES.test(after)
    const topic = cls.kind === 'town' && (cls.particle === '' ? /^ (?:일원|일대)/.test(after) : IS.test(cls.particle)) && SITE_TOPIC.test(before)
    if (!field && !topic && !(/^에(?:는|서)?$/.test(cls.particle) && isInArea(words, i, text) && BUILT_THERE.test(after))) continue
    if (cls.stem === '읍내' || !isNounLike(cls.stem) || isEverydayNoun(cls.stem) || (!town && !isStrange(word, true))) continue
    names.push({ kind: 'place', start: word.start, end: word.start + cls.stem.length, value: cls.stem, certainty: 0.6, rule: 'place:site-word' })
    taken[i] = 1
  }
}

const SITES_SAID = cued(/위치|소재지|대상지|사업지|입지|주소|터는|부지는|자리는|후보지는|예정지는|곳은|[시군구] [가-힣]{2,3}에(?:는|서)? /)

/** Whether a city, county or district stands right before a word. */
function isInArea(words: readonly Word[], i: number, text: string): boolean {
  const area = words[i - 1]
  return (
    area !== undefined &&
    area.cls.particle === '' &&
    area.cls.kind === 'area' &&
    areaByFullName(area.text)?.level !== 'province' &&
    /^[가-힣]{2,3}$/.test(words[i]!.cls.stem) &&
    spaced(text, area, words[i]!)
  )
}
