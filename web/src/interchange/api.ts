import type { interchangeRoutes } from '#capabilities/interchange/routes'
import type { portfolioRoutes } from '#capabilities/portfolio/routes'
import { apiBase, apiFetch, createClient, json } from '#web/shell/api'

/** The typed clients. */
const client = createClient<typeof interchangeRoutes>()
const at = client.offices[':office']
const imports = at.imports
const one = imports[':import']

/** What a download is narrowed by. */
export interface ExportFilter {
  kind?: string
  phase?: string
  place?: string
  industry?: string
  team?: string
  archived?: 'true'
  asOf?: string
  knownOn?: string
}

export const readOptions = (office: string) =>
  json(createClient<typeof portfolioRoutes>().offices[':office']['project-options'].$get({ param: { office } }))
export const countExport = (office: string, filter: ExportFilter) => json(at.export.count.$get({ param: { office }, query: filter as never }))

/** The address of a download. */
export const exportAddress = (office: string, query: Record<string, string>): string =>
  `${apiBase}/offices/${encodeURIComponent(office)}/export?${new URLSearchParams(query)}`

export const readSettings = (office: string) => json(at['interchange-settings'].$get({ param: { office } }))
export const writePrefix = (office: string, oc4idsPrefix: string | null) =>
  json(at['interchange-settings'].$put({ param: { office }, json: { oc4idsPrefix } }))

export const readRuns = (office: string, cursor?: string) =>
  json(imports.$get({ param: { office }, query: { limit: '30', ...(cursor ? { cursor } : {}) } as never }))
export const readRun = (office: string, id: string) => json(one.$get({ param: { office, import: id } }))
export type Run = Awaited<ReturnType<typeof readRun>>

export type Kind = 'change' | 'addition' | 'conflict' | 'error'
export const readChanges = (office: string, id: string, filter: { kind?: string; table?: string }, cursor?: string) =>
  json(one.changes.$get({ param: { office, import: id }, query: { limit: '100', ...filter, ...(cursor ? { cursor } : {}) } as never }))
export type Change = Awaited<ReturnType<typeof readChanges>>['items'][number]

export const applyRun = (office: string, id: string, conflicts: 'keep' | 'replace', reason: string | null) =>
  json(one.apply.$post({ param: { office, import: id }, json: { conflicts, reason } }))
export const undoRun = (office: string, id: string) => json(one.undo.$post({ param: { office, import: id } }))
export const stopRun = (office: string, id: string) => json(one.cancel.$post({ param: { office, import: id } }))

export async function bringFile(office: string, file: File): Promise<Run> {
  const form = new FormData()
  form.set('file', file)
  const answer = await apiFetch(`${apiBase}/offices/${encodeURIComponent(office)}/imports`, { method: 'POST', body: form })
  return (await answer.json()) as Run
}

export const fileAddress = (office: string, id: string): string => `${apiBase}/offices/${encodeURIComponent(office)}/imports/${id}/file`

/** Work is under way. */
export const isBusy = (run: Pick<Run, 'state'> | undefined): boolean => run !== undefined && ['checking', 'applying', 'undoing'].includes(run.state)
