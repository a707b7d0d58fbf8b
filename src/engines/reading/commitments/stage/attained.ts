import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

/** What an office attracts and what firms sell. */
const ATTAINED: ReadonlySet<Indicator> = new Set(['firms', 'investment', 'jobs', 'exports', 'revenue', 'output'])
/** A year that is over, whatever the day of the text. */
const OVER = /^(?:지난해|작년|재작년|전년|지난\s한\s해)/
/** Up to the number: a noun coloured by what was done, or a record. "유치한 외국인직접투자는", "2024년 성적은 FDI". */
const NOUN =
  /(?:유치한|끌어온|끌어낸|끌어들인|이끌어\s?낸|불러들인|들어온|신고된|신고받은|도착한|거둔|쌓은|만든|창출한|옮겨\s?온)\s(?:[가-힣A-Za-z()]{1,12}\s){0,3}?[가-힣A-Za-z()]{1,12}(?:은|는|이|가)\s|(?:성적|실적|성과|유치액|신고액|도착액|유치\s?금액|유치\s?규모|수출액|매출액?)(?:은|는|이|가)\s/
/** After the number: a verb of what was brought about. */
const VERB =
  /^[^.]{0,60}?(?:끌어왔|끌어냈|끌어들였|이끌어\s?냈|불러들였|유치했|유치하였|유치해\s?냈|거뒀|거두었|달성했|기록했|집계됐|올렸|들어왔|들여왔|신고됐|도착했|창출했|만들었)|^(?:을|를) (?:했|해냈|이뤘)/
/** What was promised or is aimed at. */
const AHEAD = /겠다|계획|예정|목표|방침|기로\s|약속|공약|전망|기대|예상|당초|애초/
/** After a date: it only begins something, or is held against. */
const NOT_THE_TIME = /^(?:부터|[^,.]{0,20}(?:이후|이래|부터|뒤|후)\s|보다|\s?대비|에 비해|에?\s(?:착공|준공|완공|문을|세운|설립))/

const lastDay = (value: DateValue): string => (typeof value === 'string' ? value : value.to)

/** The year that a number was attained in (실적 연도): its stage, and the date that says when. */
export interface Attained {
  readonly stage: Slot<Stage>
  readonly due: Slot<DateValue | null>
}

/**
 * "도는 지난해 13건의 협약으로 4조원을 끌어왔다", "2025년 한 해 유치한 외국인투자는 3억달러다", "한 해 전인 2024년 성적은 FDI 2억달러, 국내 8천억원이었다":
 * what came in a year that is over is a result of that year, whatever was signed since. Null where the sentence says no such thing.
 */
export function attainedIn(
  text: string,
  sentence: Span,
  mention: Mention,
  dates: readonly Mention[],
  indicator: Indicator,
  now: string | null,
): Attained | null {
  if (!ATTAINED.has(indicator)) return null
  const date = dates.findLast((d) => d.start >= sentence.start && d.end <= mention.start)
  if (date === undefined) return null
  const value = date.value as DateValue | null
  const past = OVER.test(date.text) || (value !== null && now !== null && lastDay(value) < now.slice(0, lastDay(value).length))
  if (!past || NOT_THE_TIME.test(text.slice(date.end, date.end + 26))) return null
  const between = text.slice(date.end, mention.start)
  const after = text.slice(mention.end, sentence.end)
  if (AHEAD.test(between) || AHEAD.test(after)) return null
  if (!NOUN.test(between) && !VERB.test(after)) return null
  const span = { start: date.start, end: date.end }
  return { stage: slot<Stage>('result', span, 'stage:attained'), due: slot(value, span, 'due:when-counted') }
}
