import { cued } from '../../cue.ts'
import { FORWARD } from '../../indicators.ts'
import type { Indicator, Mention, Stage } from '../../reading.ts'
import type { Asked } from './asked.ts'

/** What became of a figure, told as past. */
const BECAME =
  '(?:증가(?:했|한|하며|하고|해)|감소(?:했|한|하며|하고|해)|늘(?:었|어났|어난|고)|줄(?:었|어들|고)|많아(?:졌|진)|적어(?:졌|진)|불(?:었|어났|어난)|급[증감]|증액됐|증액된|감액됐|감액된|늘어남|줄어듦|뛰었|뛴|올랐|오른|떨어|하락|상승|축소(?:됐|된|돼)|많(?:다|습니다|은)|적(?:다|습니다|은))'

/** "8094억원 줄었다", "8745억원(10.8%) 증가": by how much something grew or shrank, right behind the number. */
const BY_SO_MUCH = new RegExp(
  `^(?:원)?(?:\\(\\d[\\d.]*%\\))?(?:이|가|이나)?\\s(?:가량\\s|정도\\s|이나\\s|넘게\\s)?${BECAME}|^(?:원)?\\(\\d[\\d.]*%\\)\\s(?:증가|감소|상승|하락)`,
)
/** "64.18%(1조5천148억 원) 증가했다": the same change once more, in money. */
const AFTER_SHARE = /\d%(?:포인트)?\((?:약\s)?$/
const CHANGED = new RegExp(`^(?:원)?\\)\\s?(?:이나\\s|가량\\s)?(?:${BECAME}|증가|감소)`)
/** "올해는 48조원으로 전년 대비 8094억원 줄었다": the level that the change led to. */
const TO_LEVEL = new RegExp(
  `^(?:원)?(?:으로|로)\\s(?:[^.,]{0,24}(?:보다|대비|비해|견줘)\\s)?(?:약\\s)?\\d[\\d.,조억만천백\\s]{0,12}(?:원|달러|불)(?:\\(\\d[\\d.]*%\\))?(?:이|가)?\\s${BECAME}`,
)

/** "2,418만 명으로 전년 동기대비 1.1% 증가했다": how many there are, measured by a year before. */
const SHARE_MORE = /^(?:으로|로)\s[^,]{0,28}\d%(?:가|나)?\s(?:가량\s)?(?:증가|감소|늘|줄|상승|하락)/

const MANY = 2e4
const GREW_TO = /^(?:으로|로)\s(?:약\s)?[\d.,만천백\s]{1,10}(?:여\s?)?(?:개사?|곳|명)?(?:이|가)?\s?(?:늘었|늘어났|불었|불어났|줄었|증가했|감소했)/
const SHRUNK_BY = /^\s?\((?:약\s)?\d[\d.]*%p?\s?(?:감소|증가|하락|상승|축소)\)/
/** A change in notes, whose line ends with its noun. */
const NOTED_CHANGE = /^(?:이|가)?\s?(?:감소|증가|축소)(?:\s?[※*(].*)?$/
/** Who counts what others do. */
const COUNTED_BY =
  /(?:통계청|한국거래소|무역협회|관세청|한국은행)[^.]{0,30}(?:따르면|발표|집계|조사)|(?:상장사|상장법인|결산법인|상장기업)(?:들)?(?:의|은|는|이|가)?\s[^.]{0,16}(?:매출|영업이익|순이익)|(?:경제총조사|실태조사|지역경제동향|고용동향|수출입 동향|산업활동동향)[^.]{0,24}(?:따르면|결과)|통계에 (?:따르면|의하면)/

/** "2015년 기준 종사자 수는 2088만명", "등록 사업체는 645개": how many there are. */
const HOW_MANY = /(?:종사자|취업자|근로자|임직원)\s?수(?:는|가)\s[^.]{0,10}$/

const SALES = cued(/매출|수출/)
/** "지난해 3분기 누적매출은", "70년 지정된 단지는 지난해 수출": told of a time that is over. */
const OVER =
  /(?:지난해|작년|전년|재작년|지난달|지난 분기)(?:에)?\s(?:한 해\s|[1-4]분기\s|[상하]반기\s|\d{1,2}월\s)?(?:[가-힣]{1,6}\s)?(?:연간\s?|누적\s?|연결\s|총\s?)?(?:매출|수출)(?:액|실적|고)?(?:은|는|이|만)?\s(?:모두\s|총\s|약\s)?$/
/** "1억달러를 수출하는 데 그쳤다", "342억원의 수출실적을 올렸다" */
const SOLD = /^(?:원)?(?:를|을)\s수출(?:했|하는 데|하고 있)|^(?:원)?의\s(?:수출|매출)\s?실적을 올[렸리]/
/** "41개의 농공단지에서 517개 업체가 입주해 있고": what all parks of a region hold. */
const IS_THERE = /^[이가을를]\s(?:[가-힣]{1,6}\s)?(?:입주해|입주하고|고용하고|가동하고|종사하고) 있/
/** What a programme brought is its result. */
const OF_PROGRAMME = /성과|사업화|지원(?:을|으로|받|기업)/

/** "지방세 수입 232억 원, 세외수입 47억 원": what comes in. */
const TAKINGS = /(?:지방세|세외|재정|세입|조세)\s?수입(?:은|이|액은|액이)?\s(?:총\s|약\s)?$/
/** "연간 수출액(5100억 달러) 가운데 외투기업(920억 달러)의 비중은 18%" */
const SHARED = /^(?:원)?\)(?:의|이 차지하는)\s(?:비중|몫|점유율)|^(?:원)?\)?\s?(?:가운데|중)\s[^.]{0,30}(?:비중|점유율)(?:은|는|이)/
/** "55억원의 예산을 삭감했다" */
const CUT = /^(?:원)?(?:의)?\s?(?:예산)?(?:을|를|은|이)?\s?(?:삭감|감액|깎)/
/** "22.5GW의 추가 전력 공급이 필요하다", "11.6GW를 차지하고 있다": what would be needed, what there is. */
const NEEDED = /^(?:\([A-Za-z㎿]{1,3}\))?(?:의|를|을|가|이)?\s[^.,\d]{0,24}(?:필요|부족|차지|모자)/

