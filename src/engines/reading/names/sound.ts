import { isCommonCompound } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import { organisationEnding } from '../gazetteer/forms.ts'
import { remembered } from '../remembered.ts'

/** What a firm does with money: puts it in, builds with it, signs for it. */
export const OUTLAY =
  /(?:억|조|만\s?(?:원|달러|유로|엔)|원)[^.]{0,14}(?:들여|들인|투자|투입|더 넣)|투자\s?협약을?\s?(?:맺|체결)|공장을\s?(?:새로\s?)?(?:짓|지어|세우|증설|신설|건립)|약속한 금액/

/** Syllables that Korean words seldom have and written-out foreign names often do. */
const FOREIGN = new Set(
  '브린커셜엔랙록덱젝첵렐멘켄쿤퀸딕딘댄덴숀슨엠엘앤텍테크켐팜젠넷컴론솔렉틱링드트픽프츠즈플블클글슬웰윈옵톡토피파카케코쿠키타티팩패페푸퓨뱅셀씨디루르러메멕맥믹버벨브샌쉐쉘윙잉쟈랩닉닷던덕데델돔듀랜램런레렌로롬룩류릭림링마매머멀모뮤므믹밀바베벡벤벳볼뷰빌빔샤섀쇼슈스시에아야어오요우위유이제조죠주쥬지쯔차챔처체초추츄치칼캐캠컨컬컴콘콜콤쿨퀀퀄퀘퀴크클킴킹탈탐탑태탤터턴텀텔템톤톨톰투튜트틀틴팀판팔팡팬팰퍼펀펄펌페펜펠편포폴폼풀풋퓨프플피핀필핏하할해핸허험헤헬호홀화황후휴흐히힐',
)

export const STRONGLY_FOREIGN =
  /[덱젝첵엠앤텍켐팜젠넷컴렉픽츠즈플블클슬웰윈옵톡퓨뱅셀씨멕맥믹벨쉐쉘윙잉랩닉닷델랜램렌롬릭뷰빔슈칼캠컨컬콘콤퀀퀄퀘탤텀텔템톰튜틀팡팰펄펌펜펠폼풋핀핏헬홀힐]/

/** How many syllables of a word are of the kind that written-out foreign names have. */
export function foreignSyllables(stem: string): number {
  let count = 0
  for (const syllable of stem) if (FOREIGN.has(syllable)) count++
  return count
}

/** Ends that firms are given and Korean words seldom have: 우진산전, 비금풍력, 퓨처엠, 에너젠. */
const MADE =
  /(?:페이퍼|스페이스|패키징|마린|이노베이션|[가-힣]시스|옵틱|옵틱스|광학|폴리머|글라스|글래스|코아|코어|뉴트리션|컴퍼니|코퍼레이션|산기|기연|엔텍|유화|정유|특장|제강|오토텍|파워텍|캠텍|바이오텍|텍|켐|팜|젠|넷|컴|론|솔|렉|픽스|웍스|랩|랩스|메드|메디|셀|큐브|빅|에어|산전|정공|정밀|풍력|재료|푸즈|푸드|이앤씨|이엔지|앤씨|퓨처엠|일렉|모터스|로직스|바이오|테크|텍스|닉스|닉|트론|트릭|머트|몰드|다인|소프트|비전|파워|나노|세라믹|스틸|메탈|케미칼|케미컬|머티리얼|머티리얼즈|홀딩스|파트너스|인더스트리|그린|솔루션|시스템|시스템즈|에너지|에너젠|전자|화학|제약|식품|건설|산업|상사|물산|통상|로지스|로보틱스|모빌리티|디스플레이|반도체|링크|커머스|팩토리|에프앤비|티앤아이|씨앤씨|에스티|에스엠|케이|하이텍|이노|코리아|재팬|차이나)$/

/** Three Latin letters or more, spelt out at the end: 엔시에스, 지에스이, 케이엔씨. */
const LETTERS = /(?:에이치|에이|비|씨|디|에프|지|아이|제이|케이|엘|엠|엔|앤|피|큐|알|에스|티|브이|더블유|엑스|와이|이|유|오|시){3,}$/

/** Ends that everyday nouns have as well: of a firm only behind what is none. */
const MADE_OR_THING =
  /(?:화성|화공|제관|주조|단조|전지|파트|파츠|아이티|바이크|카본|머신|툴스|패널|필름|베어링|레이저|캐스트|캐스팅|로봇|금형|목재|해운|해양|농산|축산|수산|원예|양조|유업|제지|섬유)$/

/** 오름전지, but 연료전지. */
function madeBefore(stem: string): boolean {
  const found = MADE_OR_THING.exec(stem)
  if (found === null || found.index < 2) return false
  const prefix = stem.slice(0, found.index)
  return !isCommonCompound(prefix) && !isEverydayNoun(prefix)
}

/** An ending of organisations behind what is no everyday word: 한울카드, but 관리카드. */
function endsAsBody(stem: string): boolean {
  const ending = organisationEnding(stem)
  if (ending === null) return false
  const prefix = stem.slice(0, stem.length - ending.length)
  return prefix.length < 2 || !(isCommonCompound(prefix) || isEverydayNoun(prefix))
}

/** Whether a word sounds like the name of a firm: its end, Latin letters, or syllables of foreign names. `soundsMade('우진산전') // => true` */
export const soundsMade = remembered(
  (stem: string): boolean =>
    stem.length >= 3 &&
    (MADE.test(stem) ||
      LETTERS.test(stem) ||
      endsAsBody(stem) ||
      madeBefore(stem) ||
      /^[A-Z][A-Za-z&]+[가-힣]*$/.test(stem) ||
      (STRONGLY_FOREIGN.test(stem) && foreignSyllables(stem) * 2 >= stem.length) ||
      (stem.length >= 4 && foreignSyllables(stem) * 4 >= stem.length * 3)),
)
