import { cued } from '../../cue.ts'
import { areaOf, type Discourse, isFirm } from '../../discourse.ts'
import type { Matter } from '../../matter.ts'
import type { Span } from '../../reading.ts'
import type { Draft } from '../draft.ts'
import { INDUCED } from '../effects.ts'
import { isCountedOverYears, isInOthersBracket, OF_ALL } from '../place-clues.ts'
import { isSiteKind } from './kinds.ts'
import type { Occurrence, Places } from './told.ts'

/** A number, or a step that is told without one, whose place is asked for. */
export interface Asking extends Pick<Draft, 'mention' | 'sentence' | 'subject' | 'stage' | 'matter'> {
  readonly indicator: { readonly value: Draft['indicator']['value'] | null }
}

/** What every candidate of one number is weighed by. */
export interface Asked {
  readonly text: string
  readonly unit: Span
  readonly units: readonly Span[]
  readonly body: string
  readonly draft: Asking
  readonly places: Places
  readonly discourse: Discourse
  readonly matters: readonly (Matter | null)[]
}

/** What an office counts as its own whatever the text is about. */
const OWN_WORDS =
  /예산|추경|회계|누적|지금까지|민선|임기|취임|개청|출범|실적|보조금|기업에|유치(?:한|했|액|\s?(?:규모|금액|기업|목표|성과))|올해 (?:들어|유치)|올해도|(?:지난해|작년|올해)[^.]{0,30}확보|투자유치 총액|1년 (?:동안|간)|\d\s?(?:개사|개 (?:기업|업체)|곳)과\s/
/** What comes about when the works are done. */
const ONCE_DONE = /(?:조성|완공|준공|가동|완료|입주|개소|개관)(?:되|하|이\s)[가-힣]*면|(?:지어지|들어서|문을 열|끝나)면/
/** Words that go back to the works or the site. */
const GOES_BACK =
  /(?:^|[\s“‘"'])(?:이|이번|해당|본)\s?(?:사업|산단|단지|산업단지|지구|공장|시설|투자|협약|부지|공사|준공|착공)|총?\s?사업비|공사비|이곳|(?:^|\s)(?:산단|단지|공장|시설|센터|부지|면적|용지)(?:은|는|이|가|을|를|에는|에)\s|이를 통해/
/** Told of the whole area, or of one thing after another. */
const WIDE = /(?:^|\s)(?:관내|도내|시내|군내|전역|곳곳)(?:에|의|\s)|[▲△▶◆■]/
/** "두 공장이 돌아가면", "세 산단이": of more than one. */
const SEVERAL = /(?:두|세|네|다섯|여섯|\d+개?)\s?(?:공장|회사|기업|업체|곳|사업장|산단|단지|지구)(?:이|가|은|는|의|과|와|에)\s|전국/
/** Words that turn to something else. */
const TURNS = /^(?:[○ㅇ\-·]\s?)?(?:이와 (?:함께|별도로|별개로)|한편|이 밖에|이밖에|또 다른|반면|앞서|다만)[\s,]/
/** "사회복지에는 5869억 원을 쓴다": what is spent on a field, after a site was spoken of. */
const OF_A_FIELD = cued(
  /^(?:[○ㅇ\-·]\s?)?[가-힣·]{0,8}(?:복지|교육|문화|관광|농업|농어업|청년|일자리|환경|안전|교통|보건|체육|경제|산업) ?(?:분야|부문)?에는? /,
)
/** The end of a clause. */
export const CLAUSE = /(?:하고|되고|짓고|세우고|했고|됐고|었고|았고|이고|[가-힣]며|지만|는데|면서),?\s|;|[▲△▶◆■]/
export const AMOUNT = /\d[\d,.만천백]*\s?(?:조|억|만|원|㎡|명|평)/

/** "17조원(동해안 13조원, …": places that a number is divided among. */
const DIVIDED = /^\s?\([^)]*\s\d/

export type Who = 'firm' | 'office' | 'ministry' | 'agency' | 'nobody'
const MINISTRY = /(?:부|처|청|위원회)$|^정부$/

/** What is counted, by where such things are told to be. */
function groupOf({ indicator: { value } }: Asking): string {
  if (value === null) return 'step'
  if (value === 'area' || value === 'capacity') return 'land'
  if (value === 'investment') return 'invest'
  if (value === 'revenue' || value === 'exports' || value === 'output') return 'sales'
  return INDUCED.has(value) ? 'induced' : value
}

/** Facts of the number itself, asked once for all candidates. */
export interface Facts {
  readonly who: Who
  readonly group: string
  readonly own: string | null
  readonly before: readonly Occurrence[]
  readonly after: readonly Occurrence[]
  readonly nearest: Occurrence | undefined
  readonly next: Occurrence | undefined
  readonly actor: Span | undefined
  /** Words of the whole sentence, as clues. */
  readonly says: readonly string[]
  readonly here: boolean
  readonly sitedHere: boolean
}

export function factsOf({ text, unit, body, draft, places, discourse }: Asked): Facts {
  const { mention, sentence: s } = draft
  const { value: subject, rule } = draft.subject
  const person = subject !== null && (places.persons.has(subject) || subject === discourse.candidate || rule === 'subject:elected')
  const own = person
    ? (discourse.headPlace?.value ?? (discourse.government === null ? null : areaOf(discourse.government)))
    : subject === null
      ? null
      : areaOf(subject)
  const who: Who = own !== null ? 'office' : subject === null ? 'nobody' : isFirm(subject) ? 'firm' : MINISTRY.test(subject) ? 'ministry' : 'agency'
  const here = places.here[s]!.filter((one) => one.tells && !isInOthersBracket(text, one, mention))
  const before = here.filter((one) => one.end <= mention.start)
  const after = here.filter(
    (one) => one.start >= mention.end && !(DIVIDED.test(text.slice(mention.end, one.end + 16)) && one.start - mention.end < 24),
  )
  const nearest = before.findLast((one) => one.follows !== 'bare' || isSiteKind(one.place.kind))
  const next = after[0]
  const says: string[] = []
  if (rule === 'subject:reports-total') says.push('total')
  if (who !== 'firm' && OWN_WORDS.test(body)) says.push('own-words')
  if (isCountedOverYears(text, unit, mention)) says.push('over-years')
  if (who !== 'firm' && (WIDE.test(body) || OF_A_FIELD.test(body))) says.push('wide')
  if (SEVERAL.test(body) || OF_ALL.test(body)) says.push('several')
  if (ONCE_DONE.test(body)) says.push('once-done')
  if (GOES_BACK.test(body)) says.push('back')
  if (TURNS.test(body)) says.push('turns')
  if (draft.stage.value === 'result' || draft.stage.value === 'pledge') says.push(draft.stage.value)
  return {
    who,
    group: groupOf(draft),
    own,
    before,
    after,
    nearest,
    next,
    actor: places.actors[s]!.findLast((one) => one.start < mention.start),
    says,
    here: nearest !== undefined || here.some(({ place }) => isSiteKind(place.kind)),
    sitedHere:
      before.some((one) => one.sites && !CLAUSE.test(text.slice(one.end, mention.start))) ||
      (next?.sites === true && !CLAUSE.test(text.slice(mention.end, next.start))),
  }
}