const RANKED = /^[^\n.\d]{0,8}\s?\(?(?:국내|세계|전국)\s?\d{1,2}위\)?/

/** Figures that somebody measured and nobody promised: changes, levels, what there is and what was sold (통계). */
export function isStatistic({ text, mention, sentence, body, cue, actors, discourse, quantities }: Asked): boolean {
  const before = text.slice(Math.max(sentence.start, mention.start - 40), mention.start)
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 60))
  // "875억불 (국내 2위)": a figure with its rank
  if (RANKED.test(text.slice(mention.end, mention.end + 24))) return true
  if (mention.kind === 'money') {
    if (SHARED.test(after)) return true
    if (TAKINGS.test(before) || CUT.test(after)) return true
    if (BY_SO_MUCH.test(after) || (AFTER_SHARE.test(before) && CHANGED.test(after))) return true
    if (SOLD.test(after)) return true
    if (SALES.test(body) && OVER.test(before) && !OF_PROGRAMME.test(body)) return true
    const own = cue?.indicator === 'budget' || actors.some((a) => a.value === discourse.government || discourse.firms.includes(a.value))
    if (!own && TO_LEVEL.test(after)) return true
  } else if (mention.kind === 'power') {
    if (NEEDED.test(after) || /추가로 필요|공급이 필요|설비가 필요/.test(after)) return true
  } else if (mention.unit === 'persons' || mention.unit === 'firms') {
    if (IS_THERE.test(after) && quantities.some((q) => q.unit === 'complexes' && q.end < mention.start)) return true
    // "9만 6260개사에서 11만 9281개사로 2만 3000여개 불어났다": how many there are in a country
    if ((mention.value as number) >= MANY && GREW_TO.test(after)) return true
    // "2015년 76,098명 → 2024년 48,210명(36.6% 감소)"
    if (SHRUNK_BY.test(after) && !FORWARD.test(after)) return true
    // "- 전국 제조업 취업자는 2024년 6천 명 감소"
    if (NOTED_CHANGE.test(after) && /(?:취업자|종사자|근로자|사업체|업체\s?수|인구)/.test(before)) return true
    if (BY_SO_MUCH.test(after) || SHARE_MORE.test(after) || (HOW_MANY.test(before) && !FORWARD.test(after) && !/추정|추산|예상/.test(after)))
      return true
  }
  return COUNTED_BY.test(body) && !FORWARD.test(body.slice(Math.max(0, mention.end - sentence.start)))
}

/** What firms bring, sell or hire. */
const OF_FIRMS: ReadonlySet<Indicator> = new Set(['investment', 'exports', 'revenue', 'output', 'jobs'])

/**
 * What a ministry tells of the firms of the whole country as come about (외국인직접투자 신고액), and sums of foreign money that it does not speak of as an aim,
 * are statistics; offices for one place tell their own results.
 */
export function isMinistrysCount(indicator: Indicator, { kind, unit }: Mention, body: string, subject: string | null, stage: Stage): boolean {
  if (subject === null || !/^[가-힣]{1,8}부$/.test(subject)) return false
  return (stage === 'result' && OF_FIRMS.has(indicator) && !BROUGHT_BY_IT.test(body)) || (kind === 'money' && unit !== 'KRW' && !FORWARD.test(body))
}

/** "45개 기업을 지원해 2조원의 투자를 이끌어냈다": what its own money brought. */
const BROUGHT_BY_IT = /(?:지원|보조|융자)(?:해|하여|하고|한 결과)[^.]{0,60}(?:이끌어\s?냈|끌어냈|거뒀|창출했|유발했|견인했)/

/** "산업통상자원부 집계로는 지난해 전국에서 …": who counts the whole country, of which nothing is promised; so are the figures that go on without anybody else. */
export const isNationalCount = (body: string): boolean => COUNTS_COUNTRY.test(body) && /(?:전국|우리나라|국내)(?:에서|의|에|적으로)?\s/.test(body)

const COUNTS_COUNTRY = cued(
  /(?:[가-힣]{2,8}부|[가-힣]{2,6}청|한국은행|공사|공단|진흥원|협회|무역협회)(?:의|가)?\s(?:최근\s)?(?:집계|통계|조사|자료|발표)(?:로는|에 따르면|에 의하면|결과|를 보면|상)/,
)
