import { type Cue, cued } from '../cue.ts'
import type { Stage } from '../reading.ts'
import { BEING_BUILT, hasNoTense, IN_USE, OFF, onlyTells } from './steps.ts'
import { isDone } from './tense.ts'

/** What one sentence says about how far a matter has come, or null where it says nothing. `strong` beats the flow of the document. */
export interface StageReading {
  readonly stage: Stage
  readonly start: number
  readonly word: string
  readonly strong: boolean
}

const CANCELLED = cued(
  /(?:(?:(?<![가-힣])|사업|계약|협약|투자|유치|계획|건립)무산(?!\s?(?:위기|가능성|우려|될|되지))|백지화(?!설)|부결(?:됐|되|했|해\s)|(?:계약|협약|약속)(?:을|도|마저)\s(?:깼|깨고|깨기로|깨 버)|(?:시행|추진|지급|실시|건립)하지 (?:않는다|않습니다|않기로|않게)|(?:약속|일자리|투자|계획)[^.]{0,40}(?:함께|모두|통째로|하루아침에)\s사라(?:졌|진)|백지로(?: (?:돌|되돌)|(?=$|[\s.…]))|지정(?:이|을)?\s?(?:풀린|풀렸|풀었|풀기로|해제(?:됐|했|된다|한다|하기로))|없던 일|철회|(?:사업|협약|계약|투자|조성|건립|계획)(?:을|를|이|가)?\s?(?:전면\s)?(?:취소|포기|파기|해지|해제|접었|접기로)(?!\s?(?:위기|가능성|우려|설[이은을에]|하지 (?:않|말|못)|되지 (?:않|말)|없이|할 (?:뜻|생각|계획)이 없))|(?:파기|해지|철회|취소|포기)(?:를|을)?\s?(?:통보|결정|선언|공식화)|폐기(?:됐|했|되었|하기로)|취소(?:됐|했|되었|하기로)|파기(?:됐|했)|손 뗐|손을 뗐|좌초(?:됐|했)?|물거품|(?:투자|출자|건립|사업|계획|공장|설립)(?:을|를)?\s?(?:포기하고|포기해|포기한|포기하면서)|(?:투자|사업|계획|이전|입주)(?:을|를)\s?(?:보류하거나|접거나|미루거나|포기하거나)\s(?:포기|접|미룬|미뤘|보류|취소)|발(?:을|도)? (?:뺐|뺀|빼)|손(?:을|도)? (?:뺐|뺀|뗐|뗀|떼)|(?:투자|계획|사업|지정|허가|승인|약속)(?:을|를) ?(?:거둔다|거두기로|거둬들|거뒀)|(?:계획|사업|예산)(?:안)?(?:에|에서|에는)\s[^.,]{0,50}제외(?:함|했|하였|됐|되었|됨|하기로|키로)|(?:계획|사업)에서\s제외(?=$|\s?[.※(])|(?:계획|사업|예산)(?:안)?에\s(?:있던|담겼던|담았던|넣었던|들어 있던|포함됐던)[^.]{0,60}(?:빠졌|뺐|제외)|최종\s?탈락|심사에서 (?:떨어|탈락)|더 이상 추진하지 않|사업(?:이|은) (?:사실상 )?종료|(?:계획|사업|투자|건립)(?:을|를)? ?접(?:었|은|고|어|기로)|문을 닫(?:고|았|아)|폐기(?=$|[.)])|전액 (?:깎|삭감)|취소로 (?:정리|결정)|해지함(?=$|[.,\s)])|(?:해지|파기|철회|취소|무산)(?:됐|되었|됨|돼|된\s|했|한(?=\s(?:것|뒤|후|데|곳|업체|기업))|하였)|(?:은|는|도|함께|결국|끝내)\s?접(?:었|혔)다|(?:계획|투자|사업)(?:을|를)\s(?![^.,]{0,14}(?:성과|결실|실적|효과|수확|열매))[^.,]{0,14}(?:거둬들였|거둬들인|거뒀)|(?:끝내|결국)\s[^.]{0,16}(?:오지|들어오지|이뤄지지|성사되지|착공하지|짓지|열지)\s?(?:않|못)|(?:려던|려고 했던|기로 했던|겠다던|추진했던|추진하던|검토했던|꾀했던)[^.]{0,60}(?:접었|접고|접은|포기했|포기하|중단했|중단됐|멈췄|빠지며|빠졌|물러났))/,
)
const OPERATION = cued(
  /(?:(?:완공|준공|개장|개관|개소|개통|개원|개청)(?:했|됐|돼|하였|되었|해|함(?=$|[.,\s)])|됨|된(?=\s)|,\s|\s완료(?=$|[.,\s)])|식(?:을|이)? ?(?:[가-힣0-9]{1,8} ){0,4}(?:가졌|열었|열고|열렸|열린|개최|갖고|마쳤)|에 이르(?:렀|게 (?:됐|되었))|을?\s?인가(?:를 받(?:은|았)|받(?:은|았|게)|했)|식에 참석했|을 마(?:쳤|치)|식을 (?:가졌|치르고|치렀))|(?:층|동|규모|건물|넓이|크기)(?:으로|로)\s(?:새로\s)?지어졌|층으로\s지었|가동(?:에 들어갔|을 시작했|하고 있|\s?중|했(?=다|습니다|고\s|으며))|(?:공장|설비|기계|라인)(?:을|를) (?:[가-힣0-9]{1,6} ){0,3}돌리기 시작|공사(?:를|가)\s(?:[가-힣0-9.]{1,6}\s){0,3}(?:마치고|끝내고|마쳤|끝냈|끝나(?!\s?지)|끝났|마무리됐|마무리했|마무리돼)|운영(?:하고 있|\s?중(?:이|인|임)|에 들어갔)|문을 열(?:었|어\s)|(?:명|직원)[이가]?\s?(?:일하고 있|근무\s?(?:중|하고))|(?:입주|이전)(?:해|하여|한)\s[^.]{0,24}(?:일하|일한|근무|가동|운영)|(?:옮겨 온(?!다)|옮겨온(?!다)|이전해 온(?!다)|이전을 마친)|(?:신축|증축|증설|건립)(?:됐|되었)|입주(?:를|가) (?:모두 )?(?:끝내고|끝냈|끝났|마치고|마쳤)|본격 가동했|양산에 들어갔|양산하고 있|(?:들여|투입해|투입하여|투자해)\s(?:[가-힣0-9]{1,8}\s){0,2}(?:(?:지은|세운|만든)\s|(?:조성|건립|건설|개발)(?:됐|되었|하였|했다|했으며|했고))|공장(?:을|를)\s(?:[가-힣]{1,6}\s)?돌리고 있|(?:공장|센터|시설|건물|라인|기숙사|연구소|창고)(?:을|를)\s(?:[가-힣0-9]{1,6}\s){0,2}(?:지었|세웠))/,
)
const CONSTRUCTION = cued(
  /(?:(?:착공|기공)(?:했|해|하여|한(?=\s)(?!\s지)|하였|함(?=$|[.,\s)])|(?<![가-힣]{2}[착기]공)\s등\s(?![^.,]{0,30}(?:없|않|못|미확인|아직))|\((?![^)]*예정)[^)]*\d|식[을이]?\s?(?:[가-힣0-9]{1,12}\s)?(?:[가-힣0-9]{1,12}에서\s)?(?:가졌|열|개최|갖)|에 들어갔)|공사\s?(?:진행\s?)?중|공사가 (?:실제(?:로)? )?(?:한창|막바지|진행)|막바지 공사|짓기 시작|(?:건설|공사|건립)에 (?:들어갔|들어가|착수했|착수하게 (?:됐|되었)|돌입)|공사를\s?(?:벌이|(?:재개|시작)(?:했|하였|해\s|하고|한(?=\s)(?!\s지)))|공정률|공사(?:를|가)\s?(?:멈|중단|끊)|(?:건설|건립)(?:이|을)?\s?(?:진행\s?)?중(?=이|인|입|에|[.,\s]|$)|짓고 있|(?:(?<!내)놓|깔|닦|(?<![가-힣])올리|(?<!(?:계획|대책|방안|전략|목표|비전|구상|각|날)(?:을|를)\s)(?<![가-힣])세우)고 있(?=다|습니다|으며|고|어)|삽을 떴|첫 삽(?!(?:은|을|도)?\s(?:[가-힣0-9]{1,4}\s){0,4}?(?:뜬다|뜰|뜨기로|뜹니다|뜨게))|시공\s?중|(?:시공|설치|매설|철거|토목공사)(?:이|가)\s진행\s?중|(?:증설|신설|신축|증축|확장|조성)\s?(?:공사\s?)?중(?=이|인|입|에|으로)|조성\s?공사가 진행)/,
)
const CONTRACT = cued(
  /(?:본계약|(?:㎡|평|㏊|필지|부지|용지|땅)(?:를|을)\s(?:[가-힣]{2,4}\s)?계약했|(?:공급|분양|입주|매매|도급|시공|투자|실시|임대|용지|토지|정식)\s?계약(?:을|서)?|계약을\s?(?:체결|맺)|계약\s?체결(?:했|하고|을 마)|(?:사업\s?시행|실시|사업\s?이행)\s?협약(?:서)?(?:을|를|에)?\s?(?:체결|맺|도장|서명|교환|조인)|낙찰|수주(?:했|에 성공)|기로 계약(?:했|하였|하고)|계약에 서명|계약까지 (?:마|맺|체결|끝))/,
)
const MOU = cued(
  /(?:(?<!사업시행|사업 시행|실시|사업이행|사업 이행)협약(?!\s?(?:은행|금융|기관|병원|대학|체결일))|MOU|MOA|양해각서|합의각서|투자의향서(?:\([A-Z]{3}\))?(?:를|에)?\s?(?:체결|교환|맺|서명|주고받))/,
)
const NOT_SIGNED = cued(
  /(?:(?:다음\s?달|내달|내년|하반기|연내|조만간|곧|오는 [^,.]{2,10}에?)\s[^,.]{0,12}협약(?:을|를)?\s?(?:체결|맺)[^.]{0,80}(?:계획|예정|방침|한다)(?=[.”"이]|으로|\s)|협약과(?:는)? (?:별도|별개)|협약\s?체결(?:이나|도|은|을 앞|\s등\s[^.,]{0,30}(?:않|없|못|미확인))|협약을 맺은 (?:직후|다음)에(?:는|도)|협약(?:을|이)?\s?(?:체결)?(?:할 예정|을? ?앞두|을? ?맺을|하기로|추진|준비|검토))/,
)
const RESULT = cued(
  /(?:(?:지정[·ㆍ,\s]{0,2}고시|지정\s?승인|유치|달성|확보|창출|기록|돌파|지정|(?<!(?:대상자|사업자|시행자|적격자|대상지|후보지|후보|지구)로\s(?:최종\s)?)선정|수상|집계|배출|육성|(?<!사업을 )발굴|지원|수출|고용|채용|공급|보급|입주|조성|설치|구축|증가|감소)(?:했|됐|함(?=$|[.,\s)])|하였|되었|하기도|해 냈|해냈|에 성공)|결성(?:했|해\s|돼\s|됐|하였)|끌어왔|끌어냈|따냈|타냈|(?:억|조|만)(?:여|가량)?\s?(?:여\s?)?원을\s(?:[가-힣]{1,4}\s)?(?:받았|얻었)(?=고\s|고,|다|습니다|으며)|이뤄냈|이끌어\s?냈|끌어모았|둥지를 (?:틀었|튼)|자리를\s?잡았|성과(?:가|도) (?:실제로 )?확인(?:된|됐|됨)|거뒀|올렸|약속받|그쳤|그칩|그친|불과했|실제로? (?:투자|채용|고용|집행)|(?:지급|집행|교부)(?:했|한(?!다)|됐|하였)|(?:배분|배정|지급|교부)(?:됨|됐|되었|함)(?=$|[.,\s)])|(?:유치|체결|확보|달성|창출)한 (?:외국인 |해외 |국내외 |신규 |국가 )?(?:기업|투자|금액|일자리|업체|국비|예산|실적|성과|협약|일(?=[도은이을]))|이미 들어[와온왔]|신고받|신고(?:된|했|됐|한\s)|쌓인\s|(?:준|지급한) (?:보조금|지원금|돈)|증액 확보|기록하며|기록하고|깔았|뽑았|에 이른다|에 이르렀|에 이르게 (?:됐|되었)|에 달한다|달했|실적(?!\s?(?:가운데|중|쌓))|누적|누계로|성과를 냈|만들었|만들어 냈|투자했|투입했|투입됐|들였(?=다|습니다|고\s|으며)|성적표|집행된|집행한 (?:건|금액|돈|투자)|실제(?:로)?\s?(?:투자|집행|채용|고용)된|채웠|뽑혔|(?<!(?:대상자|사업자|시행자|적격자|대상지|후보지|후보|자리|터)로\s(?:최종\s)?)골랐(?=다|고|습니다|으며)|(?:기업|업체|회사|사|곳|건|개|명)(?:을|를)\s골라(?=\s)|웃돌았|밑돌았|넘어섰|넘겼|(?:지금까지|현재까지|그동안)\s(?:약\s)?[\d][\d,.천백]*(?:억|조)|(?:지금까지|현재까지|그동안)\s(?:[가-힣]+\s)?(?:확보|유치|분양|조성|매입|투입|집행|모금|공급|완료)(?:한|된)\s|(?:지금까지|현재까지|그동안)\s[^.]{0,20}(?:들어온|입주한|둥지를 튼|옮겨 온)|(?:의회|본회의)(?:를|을) 통과|이행(?:됐|했|을 (?:마쳤|끝냈))|지금까지 (?:준|지원한|투입한|집행한|유치한)|확보해|확보함|달성함|(?<!(?:1인당|매월|최장|최대|한도|월)[^.,]{0,24})지급(?=$)|추천(?=$)|끌어와\s|(?:예산|추경)(?:안)?에\s(?:[^.,]{0,30}\s)?(?:\d[\d,]*(?:억|만|조)[^.,]{0,8}\s?)?반영(?:됐|되었|돼)|\d[\d,.천백만]*(?:곳|개|명|개사|개소)(?:이|가)\s?됐)/,
)
const PLEDGE = cued(
  /(?:공약(?!사업|(?:과|와)\s관련|(?:을|를)\s(?:실행|이행|실천))|(?<!목표(?:로|를|치로|치를)\s)(?:내걸었|내건\s)|임기 (?:내|안|안에|중)\s[^.]{0,30}(?:약속|겠다)|선언 단계|예비후보|후보(?:는|가|의|측)|당선되면|취임\s?\d)/,
)
const PLAN = cued(
  /(?:계획|(?:낮추어|낮춰|높여|늘려|줄여|올려) 잡|예정|방침|추진|목표(?!였던|(?:치|액)? ?[\d조억만천,. ]+(?:원|달러|명|개|곳|개사)(?:보다|(?:을|를) ?(?:일찌감치 |훌쩍 |크게 )?(?:넘|웃돌|초과))| ?[\d조억천만,. ]+(?:원|달러|명|개|곳|개사)(?:(?:을|를) ?(?:훌쩍 |크게 )?(?:넘|웃돌|초과)|의 ?(?:약 )?[\d.]+ ?%)|(?:치|액)?의 ?(?:약 )?[\d.]+ ?%| 대비|이던|(?:치|액)?(?:를|을)? ?(?:훌쩍 |크게 )?(?:넘|웃돌|초과)|(?:치|액)?에 (?:한참 |크게 )?(?:못 미|미달))|구상|전망|예상|기대|겠다|(?:할|될|을|볼|갈|올|낼) 것|기로 (?:했|한|하)|기로$|키로|하기로|나선다|들어설|조성된다|건립된다|들어선다|투입한다|투자한다|짓는다|문을 연다|준공한다|완공한다|준공된다|완공된다|가동한다|편성|세운다|만든다|조성한다|건립한다|공고했|지원한다|돕는다|채운다|쏟는다|푼다|확정|들여|투입해|예비타당성|지정(?:하|될)|검토|논의|겠습니다|들어섭니다|짓습니다|투자합니다|시작합니다|조성합니다|추진합니다|조성됩니다|건립됩니다|세웁니다|만듭니다|시작한다|조성돼|안을 이사회)/,
)

/** What ends a verb of the present: 다 after a syllable that closes with ㄴ, or 니다 after one that closes with ㅂ. */
const PRESENT = /([가-힣])(니?다)\.?[”"]?$/
/** Such verbs that only state or say, and those that deny. */
const STATES =
  /(?:말한다|설명한다|강조한다|평가한다|보인다|달한다|이른다|그친다|차지한다|기록한다|나타낸다|꼽힌다|생각한다|요구한다|지적한다|전한다|뜻한다|의미한다|해당한다|불과하다|않는다|못한다|있는다|모른다|따른다|나온다|멈춘다|아닌다|받는다|불어난다|늘어난다)\.?[”"]?$|(?:입|습)니다\.?[”"]?$/

/** "2030년까지 3,800억 원이 투입된다", "올해 240개사를 고른다": a verb of the present that ends a clause tells what is to come. */
function ahead(clause: string): RegExpExecArray | null {
  const tail = clause.slice(-8)
  if (STATES.test(tail)) return null
  const match = PRESENT.exec(tail)
  if (match === null || (match[1]!.charCodeAt(0) - 0xac00) % 28 !== (match[2] === '다' ? 4 : 17)) return null
  match.index += Math.max(0, clause.length - 8)
  return match
}

/** "다음 달 입주계약을 맺을 예정이다" */
const NOT_YET =
  /본계약(?:이|은|도)\s(?:늦|미뤄|지연|아직|무산)|계약(?:을|를|서를)?\s?(?:[가-힣]{0,3}\s)?(?:맺을|체결할|앞두|앞둔|추진|검토|협의|준비)/

/** A running total may be an aim as well: "2030년까지 누적 120개사로 늘리고". */
const WEAK_RESULT = /^(?:실적|누적|누계로|에 이른다|에 달한다)$/
/** "총사업비가 1조 원에 이른다": how much, not how far. */
const COSTS = cued(/(?:사업비|공사비|면적|부지|규모)/)
/** What counts up: "지금까지 유치한 투자는 1조 원에 이른다". */
const COUNTED = cued(
  /지난|작년|재작년|올해|올 들어|들어\s|누적|누계|그동안|지금까지|현재|실적|성과|기준|유치|이후|이래|\d년간|\d년 동안|한 해|상반기|하반기|민선|20\d{2}년|\d월|(?:입주|등록|가입|집행|투입|투자|고용|채용|선정|지원|분양|발굴|배출)(?:한|된)\s/,
)
const AIM = cued(/까지[^.]{0,40}(?:늘리|늘려|늘린|늘릴|확대|채우|채운|채울|높이|높일|키우|키울|불릴|올리|올릴)/)

const at = (stage: Stage, match: RegExpExecArray | null, offset: number, strong: boolean): StageReading | null =>
  match === null ? null : { stage, start: offset + match.index, word: match[0], strong }

/**
 * The stage (단계) that a stretch of text states. The clause of the number is asked first, then its sentence.
 * `now` is the day of publication, where it is known: what is dated after it has not been done.
 * Order of strength: cancelled, in use, under construction, contract, agreement, achieved, promised, planned.
 */
export function stageOf(clause: string, offset: number, now: string | null = null): StageReading | null {
  if (clause !== last.clause || now !== last.now) {
    const other = earlier
    earlier = last
    last = other.clause === clause && other.now === now ? other : { clause, now, found: stageIn(clause, 0, now) }
  }
  const { found } = last
  return found === null || offset === 0 ? found : { ...found, start: found.start + offset }
}

/** The last two answers: the numbers of one sentence ask of it and of their clause in turn. */
let last: { readonly clause: string; readonly now: string | null; readonly found: StageReading | null } = { clause: '', now: null, found: null }
let earlier = last

/** Where a stretch of text takes a matter back, or null: the first question of `stageOf`, for those who ask no more. */
export function cancellationIn(clause: string, offset: number): StageReading | null {
  const match = CANCELLED.exec(clause) ?? OFF.exec(clause)
  if (match === null) return null
  const rest = clause.slice(match.index + match[0].length)
  return INSTEAD.test(rest) || NOT_OFF.test(rest) || OF_ANOTHER.test(clause.slice(0, match.index)) ? null : at('cancelled', match, offset, true)
}

/** "다른 곳으로 옮기려던 계획을 취소하고 이곳에 공장을 짓게 됐다": what was taken back gave way to this. */
const INSTEAD = /^(?:하|한 뒤\s?|하는 대신\s?)?고?,?\s[^.]{0,30}(?:짓게|짓기로|짓고|지었|세우기로|세웠|투자하기로|옮기기로|옮겨 왔|오기로|들어오)/
/** "투자를 철회할 뜻은 없다", "포기하지 않았다", "철회한다는 소문을 부인했다": it is not off. */
const NOT_OFF =
  /^(?:[가-힣]{0,3}\s(?:뜻|생각|계획|일|의사|것|이유)(?:은|이|도)?\s?(?:전혀\s)?(?:없|아니)|하지 (?:않|못)|[가-힣]{1,4}는\s(?:소문|말|보도|이야기)[을는은이가도]\s)/
/** "다른 회사와 맺은 계약을 해지하고", "앞서 이웃 시에 지으려던 계획은 접었다": what is off is another's. */
const OF_ANOTHER = /(?:^|\s)(?:다른|이웃|옛|기존)\s[^.,]{0,20}$/

/** The first of several patterns that tells what is done, not only which thing is meant. */
function doneOf(patterns: readonly Cue[], clause: string, now: string | null): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(clause)
    if (match !== null && isDone(clause, match.index, match[0], now) && !onlyColours(clause, match)) return match
  }
  return null
}

