import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'
import { isParkOfWords } from './townships.ts'
import { addressTo, isDot, villagesListed } from './villages.ts'

const isArea = (word: Word): boolean => word.cls.kind === 'area' || word.cls.kind === 'short-area'

/** What many addresses begin with, and labels leave out: 충남, 경상남도, 서울. */
const isProvince = (word: Word): boolean =>
  isArea(word) && !word.text.startsWith('세종') && (areaByShortName(word.cls.stem) ?? areaByFullName(word.cls.stem))?.level === 'province'

/** 연구동, 저장동: a building, an everyday noun that ends in 리, and 200억 원짜리. */
const isMade = (stem: string): boolean =>
  stem.endsWith('짜리') || isCommonCompound(stem.slice(0, -1)) || isEverydayNoun(stem.slice(0, -1)) || isEverydayNoun(stem)

/** Where the address begins: the provinces, cities and districts before its town, each without a particle. */
function addressFrom(text: string, words: readonly Word[], i: number, taken: Uint8Array): number {
  let first = i
  while (first > 0) {
    const previous = words[first - 1]!
    if (taken[first - 1] || previous.cls.particle !== '' || !spaced(text, previous, words[first]!)) break
    if (isArea(previous)) {
      first--
      continue
    }
    // 문무대왕면 두산리: the village proves the long name of its township
    if (first === i && words[i]!.cls.stem.endsWith('리') && previous.cls.kind === 'unknown' && /^[가-힣]{4,5}[읍면]$/.test(previous.text)) {
      first--
      continue
    }
    // 거창 남하면 무릉리: between its county and its village even what looks like a condition is a township
    const county = words[first - 2]
    if (
      first === i &&
      words[i]!.cls.stem.endsWith('리') &&
      /^[가-힣]{2,3}면$/.test(previous.text) &&
      county !== undefined &&
      isArea(county) &&
      county.cls.particle === '' &&
      spaced(text, county, previous)
    ) {
      first--
      continue
    }
    // a city of no list before a town of it: the town proves it
    if (first === i && previous.cls.kind === 'unknown' && /^[가-힣]{2,4}[시군구]$/.test(previous.text)) first--
    break
  }
  return first
}

const IN_PLACE = new Set(['에', '에서', '에는', '에도', '에서는', '에선', '에서도', '의'])
const NO_TOWNSHIP = /[측방단평표정전국장지직사닥상]면$/
/** What moves to a town, behind it. */
const MOVES = /^ (?:(?:[가-힣]{1,8} )?[가-힣]{1,8}(?:을|를) )?(?:옮[기긴겨길]|이전|이사|확장 이전|들어[오온올]|[온옵][다니]|넓혀)/
/** "성전면을 택했다" */
const CHOOSES = /^ (?:[가-힣]{2}로 )?(?:택[했하한]|골[랐라]|고른|낙점|점찍|선택)/
/** A final consonant other than ㄹ, after which a condition would be 으면. */
const isClosed = (code: number): boolean => (code - 0xac00) % 28 !== 0 && (code - 0xac00) % 28 !== 8

/** Whether a township opens a line that names works and is no sentence. */
function opensItem(text: string, word: Word, next: Word | undefined): boolean {
  if (!/^(?!그러|어쩌|이러|하려|되려|요약)[가-힣]{2}면$/.test(word.text) || next === undefined || !spaced(text, word, next)) return false
  if (word.start > 0 && !/[\n•○◦▲△\-·] ?$/.test(text.slice(Math.max(0, word.start - 2), word.start))) return false
  const line = text.indexOf('\n', word.end)
  const body = text.slice(word.end, line < 0 ? text.length : line)
  return body.length < 40 && /(?:조성|건립|설치|개선|정비|확충|구축|신축|확장|유치|개발|개설|공사|사업|지원|추진)\s*$/.test(body)
}

const PART_OF_TOWN = /^[가-힣]{1,3}(?:권|골|마을|들|포구|나루) (?:일원|일대)/
/** Deeds that end like a ward: 재가동, 대이동. */
const NO_WARD = /(?:[이활출충발행운변작자공협진감구가]동|[A-Za-z]동)$/

