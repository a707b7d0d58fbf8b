import { isAcronym, isCommonCompound } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import type { MentionKind, Span } from '../reading.ts'
import { BEGINS, BEGINS_ASKED, FIRM, FIRM_ASKED, PERSON, type Word } from '../words.ts'
import { soundsMade } from './sound.ts'

/** A name as it stands in one sentence, before names of the whole document are compared. */
export interface NameCandidate extends Span {
  readonly kind: MentionKind
  readonly value: string
  readonly certainty: number
  readonly rule: string
  /** A local government's full name: an organisation where it acts, a place where something lies. */
  readonly locative?: boolean
  /** Named as the first part of the place after it: 원주시 in 원주시 가람산업단지. No mention of its own. */
  readonly absorbed?: boolean
}

const gapIs = (text: string, from: number, to: number, gap: string): boolean => to - from === gap.length && text.startsWith(gap, from)

export const spaced = (text: string, a: Word, b: Word): boolean => gapIs(text, a.end, b.start, ' ')

const NOT_NOUN =
  /^(?:많|적|크|높|낮|길|짧|넓|좁|깊|늦|빠르|잦)고$|(?:[가-힣]{1,6}(?:해야|어야|아야|돼야|려면|려던|도록|는지|지만|으나|거나|면서|으며|라며|다며|다던|겠다|라고|다고|으려|하려|토록|게끔|니까|었던|았던|했던|있는데|없는데|인데|하는데|되는데|[가-힣]는데|한데)|(?:[가-힣]{1,3}[어아여]|[나오])가|[가-힣]*(?:했|됐|었|았|였|렸|졌|쳤|냈|났|섰|켰|겼|뎠|봤|줬|썼)(?:고|다|으며|는데|지만|으나|던|음)|[가-힣]{2}(?:해|돼|하여|되어)|[가-힣](?:잡|놓|두|딛|히|키|리|추|치|서|르|루|우|쓰|으|들|늘|줄|걸|끌|열|담|남|넘|받|얻)고|(?:[가-힣]*(?:맺|짓|갖|잇|뽑|뚫|깎|묶|섞|엮|겪|깔|쌓|찾|걷|쏟|싣|빚|닦|볶|꺾|굽|팔|빼)|[오가])고|[가-힣]기로|하는|되는|있는|없는|한|된|할|될|던|하고|되고|이며|하며|으며|으로|에서|까지|부터|위해|통해|대해|[위통대관의비향인]해서|[가-힣]르면|따라|함께|들여|넣어|쏟아|어설|선설|[하되]자|[가-힣][져쳐켜혀]|(?:갈|밀|쏠|몰|열|걸|알|늘|돌|풀|눌|올|내)려|적|하면|되면|으면|다면|보면|라면|록|히|즉|및|등|급|[은는을를의에])$/

const COLOURS = /^(?:제\d|올해|금년|내년|작년|지난해|해당|기존|신규|인근|주변|이번|모든|여러|각종|주요|다른|전체|최대|최초|대규모|국내|관내|노후)/