/** "현재 가동 중인 공장을 넓힌다": what runs is another thing than what is to come. */
function onlyColours(clause: string, match: RegExpExecArray): boolean {
  const rest = clause.slice(match.index + match[0].length)
  if (match[0].startsWith('공사') && PARTLY.test(clause.slice(Math.max(0, match.index - 6), match.index))) return true
  return onlyTells(match[0], rest) && (planOf(rest) !== null || ahead(rest) !== null)
}

/** "기초공사를 마치고": a part of the works. */
const PARTLY = /(?:기초|골조|토목|터파기|철거|성토|기반|매립|외관|바닥|벽체)\s?$/

/** A word of planning; one that has a tense before one that has none. */
function planOf(clause: string): RegExpExecArray | null {
  const first = PLAN.exec(clause)
  if (first === null || !hasNoTense(first[0])) return first
  const from = first.index + first[0].length
  const next = PLAN.exec(clause.slice(from))
  if (next === null || hasNoTense(next[0])) return first
  next.index += from
  return next
}

const NOUN_ONLY = /^(?:완공|준공|개장|개관|개소|개통|개원|개청),\s$/
const UNDER_WAY = /공정률\s?(?:약\s)?\d{1,2}(?:\.\d+)?\s?%/
const BUILT = [OPERATION, IN_USE]
const BUILDING = [CONSTRUCTION, BEING_BUILT]

