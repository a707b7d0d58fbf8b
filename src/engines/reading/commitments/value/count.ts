import { FORWARD } from '../../indicators.ts'
import type { Indicator, Mention, Slot } from '../../reading.ts'
import { isAim } from '../layout/aims.ts'
import { rollInvests, rollItem } from '../layout/roll.ts'
import { GAVE_UP } from '../stage/told.ts'
import { type Asked, found, isCountryWide } from './asked.ts'
import { isInduced } from './money-clues.ts'
import { peopleOf } from './people.ts'
import { thingsOf } from './things.ts'

const upToComma = (after: string): string => {
  const comma = after.search(/[,，]/)
  return comma < 0 ? after : after.slice(0, comma)
}

const TAUGHT_LABEL = /(?:양성|교육|훈련)\s?[:：]\s?(?:연간?\s|매년\s|총\s|약\s)?$/

/** What a count measures: jobs, firms, rooms, tons, … or null. */
export function countIndicator(asked: Asked): Slot<Indicator> | null {
  const { text, mention, from, to, body, sentence, cue, quantities, flow } = asked
  const { unit } = mention
  // "1명당 연 900만 원"
  if (text.charAt(mention.end) === '당') return null
  const near = text.slice(Math.max(from, mention.start - 30), Math.min(to, mention.end + 24))
  // "- 미래차 전환기업: 23개사 → 80개사", under a heading of aims
  if (unit !== 'persons' && unit !== 'jobs' && unit !== 'years_old' && isAim(text, mention, flow.aims))
    return found(asked, unit === 'firms' ? 'firms' : 'other', 'indicator:aim')
  if (isDivided(asked)) return found(asked, flow.counted!.indicator, 'indicator:part-of-count')
  switch (unit) {
    case 'jobs':
      return found(asked, 'jobs', 'indicator:jobs')
    case 'persons': {
      // "숙련공 양성: 연 450명"
      if (TAUGHT_LABEL.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start)))
        return found(asked, 'other', 'indicator:trained')
      if (isInduced(asked, /(?:취업|고용)\s(?:약\s|총\s)?$/)) return found(asked, 'employment_inducement', 'indicator:induced')
      // "▲가람전자(550억원·120명)"
      if (
        (cue === null || cue.indicator === 'jobs') &&
        rollInvests(body, flow) &&
        rollItem(text, sentence, mention, quantities, asked.names, flow)?.amounts.some((one) => one.kind === 'money')
      )
        return found(asked, 'jobs', 'indicator:roll')
      const people = peopleOf(
        asked,
        near.slice(0, near.length - Math.max(0, Math.min(to, mention.end + 24) - mention.end)) +
          upToComma(text.slice(mention.end, Math.min(to, mention.end + 24))),
      )
      if (people !== undefined) return people
      if (/(?:기업당|업체당|1인당|평균|(?:개|회|\d)사당)/.test(text.slice(sentence.start, mention.start))) return null
      // "기술인력 2,400명을 교육한다": taught, not hired
      if (
        /^(?:여|가량)?(?:을|를|에게|이|의)?\s?[^.,]{0,10}(?:교육|실습|양성|배출|육성|훈련|수료|길러|기른|키운|키워|가르|멘토링|상담)/.test(
          text.slice(mention.end, mention.end + 22),
        ) &&
        !/(?:고용|채용|일자리|뽑)/.test(near)
      )
        return found(asked, 'other', 'indicator:trained')
      // "창고를 지난 5월 완공해 38명이 일하고 있다"
      if (
        /^(?:이|가|여명이)?\s?(?:일하고 있|근무\s?중|근무하고 있|근무한다|일한다)/.test(text.slice(mention.end, mention.end + 10)) &&
        (flow.stage?.value === 'operation' && flow.stageAge <= 2
          ? /./
          : /(?:완공|준공|개장|문을 열|가동|돌리기|열고|이전해|이전한|입주|옮겨|(?:짓는|지을|세울|세우는|들어설|여는|산단|산업단지|㈜\S+|\S+㈜|주식회사\s\S+)\s(?:[가-힣0-9]{1,8}\s){0,2}(?:공장|센터|연구소|사옥)(?:에서|에)(?:는|만)?\s)/
        ).test(text.slice(sentence.start, mention.start))
      )
        return found(asked, 'jobs', 'indicator:at-work')
      // "210명 중 156명이 지역 사람이다"
      if (
        /(?:\d명\s(?:중|가운데)|이 가운데|이 중|이중|그중|명의 \d{1,3}%인|명의 [가-힣\s]{1,12}인)\s?(?:약\s)?$/.test(
          text.slice(Math.max(0, mention.start - 18), mention.start),
        ) &&
        (/(?:뽑|고용|채용)/.test(body) || flow.jobs)
      )
        return found(asked, 'jobs', 'indicator:share-of-jobs')
      // "392개 기업, 22조 1548억원, 4만 8313명": the same three as before, unnamed
      if (
        cue === null &&
        quantities.some((q) => q.kind === 'money') &&
        quantities.some((q) => q.unit === 'firms') &&
        (flow.jobs || /^(?:\s?(?:의|을|에|이|$)|[.,)]|$)/.test(text.slice(mention.end, mention.end + 2)))
      )
        return found(asked, 'jobs', 'indicator:parallel')
      // "신규 고용은 A 70명, B 55명 등 모두 160명": one word for the whole list
      const first = quantities.find((q) => q.unit === 'persons')
      if (
        (cue === null || cue.distance > 24) &&
        first !== undefined &&
        first !== mention &&
        /(?:고용|채용|일자리)[^.,]{0,24}$/.test(text.slice(sentence.start, first.start)) &&
        /^(?:,|·| 등|,? 모두)/.test(text.slice(quantities[quantities.indexOf(mention) - 1]?.end ?? 0, mention.start)) &&
        mention.start - (quantities[quantities.indexOf(mention) - 1]?.end ?? 0) < 24
      )
        return found(asked, 'jobs', 'indicator:list')
      // "A와 B는 각각 700명, 500명을 채용한다", "각각 120명과 80명을 새로 뽑는다"
      if (
        (cue === null || cue.distance > 24) &&
        /^(?:(?:을|를)?,\s(?:[가-힣A-Za-z0-9㈜()]{2,16}\s?(?:은|는|이|가)\s)?|(?:과|와|[·ㆍ]|\s및)\s?(?:\d{1,4}[·ㆍ]){0,6})(?:약\s)?\d[\d,천백]*\s?(?:여\s?)?명(?:을|를)?\s(?:[가-힣]{1,4}\s){0,2}(?:고용|채용|뽑)/.test(
          text.slice(mention.end, sentence.end),
        )
      )
        return found(asked, 'jobs', 'indicator:shared-verb')
      if (
        (cue === null || cue.distance > 24) &&
        /^,\s?(?:약\s)?\d/.test(text.slice(mention.end, mention.end + 5)) &&
        /(?:고용|채용|뽑)/.test(text.slice(mention.end, sentence.end))
      )
        return found(asked, 'jobs', 'indicator:shared-verb')
      // "… 80명을, B사는 … 65명을 고용할 계획": the verb comes at the end for all
      if (
        (cue === null || cue.distance > 24) &&
        quantities.some((q) => q.kind === 'money') &&
        /(?:고용|채용|일자리|뽑)/.test(text.slice(mention.end, sentence.end)) &&
        /^(?:을|를|의|\s?,)/.test(text.slice(mention.end, mention.end + 2))
      )
        return found(asked, 'jobs', 'indicator:shared-verb')
      if (
        /^(?:이|가|을|를)?\s?(?:새로\s)?(?:일하게|일할|근무하게|근무할)/.test(text.slice(mention.end, mention.end + 14)) ||
        WORKPLACE_TO_BE.test(text.slice(mention.end, mention.end + 40))
      )
        return found(asked, 'jobs', 'indicator:will-work')
      // "고용은 7천676명을 약속해 놓고 1천617명에 그쳤다"
      const promised = quantities[quantities.indexOf(mention) - 1]
      if (
        promised?.unit === 'persons' &&
        /^(?:을|를)?\s(?:약속|공약|협약|장담|내걸)[^.,\d]{0,16}$|^(?:이었지만|이었으나|이었는데|였지만|였으나)\s실제로?(?:는)?\s$/.test(
          text.slice(promised.end, mention.start),
        ) &&
        /고용|채용|일자리/.test(text.slice(sentence.start, promised.start))
      )
        return found(asked, 'jobs', 'indicator:came-of')
      // "고용은 1단계 210명을 포함해 모두 380명이다"
      if (
        promised?.unit === 'persons' &&
        flow.jobs &&
        /^(?:을|를)?\s포함(?:해|하여|하면|한)\s(?:모두\s|총\s)?$/.test(text.slice(promised.end, mention.start))
      )
        return found(asked, 'jobs', 'indicator:included')
      // "내년 100명을 비롯해 모두 300여명을 새로 뽑는다"
      if (/^(?:을|를)\s(?:비롯해|시작으로)\s[^.]{0,40}(?:뽑|채용|고용)/.test(text.slice(mention.end, sentence.end)))
        return found(asked, 'jobs', 'indicator:to-begin-with')
      // "뽑을 사람은 130명과 70명이다"
      if (
        promised?.unit === 'persons' &&
        /^(?:과|와|,|·|ㆍ)\s?$/.test(text.slice(promised.end, mention.start)) &&
        TAKES_IN.test(text.slice(sentence.start, (first ?? promised).start))
      )
        return found(asked, 'jobs', 'indicator:list')
      // "세 회사가 뽑는 사람은 각각 110명, 165명, 58명입니다"
      const head = firstOfRow(text, quantities, mention)
      if (head !== mention && TAKES_IN_TURN.test(text.slice(sentence.start, head.start))) return found(asked, 'jobs', 'indicator:list')
      if (besideInvestment(asked)) return found(asked, 'jobs', 'indicator:beside-investment')
      // "1,120억 원 / 160명"
      if (
        cue === null &&
        quantities.some((q) => q.kind === 'money' && q.end < mention.start) &&
        /\/\s?(?:약\s)?$/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
      )
        return found(asked, 'jobs', 'indicator:parallel')
      if (cue === null || cue.distance > 24) return null
      // "제조업 취업자는 438만 명": how many work, not how many will
      if (/취업자/.test(near) && !FORWARD.test(text.slice(mention.end, mention.end + 30))) return null
      return found(asked, cue.indicator === 'employment_inducement' ? cue.indicator : 'jobs', `indicator:${cue.word}`)
    }
    case 'firms':
      if (/(?:기업당|업체당|(?:개|회|\d)사당)[^()]{0,24}\(\s?$/.test(text.slice(sentence.start, mention.start)))
        return found(asked, 'firms', 'indicator:firms-in-brackets')
      // "2개 기업에 2억7,600만원을 지급함"
      if (/^에(?:게)?\s(?:총\s|모두\s)?\d[\d,.억만천백조]*\s?원을\s(?:지급|지원|교부)(?:했|함|하였)/.test(text.slice(mention.end, mention.end + 36)))
        return found(asked, 'firms', 'indicator:paid-firms')
      // "지난해 31개사를 도와"
      if (/^(?:을|를)\s도와\s/.test(text.slice(mention.end, mention.end + 5))) return found(asked, 'firms', 'indicator:helped')
      if (GAVE_UP.test(text.slice(mention.end, mention.end + 20))) return found(asked, 'firms', 'indicator:gave-up')
      if (/(?:선정\s글로벌|세계\s\d)/.test(near) || /^\s?중\s/.test(text.slice(mention.end, mention.end + 3))) return null
      // "들어오겠다고 줄을 선 13개 업체": who waits has not come
      if (
        /(?:줄을? 선|희망하는|희망한|원하는|바라는|기다리는|대기 중인)\s(?:약\s)?$/.test(
          text.slice(Math.max(sentence.start, mention.start - 10), mention.start),
        )
      )
        return null
      // "전년 대비 33곳이 늘었습니다"
      if (
        /(?:대비|보다)\s(?:약\s)?$/.test(text.slice(Math.max(sentence.start, mention.start - 6), mention.start)) &&
        /^(?:이|가)?\s(?:늘|줄|증가|감소|많|적)/.test(text.slice(mention.end, mention.end + 6))
      )
        return null
      // "지역별로는 횡성군이 5개사로 가장 많고 원주시 3개사 … 순이다": each has its own
      if (
        /(?:지역|시·군|시군|구·군|업종|분야|산업|유형|규모|국가|나라|연도)(?:별(?:로|로는|로 보면)?|[을를] 보면|[으]?로는)\s/.test(body) &&
        flow.stage !== null &&
        flow.stageAge <= 2
      )
        return found(asked, 'firms', 'indicator:firms-by')
      // "6개 기업 등이 이전할 경우"
      if (/^(?:\s등)?(?:이|가)?\s(?:[가-힣]{1,6}\s)?(?:이전|입주|투자|유치|준공)[가-힣]{0,3}\s경우/.test(text.slice(mention.end, mention.end + 24)))
        return null
      // "참여기업에는 현재 … 등 완성차 업체 4개사와"
      if (/참여\s?(?:기업|업체)(?:에는|은|는)\s현재\s/.test(text.slice(sentence.start, mention.start))) return null
      // "37개 기업과 간담회를 열어", "7개 기업이 컨소시엄을 꾸려": those who meet or work together
      if (MEETS.test(text.slice(mention.end, mention.end + 40))) return null
      // "5개 제조업체가 업무제휴해 만든 특수목적법인"
      if (/^(?:이|가)\s[^.,\d]{0,16}(?:만든|세운|설립한|출자한)\s/.test(text.slice(mention.end, mention.end + 30))) return null
      // "38곳은 사업 계획을 바꿨다", "다른 지역에 투자한 곳은 9개"
      if (
        /^(?:은|는|이|가)\s[^.,\d]{0,14}(?:바꿨|바꾼|변경)/.test(text.slice(mention.end, mention.end + 24)) ||
        /(?:다른 지역|타 지역|다른 곳)에[^.,\d]{0,12}$/.test(text.slice(Math.max(sentence.start, mention.start - 24), mention.start))
      )
        return null
      // "특구에 참여한 21개 기업이 매출 1천억 원을 올리고": a group, which neither signs nor comes
      if (GROUP.test(text.slice(mention.end, sentence.end)) && !COMES.test(text.slice(mention.end, sentence.end)) && !listedBefore(asked)) return null
      if (listedBefore(asked)) return found(asked, 'firms', 'indicator:firms-listed')
      // "투자유치 실적이 2조 원으로 나타났다. 기업은 28곳, …": who brought what was told right before
      if (
        flow.money === 'investment' &&
        flow.stage?.value === 'result' &&
        flow.stageAge <= 1 &&
        /^(?:투자)?(?:기업|업체|회사)(?:은|는|\s?수는)\s(?:모두\s|총\s)?$/.test(text.slice(sentence.start, mention.start))
      )
        return found(asked, 'firms', 'indicator:beside-attracted')
      // "국내 기업이 171개사 17조9585억 원, 외국인 기업은 28개사 3조9886억 원"
      if (
        (flow.money === 'investment' || cue?.indicator === 'investment') &&
        /^,?\s(?:약\s)?\d[\d,.조억만천\s]*(?:원|달러)/.test(text.slice(mention.end, mention.end + 22))
      )
        return found(asked, 'firms', 'indicator:beside-money')
      if (
        /^(?:과|와)\s더불어/.test(text.slice(mention.end, mention.end + 6)) ||
        /(?:싶다는|싶어 하는|싶어하는|원하는|희망하는|바라는)\s(?:기업|업체|회사)[^.]{0,12}$/.test(
          text.slice(Math.max(from, mention.start - 28), mention.start),
        ) ||
        /(?:수요|의향|문의)/.test(text.slice(Math.max(from, mention.start - 12), Math.min(to, mention.end + 12))) ||
        /투자를 (?:미룬|미뤘|보류|망설)/.test(body)
      )
        return null
      if (isCountryWide(text, mention, sentence)) return null
      return /(?:유치|협약|MOU|양해각서|분양\s?계약|분양을? 체결|입주|투자|지원|육성|돕|달성|만들|창출|모집|선정|참여|이전|발굴|옮겨|끌어|목표|데려오|그쳤|그친|그칩|대상|뽑|키운|키우|키울|고른|고르|골랐|골라|선발|들어온|들어왔|모은|모으|모을|붙잡|품었|품는|불러|모셔|모여들|몰려들|둥지|들어와|들어오|들어간|들어설|채운다|손잡|손을 잡|맞손|뭉쳤|몰려|채웠|채우|채울|불리|불린|불릴|도움을 받|도울|보탠|보태|(?:로|까지) 늘|돌리는|실적|쌓인|불어난|성적표|배출|적용|집계|공약|준공|가동|착공|공사|자리(?:를|도)? ?잡|들이(?:는|겠|기로)|들인다|들일\s|(?:^|\s)온 (?:기업|업체|회사))/.test(
        body,
      ) || /에 이른다|이른다|달한다/.test(body)
        ? found(asked, 'firms', 'indicator:firms')
        : null
    case 'complexes':
      if (/^(?:으로|까지)\s(?:늘|확대)/.test(text.slice(mention.end, mention.end + 6))) return found(asked, 'other', 'indicator:complexes')
      return /(?:지정|추가|조성|선정|준공|승인)(?:했|하였|됐|되었|한다|하기로|할|된다|됩|될|받는|받습|받을)/.test(body) &&
        /^(?:곳|개)?(?:을|를|이|가|에)?\s/.test(text.slice(mention.end, mention.end + 3)) &&
        !/후보/.test(near)
        ? found(asked, 'other', 'indicator:complexes')
        : null
    case 'teams':
      return /(?:지원|선발|선정|육성|뽑|준다|발굴|보육|드리|드립|돕)/.test(body) ? found(asked, 'other', 'indicator:teams') : null
    case 'households':
    // "3만여 가구에 공급할 수 있는 전력": how much power that is
    case 'factories':
      // "공장 3개를 짓고": how many buildings a project has
      if (unit === 'factories' && /^(?:를|을)\s(?:[가-힣]{1,4}\s)?(?:짓|지어|지을|세우|세운|건설)/.test(text.slice(mention.end, mention.end + 10)))
        return null
      if (unit === 'households' && /이재민/.test(near)) return null
      if (unit === 'households' && /전력|전기|발전/.test(body) && !/짓|지어|분양|입주|조성|건립/.test(near)) return null
      return /(?:조성|공급|분양|짓|앉히|앉힌|건설|보급|스마트|구축|깔|깐다|까는|채운|더해|지원|확대|전환|목표|계획)/.test(body)
        ? found(asked, 'other', 'indicator:other')
        : null
    default:
      return thingsOf(asked)
  }
}