/** Verbs that stand before a noun (관형형) and look like short nouns: 뽑힌 산단, 걸친 단지. */
const PARTICIPLES = new Set(
  '따른 따를 뒤따른 딸린 잇따른 맞물린 얽힌 앞선 다가온 내세워 앞세워 떼어 메워 메꿔 헐어 깎아 나눠 묶어 합쳐 옮겨 고쳐 바꿔 넓혀 줄여 늘려 골라 찾아 맡아 짜서 대신 통해 위해 향해 비해 걸쳐 맞춰 넘어 이어 거쳐 살린 살릴 높인 낮춘 지닌 모인 모은 뻗은 접한 뽑힌 걸친 만든 지은 세운 넓힌 갖춘 앞둔 끝낸 떠난 빠진 가진 열린 닫힌 막힌 밀린 이끈 나온 들어온 남은 맺은 얻은 받은 잃은 놓인 쌓인 쓰인 묶은 묶인 꼽힌 불린 알린 숨은 늘린 줄인 옮긴 맡은 맡긴 따낸 내놓은 꾸밀 세울 지을 만들 들어설 옮길 넓힐 갖출 키울 이들 그들 우리 거둔 이룬 이어진 달린 낀 둔 낸 연 산 판 든 선 쓴 꾸린 꾸민 마친 미룬 멈춘 비운 채운 키운 치른 펼친 품은 합친 합한 헐린 흩어진 나뉜 갈라진 잇는 가까운 새로운 오래된 커다란 드넓은 너른 빈 옛 헌 새 첫 이하 앞서 이어서 아울러 더불어 이밖에 잇따라 따로 함께 이에 이곳 저희 이미 우선 현재 모두 특히 다시 가장 바로 먼저 직접 일단 당장 다만 또한 역시 결국 끝내 드디어 마침내 지금 우수 인접 온갖 여느 다른 어느 같은 기다린 떠오른 사라진 돌아온 되살린 되찾은 무너진 내건 잠든 잠긴 남긴 넘긴 벌인 사들인 다진 닦은 살려낸 일군 가꾼 이런 그런 저런 이른 늦은 높은 낮은 넓은 좁은 많은 적은 좋은 나쁜 크고 작은 큰'.split(
    ' ',
  ),
)

/** 갖췄고, 늘렸으며: a syllable that ends in ㅆ is a verb's. */
function isPastTense(word: string): boolean {
  for (let i = 1; i < word.length; i++) {
    const code = word.charCodeAt(i) - 0xac00
    if (code >= 0 && code < 11_172 && code % 28 === 20) return true
  }
  return false
}

/** 떨어진, 알려진, 만들어진: what has become so. */
const PASSIVE = /^번째$|^[가-힣]{2,}(?:된|던|려는)$|^[가-힣]{1,4}(?:어|아|려|뤄|여|워|러|해|춰|겨|켜|혀|려)진$/

/** No verb, no adverb and no word that only colours another. */
export const isNounLike = (word: string): boolean =>
  !isPastTense(word) && !NOT_NOUN.test(word) && !COLOURS.test(word) && !PARTICIPLES.has(word) && !PASSIVE.test(word)

/** A word that could begin the name of a place: no abbreviation of a technique, alone or before everyday nouns. */
export function mayBegin(word: Word): boolean {
  const { cls } = word
  // numbers share one class
  if (cls.stem === '') return begins(word.text)
  if ((cls.hints & BEGINS_ASKED) === 0) cls.hints |= begins(word.text) ? BEGINS_ASKED | BEGINS : BEGINS_ASKED
  return (cls.hints & BEGINS) !== 0
}

function begins(word: string): boolean {
  const latin = /^[A-Za-z&.-]+/.exec(word)?.[0]
  if (latin !== undefined && isAcronym(latin)) return false
  return word.length >= 2 && isNounLike(word)
}

/** A noun that could be a firm's name: known by nothing, not a verb, not an everyday word. */
export function mayBeFirm(word: Word): boolean {
  const { cls } = word
  if (cls.kind !== 'unknown' && cls.kind !== 'weak-organisation') return false
  if ((cls.hints & FIRM_ASKED) === 0) cls.hints |= soundsLikeFirm(cls.stem) ? FIRM_ASKED | FIRM : FIRM_ASKED
  return (cls.hints & FIRM) !== 0
}

/** LNG복합발전, AI데이터센터: an abbreviation and what it is about. */
function isAcronymOfThings(stem: string): boolean {
  const latin = /^[A-Z][A-Za-z&-]*/.exec(stem)?.[0]
  return latin !== undefined && latin.length < stem.length && isAcronym(latin) && isCommonCompound(stem.slice(latin.length))
}

/** 사업포기서, 이행확인서: a paper. */
const PAPER = /[기청획인의안고지명약견정행]서$/

/** 황토소재공장, 소형조선소: what is built, known by its kind. */
const PLANT = /[가-힣]{2}(?:배후지|예정지|후보지|공장|조선소|제련소|물류센터|창고|단지|산단|집무실|회의실|사무실|의사당|박물관)$/

/** 횡성군수권한대행: who acts for a head. */
const ACTING_HEAD = /(?:권한대행|직무대행|지자체장|단체장|기관장|법인세|소득세|지방세)$/

