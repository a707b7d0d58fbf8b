import type { Phase } from '#data/stages'
import type { ProjectPayload } from './payload.ts'

/** Phases in the order in which evidence grows; lost ones last. `unknown` holds what has no stage. */
export const phases = ['before', 'announced', 'committed', 'building', 'realised', 'lost', 'unknown'] as const
export type PublicPhase = Phase | 'unknown'

/** How many published projects stand in a phase, with the projects themselves. */
export interface PhaseCount {
  phase: PublicPhase
  /** The figure's name and version: what a page names as its `data-figure`. */
  figure: string
  count: string
  series: readonly string[]
}

/**
 * 단계별 공표 사업 수 (published_projects_by_phase, version 1): the number of standing project pages whose stage lies in each phase.
 * Only what is published counts; a phase without any is absent. A project without a known stage counts as `unknown`, never as `before`.
 */
export function projectsByPhase(projects: readonly { row: { series: string }; payload: ProjectPayload }[]): PhaseCount[] {
  return phases.flatMap((phase) => {
    const own = projects.filter((project) => (project.payload.stage?.phase ?? 'unknown') === phase)
    if (own.length === 0) return []
    return [{ phase, figure: `published_projects_by_phase/1/${phase}`, count: String(own.length), series: own.map((project) => project.row.series) }]
  })
}

/** Named things a public page counts out of what is published; the open-data page prints these definitions. */
export const publicFormulas = [
  {
    id: 'published_projects_by_phase',
    version: 1,
    titleKo: '단계별 공표 사업 수',
    titleEn: 'Published projects by phase',
    definitionKo: '공표한 사업의 쪽을 그 단계가 속한 국면별로 센 수입니다. 공표하지 않은 사업은 세지 않습니다.',
    definitionEn: 'The number of published project pages by the phase of their stage. What is not published is not counted.',
  },
  {
    id: 'published_pledges',
    version: 1,
    titleKo: '공표한 공약',
    titleEn: 'Published pledges',
    definitionKo: '쪽을 공표한 공약의 수입니다.',
    definitionEn: 'The number of pledges whose page is published.',
  },
  {
    id: 'published_pledges_done',
    version: 1,
    titleKo: '증거와 함께 완료한 공약',
    titleEn: 'Pledges done, with evidence',
    definitionKo: '단계가 완료 또는 이행 후 계속이고, 그것을 보이는 문서나 문장이 함께 공개된 공약의 수입니다. 증거 없는 완료는 세지 않습니다.',
    definitionEn:
      'The number of published pledges whose stage is done or done and continuing, with a public document or sentence that shows it. Done without evidence is not counted.',
  },
  {
    id: 'pledge_done_rate',
    version: 1,
    titleKo: '공약 완료 비율',
    titleEn: 'Share of pledges done',
    definitionKo: '증거와 함께 완료한 공약 ÷ 공표한 공약. 상태를 모르는 공약은 아래에만 셉니다.',
    definitionEn: 'Pledges done with evidence ÷ published pledges. A pledge of unknown state counts below the line only.',
  },
  {
    id: 'pledge_secured_rate',
    version: 1,
    titleKo: '공약 재정 확보율',
    titleEn: 'Share of pledge money secured',
    definitionKo: '확보한 돈의 합 ÷ 계획한 돈의 합. 두 값을 모두 아는 공약만 셉니다. 공약 하나의 확보율은 그 공약의 두 값으로 냅니다.',
    definitionEn: 'Secured money ÷ planned money, over those pledges alone of which both are known. For one pledge: its own two values.',
  },
  {
    id: 'pledge_secured_in_term_rate',
    version: 1,
    titleKo: '공약 재정 확보율 (임기 안)',
    titleEn: 'Share of pledge money secured (within the term)',
    definitionKo: '임기 안에 확보한 돈의 합 ÷ 임기 안에 계획한 돈의 합. 두 값을 모두 아는 공약만 셉니다.',
    definitionEn: 'Money secured within the term ÷ money planned within the term, over those pledges alone of which both are known.',
  },
  {
    id: 'pledge_attainment',
    version: 1,
    titleKo: '공약 달성도',
    titleEn: 'Attainment of a promise',
    definitionKo: '실적 ÷ 약속한 값 (적을수록 좋은 지표는 약속한 값 ÷ 실적). 단위가 같은 가장 나중 실적을 씁니다. 실적이 없으면 측정 안 됨입니다.',
    definitionEn:
      'Actual ÷ promised (promised ÷ actual where less is better), with the latest actual of the same unit. Without an actual it is not measured.',
  },
  {
    id: 'strategy_attainment',
    version: 1,
    titleKo: '목표 달성도',
    titleEn: 'Attainment of a target',
    definitionKo: '기준 연도가 있으면 (실적 − 기준) ÷ (목표 − 기준), 없으면 실적 ÷ 목표 (적을수록 좋은 지표는 목표 ÷ 실적). 자르지 않습니다.',
    definitionEn:
      'With a baseline (actual − baseline) ÷ (target − baseline), else actual ÷ target (target ÷ actual where less is better). Not capped.',
  },
  {
    id: 'strategy_progress',
    version: 1,
    titleKo: '전략의 진척',
    titleEn: 'Progress of a strategy',
    definitionKo:
      '측정된 지표와 아래 마디의 달성도를 0과 1 사이로 자르고 비중으로 가중평균한 값입니다. 측정되지 않은 것은 빼고, 그만큼 측정된 비중이 낮아집니다.',
    definitionEn:
      'The average by weight of what is measured among its indicators and the nodes below, each held between 0 and 1. What is not measured is left out and lowers the measured share.',
  },
] as const

/**
 * The value that stands for a project in a list: its whole announced investment, else the planned or actual one. Null where no amount is published: unknown, not zero.
 */
export function mainFact(project: ProjectPayload) {
  const whole = project.facts.filter((fact) => fact.indicator === 'investment' && fact.part === '')
  for (const facet of ['announced', 'plan', 'actual'] as const) {
    const found = whole.findLast((fact) => fact.facet === facet)
    if (found) return found
  }
  return null
}
