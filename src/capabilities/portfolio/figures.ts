import { differenceOf } from '#engines/accounting/sum'
import { contractedInvestment } from './figures/contracted.ts'
import { countOf, type Formula } from './figures/formula.ts'
import { fundingFormulas } from './figures/funding.ts'
import { overdueCount } from './figures/overdue.ts'
import { rateFormulas, rateParts } from './figures/rate.ts'
import { scope, scopeParameters } from './figures/scope.ts'
import { statedRateFormulas } from './figures/stated-rate.ts'
import { actual, announced, estimated, reported, total } from './figures/total.ts'

const scoped = [...scopeParameters]
const version = 1

interface TotalToDefine {
  id: string
  indicator: string
  unit: string
  ko: string
  en: string
  facets: readonly string[]
}

const onceKo = '같은 대상은 한 번만, 부분은 전체와 함께 세지 않습니다. 적히지 않은 값은 0으로 세지 않고 따로 적습니다.'
const onceEn = 'Each subject counts once, parts never beside their whole. Values that are not known are not zero: they are listed.'

/** What kind of values a total adds up. */
const kindsOfValue = new Map<readonly string[], { ko: string; en: string }>([
  [actual, { ko: '실제로 이루어졌다고 확인한', en: 'values known to have come true' }],
  [announced, { ko: '발표된(발표가 없으면 계획된)', en: 'announced (where there is none: planned) values' }],
  [
    estimated,
    {
      ko: '모형으로 추정한(직접+간접, 건설과 운영의 합)',
      en: 'values estimated by a model (direct and indirect, construction and operation together)',
    },
  ],
])

function totalFormula({ id, indicator, unit, ko, en, facets }: TotalToDefine): Formula {
  const money = unit === 'KRW' || unit === 'USD'
  return {
    id,
    version,
    titleKo: ko,
    titleEn: en,
    definitionKo: `${kindsOfValue.get(facets)?.ko} 값의 합입니다. ${onceKo}${facets === actual ? '' : ' 철회된 것은 뺍니다.'}${money ? ' 다른 통화는 더하지 않습니다.' : ''}`,
    definitionEn: `The sum of ${kindsOfValue.get(facets)?.en}. ${onceEn}${facets === actual ? '' : ' Withdrawn ones stay out.'}${money ? ' Other currencies are not added.' : ''}`,
    unit,
    parameters: money ? [...scoped, 'currency'] : scoped,
    indicators: [indicator],
    work: (ledger, parameters) => total(ledger, parameters, indicator, money ? (parameters.currency ?? unit) : unit, facets),
  }
}

const grant = totalFormula({ id: 'granted_subsidy', indicator: 'grant', unit: 'KRW', ko: '교부한 보조금', en: 'Subsidies granted', facets: actual })
/** 교부액: awards hold it, and nothing else does. */
const grantedSubsidy: Formula = { ...grant, work: (ledger, parameters) => grant.work(ledger, { kind: 'award', ...parameters }) }

