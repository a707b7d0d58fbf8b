import { cued } from '../cue.ts'
import { areaByFullName } from '../gazetteer/areas.ts'
import { isCommonCompound } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import { PERSON, TOPIC, UNKNOWN, type Word } from '../words.ts'
import { mayBeFirm, type NameCandidate, pushFirm } from './candidate.ts'
import { foreignSyllables, STRONGLY_FOREIGN, soundsMade } from './sound.ts'

/** What only a firm does: puts money in, builds or moves a plant, takes people on, moves in, signs for an outlay. */
export const DOES =
  /(?:[억조만]\s?(?:\d+억\s?)?(?:여|가량|규모)?\s?(?:원|달러|유로|위안|엔|불)?(?:[을를의이]|씩)?\s(?:[가-힣]{1,6}\s){0,3}(?:들여|들인|들이|투자|투입|넣|쏟아|쓴다|쓰[며고]|쓰기로|부어|붓[고는]|집행|내놓|더 넣|신고했|신고하|출자|냈[다고으]))|(?:공장|라인|물류센터|연구소|연구센터|본사|사옥|생산기지|기지|설비|캠퍼스|리조트|사업장|데이터센터|생산시설|거점|호텔|콘도)[을를도]?\s(?:[가-힣]{1,5}\s){0,2}(?:짓|지어|지을|세우|세운|세울|올리|올린|올려|올릴|건립|증설|신설|옮기|옮긴|이전|준공|착공|가동|돌리|차린|두고|둔다|넓힌|넓히|늘린다|늘리[고며]|만든다|만들)|\d+\s?명[을의]?\s(?:[가-힣]{1,4}\s){0,2}(?:채용|고용|뽑|더 쓴)|입주(?:한다|했|하기로|할|해|하며|하고|를 (?:결정|확정|약속|철회))|투자(?:한다|했|하기로|할 |해 |하며|하고|를 (?:결정|확정|약속|철회|접|포기|취소|미루|검토))|(?:투자|입주|분양|임대|공급|업무)?\s?협약(?:을|서에)?\s?(?:맺|체결|서명)|(?:터|땅|부지|용지|[㎡평])[를을]?\s(?:[가-힣\d]{1,5}\s){0,3}(?:빌리|사들|사기로|매입|분양|임차|계약)|빌리기로|짓(?:는|고|던|기로)\s|(?:증설|준공|착공|신설|건설|이전|가동|생산)[을를]?\s?(?:마쳤|마친|끝냈|결정했|확정했|포기했|접었|시작했|시작한다)|(?:분양|임대|임차|매매|공급|입주)?\s?계약(?:했|을\s(?:맺|체결|해지))|들어(?:온다|올|오기로|왔)|(?:떠난|빠져나간|나간|비운|쓰던|남긴)\s(?:[가-힣]+\s){0,2}(?:자리|터|공장|부지|건물|땅)|둥지를 (?:틀|튼)|자리를 잡(?:는|았|기로|을)|매출(?:액)?\s[^.]{0,16}(?:올렸|기록했|거뒀|달성했)|(?:단지|산단|지구|밸리|공단)[를을] (?:골랐|택했|선택)|사업을 접|철수(?:를|했|하기로|한다)|손을 뗐|발을 뺐|약속한 금액/

/** Where the clause of the one who acts ends and another may begin. */
const CLAUSE_END = /(?:[하되]고|[했됐]고|[았었였]고|[하되]며|[했됐]으며|[았었였]으며|이며|지만|는데|이고|면서)[ ,]/
/** What is built, not who builds. */
const BUILT = /들어선|지어[지진졌]|(?:건립|조성|설치|신설|준공|증설|투입|완공|마련|배정|지원|편성|투자|지정|추진|착공|구축)(?:된|될|됐|되[며고었])/

/** Words that never act with money: what is built or counted, and people. */
const NO_ACTOR =
  /(?:들|자|인|인사|호사|교사|강사|기사|복지사|조리사|상담사|해설사|정비사|요원|민|측|씨|률|율|액|비|금|권|법|안|력|성|층|팀|적|화|점|수|량|분|편|건|쪽|곳|터|땅|길|로|역|섬|동|관|장|실|청|국|과|도로|시설|센터|필드|베드|파크|단지|사업|지구|구역|타워|플랫폼|공원|하우스|스퀘어|클러스터|계획|단계|라인|공장|본사|생산량|규모|이전|투자|공사|건설|조성|건립|노선|철도|부두|항만|후보지|부지|용지|시장|군수|의원|위원|공간|마을|주택|아파트|호텔|학교|대회|행사|제도|전략|방안|협약|계약|시군구|시|군|구|도)$/

