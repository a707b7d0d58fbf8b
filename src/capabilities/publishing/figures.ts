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
