import { cued } from '../../cue.ts'

/** "지금까지 유치한 외국기업은 7곳", "도가 지난해 이끌어낸 투자는 37개 기업": what came, counted up. */
const CAME = cued(
  /(?:유치한|투자를 받은|지원을 받은|이끌어\s?낸|끌어낸|끌어온|(?:에|로)\s(?:투자한|들어온))\s(?:[가-힣]{1,6}\s){0,2}?(?:외국\s?|국내\s?|외국인\s)?(?:기업|업체|회사|투자|투자액|투자금|금액)(?:은|는|만)\s/,
)
/** "지구에 들어온 6개 기업": those that are there. */
const HAVE_COME = /(?:에|로)\s(?:이미\s)?(?:들어온|둥지를 튼|자리를 잡은|자리 잡은)\s$/
const TO_COME = /예정|계획|목표|겠다|기로|전망|기대|예상/

/** Whether a number tells what an office has attracted so far (유치 누계): the sentence up to the number, and what follows it. */
export const cameSoFar = (before: string, after: string): boolean => (CAME.test(before) || HAVE_COME.test(before.slice(-16))) && !TO_COME.test(after)

/** A time that is over, or that runs. */
const OVER = /(?:같은\s기간|그\s사이|지난해|작년|재작년|지난\s한\s해|지난달|올해\s들어|올\s들어|그동안|지금까지|민선\s\d기)/
/** "지난해 끌어들인 투자는", "지난해 둥지를 튼 기업은": a noun coloured by what was done. */
const DONE_NOUN =
  /(?:들인|끌어온|불러온|유치한|만든|창출한|마련한|들어온|(?:^|\s)온|튼|(?:둥지|자리)를?\s?(?:튼|잡은)|늘린|늘어난|생긴|잡은|거둔|이뤄진|뽑은|채용한|고용한|옮겨\s?온)\s(?:새\s|신규\s)?[가-힣\s]{1,10}(?:은|는)\s(?:모두\s|약\s|총\s)?$/
/** "800억원 달성", at the end of a headline. */
const BROUGHT_IN = /^(?:\s?규모)?(?:의)?\s?투자\s?유치\s(?:성과|결실|성공)(?:\s*(?:$|\n)|…|"|”)/
const HEADED = /^\s?(?:기업\s|투자\s?)?(?:유치|달성|창출|돌파|기록|성과|채용|고용)(?:\s*(?:$|\n)|…|"|”)/
/** "일자리를 얻었다", "새로 들어왔다": the verb at the end. */
const DONE_VERB =
  /(?:얻|들어왔|왔|늘었|생겼|찾았|도왔|이었|줬|틀었|잡았|거뒀|옮겼|불러들였|받았|됐|했|였|쳤|냈)(?:었)?(?:다|습니다)(?:고\s(?:\d{1,2}일\s)?(?:밝혔|전했|말했)다)?[.”"]*$/

/** Whether a number tells what an office brought about in a time that is over: "지난해 만든 일자리는 3500개다", "지난해 투자유치 800억원 달성". */
export const cameThen = (before: string, after: string): boolean => {
  if (BROUGHT_IN.test(after)) return true
  if (!OVER.test(before) || TO_COME.test(after)) return false
  return DONE_NOUN.test(before.slice(-28)) || HEADED.test(after) || DONE_VERB.test(after)
}
