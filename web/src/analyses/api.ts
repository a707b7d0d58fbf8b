import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AnalysisCase, CaseOf, Kind } from '#capabilities/analyses/cases'
import type { analysesRoutes } from '#capabilities/analyses/routes'
import type { AnalysisHeadView, NoteView, ReportView } from '#capabilities/analyses/schemas'
import { createClient, ifMatch, json, jsonWithTag } from '#web/shell/api'

export type { AnalysisCase, CaseOf, Kind, NoteView, ReportView }
export type AnalysisHead = AnalysisHeadView
export type Analysis = AnalysisHead & { case: AnalysisCase }
export type Answer = ReportView['answer']
export type ReportOf<K extends Kind> = Extract<Answer, { kind: K }>['report']
export type Basis = Answer['basis']

/** The typed client of the analyses. */
export const client = createClient<typeof analysesRoutes>()
const at = client.offices[':office'].analyses

export const listQuery = (office: string, kind: Kind) =>
  queryOptions({
    queryKey: ['analyses', office, kind],
    queryFn: async () =>
      (await json(at.$get({ param: { office }, query: { kind, limit: '500', sort: 'name' } }))) as unknown as { items: AnalysisHead[] },
  })

export const analysisQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['analyses', office, 'one', id],
    queryFn: async () => {
      const { body, etag } = await jsonWithTag(at[':analysis'].$get({ param: { office, analysis: id } }))
      return { analysis: body as unknown as Analysis, etag }
    },
    placeholderData: keepPreviousData,
  })

export const reportQuery = (office: string, id: string, options: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['analyses', office, 'report', id, options],
    queryFn: async () =>
      (await json(at[':analysis'].report.$get({ param: { office, analysis: id }, query: options as never }))) as unknown as ReportView,
    placeholderData: keepPreviousData,
  })

export const keepCase = (office: string, of: AnalysisCase, confidential: boolean) =>
  json(at.$post({ param: { office }, json: { case: of as never, confidential } })) as unknown as Promise<Analysis>

export const replaceCase = (office: string, id: string, etag: string | null, of: AnalysisCase, confidential: boolean) =>
  json(at[':analysis'].$put({ param: { office, analysis: id }, json: { case: of as never, confidential } }, ifMatch(etag)))

export const archive = (office: string, id: string) =>
  json(at[':analysis'].archive.$post({ param: { office, analysis: id }, json: { archived: true } }))

export const keepForecast = (office: string, id: string) => json(at[':analysis'].kept.$post({ param: { office, analysis: id } }))

export const noteAlarm = (
  office: string,
  id: string,
  note: { series: string; month: string; verdict: 'watching' | 'real' | 'explained'; reason: string },
) => json(at[':analysis'].notes.$post({ param: { office, analysis: id }, json: note }))
