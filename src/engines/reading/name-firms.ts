import { cued } from './cue.ts'
import { COUNTRIES } from './gazetteer/areas.ts'
import { isCommonCompound } from './gazetteer/common.ts'
import { isOrganisationAt, mayBeFirm, type NameCandidate, pushFirm, spaced } from './name-candidate.ts'
import type { Span } from './reading.ts'
import { remembered } from './remembered.ts'
import { AND_OTHERS, NAMED_AS, TOPIC, UNKNOWN, type Word } from './words.ts'

const SUPPORT = /(?:투자|협약|체결|MOU|입주|설립|공장|유치|채용|고용|협력|참여|시공|컨소시엄|업체|기업|회사|대표)/

/** 신라에너지, 대광반도체: a firm where the sentence speaks of firms and the word acts. */
export function weakOrganisation(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const { cls } = word
  const prefixCommon = isCommonCompound(cls.stem)
  if (prefixCommon) return
  const around = text.slice(Math.max(0, word.start - 60), Math.min(text.length, word.end + 90))
  const acts = /^(?:은|는|이|가|와|과|의|측|에서|에|을|를|도|과의|와의|으로부터|로부터)?$/.test(cls.particle)
  if (!acts || text.charAt(word.start - 1) === '_') return
  const institution = /(?:원|소|회|단|부|조합|재단|공사|공단|대학|병원|센터|대|법인|지사|지점|뉴스|신문|방송|저널|타임스|투데이|데일리)$/.test(
    cls.stem,
  )
  if (!institution && !SUPPORT.test(around)) return
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

/** "A, B, C 등 (국내 대표) 기업": what stands in a list with a sure organisation is one. */
export function lists(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    if ((words[i]!.cls.hints & AND_OTHERS) === 0) continue
    const tail = text.slice(words[i]!.end, words[i]!.end + 24)
    if (!/(?:기업|업체|회사|기관|개사|\d사|대학|투자사|참여사|은행)/.test(tail)) continue
    const items: number[] = []
    let k = i - 1
    while (k >= 0) {
      items.push(k)
      const gap = k > 0 ? text.slice(words[k - 1]!.end, words[k]!.start) : ''
      if (k > 0 && (/^(?:, ?|·|ㆍ|‧)$/.test(gap) || (gap === ' ' && /^(?:와|과|및)$/.test(words[k - 1]!.cls.particle)))) k--
      else break
    }
    // the first item only if the list has more than one, or an organisation is in it
    const sure = items.some((n) => taken[n] && isOrganisationAt(names, words[n]!))
    if (!sure && items.length < 2) continue
    for (const n of items) if (!taken[n] && mayBeFirm(words[n]!)) pushFirm(words[n]!, names, taken, n, sure ? 0.7 : 0.6, 'organisation:list')
  }
}

const AGREEMENT = /(?:투자|업무|양해|입주|공급|분양|이전|협력)?\s?(?:협약|양해각서|MOU|LOI|계약|의향서)/
/** The same, asked of whole sentences. */
export const SPEAKS_OF_AGREEMENT = cued(AGREEMENT)

/** "X와 투자협약을 체결", "X, Y와 업무협약": partners of an agreement. */
export function partners(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.particle !== '와' && word.cls.particle !== '과')) continue
    const tail = text.slice(word.end, word.end + 40)
    if (!AGREEMENT.test(tail) || !/(?:체결|맺|서명|교환|협약식)/.test(tail) || /[.。]/.test(tail.slice(0, tail.search(AGREEMENT)))) continue
    if (!mayBeFirm(word)) continue
    pushFirm(word, names, taken, i, 0.65, 'organisation:partner')
    let k = i
    while (k > 0 && /^(?:, ?|·|ㆍ|‧)$/.test(text.slice(words[k - 1]!.end, words[k]!.start))) {
      k--
      if (!taken[k] && mayBeFirm(words[k]!)) pushFirm(words[k]!, names, taken, k, 0.6, 'organisation:partner')
    }
  }
}