/** "47곳을 선정했다. 일반형은 33개, 지원형 4개, 살리기 10개다": all counts of the sentence add up to the one told before. */
function isDivided({ quantities, flow }: Asked): boolean {
  if (flow.counted === null || flow.stageAge > 1 || quantities.length < 2) return false
  let sum = 0
  for (const { kind, value } of quantities) {
    if (kind !== 'count' || typeof value !== 'number') return false
    sum += value
  }
  return sum === flow.counted.value
}

/** "뽑는 사람은 각각 ": a row of people who are taken in. */
const TAKES_IN_TURN = /(?:쓰는|쓸|뽑는|뽑을|채용할|채용하는|고용할|고용하는)\s(?:사람|인원|일손|직원|인력|근로자)(?:은|는|도)?\s(?:각각|차례로)\s$/

/** The first of a row of people: "110명, 165명, 58명". */
function firstOfRow(text: string, quantities: readonly Mention[], mention: Mention): Mention {
  let first = mention
  for (let k = quantities.indexOf(mention) - 1; k >= 0; k--) {
    const before = quantities[k]!
    if (before.unit !== mention.unit || !/^(?:,|·|과|와)\s?$/.test(text.slice(before.end, first.start))) break
    first = before
  }
  return first
}

/** Of people beside an investment, those who are no workers of it. */
const NO_WORKERS =
  /참석|참여한|주민|시민|도민|군민|학생|회원|조합원|임직원|내빈|관계자|방문|관광|이용|정원|수용|인구|사망|부상|반대|서명|탈북|환자|어르신|세대|대표단|투자단/
