import { COUNTRIES } from '../gazetteer/areas.ts'
import { isCommonCompound } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import { remembered } from '../remembered.ts'
import { NAMED_AS, PERSON, UNKNOWN, type Word } from '../words.ts'
import { DOES } from './actors.ts'
import { isNounLike, isStrange, mayBeFirm, type NameCandidate, pushFirm, spaced, TOLD_OF } from './candidate.ts'
import { OUTLAY, soundsMade } from './sound.ts'

/** "2월에 120억 원 규모의 증설 공사에 들어갔다" */
const WORKS_OF_SIZE = /^[^.,]{0,10}\s\d[\d,.천백]*\s?(?:조|억|만)[\d,억만천\s]*원\s(?:규모의|짜리)\s[^.,]{0,16}(?:공사|공장|설비|라인)/

/** People and groups that stand after 업체 and 기업. */
const NO_FIRM = /^(?:관계자|담당자|대표자?|모두|각각|사람|노조|근로자|종사자|입장|측|연수원|들이|하나|대다수|상당수|가운데|대부분|일부)$/

/** What the one is called that is told of next: "가장 큰 몫은 솔곡이다". */
const THE_ONE = new Set(['곳은', '데가', '곳이', '쪽은', '몫은', '기업은', '업체는', '회사는'])
/** Whether the words right before say that it is the largest of several. */
const mostOf = (words: readonly Word[], i: number): boolean =>
  words.slice(Math.max(0, i - 4), i - 1).some(({ text }) => text === '가장' || text === '제일')
const REMAINING = new Set(['것은', '곳은', '기업은', '업체은', '회사은', '업체는', '회사는'])

export const APPOSED = 1
export const BESIDE = 2
const KIND = 3
const PLAIN = 4
const MAKER = 5
const HOLDER = 6

/** What the word before a name says it is: "기업인", a kind of firm that stands beside names, any other kind, or the bare 업체. */
export const kindOf = remembered((word: string): number =>
  /(?:기업|업체|회사|그룹|[가-힣]사|스타트업|법인|은행|펀드)인$/.test(word)
    ? APPOSED
    : /^[가-힣]{0,8}(?:지역기업|향토기업|토종기업|유망기업|우량기업|앵커기업|외투기업|가족사|전문기업|전문업체|제조업체|제조사|중견기업|강소기업|대기업|자회사|계열사|시행사|시공사|스타트업|개발업체|개발사|제조기업|건설사|운영사|투자사|투자기업|수출업체|가공업체|장비업체|장비기업|장비사|소재기업|소재업체|부품업체|부품기업|부품사|식품기업|식품업체|물류기업|물류업체|바이오기업|제약사|제약기업|로봇기업|금형업체|방산업체|방산기업|화학기업|철강업체|조선사|항공사|선사|통신사|운용사|합작사|합작법인|특수목적법인|현지법인|시민단체|시민모임|주민모임|환경단체|노동단체|사회단체)$/.test(
          word,
        )
      ? BESIDE
      : /^(?:[가-힣]{1,8}(?:기업|업체|회사|[가-힣]사|그룹|벤처|단체)|[가-힣]{0,4}사업자|[가-힣]{0,4}시행자)$/.test(word)
        ? KIND
        : /^(?:업체|기업|회사)$/.test(word)
          ? PLAIN
          : /(?:결정한|약속한|입주한|입주하는|이전하는|증설하는|신설하는|건립하는|짓는|운영하는|만드는|만들던|생산하는|제조하는|개발하는|공급하는|가공하는|판매하는|조립하는|수출하는|납품하는|설계하는|정비하는|재배하는|깎는|다루는|다듬는|찍는|짜는|굽는|빚는|키우는|파는|대는|엮는)$/.test(
                word,
              )
            ? MAKER
            : /^(?:둔|가진|갖춘|거느린|세운|차린|나선|맡은|맺은|거둔|내민|[가-힣]{1,4}(?:투자|입주|철수|포기|철회|체결|약속|서명|참여)(?:한|할|하는|하던)|(?:투자|입주|철수|포기|철회|체결|서명|참여)(?:한|할|하는|하던)|짓던|들어설|들어올|들어선|뽑은|뽑을|손잡은|손잡았던|마친|끝낸|어긴|지킨|(?:협약|계약)(?:한|했던|하던))$/.test(
                  word,
                )
              ? HOLDER
              : 0,
)