/** 산식 목록: every formula of the portfolio by its id. */
export const formulas: readonly Formula[] = [
  totalFormula({
    id: 'announced_investment',
    indicator: 'investment',
    unit: 'KRW',
    ko: '발표된 투자',
    en: 'Announced investment',
    facets: announced,
  }),
  contractedInvestment,
  totalFormula({ id: 'announced_jobs', indicator: 'jobs', unit: 'persons', ko: '약속한 고용', en: 'Jobs promised', facets: announced }),
  totalFormula({ id: 'announced_area', indicator: 'area', unit: 'm2', ko: '계획 면적', en: 'Planned area', facets: announced }),
  totalFormula({
    id: 'announced_capacity',
    indicator: 'capacity',
    unit: 'MW',
    ko: '계획 전력 용량',
    en: 'Planned power capacity',
    facets: announced,
  }),
  totalFormula({ id: 'planned_budget', indicator: 'budget', unit: 'KRW', ko: '계획 사업비', en: 'Planned budgets', facets: announced }),
  totalFormula({ id: 'actual_investment', indicator: 'investment', unit: 'KRW', ko: '실제 투자', en: 'Realised investment', facets: actual }),
  totalFormula({ id: 'actual_jobs', indicator: 'jobs', unit: 'persons', ko: '실제 고용', en: 'Jobs created', facets: actual }),
  totalFormula({ id: 'actual_area', indicator: 'area', unit: 'm2', ko: '실제 면적', en: 'Realised area', facets: actual }),
  grantedSubsidy,
  {
    ...totalFormula({
      id: 'notified_foreign_investment',
      indicator: 'fdi_notified',
      unit: 'USD',
      ko: '외국인투자 신고액',
      en: 'Foreign investment notified',
      facets: announced,
    }),
    definitionKo: `신고한(바뀌었으면 변경신고한) 금액의 합입니다. 도착한 돈이 아니며 발표된 투자와 더하지 않습니다. ${onceKo}`,
    definitionEn: `The sum of amounts notified (as changed). Not money that arrived; never added to announced investment. ${onceEn}`,
  },
  {
    ...totalFormula({
      id: 'arrived_foreign_investment',
      indicator: 'fdi_arrived',
      unit: 'USD',
      ko: '외국인투자 도착액',
      en: 'Foreign investment arrived',
      facets: actual,
    }),
    definitionKo: `도착이 확인된 금액의 합으로, 나누어 들어온 것을 모두 더합니다. ${onceKo}`,
    definitionEn: `The sum of money confirmed as arrived, all its instalments. ${onceEn}`,
  },
  totalFormula({
    id: 'estimated_production',
    indicator: 'production_inducement',
    unit: 'KRW',
    ko: '추정한 생산유발',
    en: 'Estimated output caused',
    facets: estimated,
  }),
  totalFormula({
    id: 'estimated_value_added',
    indicator: 'value_added',
    unit: 'KRW',
    ko: '추정한 부가가치유발',
    en: 'Estimated value added caused',
    facets: estimated,
  }),
  totalFormula({
    id: 'estimated_employment',
    indicator: 'employment_inducement',
    unit: 'persons',
    ko: '추정한 취업유발(연인원)',
    en: 'Estimated jobs caused (person-years)',
    facets: estimated,
  }),
  {
    id: 'disclosed_count',
    version,
    titleKo: '금액이 적힌 사업',
    titleEn: 'Projects with a disclosed amount',
    definitionKo: '발표된 투자에 금액이 들어간 대상의 수입니다.',
    definitionEn: 'The number of subjects whose amount went into the announced investment.',
    unit: 'projects',
    parameters: [...scoped, 'currency'],
    indicators: ['investment'],
    work: (ledger, parameters) => {
      const sum = total(ledger, parameters, 'investment', parameters.currency ?? 'KRW', announced)
      const subjects = new Set(ledger.facts.filter((fact) => sum.inputs.includes(fact.factId)).map((fact) => fact.subject))
      return { ...sum, value: countOf(subjects.size) }
    },
  },
  {
    id: 'project_count',
    version,
    titleKo: '사업 수',
    titleEn: 'Number of projects',
    definitionKo: '조건에 드는 사업의 수입니다. 단계는 근거 있는 단계 사건에서 나옵니다. 합친 대상은 하나로 셉니다.',
    definitionEn: 'The number of projects in scope. Stages follow from stage events with their evidence. Merged subjects count as one.',
    unit: 'projects',
    parameters: scoped,
    indicators: [],
    work: (ledger, parameters) => {
      const subjects = scope(ledger, { kind: 'project', ...parameters })
      return {
        value: countOf(subjects.length),
        inputs: [],
        leftOut: [],
        counted: subjects.map((subject) => ({ subjectId: subject.id, eventId: subject.stageEventId, note: null })),
      }
    },
  },
  {
    id: 'overdue_count',
    version,
    titleKo: '기한이 지난 사업',
    titleEn: 'Overdue projects',
    definitionKo: '기한이 지났는데 끝나지 않은 할 일·이정표가 있거나, 약속한 때가 지났는데 실제 값이 없는 사업의 수입니다. 철회된 사업은 뺍니다.',
    definitionEn:
      'Projects with an open task or milestone past its day, or a promised value whose time has passed without an actual one. Withdrawn ones stay out.',
    unit: 'projects',
    parameters: scoped,
    indicators: ['investment', 'jobs', 'area', 'capacity', 'firms', 'output', 'exports', 'revenue', 'budget'],
    work: overdueCount,
  },
  {
    id: 'reported_investment',
    version,
    titleKo: '기관이 밝힌 누적 투자',
    titleEn: 'Investment as reported by the office',
    definitionKo: '기관이 스스로 밝힌 누적 금액입니다. 사업별 금액을 더한 것이 아닙니다.',
    definitionEn: 'The cumulative amount that the office states itself. It is not added up from projects.',
    unit: 'KRW',
    parameters: ['currency'],
    indicators: ['investment'],
    work: (ledger, parameters) => reported(ledger, 'investment', parameters.currency ?? 'KRW'),
  },
  {
    id: 'unattributed_investment',
    version,
    titleKo: '사업별로 밝혀지지 않은 투자',
    titleEn: 'Investment not attributed to projects',
    definitionKo: '기관이 밝힌 누적 금액에서 사업별로 적힌 금액의 합을 뺀 나머지입니다.',
    definitionEn: 'The amount reported by the office less the sum of what its projects disclose.',
    unit: 'KRW',
    parameters: ['currency'],
    indicators: ['investment'],
    work: (ledger, parameters) => {
      const unit = parameters.currency ?? 'KRW'
      const whole = reported(ledger, 'investment', unit)
      const parts = total(ledger, {}, 'investment', unit, announced)
      const value = whole.value === null ? null : parts.value === null ? whole.value : differenceOf(whole.value, parts.value)
      return { value, inputs: [...whole.inputs, ...parts.inputs], leftOut: parts.leftOut, counted: [] }
    },
  },
  ...fundingFormulas,
  ...rateFormulas,
  ...statedRateFormulas,
]

/** The formula of an id; undefined where there is none. */
export const formulaOf = (id: string): Formula | undefined =>
  formulas.find((formula) => formula.id === id) ?? rateParts.find((formula) => formula.id === id)
