import { areaByShortName } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import type { Word } from '../../words.ts'
import { isNounLike, type NameCandidate, spaced } from '../candidate.ts'

/** "새벽정 일대", "솔은산 일원": what lies around it has a name; "공장 일대", "일원으로" do not. */
const AROUND = /^ (?:일원(?!으로|이 [된되]|들)|일대)/
/** "솔은산 자락", "누리강 하구", "솔은산(723.1m)": parts of hills and waters, and how high they are. */
const PART_OF_HILL = /^(?:의)? ?(?:자락|기슭|줄기|능선|정상|중턱|등산로|케이블카)|^\(\d[\d,.]*(?:m|㎞|km|미터)\)/
const PART_OF_RIVER = /^(?:의)? (?:유역|하구|둔치|상류|하류|하천|수계|수변|물줄기|나루)/
/** Words in 산 and 강 that are made, not found. */
const NO_HILL =
  /(?:생산|부산|자산|재산|예산|결산|계산|정산|환산|합산|양산|수산|축산|농산|물산|유산|파산|국산|확산|분산|해산|청산|동산|부동산|전산|원산|도산|출산|방산|광산|공산|중국산|외국산|일본산|미국산)$/
const NO_RIVER = /(?:철강|제강|특강|합금강|건강|최강|보강|강강|개강|종강|수강|휴강|형강|봉강|선재강|특수강|전기강|스테인리스강)$/

/** Hills, rivers, pavilions and other land (산·강·정자) that no list holds, told by the word after them: `솔은산 일원` // => place */
export function land(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || word.cls.kind !== 'unknown' || !/^[가-힣]{2,6}$/.test(word.text)) continue
    const { particle } = word.cls
    if (particle !== '' && particle !== '의') continue
    const name = word.cls.stem
    if (name.length < 2 || !isNounLike(name) || isCommonCompound(name) || isEverydayNoun(name)) continue
    const after = text.slice(word.start + name.length, word.end + 10)
    const hill = name.endsWith('산') && name.length === 3 && !NO_HILL.test(name) && PART_OF_HILL.test(after)
    const river = name.endsWith('강') && name.length === 3 && !NO_RIVER.test(name) && PART_OF_RIVER.test(after)
    if (!hill && !river && !(particle === '' && AROUND.test(after) && !MADE_OF_PLACE.test(name))) continue
    names.push({ kind: 'place', start: word.start, end: word.start + name.length, value: name, certainty: 0.65, rule: 'place:land' })
    taken[i] = 1
  }
}

/** What anybody has one of, under whatever name: 공장동, 전시관. */
const MADE_OF_PLACE = /(?:공장|단지|부지|용지|권|사업장|창고|예정지|후보지|현장|도로|구간|터|동|관|실|장|소)$/

/** Halls where one meets (행사장) that have a name: "서울 새벽도민회관에서", "누리 S컨벤션센터에서 열린". */
const HALL =
  /^(?!회관|본관|별관|신관)(?:[가-힣A-Z]{1,8}(?:도민회관|시민회관|군민회관|문화회관|상공회관|농업인회관|컨벤션센터|컨벤시아|컨벤션|호텔|아트홀|예술의전당|문화예술회관))$/
const HELD = /^(?:에서|에서는)$/

/** Named halls where something is held, with their city where it stands before them. */
export function halls(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || !HELD.test(word.cls.particle) || !HALL.test(word.cls.stem) || isEverydayNoun(word.cls.stem) || isCommonCompound(word.cls.stem))
      continue
    const city = i > 0 ? words[i - 1]! : undefined
    const led = city !== undefined && city.cls.kind === 'short-area' && city.cls.particle === '' && !taken[i - 1] && spaced(text, city, word)
    const start = led ? city.start : word.start
    const end = word.start + word.cls.stem.length
    names.push({ kind: 'place', start, end, value: text.slice(start, end), certainty: 0.65, rule: 'place:hall' })
    taken[i] = 1
    if (led) taken[i - 1] = 1
  }
}

