import { cued } from '../cue.ts'

/**
 * How far works are (공정), by what Korean does with their nouns: closed classes of things, nouns of doing and forms, which the patterns below only put together.
 * A verb that is missing is added to its class, and holds in every order.
 */

/** 았·었·했: every syllable that closes with ㅆ, but 있 (is doing) and 겠 (will). */
const PAST = `[${Array.from({ length: 399 }, (_, k) => String.fromCharCode(0xac00 + 28 * k + 20))
  .filter((c) => c !== '있' && c !== '겠')
  .join('')}]`

/** What is built and then used. */
const THING =
  '(?:공장|연구소|센터|시설|건물|라인|설비|기숙사|창고|사옥|단지|발전소|충전소|체육관|도서관|터널|다리|대교|도로|매장|지점|사무소|캠퍼스|병원|학교|박물관|미술관|회관)'
/** Words that may stand between a noun and its verb: "지난달부터 본격". */
const BETWEEN = '(?:[가-힣0-9]{1,6}\\s){0,2}'
/** Works that go on in a plant once it stands. */
const RUNS = '(?:가동|운전|시운전|시범\\s?운영|운영|상업\\s?생산|생산|양산|영업|운행)'
/** Works that end with the plant. */
const WORKS = '(?:공사|건설|건립|신축|증축|증설|신설|이전|시공)'
/** Works that only prepare the ground or the frame. */
const GROUND = '(?:터\\s?닦기|땅\\s?고르기|부지\\s?(?:정리|조성)|(?:기초|골조|토목|본|터파기|외관|내부|마감|성토)\\s?공사|공사|시공|터파기)'

/** In use (운영): finished, opened, turning out goods. */
export const IN_USE = cued(
  new RegExp(
    [
      `${RUNS}(?:을|에)\\s${BETWEEN}(?:시작${PAST}|들어${PAST}|들어간(?=\\s)|돌입${PAST}|나${PAST}|개시${PAST}|시작한(?=\\s)(?!\\s지))`,
      `(?:가동|양산)(?:하고|되고)\\s있`,
      `${THING}[가-힣]{0,3}\\s${BETWEEN}(?:돌아가고|돌고)\\s있`,
      `(?:돌아가기|돌기|돌리기|나오기|만들기|찍어내기|내놓기|생산하기|쓰기)\\s시작${PAST}`,
      `(?:제품|물건|부품|완제품)(?:이|가)\\s${BETWEEN}(?:나오고|쏟아지고)\\s있`,
      `(?:지난달|이달|올해|올\\s?초|최근|[0-9]월)부터\\s${BETWEEN}(?:제품|부품|완제품|물건)(?:을|를)\\s(?:만들고|생산하고|내놓고)\\s있`,
      `(?:^|\\s)다\\s지(?:었|어졌)`,
      `${WORKS}(?:을|를|이|가)\\s${BETWEEN}(?:마쳤|끝냈|마무리${PAST}|끝났|완료${PAST})`,
      `(?:부터|공장(?:\\s\\d{1,2}곳)?을)\\s${BETWEEN}돌리고\\s있`,
      '첫\\s?(?:제품|물량)(?:이|을)\\s(?:나왔|출하|내놨)',
      `(?:준공식|완공식|개소식|개관식|개장식|개통식)(?:을|를)?\\s?(?:했|치렀|거행했|올렸)`,
      `${THING}(?:을|를)\\s${BETWEEN}열었`,
      '상업\\s?(?:운전|가동|운영)\\s?개시(?=$|[(,.\\s)])',
      `(?:들인|지은|투입한)\\s${BETWEEN}${THING}\\s(?:가동|운영)(?=\\s*(?:$|\\n)|…)`,
      `(?:완공|준공|개장|개관|개소|개통)(?:하고|되고),?\\s(?:(?!겠다|다고|라고|자고)[^.“”"]){0,30}${PAST}다`,
    ].join('|'),
  ),
)