function stageIn(clause: string, offset: number, now: string | null): StageReading | null {
  const cancelled = cancellationIn(clause, offset)
  if (cancelled) return cancelled
  const operation = doneOf(BUILT, clause, now)
  // "’27년 준공, 공정률 34%": nothing is finished yet
  if (operation && NOUN_ONLY.test(operation[0]) && UNDER_WAY.test(clause)) return at('construction', operation, offset, true)
  if (operation) return at('operation', operation, offset, true)
  const construction = doneOf(BUILDING, clause, now)
  if (construction) return at('construction', construction, offset, true)
  const mou = MOU.exec(clause)
  const settled = CONTRACT.exec(clause)
  const contract = settled !== null && NOT_YET.test(clause.slice(settled.index, settled.index + 24)) ? null : settled
  // "지난해 협약을 맺은 ㈜가람은 이달 입주계약을 체결했다": the later of the two
  const then = mou !== null && contract !== null && contract.index > mou.index && SIGNED_ONCE.test(clause.slice(mou.index, contract.index))
  if (mou && !then && !NOT_SIGNED.test(clause)) return at('mou', mou, offset, true)
  if (contract) return at('contract', contract, offset, true)
  const plan = planOf(clause)
  const result = RESULT.exec(clause)
  const pledge = PLEDGE.exec(clause)
  if (result && /이른다$|이르렀$|달한다$|^달했$/.test(result[0]) && (COSTS.test(clause) || (/다$/.test(result[0]) && !COUNTED.test(clause))))
    return at('plan', plan, offset, false)
  if (result && WEAK_RESULT.test(result[0]) && AIM.test(clause)) return { stage: 'plan', start: offset + result.index, word: result[0], strong: true }
  if (result && !(plan && plan.index > result.index)) return at('result', result, offset, true)
  if (pledge) return at('pledge', pledge, offset, true)
  return at('plan', plan ?? ahead(clause), offset, false)
}

