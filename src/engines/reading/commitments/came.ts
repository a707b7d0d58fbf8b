import { cued } from '../cue.ts'

/** "지금까지 유치한 외국기업은 7곳", "도가 지난해 이끌어낸 투자는 37개 기업": what came, counted up. */
const CAME = cued(
  /(?:유치한|이끌어\s?낸|끌어낸|끌어온|(?:에|로)\s(?:투자한|들어온))\s(?:[가-힣]{1,6}\s){0,2}?(?:외국\s?|국내\s?|외국인\s)?(?:기업|업체|회사|투자|투자액|투자금|금액)(?:은|는|만)\s/,
)
const TO_COME = /예정|계획|목표|겠다|기로|전망|기대|예상/

/** Whether a number tells what an office has attracted so far (유치 누계): the sentence up to the number, and what follows it. */
export const cameSoFar = (before: string, after: string): boolean => CAME.test(before) && !TO_COME.test(after)