/** People and groups that stand after 업체 and 기업. */
const NO_FIRM = /^(?:관계자|담당자|대표자?|모두|각각|사람|노조|근로자|종사자|입장|측|연수원|들이|하나|대다수|상당수)$/

/** What a firm does with money: puts it in, builds with it, signs for it. */
const OUTLAY =
  /(?:억|조|만\s?(?:원|달러|유로|엔)|원)[^.]{0,14}(?:들여|들인|투자|투입|더 넣)|투자\s?협약을?\s?(?:맺|체결)|공장을\s?(?:새로\s?)?(?:짓|지어|세우|증설|신설|건립)|약속한 금액/

const REMAINING = new Set(['것은', '곳은', '기업은', '업체은', '회사은', '업체는', '회사는'])

/** What the word before a name says it is: "기업인", a kind of firm beside it, or the bare 업체. */
const kindOf = remembered((word: string): number =>
  /(?:기업|업체|회사|그룹|제조사|개발사|운영사|시행사|시공사|자회사|계열사|모기업|스타트업)인$/.test(word)
    ? APPOSED
    : /^[가-힣]{0,8}(?:전문기업|전문업체|제조업체|중견기업|강소기업|대기업|자회사|계열사|시행사|시공사|스타트업|개발업체|제조기업|건설사|운영사|투자사|투자기업|수출업체)$/.test(
          word,
        )
      ? BESIDE
      : /^(?:업체|기업)$/.test(word)
        ? PLAIN
        : 0,
)
const APPOSED = 1
const BESIDE = 2
const PLAIN = 3

/** "가스 기업인 에어프로덕츠가", "전문업체 신라는": the word after its kind. */
export function appositions(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0 || !spaced(text, words[i - 1]!, word)) continue
    // "예정대로 가는 것은 남도콜드체인 한 곳이다", "남은 업체는 신라뿐이다"
    if (
      REMAINING.has(words[i - 1]!.text) &&
      /^(?: 한 ?곳| 하나|뿐|이다)/.test(text.slice(word.start + word.cls.stem.length, word.end + 5)) &&
      word.cls.stem.length >= 3 &&
      mayBeFirm(word)
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:the-only-one')
      continue
    }
    if (word.cls.particle === '') continue
    if ((word.cls.hints & NAMED_AS) === 0 || !mayBeFirm(word)) continue
    const kind = words[i - 1]!.text
    const is = kindOf(kind)
    const apposed = is === APPOSED
    const beside = is === BESIDE && !NO_FIRM.test(word.cls.stem)
    // "독일 라인호프케미는 … 투입해"
    const foreign =
      COUNTRIES.has(kind) && words[i - 1]!.cls.kind === 'region' && word.cls.stem.length >= 3 && OUTLAY.test(text.slice(word.end, word.end + 60))
    // "업체 오션필라는 … 들여": the bare kind proves nothing without an outlay
    const plain =
      is === PLAIN &&
      word.cls.stem.length >= 3 &&
      !/[력성률율들수세계장점]$/.test(word.cls.stem) &&
      /^[은는이가]$/.test(word.cls.particle) &&
      OUTLAY.test(text.slice(word.end, word.end + 70))
    if (!apposed && !beside && !foreign && !plain) continue
    pushFirm(word, names, taken, i, 0.65, 'organisation:apposition')
  }
}