/** "에코머트(대표 김상윤)": who runs it stands in brackets. */
const RUN_BY = /^\s?\((?:공동|각자)?(?:대표이사|대표|회장|사장|CEO|총괄)[\s:]/

/** "에스엠 통상(공동대표 …)": an everyday word closes the firm's name. */
function twoWords(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const first = i > 0 ? words[i - 1]! : undefined
  if (
    first === undefined ||
    taken[i - 1] ||
    !spaced(text, first, word) ||
    first.cls.kind !== 'unknown' ||
    first.cls.particle !== '' ||
    !isNounLike(first.text)
  )
    return
  names.push({
    kind: 'organisation',
    start: first.start,
    end: word.end,
    value: text.slice(first.start, word.end),
    certainty: 0.75,
    rule: 'organisation:run-by',
  })
  taken[i - 1] = taken[i] = 1
}

const AND_MORE = /^ 외 \d{1,3}\s?(?:개|곳|사)?(?:의|\s)?\s?[가-힣]{0,8}(?:기업|업체|회사|협력사|개사|사)/

/** How many firms there are of which one is named. */
const COUNTED_FIRMS =
  /^ 등 (?:모두 |총 )?(?:[가-힣]{1,4} )?(?:[가-힣]{0,6}(?:기업|업체|회사) )?\d{1,3}\s?(?:개사|개 ?기업|개 ?업체|개 ?회사)|^ 등 (?:[가-힣]{1,4} )?[가-힣]{0,6}(?:기업|업체|회사) \d{1,3}\s?(?:곳|개|사)/

/** Who speaks for it stands beside its name. */
const SPOKEN_FOR = /^ (?:측(?:은|이|과|에|의|도)|관계자|컨소시엄)/
const NO_VOICE = /(?:계|당국|단체|위|청|측|군|국|실|과|팀|부|처|현장|조합|노조|협회|사업|업체|기업들|회사)$/

const OWNS =
  /^ (?:[가-힣]{1,8} ){0,3}\d[\d,.천백]*억 ?원 (?:규모 )?투자|^ (?:[가-힣]{1,4} )?(?:합작|투자|공장|증설|생산시설|생산라인|본사|신공장|입주|지분|매출|한국법인|국내법인|현지법인|자회사|계열사|보조금|입주계약|투자계획|협약|생산공장|제2공장|연구소|사업장)/

/** "가람곡의 투자액은": of what acts with money. */
const OUTLAY_OF = /^ (?:투자액|투자금|투자 규모|투자 금액|투자 계획)[은이과]? /

/** What a firm had promised: 투자하기로, 짓기로. */
const PROMISED = /^(?:[가-힣]{0,4}(?:투자|입주|이전|증설|신설|건립|설립|참여|인수)하기로|(?:짓|세우|옮기|들어오|넣|들어서)기로)$/

/** Only a firm has these: "대동의 자회사". */
const PARENT = /^ (?:국내 |한국 |100% )?(?:신설법인|가족사|자회사|계열사|한국법인|국내법인|현지법인|손자회사)/

const QUOTED = /^ [‘'“"]$/
const QUOTABLE = new Set([BESIDE, KIND, PLAIN])

/** "단열재 업체 가람이": what the firm makes stands before its kind. */
const isMadeThing = (word: Word): boolean => word.cls.particle === '' && /^[가-힣]{2,6}$/.test(word.text) && isNounLike(word.text)

/** Known by nothing, and no verb: a name, whatever it ends in. */
const isStrangeNoun = (word: Word): boolean =>
  word.cls.kind === 'unknown' &&
  /^[가-힣]{3,8}$/.test(word.cls.stem) &&
  isNounLike(word.cls.stem) &&
  !TOLD_OF.test(word.cls.stem) &&
  !isCommonCompound(word.cls.stem) &&
  !isEverydayNoun(word.cls.stem) &&
  (word.cls.hints & PERSON) === 0

/** Others like it: "신라텍 등 3개사", "신라텍 등이"; "방화문 등 특수문" are things. */
const OTHER_FIRMS = /^\s등(?:이 |\s(?:\d|기업|업체|회사))/

/** Whether a text has the word with the title of one who runs or is elected. */
const isTitledHere = (text: string, name: string): boolean =>
  [' 후보', ' 예비후보', ' 시장', ' 의원', ' 지사', ' 군수', ' 당선인'].some((title) => text.includes(name + title))

/** A name that goes on to others, is explained in brackets, or ends the line. */
const LISTED = /^(?:\s?[,·ㆍ‧(▷▶△▲○◇◆■□]|\s등|\s?[’'”"]|\s?$|\n)/

/** "가스 기업인 에어프로덕츠가", "전문업체 신라는", "장비업체 한빛텍, 누리텍": the word after its kind; "에코머트(대표 …)": the word before who runs it. */
export function appositions(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!taken[i] && word.cls.kind === 'common' && text.charCodeAt(word.end) === 0x28 && RUN_BY.test(text.slice(word.end, word.end + 10))) {
      twoWords(text, words, i, taken, names)
      continue
    }
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0) continue
    if (
      (text.charCodeAt(word.end) === 0x28 || text.charCodeAt(word.end + 1) === 0x28) &&
      RUN_BY.test(text.slice(word.end, word.end + 10)) &&
      word.text.length >= 2
    ) {
      names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.85, rule: 'organisation:run-by' })
      taken[i] = 1
      continue
    }
    const before = i > 0 ? words[i - 1] : undefined
    const { stem, particle } = word.cls
    // "나래엘엠 등 외국인 투자기업 4곳", "나래엘엠 등 3개사"
    if (
      particle === '' &&
      text.startsWith(' 등 ', word.end) &&
      COUNTED_FIRMS.test(text.slice(word.end, word.end + 26)) &&
      (stem.length >= 3 || isStrange(word)) &&
      mayBeFirm(word)
    ) {
      pushFirm(word, names, taken, i, 0.65, 'organisation:counted')
      continue
    }
    // "나래인더스트리 외 8개의 협력사가"
    if (particle === '' && text.startsWith(' 외 ', word.end) && AND_MORE.test(text.slice(word.end, word.end + 22)) && mayBeFirm(word)) {
      pushFirm(word, names, taken, i, 0.65, 'organisation:and-more')
      continue
    }
    // "동명기업 측은", "누리텍 관계자는"
    if (
      particle === '' &&
      '측관'.includes(text.charAt(word.end + 1)) &&
      SPOKEN_FOR.test(text.slice(word.end, word.end + 6)) &&
      mayBeFirm(word) &&
      !NO_VOICE.test(stem)
    ) {
      // "상대 후보였던 이가람 측은", "이가람 측은" where 이가람 후보 stands: who runs
      if ((word.cls.hints & PERSON) !== 0 && (/후보였던$/.test(before?.text ?? '') || isTitledHere(text, stem))) {
        names.push({ kind: 'person', start: word.start, end: word.end, value: word.text, certainty: 0.7, rule: 'person:spoken-for' })
        taken[i] = 1
        continue
      }
      pushFirm(word, names, taken, i, 0.65, 'organisation:spoken-for')
      continue
    }
    // "월텍스의 대규모 투자를", "누리텍의 공장": what is a firm's
    if (
      particle === '의' &&
      OWNS.test(text.slice(word.end, word.end + 40)) &&
      mayBeFirm(word) &&
      (soundsMade(stem) ||
        PARENT.test(text.slice(word.end, word.end + 10)) ||
        (OUTLAY_OF.test(text.slice(word.end, word.end + 8)) && isStrange(word)))
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:owns')
      continue
    }
    // "합작사인 ‘하이엠케이’는": quoted after what kind of firm it is
    if (
      before !== undefined &&
      word.start - before.end === 2 &&
      QUOTED.test(text.slice(before.end, word.start)) &&
      (kindOf(before.text) === APPOSED || QUOTABLE.has(kindOf(before.text)) || COUNTRIES.has(before.cls.name)) &&
      /^[’'”"](?:[은는이가와과의을를]|에서|로부터| (?:자본|공장|본사|투자))/.test(text.slice(word.end, word.end + 4)) &&
      (word.cls.particle === '' || kindOf(before.text) === APPOSED)
    ) {
      names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.75, rule: 'organisation:apposition' })
      taken[i] = 1
      continue
    }
    if (before === undefined || !spaced(text, before, word)) continue
    // "예정대로 가는 것은 남도콜드체인 한 곳이다", "남은 업체는 신라뿐이다"
    if (
      REMAINING.has(before.text) &&
      /^(?: 한 ?곳| 하나|뿐|이다)/.test(text.slice(word.start + stem.length, word.end + 5)) &&
      stem.length >= 3 &&
      mayBeFirm(word)
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:the-only-one')
      continue
    }
    // "가장 많이 넣는 곳은 가람이엠씨로 1천200억원이다"
    if (
      THE_ONE.has(before.text) &&
      /^(?:으?로|이?다|인데요?|입니다|이?고요|이에요|예요)$/.test(particle) &&
      mayBeFirm(word) &&
      (stem.length >= 3
        ? soundsMade(stem) || mostOf(words, i) || /^ \d[\d천백.,]*[조억만]/.test(text.slice(word.end, word.end + 9))
        : mostOf(words, i) && /^이?다$/.test(particle) && text.charAt(word.end) === '.')
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:the-one')
      continue
    }
    // 인 is the name's own here: "가는 것은 솔빛체인 한 곳이다"
    if (REMAINING.has(before.text) && particle === '인' && /^ 한 ?곳/.test(text.slice(word.end, word.end + 4)) && mayBeFirm(word)) {
      names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.6, rule: 'organisation:the-only-one' })
      taken[i] = 1
      continue
    }
    // "넣기로 했던 나래는": whoever had promised to
    if (
      /^(?:했던|했다가|한)$/.test(before.text) &&
      i > 1 &&
      PROMISED.test(words[i - 2]!.text) &&
      /^[은는이가]$/.test(particle) &&
      mayBeFirm(word) &&
      !NO_FIRM.test(stem) &&
      spaced(text, words[i - 2]!, before)
    ) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:had-promised')
      continue
    }
    const acts = particle !== '' && ((word.cls.hints & NAMED_AS) !== 0 || particle === '로부터' || particle === '으로부터')
    const is = kindOf(before.text)
    if (is === 0 && before.cls.kind !== 'region') continue
    const listed = !acts && LISTED.test(text.slice(word.end, word.end + 2))
    if (NO_FIRM.test(stem)) continue
    // "화장품 원료 제조사 나투라비와": after what makes things any made word that acts is one
    const told = (is === BESIDE || is === APPOSED) && acts && isStrangeNoun(word)
    // "부품제조업체인 한중은 … 투자해": two syllables, whatever they end in
    const short =
      (is === APPOSED || is === MAKER) && /^[은는이가]$/.test(particle) && /^[가-힣]{2}$/.test(stem) && DOES.test(text.slice(word.end, word.end + 70))
    if (!mayBeFirm(word) && !told && !short) continue
    // "원료 기업 벨더바이오닉스 건이다": a made name after its kind needs no particle
    const sounds =
      (is === BESIDE || is === KIND || is === APPOSED || is === PLAIN || (is === MAKER && (listed || /^[은는이가도]$/.test(particle)))) &&
      stem.length >= 4 &&
      soundsMade(stem)
    if (!acts && !listed && !sounds && !(particle === '도' && before.cls.kind === 'region')) continue
    const after = text.slice(word.end, word.end + 70)
    // "독일 라인호프케미는 … 투입해"
    const foreign =
      COUNTRIES.has(before.cls.name) &&
      !before.text.endsWith('산') &&
      ((stem.length >= 3 &&
        (((acts || particle === '도') && (OUTLAY.test(after) || DOES.test(after) || soundsMade(stem))) || (listed && soundsMade(stem)))) ||
        (/로부터$/.test(particle) && kindOf(words[i - 2]?.text ?? '') === APPOSED))
    const beside = is === BESIDE && (acts || soundsMade(stem) || stem.length >= 3)
    // "독일 정밀화학그룹 데가람은": its country stands before its kind
    const nation = i > 1 && words[i - 2]!.cls.kind === 'region' && words[i - 2]!.cls.particle === '' && COUNTRIES.has(words[i - 2]!.cls.name)
    const kind = is === KIND && (soundsMade(stem) || (acts && stem.length >= 3 && (nation || DOES.test(after))))
    // "업체 오션필라는 … 들여": the bare kind proves nothing without an outlay
    const plain =
      is === PLAIN &&
      (stem.length >= 3 || (i > 1 && isMadeThing(words[i - 2]!) && spaced(text, words[i - 2]!, before))) &&
      !/[력성률율들수세계장점]$/.test(stem) &&
      /^[은는이가]$/.test(particle) &&
      (OUTLAY.test(after) ||
        soundsMade(stem) ||
        // "식품 기업 다원에프에스는 120억 원 규모의 증설 공사에"
        (stem.length >= 4 && WORKS_OF_SIZE.test(after) && i > 1 && isMadeThing(words[i - 2]!)) ||
        (stem.length >= 3 ? false : DOES.test(after)))
    // "수소추출기를 만드는 블루젠은"
    const maker =
      (is === HOLDER && acts && (soundsMade(stem) ? stem.length >= 3 : isStrange(word) && DOES.test(after))) ||
      (is === MAKER && short) ||
      (is === MAKER && ((acts && stem.length >= 3 && /^[은는이가의]$/.test(particle)) || OTHER_FIRMS.test(text.slice(word.end, word.end + 8)))) ||
      // "로봇을 만드는 가람로보트(달성군 소재)"
      (is === MAKER && stem.length >= 4 && text.charCodeAt(word.end) === 0x28 && isStrangeNoun(word)) ||
      // "휠을 깎는 ㈜가람, 약을 만드는 나래온팜, …": beside a sure firm
      (is === MAKER && listed && stem.length >= 3 && names.some(({ rule }) => rule === 'organisation:company-form'))
    if (!sounds && is !== APPOSED && !maker && !beside && !kind && !foreign && !plain) continue
    pushFirm(word, names, taken, i, 0.65, 'organisation:apposition')
  }
}