/** 자산운용사, 개발업체: what it is called, not its name. */
const KIND_OF_FIRM = /(?:운용사|개발사|건설사|시공사|제조사|운영사|투자사|협력사|참여사|계열사|합작사|업체|기업|회사|법인|컨소시엄|조합|재단)$/

/** What may stand before the one who acts: where, when, whose, or what it does. */
const LEADS = /(?:에서는|에서|에는|에|년|월|일|반기|해|초|말|[한인는던된될할]|의|산단의|단지의|날|때|따라|위해|통해|함께|맞춰|더해|대신)$/

const isStrangeFront = (front: string): boolean => !isCommonCompound(front) && !isEverydayNoun(front)

const OPENERS = new Set('그런데 그리고 하지만 그러나 다만 이어 이어서 또 또한 반면 한편 특히 먼저 우선 이후 여기에 즉 실제로 당시'.split(' '))

const TURNS = new Set('반면 다만 그러나 이어 한편'.split(' '))

const ACTS = cued(
  /투자|공장|본사|연구소|사옥|자리를|매출|호텔|콘도|증설|신설|준공|착공|입주|고용|채용|협약|계약|들여|설비|뽑|짓|지어|세우|라인|물류|넣|손을|발을|빌리|철수|접|둥지|들어|떠난|나간|비운|쓰던|남긴|골랐|택했|(?:업체|기업|회사|제조사)(?:다|이다|입니다)/,
)

const IS_FIRM = /(?:업체|기업|제조사|회사|자회사|계열사)(?:이?다|입니다|이다)$/

const LONGEST_CLAUSE = 130

/** Nouns that cannot stand without a verb before them. */
const OF_VERB = /^ (?:데|것|곳|중|바|만큼|대로|동안|한편|게|건|걸)(?=[\s,.에이은을를의도만으]|$)/

/** What stands after a topic, as far as it is said of it. */
function saidOf(text: string, from: number, sentenceEnd: number): string {
  const tail = text.slice(from, Math.min(sentenceEnd, from + LONGEST_CLAUSE))
  const end = CLAUSE_END.exec(tail)
  return end === null ? tail : tail.slice(0, end.index + end[0].length)
}

/** An outlay right after who acts: "차람은 새벽산단에 21억 원을 들여", "로온은 130억 원 규모 공장을, ". */
const OUTLAY_NEXT =
  /^ (?:[^.,\n]{0,40} )?[\d,.천백만억조]+여?\s?원(?:(?:[을를])?\s(?:[가-힣]{1,6}\s){0,2}(?:들여|들이|투자|투입|넣어|넣고|쏟아|부어|써서?)|(?: 규모)?(?:의)? [^.,\n]{0,40}(?:공장|라인|설비|시설|센터|연구소)[을를](?:,| (?:신설|증설|건립|신축|구축|짓|지어|세우)))/
/** Where a clause of several begins: behind the verb or the object of the one before. */
const CLAUSE_BEFORE = /(?:[고며를을]|[하되]고|면서)$/

/** A short word that heads its clause right before an outlay, one of several in a row or the first of its sentence. */
function headsOutlay(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const before = words[i - 1]
  if (before !== undefined && !(CLAUSE_BEFORE.test(before.text) && text.slice(before.end, word.start) === ', ')) return false
  return OUTLAY_NEXT.test(text.slice(word.end, word.end + 90))
}

/** Two syllables that say neither a group, a side, a part nor whom one speaks of. */
const isShortFirm = (word: Word): boolean =>
  /^[가-힣]{2}$/.test(word.cls.stem) &&
  !NO_ACTOR.test(word.cls.stem) &&
  !/[들측적률별씩사]$|^(?:이|그|저|양|각|전|본|당|타|모|자)[가-힣]$/.test(word.cls.stem)

/** Made endings that firms take as well as parks: 새벽윈드밸리, 누리파크. */
const PARK_OR_FIRM = /(?:밸리|파크|타운|시티|허브|스퀘어|랜드|폴리스)$/
const FIRM_BEFORE = /^(?:맡은|[가-힣]{0,6}(?:시행사|시행자|사업자|업체|법인|운영사|개발사)(?:인)?)$/
const SIGNS =
  /(?:투자|업무|입주|실시|분양)?\s?협약을 (?:맺|체결)|협약서에|포기서|(?:사업|투자)[를을] (?:포기|철회)|짓기로 했|넣기로 했|투자하기로|투자한다/

