import type { NameCandidate } from '../../names/candidate.ts'
import type { DateValue, Mention, Slot, Span, Stage } from '../../reading.ts'
import { lastBefore, nothing, slot } from '../draft.ts'

/** In "A는 2026년까지 …, B는 2027년까지 …" each has its own dates; one before the first topic is for all. */
export function ownDates(text: string, dates: readonly Mention[], actors: readonly NameCandidate[], mention: Mention): readonly Mention[] {
  if (actors.length < 2 || sharesVerb(text, dates, actors, mention)) return dates
  const own = lastBefore(actors, mention.start)
  if (own === undefined) return dates
  const next = actors.find((a) => a.start > mention.start)
  const first = actors[0]!
  return dates.filter((d) => d.start < first.start || (d.start >= own.start && (next === undefined || d.start < next.start)))
}

/** The end of a clause whose verb is that of the last one: "A가 820억 원을, ". */
const VERBLESS = /(?:\d|원|㎡|평|명|달러|유로)(?:을|를|씩|에)?,\s$/

/** "A가 820억 원을, B가 1천억 원을 들여 2027년까지 공장을 짓는다": one verb and one day for all of them. */
function sharesVerb(text: string, dates: readonly Mention[], actors: readonly NameCandidate[], mention: Mention): boolean {
  let k = actors.findIndex((a) => a.start > mention.start)
  if (k <= 0) return false
  for (; k < actors.length; k++) if (!VERBLESS.test(text.slice(Math.max(0, actors[k]!.start - 12), actors[k]!.start))) return false
  return dates.every((d) => d.start > actors.at(-1)!.start)
}

const DUE_AFTER =
  /^(?:까지|이면|\s안에|\s(?:연다|엽니다)[.”"]|\s?(?:[가-힣]{0,4})?\s?(?:완공|준공|개장|개소|개관|가동|상업\s?생산|양산|운영(?:을|에)?\s?(?:목표|개시|시작|들어)|입주(?!계약|협약|\s계약|\s협약)|마무리|끝|완료)|에\s?(?:완공|준공|개장|가동|끝|마무리|완료)|\s?내에?\s|에?\s[가-힣0-9]{1,8}(?:을|를)\s돌[리린릴]|\s?현재|\s?기준|안에|에?\s(?:[가-힣]{1,6}(?:이|가)\s)?(?:다\s|모두\s)?(?:지어|완공되|준공되|조성되|가동되|들어서|끝나)(?:지)?면)/
const DUE_BEFORE =
  /(?:완공|준공|개장|개소|가동|양산|완료|목표)\s?(?:예정일|시기|시점|예정|목표)?(?:은|는|이|가|:)\s?$|(?:완공|준공|개장|개소|가동)(?:되|하)는\s$|(?:끝나|마무리되|문을 여)는\s(?:때|시기|시점|해)?(?:는|은)?\s?$/
const SIGNING = /^(?:에|,)?[^.]{0,36}?(?:협약|체결|서명|발표|밝혔|고시|공고|제출|선정|뽑혀|뽑힌|개최|내놓은|내놨|낸 자료|공개한|펴낸)/
/** After a date: the agreements of a time, all signed. */
const SIGNED_BY =
  /^(?:까지|\s?말까지|\s?현재까지|\))?\s(?:(?!투자(?!\s?(?:협약|유치|의향|기업|업체|사\s))|들여|투입|짓|고용(?!\s?(?:인원|규모))|채용)[^.]){0,70}?(?:맺었|맺은|맺고|맺어|체결했|체결한|체결됐|체결해|체결하고)/
/** After a date: what is aimed at by then. */
const AIMED_AT = /^(?:\s?(?:말|초|상반기|하반기))?\s(?:[가-힣]{2,5}\s)?(?!착공|기공)[가-힣]{2,6}(?:을|를)\s목표로\s/
/** Between a date and its counts: other counts of the same time, no other words. */
const BESIDE = /^(?:에|에는|엔|은|는)?\s(?!.*,\s)[\d,. 약총조억천만백여개사기업곳건명원]{0,30}$/
/** The term of what was told before. */
const SAME_TERM = /(?<![가-힣])(?:같은|이) 기간(?:에|까지|\s|,)/
/** After an amount: it goes into the budget of the year. */
const INTO_BUDGET = /^[^.,]{0,16}(?:예산안?|추경안?)(?:에|으로)\s(?:[가-힣]{1,4}\s)?(?:담|반영|편성|넣|올리|올린|올렸|세우|세웠|잡)/
/** What opens a sentence about one step of a work. */
export const ONE_STEP = /^(?:제\s?)?[\d첫](?:\s?번째)?\s?(?:공장|단계|공구|차)\s?(?:[가-힣]{1,6})?(?:은|는|이|부터)\s/
const STEP = /^(?:까지|에)?\s제?\d단계(?:로|는|에)?\s?\(?(?:약\s)?$/
const THIS_YEAR = /^(?:올해|내년|금년|연내|올해 안|연말)/

/** "내년 대상은 150명, 예산은": each figure of one year by its noun. */
const OF_YEAR = /^(?:도)?\s[가-힣\s]{1,10}[은는]\s(?:[^.,고며]{1,24},\s[가-힣\s]{1,10}[은는]\s(?:약\s|총\s)?)*$/

/** Between a number and the date of its verb, or of its bracket. */
const LAID_OUT = /^(?:을|를)\s(?:(?:들여|투입해|투자해|넣어|쏟아)\s)?$|^\s?\($/
/** After a date: what became of another thing then. */
const COLOURS = /^(?:에)?\s(?:문을 연|(?:[가-힣]{1,3}\s)?(?:준공|완공|개장|개소|설립|창업|인수|건립|신설|조성|매입|취득)(?:한|된))\s/

/** "2030년부터 연 2만t을 만들어": from when it works is when it has to be there. */
const OPERATES =
  /^부터\s(?:[^.,]{0,30}?)(?:판다|팝니다|팔기|돌린다|돌립니다|돌릴|돌리기|내보낸다|공급한다|생산한다|생산할|생산하는 (?:게|것)|생산하기|만들어|만든다|양산|가동|상업\s?(?:운전|생산|가동)|(?:생산|운영|영업)(?:을|에)\s(?:들어[가간갈갑]|시작|나[서선설섭])|문을 [여연열엽])/
/** "내년 말 국가산단 8만㎡에 공장을 착공하고": when the work begins, whatever stands between. */
const BREAKS_GROUND = /^(?!까지)[^.,]{0,50}?(?:을|를|에|도)\s착공(?:하|해|한|할|합|에)/

/** After a date: only what this is held against, "올해보다 495억 원 늘린 5869억 원". */
const COMPARED = /^(?:보다|\s?대비|에 비해|(?:와|과) (?:견줘|견주면|비교|비슷|같은)|\s(?:같은 기간|동기)\s?(?:보다|대비|에 비해))/
/** Between the first of several and the later ones. */
const FIRST_OF = /^(?:을|를)?\s(?:비롯해|시작으로|뽑고|먼저)\s/
/** Stages of what is still to come. */
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])
/** Behind a year in brackets of its own. */
const OWN_YEAR = /^(?:까지|\s?(?:목표|완공|준공|예정))?\)/
const lastDay = (value: DateValue): string => (typeof value === 'string' ? value : value.to)

