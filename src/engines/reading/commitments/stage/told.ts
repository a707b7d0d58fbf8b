import { cued } from '../../cue.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import type { StageReading } from '../../stages/stages.ts'
import { type Flow, slot } from '../draft.ts'
import { SUMMED_UP } from '../subject/several.ts'
import { builtByFirm } from './built.ts'
import { cameSoFar, cameThen } from './came.ts'

/** A time of office that goes on: "민선 8기 들어", "취임 이후". */
const SINCE = cued(/(?:민선\s?\d기|취임|출범|개청)(?:가|이)?\s?(?:\d년\s?)?(?:출범(?:한)?\s?|시작\s?)?(?:이후|이래|들어|뒤|후|동안)/)
const BROUGHT = cued(/유치(?:했|한|하였|됐)|끌어왔|끌어냈|끌어들였|이끌어\s?냈|달성했|불었|늘었|기록했|거뒀|넘어섰|돌파했|이르렀|이른다|달한다/)
/** "62개 기업, 7조원의 투자협약을 이끌어 냈고": the agreements themselves. */
const OF_AGREEMENTS = /^[^.]{0,24}(?:협약|MOU|양해각서)(?:을|를|이)\s/
const TO_COME = /겠다|계획|예정|목표|방침|기로\s/

/** What an earlier year brought, beside the matter told: "지난해 1년 동안의 투자유치 총액(21개사에 ". */
const EARLIER_YEAR = /(?:지난해|작년|재작년|전년)[^.]{0,24}유치\s?(?:총액|액|금액|실적|규모)[^.]{0,16}$/

/** What an office attracts. */
const OF_ATTRACTED: ReadonlySet<Indicator> = new Set(['firms', 'investment', 'jobs'])
/** "△100억원 규모 공모 선정 △54홀 조성 등을 성과로 들었다" */
const ACHIEVED = /\s(?:등을|을|를)\s(?:[가-힣]{2,4}\s)?성과로\s(?:들었|꼽|내세|소개|설명)/

/** "내년도 정부 예산안에서 1조 원을 확보했다": a bill has still to pass. */
const BILL = /내년도?\s[^.]{0,16}예산안(?:에|에서|에는)\s/

const OF_PROMISE = /공약(?:은|는|에)\s[^.]{0,24}(?:기준|현재|까지)(?:으로)?\s(?:약\s|모두\s)?$/
const SAID_BUT = /^[^.,]{0,10}겠다고 했(?:는데|지만|으나)/
const UP_TO_NOW = /(?:지금까지|현재까지|여태|그동안|이제껏)\s(?:[가-힣]{1,4}\s)?$/
const MADE = /^(?:여|가량)?(?:을|를|이|가)\s(?:[가-힣]{2,4}\s)?(?:만들|뽑|채용|고용|유치|지원|늘려|놓|공급|조성|육성|배출|발굴|갖|생겼|들어)/
const OF_SIGNED = /(?:맺은|체결한|협약한)\s(?:투자\s?)?(?:금액|협약액|투자액|규모)(?:은|는)\s/

/** "예상 투자 규모는 ", with what came of it behind: "이었으나 실제 투자 금액은". */
const EXPECTED = /예상\s?(?:[가-힣]{1,4}\s)?[가-힣]{0,4}(?:는|은|도)\s(?:약\s|총\s)?$/
const BUT_IN_FACT = /^(?:이었|였)(?:으나|지만|는데),?\s[^.]{0,12}실제/
/** Firms of an agreement that are still to come. */
const STILL_TO_COME = /^(?:은|는|이|가)\s[^.,]{0,10}예정/
const BRINGING = /^(?:을|를|의 투자를)\s유치(?:하면서|하며|하고|하여|해),?\s[^.]{0,50}(?:달성했|넘어섰|기록했|돌파했|올렸|거뒀)/
const REACH = 8

