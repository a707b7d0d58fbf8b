/** Days that have passed when the text was written: "지난 3월", "작년 말", "이날", "12일". */
const PAST = /(?:지난(?!\s?날)|작년|지난해|재작년|이미|앞서|최근|어제|이날|올해 초|올 초|연초)[^.,]{0,30}$/
/** A day of the month alone: past or to come, as the sentence ends. */
const BARE_DAY = /(?:^|[\s(])\d{1,2}일(?:에)?\s(?:[가-힣]{1,10}(?:에서|에)\s)?$/
/** And such as are still to come. */
const TO_COME =
  /(?:내년|내후년|후년|다음 달|다음달|내달|연내|연말|오는|올해 하반기|올 하반기|조만간|이르면)(?:까지|에|쯤|께)?(?:\s[가-힣0-9]{1,6}(?:에|까지)?(?:\s[가-힣0-9]{1,4}(?:에|까지)?)?)?\s?$|오는 \d{1,2}월(?:에|부터)?\s[^.]{0,40}$/
const DATED = /(?:^|[^\d])((?:19|20)\d{2})년(?:\s?(\d{1,2})월)?(?:(?!목표|까지|예정|준공|완공)[^.,]){0,14}$/
/** A form that tells what is done, whatever follows. */
const DONE_FORM = /^[가-힣\s]{0,8}?(?:했|됐|하였|되었|쳤|냈|났|갔|떴|열었|가졌|멈췄)|고 있|공정률|공사\s?중|건설\s?중|건립\s?중|시공\s?중|한창/
/** What is going on is no plan, whatever date stands before it. */
const UNDER_WAY_NOW = /^(?:짓고 있|(?:놓|깔|닦|올리|세우)고 있|공정률|공사\s?중)/
/** A connective: it takes the tense of the end. */
const CONNECTIVE = /(?:해|하고|돼|되고|나|고|,|떠|뜨고)\s?$/
const FIRST_SPADE = /^첫\s?삽(?:을|도)?\s(?:떠|뜨고|뜬 뒤|뜨기|뜰|뜨는|뜬다|뜹니다)/
const SPADE = /삽(?:을)?$/
/** "곧 첫 삽을 뜬다", "아직 첫 삽을 뜨지 못했다" */
const SPADE_TO_COME = /^(?:을|도|조차)?\s?(?:뜬다|뜹니다|뜰|뜨기로|뜨려|뜨지)/
const END_AHEAD =
  /(?:계획|예정|목표|방침|전망|구상|일정|기로|겠다|겠습니다|(?:한|된|운|짓는|든|린|낸|끝난|선|연)다[.”"]*$|(?:합|됩|립|듭|엽)니다[.”"]*$)/
const UNDER_WAY = /공정률|공정율|한창|진행 중|공사 중|진행되고|순조롭|막바지/
const AHEAD_NEXT = /^[^.]{0,8}(?:예정|계획|목표|전망|할 것|방침|들어간다|앞두)/

/** A ceremony whose verb is still open, and the endings that put it ahead. */
const CEREMONY = /식[을이]?\s?[^.]*(?:개최|갖|열)$/
const ANNOUNCED = /^(?:한다|합니다|할\s|하기로|는다|기로|을\s|린다|립니다)/

/**
 * Whether a step (착공, 준공 …) that a clause names has been done (시제), by the date before it, its own form and the end of the clause.
 * `now` is the day of publication as `YYYY-MM-DD`, null where it is not known.
 *
 * `isDone('2030년 착공해 2034년 준공한다', 6, '착공해 ', '2025-09-17') // => false`
 */
export function isDone(clause: string, index: number, word: string, now: string | null): boolean {
  const before = clause.slice(Math.max(0, index - 44), index)
  const rest = clause.slice(index + word.length)
  if (UNDER_WAY_NOW.test(word)) return true
  if (SPADE.test(word) && SPADE_TO_COME.test(rest)) return false
  // "2026년 말 준공, 공사 중"
  if (/^(?:준공|완공)/.test(word) && /^\s?[^.]{0,8}공사\s?중/.test(rest)) return false
  // "9일 기공식을 개최한다": announced
  if (CEREMONY.test(word) && ANNOUNCED.test(rest)) return false
  if (TO_COME.test(before) && !/^[가-힣]{2,4}(?:했|됐|하였)/.test(word)) return false
  const dated = DATED.exec(before)
  if (dated !== null && now !== null) {
    const day = dated[2] === undefined ? dated[1]! : `${dated[1]}-${dated[2].padStart(2, '0')}`
    if (day > now.slice(0, day.length)) return false
    if (day < now.slice(0, day.length) && !AHEAD_NEXT.test(rest)) return true
  }
  if (AHEAD_NEXT.test(rest)) return false
  if (DONE_FORM.test(word) || PAST.test(before)) return true
  const ahead = END_AHEAD.test(rest) && !UNDER_WAY.test(rest)
  if (BARE_DAY.test(before) && !(/^[착기]공/.test(word) && ahead)) return true
  const goesOn = CONNECTIVE.test(word) || FIRST_SPADE.test(clause.slice(index, index + 12))
  return !(goesOn && ahead)
}
