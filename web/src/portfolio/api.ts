import { queryOptions } from '@tanstack/react-query'
import type { portfolioRoutes } from '#capabilities/portfolio/routes'
import type { ProjectRow as Row, ProjectView as View } from '#capabilities/portfolio/routes/schemas'
import { createClient, json, jsonWithTag } from '#web/shell/api'
import { queryClient } from '#web/shell/session'

/** The typed client of the portfolio. */
export const client = createClient<typeof portfolioRoutes>()
const at = client.offices[':office']

export type ProjectRow = Row
export type ProjectView = View
export type Cell = NonNullable<ProjectRow['announcedInvestment']>
export type Fact = ProjectView['facts'][number]
export type HistoryItem = ProjectView['history'][number]
export type StageEvent = ProjectView['stages'][number]
export type MilestoneItem = ProjectView['milestones'][number]
export type Quote = Fact['quotes'][number]
export type FigureAnswer = Awaited<ReturnType<typeof readFigure>>

/** What narrows a list, its totals and its downloads alike; as text, the way the address holds it. */
export interface Narrowing {
  kind?: string
  stage?: string
  phase?: string
  place?: string
  industry?: string
  team?: string
  owner?: string
  q?: string
  overdue?: 'true' | 'false'
}

export const pageSize = 100

/** Every project screen is read anew after a write. */
export const refreshPortfolio = () => queryClient.invalidateQueries({ queryKey: ['portfolio'] })

export const readProjects = (
  office: string,
  narrowing: Narrowing,
  sort: string,
  archived: boolean,
  cursor: string | undefined,
  signal: AbortSignal,
  clocks: Clocks = {},
) =>
  json(
    at.projects.$get(
      {
        param: { office },
        query: { ...narrowing, ...clocks, sort, cursor, limit: String(pageSize), ...(archived ? { archived: 'true' as const } : {}) },
      },
      { init: { signal } },
    ),
  )

const readFigure = (office: string, formula: string, parameters: Narrowing & { subject?: string; currency?: string }, clocks: Clocks) =>
  json(at.figures[':formula'].$get({ param: { office, formula }, query: { ...parameters, ...clocks } }))

/** Both clocks of a screen: true on a day, as known at an instant. */
export interface Clocks {
  asOf?: string
  knownOn?: string
}

export const figureQuery = (
  office: string,
  formula: string,
  parameters: Narrowing & { subject?: string; currency?: string } = {},
  clocks: Clocks = {},
) =>
  queryOptions({
    queryKey: ['portfolio', office, 'figure', formula, parameters, clocks],
    queryFn: () => readFigure(office, formula, parameters, clocks),
  })

export const figuresQuery = (office: string, formulas: readonly string[], narrowing: Narrowing & { currency?: string } = {}, clocks: Clocks = {}) =>
  queryOptions({
    queryKey: ['portfolio', office, 'figures', formulas, narrowing, clocks],
    queryFn: async ({ signal }) =>
      (await json(at.figures.$get({ param: { office }, query: { ...narrowing, ...clocks, formulas: formulas.join(',') } }, { init: { signal } })))
        .items,
  })

export const formulasQuery = (office: string) =>
  queryOptions({
    queryKey: ['portfolio', office, 'formulas'],
    staleTime: 3_600_000,
    queryFn: async () => (await json(at.formulas.$get({ param: { office } }))).items,
  })

export const factQuery = (office: string, fact: string) =>
  queryOptions({ queryKey: ['portfolio', office, 'fact', fact], queryFn: () => json(at.facts[':fact'].$get({ param: { office, fact } })) })

export const projectQuery = (office: string, subject: string, clocks: Clocks = {}) =>
  queryOptions({
    queryKey: ['portfolio', office, 'project', subject, clocks],
    queryFn: () => jsonWithTag(at.projects[':subject'].$get({ param: { office, subject }, query: { ...clocks } })),
  })

export const optionsQuery = (office: string) =>
  queryOptions({
    queryKey: ['portfolio', office, 'options'],
    staleTime: 60_000,
    queryFn: () => json(at['project-options'].$get({ param: { office } })),
  })

export const viewsQuery = (office: string) =>
  queryOptions({
    queryKey: ['portfolio', office, 'views'],
    queryFn: async () => (await json(at.views.$get({ param: { office }, query: { screen: 'projects' } }))).items,
  })

export const timelineQuery = (office: string, narrowing: Narrowing, sort: string, clocks: Clocks = {}) =>
  queryOptions({
    queryKey: ['portfolio', office, 'timeline', narrowing, sort, clocks],
    queryFn: () => json(at.timeline.$get({ param: { office }, query: { ...narrowing, ...clocks, sort } })),
  })

const readNextStages = async (office: string, subject: string) =>
  (await json(at.projects[':subject']['next-stages'].$get({ param: { office, subject }, query: {} }))).tracks
export type NextTrack = Awaited<ReturnType<typeof readNextStages>>[number]

/** The six machines as they hold on a day; null is today. */
export const stageRulesQuery = (office: string, on: string | null) =>
  queryOptions({
    queryKey: ['portfolio', office, 'stage-rules', on],
    queryFn: () => json(at['stage-rules'].$get({ param: { office }, query: on === null ? {} : { on } })),
  })
export type StageMachines = Awaited<ReturnType<NonNullable<ReturnType<typeof stageRulesQuery>['queryFn']>>>

/** What may come next on each track of a subject, by the rules. */
export const nextStagesQuery = (office: string, subject: string) =>
  queryOptions({ queryKey: ['portfolio', office, 'next-stages', subject], queryFn: () => readNextStages(office, subject) })
export const similarQuery = (office: string, subject: string) =>
  queryOptions({
    queryKey: ['portfolio', office, 'similar', subject],
    queryFn: async () => (await json(at.projects[':subject'].similar.$get({ param: { office, subject } }))).items,
  })

/** Take a judgement back and read everything again. */
export async function undo(office: string, judgement: string): Promise<void> {
  await at.portfolio.judgements[':judgement'].undo.$post({ param: { office, judgement } })
  await refreshPortfolio()
}