/** What stands in a town, after at most two words: "화목동 들판", "동복리 그린수소 기지", "개포동 분원". */
const HOLDS_SITE =
  /^ (?:[가-힣A-Za-z]{1,6} ){0,2}[가-힣]{0,6}(?:공장|기지|단지|산단|부지|용지|발전소|풍력|태양광|들판|야산|폐교|마을|분원|본사|사옥|연구소|물류센터|창고|저장소|처리장|매립장|소각장|리조트|캠퍼스|학교|병원|공사장|현장|예정지|후보지|터|땅|도시재생)(?:[은는이가을를의에로도과와]|에서|에는|으로|,|\(| |$)/

/** A lot of land: "산 21번지", "469-1번지", "산 170". */
const LOT = /^ (?:산 ?\d{1,4}(?:-\d{1,4})?(?:번지)?|\d{1,4}(?:-\d{1,4})?번지)(?= 일원| 일대| 외|[에의,)\n]|$)/

const SITED =
  /^ (?:\d-\d생활권|\d{1,4}(?:-\d{1,3})?(?:번지|블록|블럭)|일원|일대|소재|해상|앞바다|해역|산업단지|농공단지|옛|인근|주민|산 ?\d|\d+(?:-\d+)?번지|(?:약 )?\d[\d,.만천]*(?:여)?\s?(?:㎡|평|제곱미터|ha|㏊)|[가-힣]{0,6} ?(?:센터|호텔|거리|타운|공원|부지|청사|시청|군청|구청|주민센터|시장|터미널|유수지|매립지))/