/** Syllables that Korean words seldom have and written-out foreign names often do. */
const FOREIGN = new Set(
  '브딕딘댄덴숀슨엠엘앤텍테크켐팜젠넷컴론솔렉틱링드트픽프츠즈플블클글슬웰윈옵톡토피파카케코쿠키타티팩패페푸퓨뱅셀씨디루르러메멕맥믹버벨브샌쉐쉘윙잉쟈랩닉닷던덕데델돔듀랜램런레렌로롬룩류릭림링마매머멀모뮤므믹밀바베벡벤벳볼뷰빌빔샤섀쇼슈스시에아야어오요우위유이제조죠주쥬지쯔차챔처체초추츄치칼캐캠컨컬컴콘콜콤쿨퀀퀄퀘퀴크클킴킹탈탐탑태탤터턴텀텔템톤톨톰투튜트틀틴팀판팔팡팬팰퍼펀펄펌페펜펠편포폴폼풀풋퓨프플피핀필핏하할해핸허험헤헬호홀화황후휴흐히힐',
)

const STRONGLY_FOREIGN =
  /[엠앤텍켐팜젠넷컴렉픽츠즈플블클슬웰윈옵톡퓨뱅셀씨멕맥믹벨쉐쉘윙잉랩닉닷델랜램렌롬릭뷰빔슈칼캠컨컬콘콤퀀퀄퀘탤텀텔템톰튜틀팡팰펄펌펜펠폼풋핀핏헬홀힐]/

/** "생고뱅은 … 3천만 달러를 투자해", "동해에서는 에이치투포트가 … 들여": a topic in a sentence about an outlay, if it sounds like no Korean word. */
export function actingFirm(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  if (!ACTS.test(body)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0 || (word.cls.hints & TOPIC) === 0) continue
    const { stem } = word.cls
    if (stem.length < 3 || stem.length > 9 || !/^[가-힣]+$/.test(stem) || !mayBeFirm(word)) continue
    const opens = i === 0 || /^(?:,\s|\n)$/.test(text.slice(words[i - 1]!.end, word.start)) || LEADS.test(words[i - 1]!.text)
    if (!opens) continue
    let foreign = 0
    for (const syllable of stem) if (FOREIGN.has(syllable)) foreign++
    if (foreign * 2 < stem.length) continue
    const sure = STRONGLY_FOREIGN.test(stem) && i === 0
    if (!sure && !(stem.length >= 4 && (OUTLAY.test(body) || (stem.length >= 6 && /계약(?:했|을)|협약/.test(body))))) continue
    pushFirm(word, names, taken, i, 0.55, 'organisation:acts')
  }
}

const ACTS = cued(/(?:투자|공장|증설|신설|준공|착공|입주|고용|채용|협약|계약|생산|들여|설비)/)
/** What may stand before the one who acts: where, or when. */
const LEADS = /(?:에서는|에서|에는|년|월|일|반기|해)$/

/** 정부 as the one who acts; "새 정부", "정부와 함께" only colour. */
export function government(_text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || !/^정부(?:는|가|의)$/.test(word.text)) continue
    const previous = words[i - 1]?.text
    if (previous !== undefined && /^(?:새|현|전|이전|지방|한국|미국|중앙|우리|신|당시|윤석열|문재인|이재명)$/.test(previous)) continue
    // "독일 정부는" is another one
    if (words[i - 1]?.cls.kind === 'region') continue
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
    const bare = match ?? /^([가-힣A-Za-z0-9&]{3,16}?)(?:㈜)?(?=[이가은는을를와과] )/.exec(after)
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

/** "광주과학기술원(GIST)": a Latin short form in brackets names the same body. */
export function aliases(text: string, names: NameCandidate[]): void {
  for (const name of [...names]) {
    if (name.kind !== 'organisation' || text.charAt(name.end) !== '(') continue
    const match = /^\(([A-Z][A-Za-z&-]{1,9})\)/.exec(text.slice(name.end, name.end + 13))
    if (match === null || isCommonAbbreviation(match[1]!)) continue
    names.push({
      kind: 'organisation',
      start: name.end + 1,
      end: name.end + 1 + match[1]!.length,
      value: name.value,
      certainty: 0.85,
      rule: 'organisation:bracket-alias',
    })
  }
}

const isCommonAbbreviation = (latin: string): boolean => /^(?:MOU|MOA|LOI|AI|CEO|SPC|PPP|IR)$/.test(latin)