/** 유망중소기업, 협력기업: what several are called. */
const KIND_OF_SEVERAL =
  /(?:중소|중견|강소|유망|우량|선도|향토|지역|벤처|창업|전문|관련|입주|투자|협력|참여|대상|앵커|유턴|복귀|외투|수출|제조|이전|협약|소재|부품|민간|공공|국내|외국|다국적|글로벌|일본|중국|미국|독일|프랑스|유럽|한국|해외)(?:기업|업체)$|(?:체결|참여|관련|주관|협력|유관|소관|전담|수행)(?:기관|단체)$/

/** 투자현황, 추진실적: what a report tells of. */
export const TOLD_OF = /(?:현황|실적|내역|계획|방안|결과|개요|동향|추이|사례|절차|일정|목록|명단|전략|성과|여부|조건|효과)$/

/** 옮기고, 넓히며: a verb that goes on. */
const GOES_ON = /[기하되키리이히우추르뜨][고며]$/

const soundsLikeFirm = (stem: string): boolean =>
  !(stem.length > 2 && GOES_ON.test(stem)) &&
  !KIND_OF_SEVERAL.test(stem) &&
  !(stem.length >= 4 && PAPER.test(stem)) &&
  !ACTING_HEAD.test(stem) &&
  !PLANT.test(stem) &&
  !/^[日美中英獨佛韓]/.test(stem) &&
  !isAcronymOfThings(stem) &&
  stem.length >= 2 &&
  stem.length <= 14 &&
  !/^\d/.test(stem) &&
  !TOLD_OF.test(stem) &&
  isNounLike(stem) &&
  (soundsMade(stem) || !/(?:법인|하|되|했|됐|있|없|이번|그|및|등|들|적|화|중|간|형|식|별|률|액|비|금|권|안|법|용|상|점|씨|측)$/.test(stem))

/** Ends of what stands for many, for a side, a person's part, a place or a trade, and never for one firm. */
const STANDS_FOR_MANY =
  /(?:들|측|쪽|층|씨|님|자|인|민|생|팀|원|시|군|구|도|읍|면|동|^[가-힣]{1,2}리|산단|단지|지구|센터|공장|시장|지역|분야|업계|산업|업종|부문|과정|현장|도시|농가|가공|컨소시엄|[가-힣]{2}계)$/

/** Known by nothing and in no form that people, places and groups have: a name, if its part in the sentence asks for one. `anyone` where no person can stand. */
export const isStrange = ({ cls }: Word, anyone = false): boolean =>
  cls.stem.length > 1 &&
  (anyone || (cls.hints & PERSON) === 0) &&
  !STANDS_FOR_MANY.test(cls.stem) &&
  !isCommonCompound(cls.stem) &&
  !isEverydayNoun(cls.stem)

export const isOrganisationAt = (names: readonly NameCandidate[], word: Word): boolean =>
  names.some((name) => name.kind === 'organisation' && name.start <= word.start && name.end > word.start)

export function pushFirm(word: Word, names: NameCandidate[], taken: Uint8Array, index: number, certainty: number, rule: string): void {
  const { stem } = word.cls
  names.push({ kind: 'organisation', start: word.start, end: word.start + stem.length, value: stem, certainty, rule })
  taken[index] = 1
}

/** How far from its head the headline of a text stands: menus and the day of the report may come before. */
const HEADLINES = 220
const LONGEST_HEADLINE = 80

/** "상주 음극재 공장, 2천700억원 더 붓는다": an area that opens a line at the head of the text says where all of it is. */
export function opensHeadline(text: string, start: number): boolean {
  if (start >= HEADLINES || (start > 0 && text.charCodeAt(start - 1) !== 0x0a && !/[…\]] $/.test(text.slice(start - 2, start)))) return false
  const line = text.indexOf('\n', start)
  let end = line < 0 ? text.length : line
  while (end > start && text.charCodeAt(end - 1) === 0x20) end--
  // a headline ends in no full stop, and is short
  return end - start < LONGEST_HEADLINE && text.charCodeAt(end - 1) !== 0x2e
}