/** Addresses (주소) that end in a town: "평택시 포승읍 회곡리", "울산광역시 울주군 온양읍", "이동·남사읍", "원삼면에는". */
export function town(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const { stem, particle } = word.cls
  if (/[리동]$/.test(stem) && isEverydayNoun(stem)) return
  let first = addressFrom(text, words, i, taken)
  let last = addressTo(text, words, i)
  // "처인구 이동·남사읍", "안면읍 승언·중장·신야리": all but the last leave their ending out
  let pair = i
  while (pair > 0 && pair > i - 5 && !taken[pair - 1] && words[pair - 1]!.end === words[pair]!.start - 1 && isDot(text, words[pair - 1]!.end)) {
    if (words[pair - 1]!.text.length > 3 || words[pair - 1]!.cls.kind === 'short-area') break
    pair--
  }
  if (first === i && pair < i && /[읍면리]$/.test(stem)) {
    const opens = addressFrom(text, words, pair, taken)
    if (/[읍면]$/.test(stem) ? pair === i - 1 : opens < pair) first = opens
  }
  if (first < i || last > i) last = villagesListed(text, words, first, last)
  const big = (stem.endsWith('읍') || stem.endsWith('면')) && stem.length >= 2
  const after = text.slice(word.end, word.end + 14)
  const sited = particle === '' && SITED.test(after) && (big || stem.length >= 3)
  const alone = big && stem.length >= 3 && IN_PLACE.has(particle)
  // "수안보면으로 본사를 옮긴다": where one moves to
  const goal =
    big &&
    stem.length >= 3 &&
    (particle === '으로' || particle === '로'
      ? MOVES.test(text.slice(word.end, word.end + 24))
      : (particle === '을' || particle === '를') && CHOOSES.test(text.slice(word.end, word.end + 10)))
  // "부북면 나노국가산단", "동내면 거두농공단지": what lies in it follows
  const next = words[i + 1]
  const holds =
    particle === '' &&
    stem.length >= 3 &&
    next !== undefined &&
    spaced(text, word, next) &&
    (next.cls.kind === 'place' || (big && next.cls.kind === 'place-ending'))
  // "녹전동에 있는", "용탄동에 공장을"
  const ward =
    stem.length >= 3 &&
    stem.endsWith('동') &&
    IN_PLACE.has(particle) &&
    particle !== '의' &&
    !NO_WARD.test(stem) &&
    !isCommonCompound(stem.slice(0, -1))
  // a consonant before 면 is no verb's: "인적면 쉼터에는"
  const township =
    stem.length === 3 &&
    particle === '' &&
    stem.endsWith('면') &&
    isClosed(stem.charCodeAt(1)) &&
    !NO_TOWNSHIP.test(stem) &&
    next !== undefined &&
    spaced(text, word, next)
  // "부새면 산양유 특화단지 조성": an item of a list
  const item = opensItem(text, word, next)
  // "화목동 들판에", "동복리 그린수소 기지": what stands there follows
  const named = stem.length >= 3 && !NO_WARD.test(stem)
  const site =
    named &&
    !big &&
    (particle === '' || particle === '의' || (IN_PLACE.has(particle) && stem.endsWith('리'))) &&
    HOLDS_SITE.test(text.slice(word.end, word.end + 28)) &&
    !isMade(stem)
  // "창고(화목동)", "화목동과 임고면에"
  const bracketed = particle === '' && text.charAt(word.start - 1) === '(' && /^[),]/.test(text.charAt(word.end))
  const paired = named && (bracketed || joinsTown(text, word, next)) && !isMade(stem)
  // 솔은2동: the number leaves no doubt; 솔2동 stands alone on its line or for all of it
  const numbered =
    /\d동$/.test(stem) &&
    particle === '' &&
    (stem.length > 3 || /^(?:\n|$| (?:전역|일대|일원|도시재생|뉴딜))/.test(text.slice(word.end, word.end + 5)))
  const sure =
    numbered ||
    township ||
    item ||
    site ||
    paired ||
    joinedTown(text, words, i, taken) ||
    listedWith(text, words, i, taken) ||
    listedTo(text, words, i) ||
    sited ||
    alone ||
    goal ||
    holds ||
    ward ||
    first < i ||
    last > i ||
    (stem.endsWith('읍') && stem.length >= 3)
  // 서면 is writing too: "서면 답변"
  if (
    !sure ||
    (stem === '서면' && /^ ?(?:으로|답변|질의|질문|보고|심사|동의|통보|제출|의견|평가|조사|자료|계약)/.test(text.slice(word.start + 2, word.end + 4)))
  )
    return
  const start = words[first]!.start
  const tail = words[last]!
  let end = tail.start + (tail.cls.kind === 'town' ? tail.cls.stem.length : tail.text.lastIndexOf('리') + 1)
  // "누리면 가람권 일원": the part of a township that has its own name
  const part = words[last + 1]
  if (
    tail.cls.particle === '' &&
    part?.cls.kind === 'unknown' &&
    spaced(text, tail, part) &&
    PART_OF_TOWN.test(text.slice(part.start, part.start + 9))
  )
    end = part.end
  // "회곡리 산 21번지 일원": the lot stands in the words, the village is the value
  const value = text.slice(start, end)
  if (tail.cls.particle === '') end += LOT.exec(text.slice(end, end + 16))?.[0].length ?? 0
  // the address in full is the value; the words of the mention begin at its own area
  let own = first
  while (own < i && isProvince(words[own]!)) own++
  // "누리면 스마트융합산단": a park that everyday words tell, named with its township
  if (big && holds && first === i && last === i && isParkOfWords(next)) {
    const stop = next.start + next.cls.stem.length
    names.push({ kind: 'place', start, end: stop, value: text.slice(start, stop), certainty: 0.8, rule: 'place:joined' })
    taken[i] = taken[i + 1] = 1
    return
  }
  names.push({ kind: 'place', start: words[own]!.start, end, value, certainty: 0.9, rule: 'place:town' })
  for (let k = first; k <= last; k++) taken[k] = 1
}