/** An agreement that a contract followed. */
const SIGNED_ONCE = /^(?:협약|MOU|양해각서)(?:을|를)?\s?(?:맺은|맺었던|체결한|체결했던|맺고|체결하고|에 이어|이후|한 뒤)/

const AGREEMENT = cued(/협약|각서|MOU|의향|LOI/)
const SIGNED = cued(/(?:체결|맺|서명|교환|주고받|협약(?:을|식|했다|했습|하고|했으며))/)
const DENIED = cued(
  /(?:사실무근|거론될 뿐|사실이 아니|사실이 아닙|사실이 아님|사실과 다르|계획(?:은|이)? 없|근거(?:가|는|도)? 없|제안서조차|(?:검토|결정|확정|확인|협의|논의|접촉|합의|통보|제안|제출|접수|신청|정해|들|거론|발표)(?:된|한|받은|받는|진|은|하거나 검토한)\s?(?:바|것|게|사실|적|내용|사항|일)(?:이|은|도|가|조차|조차도|은 아무것도)?\s?(?:아직\s|전혀\s|아무것도\s)?없|받은 적[이은도]? ?없)/,
)
const PROGRESS = cued(
  /(?:착공|준공|완공|개장|개관|개소|개통|기공|공사|첫 삽|를 열었|을 열었|시작했|시작됐|문을 열|문을 연|들어갔|건설|건립|터 닦|돌아가고|다 지|(?:짓|깔|놓|뚫|쌓|닦)고 있)/,
)
const PROMISES = cued(/(?:공약|예비후보|후보는|당선[자인][은이])/)
const RUMOUR = cued(
  /(?:소문|보도|풍문|루머|관측|(?:말|이야기|얘기)(?:이|가|도) (?:나왔|나오|돌|있)|(?:투자|유치|이전|매각|인수|철수|입주)설(?:이|은|을|에)\s|\?[”"]?$)/,
)

export const saysAgreement = (text: string): boolean => AGREEMENT.test(text) && SIGNED.test(text) && !NOT_SIGNED.test(text)
/** Words that take a report back altogether: what they deny is no plan. */
export const saysDenied = (text: string): boolean => DENIED.test(text)
export const saysProgress = (text: string): boolean => PROGRESS.test(text)
export const saysContract = (text: string): boolean => CONTRACT.test(text)
export const saysCancelled = (text: string): boolean => cancellationIn(text, 0) !== null
export const saysPledge = (text: string): boolean => PROMISES.test(text)

/** Words of a report that somebody else spreads; the next sentence may deny it. */
export const saysRumour = (text: string): boolean => RUMOUR.test(text)

const OPENS = cued(/(?:준공|완공|개장|개소|개관)(?=[…,·"'’”]|\s*$)/)

/** A headline that ends a matter by a bare noun: "제2공장 준공…연 1만8000t 생산". */
export const headlineOpens = (line: string): boolean =>
  OPENS.test(line) && !/(?:연말|내년|오는|예정|목표|앞둬|앞두|앞당|[0-9]월|[0-9]년)[^…,]{0,6}(?:준공|완공|개장|개소|개관)/.test(line)
