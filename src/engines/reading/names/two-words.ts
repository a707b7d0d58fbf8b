import { cued } from '../cue.ts'
import { isCommonCompound } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import type { Word } from '../words.ts'
import { isNounLike, type NameCandidate, spaced } from './candidate.ts'
import { foreignSyllables } from './sound.ts'

/** What firms abroad are called after their own name, which no Korean noun is: 머티리얼즈, 엔지니어링. */
const CORPORATE =
  '머티리얼즈|머트리얼즈|머티리얼스|엔지니어링|컴포넌트|컴포넌츠|테크놀로지스?|테크놀러지스?|인더스트리즈?|인더스트리얼|홀딩스|인터내셔널|솔루션즈|솔루션스|시스템즈|시스템스|파트너스|캐피탈|케미칼스?|케미컬스?|일렉트로닉스|일렉트릭|모터스|로보틱스|바이오텍|바이오로직스|바이오사이언스|파마슈티컬|세미컨덕터|코퍼레이션|컴퍼니|에어로스페이스|디벨롭먼트|디벨로프먼트|인베스트먼트|엔터프라이즈|프로덕츠|오토모티브|자산운용|어드밴스드|매뉴팩처링|리소시스|그룹홀딩스|아쿠아리움'
/** Nouns of the same use that colour others too: only behind a name written out from abroad. */
const ALSO_NOUNS =
  '에너지|솔루션|솔라|푸드|푸즈|파워|글로벌|그룹|파마|바이오|코리아|재팬|차이나|리조트|호텔|모빌리티|케미스트리|가스|스틸|메탈|로지스틱스|푸드시스템'
const SECOND = new RegExp(`^(?:${CORPORATE}|${ALSO_NOUNS})$`)
const SURE = new RegExp(`^(?:${CORPORATE})$`)
/** Asked of the whole sentence. */
export const SPEAKS_OF_TWO = cued(
  / (?:머티|머트|엔지니어|컴포넌|테크놀|인더스|홀딩스|인터내셔|솔루션|시스템[즈스]|파트너스|캐피탈|케미[칼컬]|일렉트|모터스|로보틱|바이오|파마|세미컨|코퍼|컴퍼니|에어로스|디벨로|인베스트|엔터프|프로덕|오토모|자산운|매뉴팩|리소시|에너지|솔라|푸드|푸즈|파워|글로벌|그룹|코리아|재팬|차이나|리조트|모빌리티|가스|스틸|메탈|로지스|아쿠아)/,
)
const ACTS = /^(?:은|는|이|가|와|과|의|을|를|에|도|사|사와|사가|사는|측|와의|과의|로부터|으로부터)?$/
/** A name that goes on to others, or is explained in brackets. */
const STANDS = /^(?:\s?[,·ㆍ‧(]|[’'”"]| 등| 측| 관계| 대표| 회장| 사장| 부사장| 한국|$|\n)/

/** Firms abroad that are written as two words (두 낱말 회사 이름): "버가 머트리얼즈가", "텔론 솔라, 나래텍과". The second is what such firms are called. */
export function twoWordFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const first = words[i - 1]!
    if (taken[i] || taken[i - 1] || !SECOND.test(word.cls.stem) || !spaced(text, first, word)) continue
    if (!ACTS.test(word.cls.particle) || (word.cls.particle === '' && !STANDS.test(text.slice(word.end, word.end + 4)))) continue
    const { text: own } = first
    if (!/^[가-힣]{2,9}$/.test(own) || !isNounLike(own) || isEverydayNoun(own)) continue
    const lettered = /^\([A-Z]{2}/.test(text.slice(word.end, word.end + 3))
    const open =
      first.cls.kind === 'unknown' ||
      first.cls.kind === 'place' ||
      first.cls.kind === 'weak-organisation' ||
      first.cls.kind === 'organisation' ||
      lettered
    if (!open || (isCommonCompound(own) && !lettered)) continue
    if (!SURE.test(word.cls.stem) && foreignSyllables(own) * 3 < own.length * 2) continue
    const end = word.start + word.cls.stem.length
    for (let k = names.length - 1; k >= 0; k--) if (names[k]!.start < end && names[k]!.end > first.start) names.splice(k, 1)
    names.push({ kind: 'organisation', start: first.start, end, value: text.slice(first.start, end), certainty: 0.7, rule: 'organisation:two-words' })
    taken[i] = taken[i - 1] = 1
  }
}

/** "누리그룹 컨소시엄이", "새벽밸리 컨소시엄을": a consortium (공동 참여단) goes by the name before it. */
export function consortia(text: string, words: readonly Word[], names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const first = words[i - 1]!
    if (!/^컨소시엄(?:[이가은는을를의에과와도]|에는|에서|과의)?$/.test(word.text) || !spaced(text, first, word)) continue
    const known = names.find((one) => one.end === first.end && (one.kind === 'organisation' || one.kind === 'place'))
    if (known === undefined && (first.text.length < 2 || first.cls.kind !== 'unknown' || first.cls.particle !== '' || !isNounLike(first.text)))
      continue
    const start = known?.start ?? first.start
    const end = word.start + 4
    // a firm in a list of firms is named itself: "가람, 누리텍 컨소시엄"
    if (/[,·ㆍ‧와과] ?$/.test(text.slice(Math.max(0, start - 2), start))) continue
    for (let k = names.length - 1; k >= 0; k--) if (names[k]!.start < end && names[k]!.end > start) names.splice(k, 1)
    names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.75, rule: 'organisation:consortium' })
  }
}

/** Kinds of committee that say nothing alone. */
const COMMITTEE = /^(?:심의위원회|관리위원회|평가위원회|조정위원회|선정위원회|정책위원회|실무위원회|추진위원회|심사위원회)$/
const HELD = /^(?:를|의|가|는|에|에서|에서는|로부터|와)$/
const DECIDES = /^ (?:심의|의결|승인|회의|허가|심사|자문)/

/** "지방누리계획 심의위원회를", "산업통상자원부 누리위원회의": committees (위원회) named by the word before, or by the ministry that has them. */
export function committees(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]!
    if (taken[i] || !word.cls.stem.endsWith('위원회') || !spaced(text, before, word) || before.cls.particle !== '') continue
    // "제7차 누리위원회를": how many times it met
    if (/^(?:제?\d{1,3}차|제\d{1,3}회)$/.test(before.text) && word.cls.stem.length >= 6) {
      const end = word.start + word.cls.stem.length
      names.push({ kind: 'organisation', start: word.start, end, value: word.cls.stem, certainty: 0.75, rule: 'organisation:committee' })
      taken[i] = 1
      continue
    }
    if (!HELD.test(word.cls.particle) && !(word.cls.particle === '' && DECIDES.test(text.slice(word.end, word.end + 4)))) continue
    const bare = COMMITTEE.test(word.cls.stem)
    const whole = bare && !taken[i - 1] && /^[가-힣]{4,}$/.test(before.text) && isNounLike(before.text) && OPEN.has(before.cls.kind)
    if (!whole && (bare || before.cls.kind !== 'body' || word.cls.stem.length < 5)) continue
    const start = whole ? before.start : word.start
    const end = word.start + word.cls.stem.length
    names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.75, rule: 'organisation:committee' })
    taken[i] = 1
    if (whole) taken[i - 1] = 1
  }
}

const OPEN = new Set<Word['cls']['kind']>(['unknown', 'common', 'place', 'place-ending'])