/** "1,000명이 일하는 밸리를 꾸민다": a workplace that is to be. */
const WORKPLACE_TO_BE =
  /^(?:이|가)\s(?:일하는|근무하는)\s[^.]{0,20}(?:을|를|으로|로)\s(?:꾸미|꾸민|꾸밀|만든|만들|조성|짓|지을|세우|세울|키우|키운|키울)(?!었|졌|어졌)/
/** Verbs that take people in: "새로 쓰는 사람은 642명", "165명을 뽑지만", "140명이 옮겨 온다". */
const TAKES_IN =
  /(?:쓰는|쓸|뽑는|뽑을|채용할|채용하는|고용할|고용하는|들이는|들일|일할|일하는|일하게 될|채우는|맞는|맞을|필요한|근무할|근무하는|둘|두는|(?<![가-힣])근무|상주|상시|투입)\s(?:사람|인원|일손|직원|인력|근로자)(?:은|는|이|도)?\s(?:모두\s|약\s|총\s)?$/
const TAKEN_IN =
  /^(?:여|가량|안팎)?(?:을|를|이|은)?\s?(?:더\s|새로\s|추가로\s|현지에서\s|지역에서\s)*(?:뽑|채용|고용(?!유발| 유발)|들이|쓰[기는겠고며]|쓴다|씁니다|쓴\b|두게|둘 |일하게|모집|충원|옮겨 ?[오온올옵와왔]|새\s?일(?:터|자리)를|일자리를\s(?:얻|갖|구하|잡))/