/** Under way (공사): begun and going on. */
export const BEING_BUILT = cued(
  new RegExp(
    [
      `(?:건설|건립|신축|증축|증설|시공)(?:하고|되고)\\s있`,
      `${THING}(?:이|가)\\s${BETWEEN}(?:올라가고|지어지고)\\s있`,
      `(?:^|[을를]\\s)(?:뚫고|파고|쌓고|다지고)\\s있`,
      `(?:들여|투입해)\\s${BETWEEN}(?:놓고|깔고|세우고|올리고|닦고|넓히고|잇고)\\s있`,
      '(?:건설|건립|증설|신축)(?:이|가)\\s한창',
      `(?:골조|기초|토목|터파기|마감)\\s?공사(?:를|가)?\\s?(?:하고|되고)?\\s?(?:있|한창)`,
      `${GROUND}(?:를|을|에)\\s${BETWEEN}(?:들어갔|들어간(?=\\s)|시작${PAST}|착수${PAST}|돌입${PAST}|착수한(?=\\s))`,
      `(?:착공|신축|증축|증설|이전\\s?공사)에\\s${BETWEEN}(?:들어갔|돌입${PAST}|착수${PAST})`,
      `(?:공사|건설|건립|공정)(?:이|가|은|는)\\s${BETWEEN}(?:\\d[\\d.]*\\s?%|절반|반)(?:쯤|가량|정도|\\s이상)?\\s?(?:진행|진척|이뤄|끝)`,
      `(?:공사|건설|건립)(?:이|가)\\s${BETWEEN}(?:본궤도에\\s오르|본궤도에\\s올랐|순항|속도를\\s내고|진행되고|이어지고)`,
      `(?:기공식|착공식)(?:을|를)?\\s?(?:했|치렀|거행했|올렸)`,
    ].join('|'),
  ),
)

/** What a firm or an office gives up. */
const UNDERTAKING = '(?:투자|사업|협약|계약|계획|약속|뜻|건립|설립|이전|입주|증설|공장\\s?건립)'

/** Off (취소), by what is given up and how: beside the words of `stages.ts` that say it alone. */
export const OFF = cued(
  new RegExp(
    [
      `(?:협약|계약)(?:이|은)\\s${BETWEEN}(?:효력을\\s(?:잃|상실)|깨졌|깨진|무효)`,
      `${UNDERTAKING}(?:을|를)\\s${BETWEEN}(?:그만두(?:기로|겠다)|그만뒀|관두|중단하기로|끝내\\s(?:접|포기))`,
      '(?:투자|사업|건립|증설)(?:을|를)?\\s(?:더\\s)?(?:하지\\s)?않기로',
      `${UNDERTAKING}(?:을|를|이|가)\\s${BETWEEN}(?:없던\\s일|백지|물 건너)`,
      `(?:려던|겠다던|기로\\s했던)\\s(?:뜻|계획|방침|생각|구상|약속)(?:을|를)\\s${BETWEEN}(?:접었|접고|거뒀|거둬|버렸|물렸)`,
    ].join('|'),
  ),
)

/** What is done of another thing: "현재 가동 중인 공장을 … 넓힌다", "공정률 50%를 보이는 산단에 … 지을". */
const STANDS_ALREADY = /^(?:이|에)?(?:인|는|던|고 있는)\s/
/** "공정률 50%를 보이는 산단에": how far the ground is that something is to stand on. */
const IN_GROUND = /^[^.,]{0,20}(?:는|인|은)\s[가-힣0-9]{0,10}(?:산단|산업단지|단지|특구|지구)(?:에|에서)\s/
/** A connective without a tense of its own, which takes that of the verb at the end: "들여", "투입해". */
const WITHOUT_TENSE = /^(?:들여|투입해|조성돼)$/

/** Whether what a step word says only tells which thing is meant (꾸미는 말), and the clause goes on to something else. */
export const onlyTells = (word: string, rest: string): boolean =>
  /^(?:가동|운영|돌)/.test(word) ? STANDS_ALREADY.test(rest) : word === '공정률' && IN_GROUND.test(rest)

/** Whether a plan word has no tense, so that a step at the end of the sentence decides. */
export const hasNoTense = (word: string): boolean => WITHOUT_TENSE.test(word)
