import { cued } from '../../cue.ts'
import { areaOf, isFirm, isOutlet } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Slot } from '../../reading.ts'
import { slot } from '../draft.ts'
import { reporterOf } from './several.ts'
import { OF_FIRMS, of, type Told } from './told.ts'

/** "이 투자가 끝나면", "이 공장에서": what was told right before, of one firm. */
const OF_THIS = /(?:^|\s)(?:이|해당) (?:투자|공장)(?:가|이|로|는|은|에서|의|를 통해)\s/
/** "이 회사에서 500억 원의 투자를 기대한다": the firm named last. */
const OF_FIRM = /(?:^|\s)(?:이|해당) (?:회사|기업|업체)(?:에서|로부터)\s/
/** "투자가 마무리되면", "이번 협약으로": what all that signed bring. */
const OF_ALL = cued(
  /(?:^|\s)(?:(?:이들의? )?투자가 (?:모두 )?(?:완료|마무리|끝나|이뤄|이루어|실현)|이번 (?:투자\s?)?(?:협약|유치|투자)|협약(?:에 따라|으로|이 이행))/,
)
/** "부산으로 오는 기업들이": several without names. */
const SOME = /(?:^|[가-힣\s])(?:기업|업체|회사)들(?:은|이|의)\s/

/** "기업들이 약속한 일자리는" */
const PROMISED = /(?:기업|업체|회사)들(?:은|이)\s(?:당초\s)?(?:약속|협약|제시|계획)(?:한|했던)\s/

/** "단지가 문을 열면": who hires there are others than its developer. */
const OF_PARK = /(?:단지|산단|밸리|지구)(?:가|이|에)\s|입주/

const isInvestor = (n: NameCandidate): boolean =>
  n.kind === 'organisation' && n.rule !== 'organisation:dateline' && isFirm(n.value) && !isOutlet(n.value)

/**
 * Whose the work is that an office expects of an investment (투자에 따른 고용): where one firm invests it is the firm's, who will hire;
 * where several do, the office's, which adds them up. Null where no investor was told of.
 */
export function ofInvestment(told: Told): Slot<string | null> | null {
  const { mention, body, before, actors, names, flow, indicator, stage } = told
  if (stage === 'result' || stage === 'cancelled' || stage === 'pledge' || !OF_FIRMS.has(indicator) || flow.lineOffice !== null) return null
  const offices = actors.filter((a) => a.start < mention.start)
  if (names.some((n) => isInvestor(n) && n.start < mention.start)) return null
  if (offices.some((a) => areaOf(a.value) === null)) return null
  if (SOME.test(before)) {
    const office = offices.at(-1)?.value ?? (PROMISED.test(before) ? told.discourse.office : null)
    return office === null ? null : slot(office, null, 'subject:reports-total')
  }
  if (OF_FIRM.test(before) && flow.firm !== null) return { ...flow.firm, rule: 'subject:the-firm' }
  const last = flow.investor
  if (last !== null && OF_THIS.test(before) && isFirm(last)) return slot(last, null, 'subject:of-investment')
  // who tells of the jobs of a park stands behind them: "…이 생긴다고 도는 내다봤다"
  if (indicator === 'jobs' && OF_PARK.test(before) && !before.includes('공장')) {
    const teller = actors.find((a) => a.start > mention.end && areaOf(a.value) !== null)
    return teller === undefined ? null : of(teller, 'subject:topic-after')
  }
  // "올해 135개 기업을 유치해 5000명을 고용하게 하겠다": of other firms
  if (indicator !== 'jobs' || /\d[^.,]{0,10}(?:기업|업체|회사)(?:을|를|의|가|이)\s/.test(before)) return null
  const signed = [...(flow.agreement?.parties ?? [])].filter((party) => isFirm(party) && !isOutlet(party))
  const firms = new Set([...flow.investors, ...signed])
  const counted = flow.agreement?.counted ?? false
  if (firms.size === 1 && !counted && last !== null && firms.has(last)) return slot(last, null, 'subject:of-investment')
  const office = OF_ALL.test(body) ? reporterOf(told) : null
  if ((firms.size > 1 || counted) && office !== null && (flow.agreement !== null || flow.investors.size > 1))
    return slot(office, null, 'subject:reports-total')
  return null
}