/** "풍세산단·불당동": beside a place or another town a town is one; three syllables at least, or an everyday word would do. */
function listedWith(text: string, words: readonly Word[], i: number, taken: Uint8Array): boolean {
  const word = words[i]!
  const before = i > 0 ? words[i - 1] : undefined
  if (word.cls.stem.length < 3 || before === undefined || isCommonCompound(word.cls.stem.slice(0, -1)) || NO_WARD.test(word.cls.stem)) return false
  const gap = text.slice(before.end, word.start)
  return (
    (gap === ', ' || (gap.length === 1 && isDot(text, before.end))) &&
    taken[i - 1] === 1 &&
    (before.cls.kind === 'place' || before.cls.kind === 'town')
  )
}

/** "신제리, 다문리 일원", "대저1동, 대저2동 일원": beside a town that is sited. */
function listedTo(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const next = words[i + 1]
  if (next === undefined || next.cls.kind !== 'town' || word.cls.stem.length < 3 || next.cls.stem.length < 3) return false
  if (!text.startsWith(', ', word.end) || next.start !== word.end + 2) return false
  return /^ ?(?:일원|일대)/.test(text.slice(next.end, next.end + 4)) && !NO_WARD.test(word.cls.stem) && !isCommonCompound(word.cls.stem.slice(0, -1))
}

/** "금호읍과 대창면을": a township joined to one. */
function joinedTown(text: string, words: readonly Word[], i: number, taken: Uint8Array): boolean {
  const before = i > 0 ? words[i - 1] : undefined
  if (before === undefined || taken[i - 1] !== 1 || before.cls.kind !== 'town' || words[i]!.cls.stem.length < 3) return false
  return (before.cls.particle === '과' || before.cls.particle === '와') && spaced(text, before, words[i]!)
}

/** A town joined to the one that follows it. */
const joinsTown = (text: string, word: Word, next: Word | undefined): boolean =>
  (word.cls.particle === '과' || word.cls.particle === '와') &&
  next?.cls.kind === 'town' &&
  next.cls.stem.length >= 3 &&
  IN_PLACE.has(next.cls.particle) &&
  spaced(text, word, next)

const ISLAND = /^([가-힣]{1,3}도)(?:에|에서|에는|의)?$/
/** "사곡만을 메우려던", "갈사만 연결도로": a bay where it is filled in, crossed or looked out on. */
const BAY =
  /^([가-힣]{2}만)(?:[을의에이은]|에서|에는)? (?:메[우워울운]|매립|갯벌|해상|앞바다|일대|일원|해역|연안|간척|연결도로|양식장|횡단|조선산단|조선산업단지)/

export function bay(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const found = BAY.exec(text.slice(word.start, word.start + 14))
  if (found === null || isCommonCompound(found[1]!.slice(0, -1)) || isEverydayNoun(found[1]!.slice(0, -1))) return
  names.push({ kind: 'place', start: word.start, end: word.start + 3, value: found[1]!, certainty: 0.65, rule: 'place:bay' })
  taken[i] = 1
}

const BESIDE_ISLAND = /^ (?:동쪽|서쪽|남쪽|북쪽|앞바다|해상|해역|일원|일대|인근|주변)/

/** "새벽군 솔은도 서쪽": an island after its county, where a particle of place or a direction follows. */
export function island(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const area = i > 0 ? words[i - 1] : undefined
  const short = area?.cls.kind === 'short-area' && areaByShortName(area.text)?.level !== 'province'
  if (area === undefined || (area.cls.kind !== 'area' && !short) || area.cls.particle !== '' || !spaced(text, area, word)) return
  const found = ISLAND.exec(word.text)
  if (found === null || (found[0] === found[1] && !BESIDE_ISLAND.test(text.slice(word.end, word.end + 5)))) return
  if (short && (isCommonCompound(found[1]!) || isEverydayNoun(found[1]!) || found[1]!.length < 3)) return
  if (short) taken[i - 1] = 1
  const value = short ? `${area.text} ${found[1]!}` : found[1]!
  const rule = short ? 'place:in-city' : 'place:island'
  names.push({ kind: 'place', start: word.start, end: word.start + found[1]!.length, value, certainty: 0.7, rule })
  taken[i] = 1
}