/** "새솔 IC(3㎞)": an interchange (나들목) whose letters stand apart. */
export function interchanges(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]!
    if (taken[i] || !/^(?:IC|JC|JCT|TG)(?:[에의은는이가와과]|에서)?$/.test(word.text) || !spaced(text, before, word)) continue
    if (!/^[가-힣]{2,4}$/.test(before.text) || isEverydayNoun(before.text) || /(?:고속|도로|인근|주변|예정)$/.test(before.text)) continue
    const end = word.start + (/^[A-Z]+/.exec(word.text)?.[0].length ?? 2)
    for (let k = names.length - 1; k >= 0; k--) if (names[k]!.start < end && names[k]!.end > before.start) names.splice(k, 1)
    names.push({ kind: 'place', start: before.start, end, value: text.slice(before.start, end), certainty: 0.75, rule: 'place:interchange' })
    taken[i] = taken[i - 1] = 1
  }
}

/** What has its area at its front and is a building: 양산누리센터, 진주새솔과학관. */
const BUILDING = /^[가-힣A-Z&-]{3,}(?:센터|타워|청사|박물관|과학관|미술관|치유원)$/
/** It is built, not said to do anything. */
const RISES =
  /^[’'”"]?(?:[을를은는이가]|에)?(?:[·,] ?[가-힣]{2,12}(?:센터|타워))?(?:[이가])? (?:[가-힣\d년월일말]{1,6} ){0,3}(?:첫 삽|기공|착공|준공|건립|신축|증축|개관|개소|짓|세우|들어[서선섰설]|문을 [연열]|공사)/

/** What a town has of its own, named by its kind: 치매안심센터, 어린이도서관. Stores of goods and of data stand anywhere. */
const KIND_OF_BUILDING = /^(?!물류|데이터|실증|연구|복합물류|지식산업)[가-힣A-Z&-]{2,}(?:센터|도서관|회관|체육관|박물관|과학관|미술관|전시관|복지관)$/

/** "솔은동 복합커뮤니티센터", "경남누리 육성센터": the word before it holds its area. */
function frontOf(text: string, words: readonly Word[], i: number, taken: Uint8Array): number {
  const front = i > 0 ? words[i - 1]! : undefined
  if (front === undefined || taken[i - 1] || front.cls.particle !== '' || !spaced(text, front, words[i]!)) return i
  const { text: name, cls } = front
  if (cls.kind === 'town') return name.length >= 3 && name.endsWith('동') ? i - 1 : i
  const holds = areaByShortName(name.slice(0, 2)) !== undefined && name.length >= 4 && (cls.kind === 'unknown' || cls.kind === 'place')
  return holds && isNounLike(name) ? i - 1 : i
}

/** Buildings (건물) that bear the name of their area and are being built: "양산누리센터가 첫 삽을 떴다". */
export function buildings(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const { stem } = word.cls
    if (taken[i] || !(BUILDING.test(stem) || KIND_OF_BUILDING.test(stem))) continue
    const own =
      stem.length >= 6 && BUILDING.test(stem) && (areaByShortName(stem.slice(0, 2)) !== undefined || areaByShortName(stem.slice(0, 3)) !== undefined)
    const first = own || !KIND_OF_BUILDING.test(stem) ? i : frontOf(text, words, i, taken)
    if ((!own && first === i) || !RISES.test(text.slice(word.start + stem.length, word.end + 34))) continue
    const { start } = words[first]!
    const end = word.start + stem.length
    names.push({ kind: 'place', start, end, value: text.slice(start, end), certainty: 0.65, rule: 'place:building' })
    taken[i] = taken[first] = 1
  }
}

const BASE = /(?<![가-힣])([가-힣]{2,3}) ?(?:LNG|LPG|[가-힣]{0,2}수소|석유)? ?(?:생산기지|인수기지|비축기지|저장기지)/g

/** "평택 수소생산기지", "삼척LNG 인수기지": a base (기지) for gas or oil, named by its city alone. */
export function bases(text: string, from: number, to: number, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const match of text.slice(from, to).matchAll(BASE)) {
    const area = areaByShortName(match[1]!)
    if (area === undefined || area.level === 'province') continue
    const start = from + match.index
    const end = start + match[0].length
    for (let k = names.length - 1; k >= 0; k--) if (names[k]!.start < end && names[k]!.end > start) names.splice(k, 1)
    names.push({ kind: 'place', start, end, value: match[0], certainty: 0.7, rule: 'place:base' })
    words.forEach((word, k) => {
      if (word.start < end && word.end > start) taken[k] = 1
    })
  }
}
