import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AnalysisCase, CaseOf, Kind } from '#capabilities/analyses/cases'
import type { FromTables as FromTablesBody } from '#capabilities/analyses/from-tables/case-of-tables'
import type { analysesRoutes } from '#capabilities/analyses/routes'
import type { AnalysisHeadView, NoteView, ReportView } from '#capabilities/analyses/schemas'
import { createClient, ifMatch, json, jsonWithTag } from '#web/shell/api'

export type { AnalysisCase, CaseOf, Kind, NoteView, ReportView }
export type AnalysisHead = AnalysisHeadView
export type Analysis = AnalysisHead & { case: AnalysisCase }
export type Answer = ReportView['answer']
export type ReportOf<K extends Kind> = Extract<Answer, { kind: K }>['report']
export type Basis = Answer['basis']
/** What is asked of tables; what has a default may be left out. */
export type FromTables = FromTablesBody extends infer T
  ? T extends { confidential: boolean }
    ? Omit<T, 'confidential'> & { confidential?: boolean }
    : T
  : never

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
    // turning one analysis keeps the answer in sight; another analysis has another answer
    placeholderData: (before: ReportView | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey[3] === id ? before : undefined,
  })

export const keepCase = (office: string, of: AnalysisCase, confidential: boolean) =>
  json(at.$post({ param: { office }, json: { case: of as never, confidential } })) as unknown as Promise<Analysis>

export const keepFromTables = (office: string, asked: FromTables) =>
  json(at['from-tables'].$post({ param: { office }, json: asked as never })) as unknown as Promise<Analysis>

export const replaceCase = (office: string, id: string, etag: string | null, of: AnalysisCase, confidential: boolean) =>
  json(at[':analysis'].$put({ param: { office, analysis: id }, json: { case: of as never, confidential } }, ifMatch(etag)))

/** Read a case as it stands, change it, and put it back against its version. */
export async function changeCase<K extends Kind>(office: string, id: string, kind: K, change: (now: CaseOf<K>) => CaseOf<K>): Promise<void> {
  const { body, etag } = await jsonWithTag(at[':analysis'].$get({ param: { office, analysis: id } }))
  const now = body as unknown as Analysis
  if (now.case.kind !== kind) throw new Error(`expected a case of kind ${kind}, got ${now.case.kind}`)
  await replaceCase(office, id, etag, change(now.case as CaseOf<K>) as AnalysisCase, now.confidential)
}

export const archive = (office: string, id: string) =>
  json(at[':analysis'].archive.$post({ param: { office, analysis: id }, json: { archived: true } }))

export const keepForecast = (office: string, id: string) => json(at[':analysis'].kept.$post({ param: { office, analysis: id } }))

export const noteAlarm = (
  office: string,
  id: string,
  note: { series: string; month: string; verdict: 'watching' | 'real' | 'explained'; reason: string },
) => json(at[':analysis'].notes.$post({ param: { office, analysis: id }, json: note }))