/** Where the bracket opens that is still open at a position, or -1. */
function bracketAt(text: string, from: number, to: number): number {
  const gap = text.slice(from, to)
  const open = gap.lastIndexOf('(')
  return open > gap.lastIndexOf(')') ? from + open : -1
}

const DESIGNATED_BEFORE = /지정(?:됐|되었|했|하였|받았)다고 $/
const TOLD_ON = /^\s(?:밝혔|발표|전했|알렸|설명)/
const DESIGNATED_ON = /^\s(?:[가-힣]{4,9}(?:로부터|의)\s)?지정(?:[·ㆍ]?(?:고시|승인))?(?:했|하였|됐|되었|받았)/

/** By when and from when (기한·시작): the date that stands nearest with 까지, 완공 or the like; the day of a signing never counts. */
export function datesOf(
  text: string,
  sentence: Span,
  mention: Mention,
  clause: Span,
  dates: readonly Mention[],
  stage: Stage,
  earlier: readonly Mention[],
  now: string | null,
  quantities: readonly Mention[],
): { due: Slot<DateValue | null>; start: Slot<DateValue | null>; counted: Slot<DateValue | null> | null } {
  let counted: Slot<DateValue | null> | null = null
  let due: Slot<DateValue | null> = nothing('due:none')
  let start: Slot<DateValue | null> = nothing('start:none')
  let dueRank = 0
  const done = stage === 'result' || stage === 'operation'
  for (const date of dates) {
    const after = text.slice(date.end, date.end + 26)
    const span = { start: date.start, end: date.end }
    const value = date.value as DateValue | null
    // "특구로 지정됐다고 10일 밝혔다", "10일 지정·고시했다": the day of a designation
    if (
      done &&
      dueRank < 4 &&
      ((DESIGNATED_BEFORE.test(text.slice(Math.max(sentence.start, date.start - 9), date.start)) && TOLD_ON.test(after)) || DESIGNATED_ON.test(after))
    ) {
      due = slot(value, span, 'due:when-counted')
      dueRank = 4
      continue
    }
    // "올 8월까지 71개 기업과 협약을 맺었다", "지난해 11개 기업과": when was counted; what was signed has no day
    const upTo = /까지$/.test(date.text) || /^(?:까지|\s?말까지|\s?현재)/.test(after) || (typeof value === 'object' && value !== null)
    if (stage === 'mou' && SIGNED_BY.test(text.slice(date.end, sentence.end))) {
      if (upTo) counted = slot(typeof value === 'object' && value !== null ? value.to : value, span, 'due:when-counted')
      continue
    }
    // "내년 100명을 비롯해 장기적으로 300여명": the year of the first
    if (
      date.end <= mention.start &&
      quantities.some(
        (q) =>
          q !== mention &&
          q.unit === mention.unit &&
          q.start >= date.end &&
          q.start - date.end <= 2 &&
          q.end < mention.start &&
          FIRST_OF.test(text.slice(q.end, mention.start)),
      )
    )
      continue
    // "올해로 개청 10년을 맞은": an anniversary; "6월까지 공모": those who apply have that long
    if (/^까지\s(?:공모|접수|신청|모집)(?!에)/.test(date.text.slice(-2) === '까지' ? `까지${after}` : after)) continue
    if (/^로\s/.test(after) || COMPARED.test(after)) continue
    // what is still to come is not due on a day that is past, unless the sentence says just that: then the day is odd, and told as one
    if (
      now !== null &&
      AHEAD.has(stage) &&
      value !== null &&
      lastDay(value) < now.slice(0, lastDay(value).length) &&
      !/당초|애초/.test(text.slice(Math.max(sentence.start, date.start - 8), date.start)) &&
      (stage === 'mou' || !/^까지\s(?:총\s|약\s|모두\s)?$/.test(text.slice(date.end, mention.start)))
    )
      continue
    const inClause = date.start >= clause.start && date.end <= clause.end
    const near = inClause ? 2 : 0
    // "2곳을 공약했으나 1곳(투자 1조 2천억원, 2027년 완공)만": what brackets say is of what stands in them
    const bracket = date.start > mention.end ? bracketAt(text, mention.end, date.start) : -1
    if (bracket >= 0 && quantities.some((q) => q.start > bracket && q.end < date.start)) continue
    // "6천억원을 먼저 넣고 나머지 5천억원은 2029년까지": the date of the rest
    if (
      !inClause &&
      date.start > mention.end &&
      quantities.some(
        (q) =>
          q.kind === mention.kind &&
          q.start > mention.end &&
          q.end < date.start &&
          /(?:나머지|남은|\d단계|이어)[^.]{0,10}$/.test(text.slice(mention.end, q.start)),
      )
    )
      continue
    // "2023년 준공한 1공장 옆에 2공장을": a date that only colours another thing
    if (!done && COLOURS.test(after) && date.end <= mention.start) continue
    // a date of a later clause that has a number of its own is that number's
    if (!inClause && date.start > mention.end && quantities.some((q) => q.start > date.end && q.start - date.end < 60)) continue
    if (typeof value === 'object' && value !== null) {
      // 접수 기간 and campaign days are no term of the work; days of different years are
      if (!/^\d{4}(?:-\d{2})?$/.test(value.from) && value.from.slice(0, 4) === value.to.slice(0, 4)) continue
      // "2027~2028년 착공": when the work begins
      if (/^\s?착공/.test(after)) {
        start = slot(value.from, span, 'start:from')
        continue
      }
      const rank = 4 + near + (date.start < mention.start ? 1 : 0)
      const term = date.rule.endsWith(':range') || date.rule === 'date:years' || date.rule === 'date:months'
      // a half-year or a quarter is one date, not a term
      if (!term) {
        // "상반기 성적표… 협약 8건": the time that runs is when they signed
        if (stage === 'mou' && now !== null && value.from <= now && !DUE_AFTER.test(after)) continue
        // "1분기까지 70억원, 2분기까지 90억원": the last quarter before the number is its own
        const nearer = rank === dueRank && due.rule === 'due:part-of-year' && date.end <= mention.start
        if ((DUE_AFTER.test(after) || done || (inClause && date.start < mention.start)) && (rank > dueRank || nearer)) {
          dueRank = rank
          due = slot(value, span, 'due:part-of-year')
        }
        continue
      }
      // "1단계(2009~2014년) 3.2㎢, 2단계(2014~2017년) 6.78㎢": the last term before the number is its own
      if (rank > dueRank || (rank === dueRank && due.rule === 'due:range' && date.end <= mention.start)) {
        dueRank = rank
        due = slot(value.to, span, 'due:range')
        start = slot(value.from, span, 'start:range')
      }
      continue
    }
    const operates = OPERATES.test(text.slice(date.end, Math.min(sentence.end, date.end + 40)))
    if (
      (!operates && /^(?:부터|\s?(?:이후|뒤로|이래))/.test(after)) ||
      /^(?!까지)[^.,]{0,20}(?:뒤로|이후로|이후\s|이래|(?:취임|개청|출범|개항)\s?(?:뒤|후)\s)/.test(after) ||
      /^(?:\s?안)?(?:에|부터)?\s?(?:착공|공사(?:를|에)\s(?:시작|들어|착수)|첫 삽)/.test(after) ||
      (!/\d년/.test(text.slice(date.end, date.end + 30)) && BREAKS_GROUND.test(text.slice(date.end, Math.min(sentence.end, date.end + 60))))
    ) {
      start = slot(value, span, 'start:from')
      continue
    }
    if (/^\s?[가-힣()]{1,12}에 따르면/.test(after) || /^(?:에|까지)?\s?(?:체결|맺은|서명)/.test(after)) continue
    // "50곳 유치 공약은 지난달까지 9곳에": a date right before another number is that number's
    if (
      date.start > mention.end &&
      /[은는]\s$/.test(text.slice(mention.end, date.start)) &&
      /^(?:까지|\s?[말초]?\s?(?:기준|현재))?\s?(?:약\s|총\s|모두\s)?\d/.test(after)
    )
      continue
    // "1단계 2.1GW(’29년), 2단계 3.2GW(’31년)": each with its own year
    if (AHEAD.has(stage) && stage !== 'mou' && text.slice(mention.end, date.start) === '(' && OWN_YEAR.test(text.slice(date.end, date.end + 8))) {
      dueRank = 9
      due = slot(value, span, 'due:bracket')
      continue
    }
    // "2개사와 협약 추진(’26. 9.)": a date in brackets that ends the line
    if (
      date.start > mention.end &&
      stage === 'plan' &&
      text.charAt(date.start - 1) === '(' &&
      /^\s?(?:예정|까지)?\)\s*$/.test(text.slice(date.end, sentence.end))
    ) {
      if (dueRank < 4) {
        dueRank = 4
        due = slot(value, span, 'due:bracket')
      }
      continue
    }
    const until =
      operates ||
      // "500억 원 조성(~2028년)"
      (/[(（]\s?[~∼～]\s?$/.test(text.slice(Math.max(sentence.start, date.start - 3), date.start)) && /^\s?[)）]/.test(after)) ||
      /까지$/.test(date.text) ||
      DUE_AFTER.test(after) ||
      AIMED_AT.test(after) ||
      DUE_BEFORE.test(text.slice(Math.max(sentence.start, date.start - 14), date.start))
    // "2030년 55%로", "2030년 3천만 달러로": the year that the aimed figure is for
    if (
      /^(?:에|에는|까지)?\s(?:약\s|모두\s|총\s)?$/.test(text.slice(date.end, mention.start)) &&
      /^(?:으로|로|까지)\s/.test(text.slice(mention.end, mention.end + 3))
    ) {
      dueRank = 9
      due = slot(value, span, 'due:aimed-year')
      continue
    }
    // "2027년도 본예산안에 612억원을 편성했다": a budget is for its year
    if (/^(?:도)?\s?(?:본예산|예산|추경)[\s\d,.조억만천]{0,20}원?보다/.test(text.slice(date.end, date.end + 40))) continue
    if (
      /^(?:도)?\s?(?:[가-힣0-9·]{1,6}\s){0,2}(?:본예산|예산|추경|추가경정)/.test(after) &&
      mention.kind === 'money' &&
      /편성|예산|확보|반영/.test(text.slice(date.end, sentence.end))
    ) {
      if (dueRank < 8 && (date.start < mention.start || date.start - mention.end < 12)) {
        dueRank = 8
        due = slot(value, span, 'due:budget-year')
      }
      continue
    }
    // "2017년에 29개 사업을 펼치기로 하고 624억원을 예산안에 담는다"
    if (
      mention.kind === 'money' &&
      stage === 'plan' &&
      typeof value === 'string' &&
      value.length === 4 &&
      (now === null || value >= now.slice(0, 4)) &&
      date.end <= mention.start &&
      dueRank < 7 &&
      INTO_BUDGET.test(text.slice(mention.end, sentence.end))
    ) {
      dueRank = 7
      due = slot(value, span, 'due:budget-year')
      continue
    }
    // "투자 유치(2026.9)와 특구 지정(2026.7)": each with its own brackets
    const ahead = text.slice(mention.end, Math.max(mention.end, date.start - 1))
    if (done && date.start > mention.end && text.charAt(date.start - 1) === '(' && ahead.length < 20 && !/[(,]/.test(ahead)) {
      dueRank = 9
      due = slot(value, span, 'due:bracket')
      continue
    }
    // "2018년 394개 1조 9천억 원, 2019년 749개 3조 7천억 원", "2019년 1단계(540실)를": each with the date right before it
    const gap = text.slice(date.end, mention.start)
    if (date.end <= mention.start && ((done && BESIDE.test(gap)) || STEP.test(gap))) {
      dueRank = 9
      due = slot(value, span, 'due:beside')
      continue
    }
    // "1단계로 300억원을 들여 2027년까지, 2단계로": the date right behind the number
    if (until && date.start > mention.end && LAID_OUT.test(text.slice(mention.end, date.start))) {
      dueRank = 9
      due = slot(value, span, 'due:until')
      continue
    }
    let rank = 0
    if (until) rank = inClause ? 5 : 2
    else if (done && inClause && !SIGNING.test(after)) rank = 3
    else if (done && dates.length === 1 && !SIGNING.test(after) && !/(?:지만|으나|는데)[,\s]/.test(text.slice(date.end, mention.start))) rank = 1
    else if (inClause && THIS_YEAR.test(date.text) && date.start < mention.start && !SIGNING.test(after)) rank = 2
    // "2027년 약 2,300개사 지원": the year that the plan is for
    if (
      rank === 0 &&
      stage === 'plan' &&
      inClause &&
      typeof value === 'string' &&
      value.length === 4 &&
      (now === null || value >= now.slice(0, 4)) &&
      date.start < mention.start &&
      mention.start - date.end < 14 &&
      !SIGNING.test(after)
    )
      rank = 1
    // "내년 대상은 150명, 예산은 5억 4천만 원입니다": the year that opens the sentence
    if (
      rank === 0 &&
      stage === 'plan' &&
      THIS_YEAR.test(date.text) &&
      date.start - sentence.start < 12 &&
      OF_YEAR.test(text.slice(date.end, mention.start))
    )
      rank = 1
    if (rank === 0) continue
    // the last one before the number speaks for it
    rank += near + (date.start < mention.start ? 1 : 0)
    if (rank >= dueRank) {
      dueRank = rank
      due = slot(value, span, until ? 'due:until' : 'due:when-counted')
    }
  }
  // "같은 해까지": the year said last
  const same = text.slice(sentence.start, mention.start).lastIndexOf('같은 해')
  if (same >= 0 && dueRank < 9 && sentence.start + same >= clause.start) {
    const year = earlier.findLast((d) => d.end <= sentence.start + same && typeof d.value === 'string')
    if (year !== undefined)
      due = slot((year.value as string).slice(0, 4), { start: sentence.start + same, end: sentence.start + same + 4 }, 'due:same-year')
  }
  // "같은 기간 112억원을 투입해": the term said last
  const term = text.slice(clause.start, mention.start).search(SAME_TERM)
  if (term >= 0 && dueRank < 5 && due.value === null) {
    const at = clause.start + term
    const past = earlier.findLast(
      (d) => d.end <= at && d.value !== null && (typeof d.value === 'object' || /까지$/.test(d.text) || /^까지/.test(text.slice(d.end, d.end + 2))),
    )
    if (past !== undefined) {
      const value = past.value as DateValue
      due = slot(typeof value === 'string' ? value : value.to, { start: at, end: at + 4 }, 'due:same-term')
      if (typeof value === 'object') start = slot(value.from, { start: at, end: at + 4 }, 'start:same-term')
    }
  }
  // "제1공장은 올해 하반기에 준공하며": the day of one step of the work
  if (due.value !== null && ONE_STEP.test(text.slice(sentence.start, sentence.start + 14))) due = { ...due, rule: 'due:step' }
  if (counted !== null && due.value === null) due = nothing('due:signed')
  return { due, start, counted }
}
