import { isFirm } from '../../discourse.ts'
import { FORWARD } from '../../indicators.ts'
import type { Indicator, Slot } from '../../reading.ts'
import { type Asked, found } from './asked.ts'

/** "2016년 기준 연매출 2천600억원에 상시근로자가 299명이다": what a firm is known by. */
const STATE_OF_FIRM = /(?:상시)?(?:근로자|종업원|임직원|직원)\s?(?:수)?(?:가|는|은|이)?\s(?:약\s)?$/

/** "직원 90명이 일하는 중소기업", "직원 90명, 매출 300억원의 기업", and those who are told or given something: "직원 90명에게 상을 줬다". */
const KNOWN_BY = /^(?:이\s일하는\s[가-힣]{0,6}(?:기업|회사|업체)|,\s(?:연\s?)?매출(?:액)?\s[\d,억천백조\s]+원(?:의|인|\s규모의)\s|에게\s)/

/** "종업원 130명 가운데 90명이 옮겨오고": those a firm has, of whom some come along. */
const SOME_MOVE = /^\s(?:가운데|중)\s[^.,]{0,12}명(?:이|은|도)\s[^.,]{0,10}(?:옮|이주|이동|함께 온)/

/** Whether a number of people only says how large a firm is today. */
const isStateOfFirm = (body: string, before: string, after: string): boolean =>
  (STATE_OF_FIRM.test(before) && KNOWN_BY.test(after)) ||
  (STATE_OF_FIRM.test(before) &&
    /^(?:이다|입니다|인\s|으로|을 둔|의\s|이며|이고|에\s|\.|을 (?:기록|두고|거느리))/.test(after) &&
    /(?:년 기준|연\s?매출|매출(?:액)?\s|현재\s|설립|세워진\s|창업|문을 연|중소기업|중견기업)/.test(body))

const CAME_ALONG = /^(?:과|와|등|이|,)[^.]{0,90}(?:나왔|참석|자리했|자리를 함께|모였|함께했|지켜봤)/
const TAKES = /^(?:여|가량)?을\s(?:(?:먼저|우선|더|새로|추가로)\s)?(?:받[고는아기을]|채운다|채울\s|채우[고기겠는])/

