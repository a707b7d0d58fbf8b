import { areaOf } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Span } from '../../reading.ts'
import { type Flow, nothingGoesOn, slot } from '../draft.ts'

/** "▶ 기금 112억 원 확보 - 군은 내년도 …을 따냈다.": one of several short pieces (단신), each with its own title. */
const NEWS_ITEM = /^[▶■◆◇□▲●★☞]\s?(?:[^.\n]{2,40}\s[-–—]|[가-힣]{2,5}\s?=)\s[^\n]{20,}/
/** "■김제시, 특장차 제2단지 분양률 90%": the title of a piece, headed by its office. */
const TITLED = /^[▶■◆◇□▲●★☞]\s?[가-힣]{2,7}(?:시|군|구|도|청),\s[^\n]{4,50}$/
/** "▶ 투자규모 - 2028년까지 …": a label of one matter, no title of another. */
const LABEL =
  /^[▶■◆◇□▲●★☞]\s?(?:총\s?)?(?:투자|사업|위치|기간|규모|내용|고용|채용|면적|부지|대상|지원|일정|효과|개요|목적|추진|협약|생산|입지|향후)[가-힣]{0,4}(?:\s[가-힣]{2,4})?\s[-–—]\s/
/** "2. 일자리 2만 3천 개 창출": the next chapter of a paper. */
const CHAPTER = /^\d{1,2}\.\s[가-힣]/
const SENTENCE = /[다요까죠][.!?”"]*$/

/** A short piece or a chapter begins anew: nothing that the one before it told goes on. "◆ 속초시 = 시는 …" is of the office that heads it. */
export function noteNewsItem(text: string, sentence: Span, body: string, names: readonly NameCandidate[], flow: Flow): void {
  if ((NEWS_ITEM.test(body) && !LABEL.test(body)) || (TITLED.test(body) && !SENTENCE.test(body))) {
    const [office] = names
    const heads =
      office !== undefined &&
      areaOf(office.value) !== null &&
      office.start - sentence.start <= 2 &&
      /^(?:\s?=|,)/.test(text.slice(office.end, office.end + 2))
    nothingGoesOn(flow)
    flow.agreement = null
    flow.itemOffice = heads ? office.value : null
    if (heads) flow.subject = slot(office.value, { start: office.start, end: office.end }, 'subject:line')
    flow.topics++
  }
  if (
    flow.heading?.title === true &&
    flow.agreement === null &&
    body.length < 44 &&
    CHAPTER.test(body) &&
    !SENTENCE.test(body) &&
    !names.some((n) => n.kind === 'organisation')
  ) {
    flow.stage = null
    flow.place = null
    flow.lastPlace = null
    flow.sites.clear()
    flow.topics++
  }
}
