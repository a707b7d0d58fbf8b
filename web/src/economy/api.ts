import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClaimAnswer as Claim, EffectView, ImpactAnswer as Impact } from '#capabilities/economy/answer-schemas'
import type { ImpactCase as Case } from '#capabilities/economy/case'
import type { economyRoutes } from '#capabilities/economy/routes'
import { apiBase, apiFetch, createClient, ifMatch, json } from '#web/shell/api'

/** The typed client of the economy. */
export const client = createClient<typeof economyRoutes>()
const at = client.offices[':office'].economy

export type ImpactAnswer = Impact
export type ImpactCase = Case
export type ClaimAnswer = Claim
export type Effect = EffectView
export type TableRow = Awaited<ReturnType<typeof fetchTables>>['items'][number]
export type CheckedEffect = Awaited<ReturnType<typeof fetchEffects>>['items'][number]

const fetchTables = (office: string) => json(at.tables.$get({ param: { office }, query: { limit: '200' } as never }))
const fetchEffects = (office: string) => json(at.claims.$get({ param: { office }, query: { limit: '500' } as never }))

export const tablesQuery = (office: string) => queryOptions({ queryKey: ['economy', office, 'tables'], queryFn: () => fetchTables(office) })
export const effectsQuery = (office: string) =>
  queryOptions({ queryKey: ['portfolio', office, 'effects'], queryFn: () => fetchEffects(office), placeholderData: keepPreviousData })
export const tableQuery = (office: string, table: string) =>
  queryOptions({ queryKey: ['economy', office, 'table', table], queryFn: () => json(at.tables[':table'].$get({ param: { office, table } })) })
export const studiesQuery = (office: string) =>
  queryOptions({
    queryKey: ['economy', office, 'studies'],
    queryFn: () => json(at.studies.$get({ param: { office }, query: { limit: '50' } as never })),
  })
export const studyQuery = (office: string, study: string) =>
  queryOptions({ queryKey: ['economy', office, 'study', study], queryFn: () => json(at.studies[':study'].$get({ param: { office, study } })) })

export const askImpact = (office: string, question: unknown): Promise<ImpactAnswer> =>
  json(at.impact.$post({ param: { office }, json: question as never }))
export const askClaim = (office: string, claim: unknown): Promise<ClaimAnswer> =>
  json(at['claim-check'].$post({ param: { office }, json: claim as never }))
export const keepStudy = (office: string, question: unknown, subjectId: string | null) =>
  json(at.studies.$post({ param: { office }, json: { question: question as never, subjectId } }))
export const studyToPortfolio = (office: string, study: string, subjectId: string | null) =>
  json(at.studies[':study'].portfolio.$post({ param: { office, study }, json: { subjectId } }))
export const archiveTable = (office: string, table: string, archived: boolean) =>
  json(at.tables[':table'].$patch({ param: { office, table }, json: { archived } }, ifMatch('*')))

/** Where the numbers of a table can be fetched. */
export const tableDataUrl = (office: string, table: string, part: 'csv' | 'datapackage') =>
  `${apiBase}/offices/${office}/economy/tables/${table}/data?part=${part}`

const send = async (office: string, path: string, form: FormData) =>
  (await apiFetch(`${apiBase}/offices/${office}/economy/tables${path}`, { method: 'POST', body: form })).json()

/** What a file holds, before it is kept. */
export const checkTable = (office: string, form: FormData): Promise<TableCheck> => send(office, '/check', form)
export interface TableCheck {
  kind: 'flows' | 'employment'
  layout: string
  found: Record<string, string | number | null>
  missing: { field: string; example: string }[]
  sheets: { name: string; kind: string }[]
  notes: string[]
  sectors: string[]
  regions: string[]
  years: number[]
  output: string | null
  valueAdded: string | null
  employed: string | null
}
export const importTable = (office: string, form: FormData): Promise<{ added: boolean; table: { id: string; name: string }; all: string[] }> =>
  send(office, '', form)