const AGREES = /^ (?:[가-힣]{1,4} ?)?(?:협약|양해각서|MOU|계약)/

const HEADED = /^ (?:원장|이사장|대표이사|대표|사장)(?:은|는|이|가|과|와)[ ,]/

/** Whether a word in the form of a park is a firm here: "시행을 맡은 새벽윈드밸리가", "새벽윈드밸리는 … 투자협약을 맺고". */
export function actsAsFirm(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  if (!PARK_OR_FIRM.test(word.cls.stem)) return false
  // "새벽윈드밸리와 투자협약을"
  if ((word.cls.particle === '와' || word.cls.particle === '과') && AGREES.test(text.slice(word.end, word.end + 14))) return true
  // "새벽테크노밸리 원장은": has a head
  if (word.cls.particle === '' && HEADED.test(text.slice(word.end, word.end + 8))) return true
  if ((word.cls.hints & TOPIC) === 0) return false
  const before = words[i - 1]
  if (before !== undefined && FIRM_BEFORE.test(before.text)) return true
  const said = saidOf(text, word.end, words.at(-1)!.end)
  // "원주시와 새벽테크노밸리는 … 186억원을 투입한다": does it together with an office
  if (before !== undefined && /[시군구도청][와과]$/.test(before.text) && areaByFullName(before.text.slice(0, -1)) !== undefined)
    return (DOES.test(said) || SIGNS.test(said)) && !BUILT.test(said)
  return SIGNS.test(said) && !BUILT.test(said)
}

/**
 * Firms (기업) told by what they do: an unknown word as topic or subject of an outlay, a plant, a hiring or a moving-in
 * ("태경비누는 음성에 … 짓는다", "같은 산단의 노을셀은 … 넣는다"), unless what is said of it is that it is built.
 */
export function actingFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  if (!ACTS.test(body)) return
  const sentenceEnd = words.at(-1)!.end + 20
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0 || ((word.cls.hints & TOPIC) === 0 && word.cls.particle !== '도')) continue
    if (word.cls.stem.length === 2 && isShortFirm(word) && headsOutlay(text, words, i)) {
      pushFirm(word, names, taken, i, 0.55, 'organisation:heads-outlay')
      continue
    }
    if (!mayBeFirm(word)) continue
    // "무말랭이 등 뿌리채소를": what stands before 등 has no particle
    if (text.startsWith(' 등 ', word.end)) continue
    // "새 사업에 뛰어드는 데 500억원을 쓴다": a verb before the noun it tells of
    if (word.cls.particle === '는' && OF_VERB.test(text.slice(word.end, word.end + 4))) continue
    const { stem } = word.cls
    if (stem.length < 2 || stem.length > 12 || !/^[가-힣A-Za-z&]+$/.test(stem)) continue
    const made = soundsMade(stem) || (stem.length >= 3 && foreignSyllables(stem) * 2 >= stem.length && STRONGLY_FOREIGN.test(stem))
    if (!made && (NO_ACTOR.test(stem) || (word.cls.hints & PERSON) !== 0)) continue
    const before = words[i - 1]
    const opens = before === undefined || OPENERS.has(before.text) || /^(?:[,:] ?|\n+|[.…”"’'·▲△◇○◆■-] ?)$/.test(text.slice(before.end, word.start))
    if (!opens && !LEADS.test(before.text)) continue
    // a kind of firm, not one; "석회석 분말의 가람기업은" is one
    if (
      KIND_OF_FIRM.test(stem) &&
      !(stem.endsWith('기업') && stem.length === 4 && /[의인]$/.test(before?.text ?? '') && isStrangeFront(stem.slice(0, 2)))
    )
      continue
    // a short word of no sound proves itself only where it opens the sentence, or after what turns to another
    if (stem.length === 2 && !(opens && (before === undefined || TURNS.has(before.text)))) continue
    if (made && opens && STRONGLY_FOREIGN.test(stem)) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:acts')
      continue
    }
    // "나래펌은 … 옮기는 특수문 제조업체다"
    if (opens && (made || stem.length >= 5) && IS_FIRM.test(text.slice(Math.max(word.end, words.at(-1)!.start - 12), words.at(-1)!.end))) {
      pushFirm(word, names, taken, i, 0.6, 'organisation:is-firm')
      continue
    }
    const said = saidOf(text, word.end, sentenceEnd)
    if (!DOES.test(said) || (!made && BUILT.test(said))) continue
    pushFirm(word, names, taken, i, made ? 0.6 : 0.55, 'organisation:acts')
  }
}