/** People who are not hired: counted at an event, living somewhere, enrolled, helped. Undefined where they may be. */
export function peopleOf(asked: Asked, near: string): Slot<Indicator> | null | undefined {
  const { text, mention, body } = asked
  // "공사 기간 연인원 12만명": days of work, no jobs
  if (/연인원\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))) return null
  const after = text.slice(mention.end, mention.end + 22)
  // "임직원 100여명과 시장 등 200여명이 나왔다": who came to a ceremony
  if (
    /임직원\s(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 5), mention.start)) &&
    CAME_ALONG.test(text.slice(mention.end, asked.sentence.end))
  )
    return null
  // "계획인구는 6천170여 명이다": for how many a quarter is laid out
  if (/계획\s?(?:인구|수용인구)(?:는|은)?\s(?:약\s|모두\s|총\s)?$/.test(text.slice(Math.max(0, mention.start - 12), mention.start)))
    return found(asked, 'other', 'indicator:planned-people')
  // "10명을 넘겨 새로 뽑은 인원에 대해": from how many on
  if (/^(?:을|를)\s(?:넘겨|넘게|초과해|초과하여)\s/.test(after)) return null
  // "1단계에서 250명, 2단계에서 600명, 모두 850명이 일자리를 얻습니다"
  if (/^(?:이|,)\s[^.]{0,50}일자리를\s(?:얻|갖)/.test(text.slice(mention.end, asked.sentence.end)))
    return found(asked, 'jobs', 'indicator:shared-verb')
  // "올해 안에 150명을 먼저 받고 2009년까지 모두 350명을 채운다"
  if (TAKES.test(after) && (asked.actors.some((a) => isFirm(a.value)) || (asked.flow.subject?.value != null && isFirm(asked.flow.subject.value))))
    return found(asked, 'jobs', 'indicator:takes')
  // "노동자 5천여명이 일자리를 잃었다"
  if (/^(?:이|가)?\s(?:일자리를|직장을|일터를)\s(?:잃|떠나)|^(?:이|가)\s(?:휴직|해고|실직|퇴사|퇴직|파업|무급)/.test(after)) return null
  if (
    STATE_OF_FIRM.test(text.slice(Math.max(asked.sentence.start, mention.start - 10), mention.start)) &&
    SOME_MOVE.test(text.slice(mention.end, mention.end + 40))
  )
    return null
  if (isStateOfFirm(body, text.slice(Math.max(asked.sentence.start, mention.start - 14), mention.start), after)) return null
  // "연 관광객 100만 명 유입"
  if (
    /(?:관광객|방문객|이용객)\s(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 7), mention.start)) &&
    /^(?:의|이|을)?\s?(?:유입|유치)/.test(after)
  )
    return found(asked, 'other', 'indicator:visitors')
  // "근로자 1만 2천여 명 이용"
  if (/^(?:이|의)?\s이용(?=$|[\s,.)]|할|하)/.test(after)) return found(asked, 'other', 'indicator:visitors')
  // "40만명 이상이 시를 찾을 것으로", "1일 체류 관광객 5000명도 자신했다"
  if (/^(?:\s?이상)?(?:이|가)\s(?:[가-힣]{1,6}[을를]?\s)?(?:찾|방문하|다녀)/.test(after))
    return FORWARD.test(body.slice(Math.max(0, mention.end - asked.sentence.start))) || /예상/.test(body)
      ? found(asked, 'other', 'indicator:visitors')
      : null
  if (
    /(?:관광객|방문객|관람객)\s(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 7), mention.start)) &&
    /^(?:을|를|도|이|의)?\s?(?:목표|달성|자신|시대|공약|약속)/.test(after)
  )
    return found(asked, 'other', 'indicator:visitors')
  // "정원 1천명짜리 학교"
  if (/정원\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start)) && /^(?:짜리|\s?규모(?:의|로))/.test(after))
    return found(asked, 'capacity', 'indicator:capacity')
  // "정원을 1,200명에서 1,900명으로 확대", "계약학과 정원 120명"
  // "혜택을 보는 사람은 87곳의 6천500명이다"
  if (
    /(?:혜택|지원|수혜)(?:을|를)? (?:보는|받는|입는|누리는)\s(?:사람|이들|대상|근로자|노동자|인원)(?:은|는|이)\s[^.]{0,20}$/.test(
      text.slice(Math.max(asked.sentence.start, mention.start - 36), mention.start),
    )
  )
    return found(asked, 'other', 'indicator:helped')
  if (/정원/.test(near) && !/(?:고용|채용|일자리)/.test(near))
    return /(?:확대|늘리|증원|신설|개설|→)/.test(body) ||
      /정원\s?(?:은|을)?\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 6), mention.start))
      ? found(asked, 'other', 'indicator:places-to-study')
      : null
  const people = populationOf(asked)
  if (people !== undefined) return people
  if (/(?:부족\s?인력|인력난|구인난|미충원|부족한 (?:인력|일손))/.test(near)) return null
  // "연 관광객 100만명을 150만명으로 늘린다"
  if (/(?:방문객|관광객|이용객|관람객)/.test(asked.body) && /^(?:으로|까지)\s?(?:늘|확대|끌어올|키우)/.test(after))
    return found(asked, 'other', 'indicator:visitors')
  // "1천617명(21%)", "고용유발 4만3000명(서해안 2만8000명, …)": with its share or its parts
  const divided = /^\(\d[\d.]*%\)/.test(after) || (asked.cue?.indicator === 'employment_inducement' && asked.cue.distance <= 8)
  const words = divided ? near.replace('명(', '명') : near
  if (/(?:평균|기업당|업체당|참석|명\(|전문가|방문|관람|관광객|이용객)/.test(words)) return null
  // "전문인력 배출을 3천명으로 올린다", "인력양성 매년 1,000명, 2032년까지 1만 명"
  if (TAUGHT.test(text.slice(Math.max(asked.sentence.start, mention.start - 40), mention.start)) && !/(?:고용|채용|일자리|뽑)/.test(near))
    return found(asked, 'other', 'indicator:trained')
  // "월세 지원도 1,200명으로 넓히겠다", "대상자 1,038명에게 지급"
  if (
    /(?:대상자|수혜자|수급자|장학생|지원(?:도|은|을|대상)?)\s?(?:을|은|도)?\s?(?:약\s|총\s)?$/.test(
      text.slice(Math.max(asked.sentence.start, mention.start - 12), mention.start),
    )
  )
    return /(?:에게|으로 (?:넓|늘|확대)|을 지원)/.test(after) ? found(asked, 'other', 'indicator:helped') : undefined
  return undefined
}

/** Taught and sent out, not hired. */
const TAUGHT =
  /(?:양성|배출|교육|훈련|수료)(?:을|은|는|도|\s?인원)?\s(?:(?:매년|해마다|연간?|총|한 해|모두|\d{4}년까지|[\d,천백만]+\s?명,)\s?)*(?:약\s)?$/

/** What sets a population as an aim, right behind the number. */
const AIMED =
  /^(?:명)?(?!을 (?:앞|넘))(?:을|를|도|이|까지|')?\s?[^.,\d]{0,14}(?:비전|목표|달성|내다(?:보|봤|본|봅)|내걸|공약|약속|말하|시대|도시|증가|늘리|회복)/
const PROMOTED = /(?:시 승격|목표|비전)[^.,\d]{0,6}인구/
/** How many live there now. */
const NOW = /(?:현재|기준|지금|말)\s(?:[가-힣]{1,6}\s)?(?:인구(?:는|가|\s))?\s?$/

/** "인구 10만명 비전", "인구 25만'을 말하지만 현재 19만 8천여명": the aim is promised, the present number is none. Undefined where nobody speaks of a population. */
function populationOf(asked: Asked): Slot<Indicator> | null | undefined {
  const { text, mention, sentence, body } = asked
  if (!body.includes('인구') || typeof mention.value !== 'number' || mention.value < 10_000) return undefined
  const before = text.slice(Math.max(sentence.start, mention.start - 20), mention.start)
  if (NOW.test(before)) return null
  if (!/인구(?:는|를|가|\(|\s)?\s?[^.,\d]{0,8}$/.test(before)) return undefined
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 30))
  if (/^(?:명)?의\s/.test(after)) return null
  return AIMED.test(after) || PROMOTED.test(before) ? found(asked, 'other', 'indicator:population') : null
}