/** "314억 원·120명", "230억 원과 75명을 적어 냈다": workers told beside an investment of the same one. */
function besideInvestment({ text, mention, sentence, quantities, actors, flow, cue }: Asked): boolean {
  const before = text.slice(Math.max(sentence.start, mention.start - 24), mention.start)
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 16))
  if (cue?.indicator === 'employment_inducement' || NO_WORKERS.test(before.slice(-14)) || NO_WORKERS.test(after.slice(0, 8))) return false
  if (TAKES_IN.test(before) || TAKEN_IN.test(after)) return true
  const last = quantities.findLast((q) => q.end <= mention.start)
  if (last === undefined || last.kind !== 'money' || flow.money !== 'investment') return false
  if (actors.some((a) => a.start > last.end && a.start < mention.start)) return false
  const gap = text.slice(last.end, mention.start)
  // "300억원(80명)을 투자한다"
  if (/^(?:원)?\($/.test(gap) && text.charAt(mention.end) === ')') return true
  return /^(?:원)?\s?(?:[·ㆍ,/]|과|와|에|및)\s?(?:약\s|인원\s|인력\s)?$/.test(gap)
}

/** Firms that meet somebody, are asked, or found something together. */
const MEETS =
  /^(?:과|와|이|가|을|를|을 대상으로|를 대상으로)\s[^.,\d]{0,16}(?:간담회|만나|만났|회의|설명회|상담|면담|방문|설문|조사|컨소시엄을 (?:꾸|구성|이뤄|만들))/

/** Firms that act on other numbers of the sentence. */
const GROUP = /^(?:이|가|은|는)\s[^.]*\d/
const COMES =
  /입주|모여|몰려|협약|MOU|양해각서|계약|이전|투자|들어|옮겨|둥지|유치|선정|뽑혔|준공|가동|착공|공사|지원|받|참여하|참여했|조성|짓|신청|집계/

/** "㈜가·나·다 3개사": a count of the firms named right before it. */
function listedBefore({ text, mention, names }: Asked): boolean {
  const before = names.filter((n) => n.kind === 'organisation' && n.end <= mention.start)
  const last = before.at(-1)
  const other = before.at(-2)
  if (last === undefined || other === undefined || mention.start - last.end > 4) return false
  return /^\s?(?:등\s)?$/.test(text.slice(last.end, mention.start)) && /^(?:·|ㆍ|,\s?|와 |과 )$/.test(text.slice(other.end, last.start))
}
