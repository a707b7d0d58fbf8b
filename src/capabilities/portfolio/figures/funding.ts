import { countOnce } from '#engines/accounting/count-once'
import type { Funding } from '#engines/accounting/funding'
import { sumOf } from '#engines/accounting/sum'
import type { Formula, Worked } from './formula.ts'
import type { Ledger, LedgerFact } from './ledger.ts'
import { type Parameters, scope, scopeParameters } from './scope.ts'
import { announced } from './total.ts'

/** Money of a project is said as its investment or as its budget; a part of either is one part. */
const indicators = ['investment', 'budget'] as const

/**
 * 재원별 금액: announced money of which it is said that it is national, provincial, city or private, each won once. A part that is named counts though its whole counts elsewhere:
 * 4,450억 with 민자 3,500억 is 4,450억 announced, of which 3,500억 private; of the rest nobody says whose it is, and it is in none of these.
 */
function work(funding: Funding) {
  return (ledger: Ledger, parameters: Parameters): Worked => {
    const unit = parameters.currency ?? 'KRW'
    const subjects = new Map(scope(ledger, parameters).map((subject) => [subject.id, subject]))
    const money = ledger.facts.filter(
      (fact) => indicators.some((one) => one === fact.indicator) && subjects.has(fact.subject) && announced.some((facet) => facet === fact.facet),
    )
    const own = money
      .filter((fact) => fact.funding === funding)
      .map((fact): LedgerFact => (subjects.get(fact.subject)?.phase === 'lost' ? { ...fact, ended: true } : fact))
    const { counted, left } = countOnce(own, unit, announced, ledger.wholes)
    const said = new Set(money.filter((fact) => fact.funding !== null && fact.funding !== 'mixed').map((fact) => fact.subject))
    const silent = [...new Set(money.map((fact) => fact.subject))].filter((id) => !said.has(id) && subjects.get(id)?.phase !== 'lost')
    const name = (id: string) => subjects.get(id)?.name ?? ''
    return {
      value: sumOf(counted),
      inputs: counted.map((fact) => fact.factId),
      leftOut: [
        ...left.map(({ fact, reason }) => ({ subjectId: fact.subject, subjectName: name(fact.subject), reason })),
        ...silent.map((id) => ({ subjectId: id, subjectName: name(id), reason: 'not_disclosed' as const })),
      ],
      counted: [],
    }
  }
}

const titles: readonly (readonly [Exclude<Funding, 'mixed'>, string, string])[] = [
  ['national', '국비', 'National money'],
  ['provincial', '도비', 'Provincial money'],
  ['city', '시비', 'City money'],
  ['private', '민자', 'Private money'],
]

/** 재원별 산식: one formula a purse, so that national, provincial, city and private money are kept apart. */
export const fundingFormulas: readonly Formula[] = titles.map(([funding, ko, en]) => ({
  id: `announced_${funding}_money`,
  version: 1,
  titleKo: `${ko}로 밝혀진 금액`,
  titleEn: `${en} announced`,
  definitionKo: `발표된(발표가 없으면 계획된) 투자·사업비 가운데 ${ko}라고 밝혀진 금액의 합입니다. 같은 부분은 한 번만 셉니다. 누구의 돈인지 밝혀지지 않은 금액은 어느 재원에도 넣지 않고, 그런 대상은 따로 적습니다. 철회된 것은 뺍니다. 다른 통화는 더하지 않습니다.`,
  definitionEn: `The sum of announced (where there is none: planned) investment and budget money that is said to be ${en.toLowerCase()}. Each part counts once. Money of which nobody says whose it is belongs to no purse; such subjects are listed. Withdrawn ones stay out. Other currencies are not added.`,
  unit: 'KRW',
  parameters: [...scopeParameters, 'currency'],
  indicators: [...indicators],
  work: work(funding),
}))
