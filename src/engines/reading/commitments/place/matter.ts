import { cued } from '../../cue.ts'
import { isFirm } from '../../discourse.ts'
import type { Matter } from '../../matter.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Span } from '../../reading.ts'
import type { Flow } from '../draft.ts'
import { ITEM_MARKS } from './clues.ts'

/** What a sentence opens with that goes on about the site. */
const OF_THE_SITE = /^(?:[○ㅇ\-·]\s?)?(?:\d단계|핵심시설|주요시설|총?\s?사업비|면적|부지|용지|단지|산단|분양|공장)/
/** "오영훈 지사는": he speaks of the whole area. */
const OFFICE_SPEAKS = /[가-힣]{2,4}\s(?:[가-힣]{2,6}\s)?(?:시장|군수|지사|구청장|청장)(?:은|는|이|가)\s/

/** "사회복지에는 5869억 원을 쓴다": what is spent on a field, after a site was spoken of. */
export const OF_A_FIELD = cued(
  /^(?:[○ㅇ\-·]\s?)?[가-힣·]{0,8}(?:복지|교육|문화|관광|농업|농어업|청년|일자리|환경|안전|교통|보건|체육|경제|산업) ?(?:분야|부문)?에는? /,
)

/** An office, or the one who speaks, as the topic: what it says next is no longer of the site alone. */
const OFFICE_TOPIC =
  /(?:^|[\s“‘"'])(?:시|군|도|구|우리 시|그|정부|구역청|개발청|공사|공단|재단|진흥원|조합|협회|연구원|두 회사를|이들 투자|회사)(?:는|은|가|이|를)\s/

/** Whether a number belongs to the matter at hand: its firm's, or nobody's else. */
export function speaksOf(
  text: string,
  sentence: Span,
  mention: Mention,
  matter: Matter,
  subject: string | null,
  rule: string,
  actor: NameCandidate | undefined,
  opens: boolean,
  flow: Flow,
): boolean {
  const age = flow.sentence - matter.sentence
  if (/total|sum|head-noun|self/.test(rule)) return false
  if (subject !== null && isFirm(subject)) return age <= 4 && (matter.subject === subject || (matter.subject === null && actor === undefined))
  const before = text.slice(sentence.start, mention.start)
  return (
    age <= (OF_THE_SITE.test(before) ? 3 : 1) &&
    actor === undefined &&
    !opens &&
    !OFFICE_TOPIC.test(before) &&
    !OF_A_FIELD.test(before) &&
    !OFFICE_SPEAKS.test(before) &&
    !ITEM_MARKS.some((mark) => before.includes(mark))
  )
}