const ONCE_BUILT = /(?:단지|산단|지구|특구|부지|용지)(?:가|이)\s(?:[가-힣]{1,4}\s)?(?:완공|준공|조성)(?:되면|되는 대로|이 끝나면)/
const OVER_YEARS = /(?:\d년|\d개월)간\s(?:약\s|총\s|모두\s)?$/
const ATTRACTED = /^\s?(?:원|달러)?(?:\s규모의?)?\s?투자\s?유치(?:\s?[(▲△·,…]|\s*$)/
const CHOSEN = /우선협상대상|우선사업|(?:사업|시행)자로\s/
const WILL_MAKE = /(?:투자해|들여|투입해|투입된|조성|갖추고)[^.]*생산(?:할|하게)/

/** Grounds and houses: once made they stand there for use. */
const SITE = /산단|단지|지구|공원|공장|센터|부두|시설/
const MONEY = /기금|펀드|재원/

/** "22곳이 이미 포기했다": firms that will not come. */
export const GAVE_UP = /^(?:이|은|가|는)\s(?:(?:이미|벌써|모두|결국|끝내)\s)?(?:포기했|포기하|손을 뗐|발을 뺐)/
const FAR: readonly (readonly [RegExp, Stage])[] = [
  [/(?:^|[\s,(·])(?:가동|운영|영업|입주)(?:\s중)?\s(?:업체\s|기업\s)?$/, 'operation'],
  [/(?:^|[\s,(·])(?:건축|공사|건설|착공|시공)\s중\s$/, 'construction'],
  [/(?:^|[\s,(·])(?:행정절차|인허가|설계)\s중\s$/, 'contract'],
]
const CONTRACTED = /계약한\s(?:업체|기업|회사)(?:는|은)\s(?:모두\s|총\s)?$/
const GONE = /사라진\s(?:투자금|투자액|투자|일자리)(?:이|은|가|는)\s(?:약\s|모두\s|총\s)?$/

const agreed = (flow: Flow): boolean => flow.agreement !== null && flow.sentence - flow.agreement.sentence <= REACH

/** The stage that the words right beside a number settle, before its clause is asked (곁의 말로 정해지는 단계); null where they settle none. */
export function stageBeside(
  text: string,
  sentence: Span,
  mention: Mention,
  actors: readonly NameCandidate[],
  indicator: Indicator,
  own: StageReading | null,
  stated: StageReading | null,
  flow: Flow,
): Slot<Stage> | null {
  const before = text.slice(sentence.start, mention.start)
  const after = text.slice(mention.end, sentence.end)
  const built = builtByFirm(text, sentence, mention, actors, indicator)
  if (built !== null) return built
  if (SINCE.test(before) && BROUGHT.test(text.slice(sentence.start, sentence.end)) && !TO_COME.test(after) && !OF_AGREEMENTS.test(after))
    return slot('result', null, 'stage:since')
  // "상장기업 100개사 공약은 2026년 10월 기준 68개사로 집계된다": what came of the promise
  if (OF_PROMISE.test(before.slice(-40)) && !TO_COME.test(after) && !OF_AGREEMENTS.test(after)) return slot('result', null, 'stage:of-promise')
  // "1만 개를 만들겠다는 약속은 지금까지 7,300개를 만들어 73%를 지켰다"
  if (UP_TO_NOW.test(before.slice(-16)) && MADE.test(after) && !TO_COME.test(after.slice(0, 16))) return slot('result', null, 'stage:up-to-now')
  // "9,860명을 뽑겠다고 했는데 1,124명입니다", of those that signed
  if (own?.stage === 'plan' && agreed(flow) && SAID_BUT.test(after)) return slot('mou', null, 'stage:said-but')
  // "해마다 맺은 금액은 2022년 8천억 원, 2023년 1조 원이다": signed, not brought
  if (OF_SIGNED.test(before)) return slot('mou', null, 'stage:signed-sums')
  if (OF_ATTRACTED.has(indicator) && own?.stage !== 'cancelled' && cameSoFar(before, after)) return slot('result', null, 'stage:came-so-far')
  if (OF_ATTRACTED.has(indicator) && (own?.strong !== true || /^(?:옮겨|이전)/.test(own.word)) && !agreed(flow) && cameThen(before, after))
    return slot('result', null, 'stage:came-then')
  // "이렇게 해서 국내 투자는 2천500억 원으로 집계됐다": of those that have just signed
  if (OF_ATTRACTED.has(indicator) && agreed(flow) && flow.stage?.value === 'mou' && SUMMED_UP.test(text.slice(sentence.start, sentence.start + 16)))
    return slot('mou', null, 'stage:signed-sums')
  // "이 가운데 22곳이 이미 포기했습니다", "사라진 투자금이 5천7백억 원": that part is off, not the matter
  if ((indicator === 'firms' && GAVE_UP.test(after)) || GONE.test(before)) return slot('cancelled', null, 'stage:given-up')
  // "가동 28개사, 건축 중 8개사, 행정절차 중 32개사": how far each of them is
  if (indicator === 'firms') {
    const far = FAR.find(([words]) => words.test(before.slice(-12)))
    if (far !== undefined) return slot(far[1], null, 'stage:of-firms')
    if (CONTRACTED.test(before.slice(-14))) return slot('contract', null, 'stage:of-firms')
  }
  // "이들 5개사의 투자로", of those that signed
  if (indicator === 'firms' && own?.stage === 'plan' && /이들\s$/.test(before) && agreed(flow) && flow.stage?.value === 'mou')
    return { ...flow.stage, rule: 'stage:flow' }
  // "단지가 완공되면 600억원을 들여 공장을 짓는다": nothing of it has begun
  if (indicator === 'investment' && own?.stage === 'plan' && ONCE_BUILT.test(before)) return slot('plan', null, 'stage:once-built')
  if (ACHIEVED.test(after)) return slot('result', null, 'stage:achieved')
  if (indicator === 'budget' && own?.stage === 'result' && BILL.test(before)) return slot('plan', null, 'stage:bill')
  if (EARLIER_YEAR.test(before.slice(-56))) return slot('result', null, 'stage:earlier-year')
  if (EXPECTED.test(before.slice(-24)) && (BUT_IN_FACT.test(after) || BUT_IN_FACT.test(after.replace(/^\s?원/, ''))))
    return slot(agreed(flow) ? 'mou' : 'plan', null, 'stage:expected-but')
  if (indicator === 'firms' && own?.stage === 'plan' && (flow.agreement?.counted ?? false) && agreed(flow) && STILL_TO_COME.test(after))
    return slot('mou', null, 'stage:still-to-come')
  // "올해 모두 99개 기업을 유치하면서 목표의 76%를 달성했다"
  if (BRINGING.test(after) && /올해|올 들어|지난해|작년|그동안/.test(before)) return slot('result', null, 'stage:attracted')
  // "▲민선 8기 2년간 8조 원 투자유치": a heading of what was done
  if (OVER_YEARS.test(before.slice(-24)) && ATTRACTED.test(after)) return slot('result', null, 'stage:attracted')
  // "공장은 90억원을 투자해 … 갖추고 연간 1만 대를 생산하게 된다", of a plant that has opened
  if (
    own?.stage === 'plan' &&
    flow.stage?.value === 'operation' &&
    flow.stageAge <= 4 &&
    flow.stageMatter === flow.matter?.id &&
    WILL_MAKE.test(after)
  )
    return { ...flow.stage, rule: 'stage:opened' }
  // "이날 분양을 체결한 업체는 … 6개 업체다": signed as was just told
  if (
    own?.stage === 'result' &&
    own.word.startsWith('체결한') &&
    (flow.stage?.value === 'mou' || flow.stage?.value === 'contract') &&
    flow.stageAge <= 2
  )
    return { ...flow.stage, rule: 'stage:signed-before' }
  // "우선협상대상자로 ㈜가람을 선정했다": who is to do it is settled, nothing more
  if (own?.stage === 'result' && /^(?:선정|골)/.test(own.word) && CHOSEN.test(text.slice(sentence.start, sentence.end)))
    return slot('plan', null, 'stage:chosen')
  // "지난 8월 토지매매 계약을 했고, 480억원을 들여 짓는다"
  if (
    own?.stage === 'plan' &&
    stated?.stage === 'contract' &&
    stated.start < mention.start &&
    indicator !== 'firms' &&
    !actors.some((a) => a.start > stated.start && a.start < mention.start)
  )
    return slot('contract', { start: stated.start, end: stated.start + stated.word.length }, 'stage:signed-before')
  // "2015년까지 2천억원을 들여 178만㎡ 산단으로 조성됐다"
  if (
    own?.stage === 'result' &&
    own.word.startsWith('조성') &&
    (indicator === 'area' || indicator === 'budget' || indicator === 'investment') &&
    SITE.test(text.slice(sentence.start, sentence.end)) &&
    !MONEY.test(text.slice(sentence.start, sentence.end))
  )
    return slot('operation', { start: own.start, end: own.start + own.word.length }, 'stage:made')
  return null
}
