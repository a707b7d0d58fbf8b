import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { firmsRoutes } from '#capabilities/firms/routes'
import type { FirmsCheck as Check, FirmChange, FirmView } from '#capabilities/firms/schemas'
import { apiBase, apiFetch, createClient, ifMatch, json, jsonWithTag } from '#web/shell/api'

/** The typed client of the register of firms. */
export const client = createClient<typeof firmsRoutes>()
const at = client.offices[':office'].firms

export type Firm = FirmView
export type FirmsCheck = Check

export interface FirmsPage {
  items: Firm[]
  next: string | null
  total: number
}

export const fetchFirms = (office: string, query: Readonly<Record<string, string>>): Promise<FirmsPage> =>
  json(at.$get({ param: { office }, query: query as never })) as unknown as Promise<FirmsPage>

export const firmsQuery = (office: string, query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['firms', office, query],
    queryFn: () => fetchFirms(office, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))),
    placeholderData: keepPreviousData,
  })

export const firmQuery = (office: string, firm: string) =>
  queryOptions({
    queryKey: ['firms', office, 'one', firm],
    queryFn: async () => {
      const { body, etag } = await jsonWithTag(at[':firm'].$get({ param: { office, firm } }))
      return { firm: body as unknown as Firm, etag }
    },
  })

export const addFirm = (office: string, firm: unknown) => json(at.$post({ param: { office }, json: firm as never })) as unknown as Promise<Firm>
export const changeFirm = (office: string, firm: string, etag: string | null, change: FirmChange) =>
  json(at[':firm'].$patch({ param: { office, firm }, json: change as never }, ifMatch(etag))) as unknown as Promise<Firm>

const send = async (office: string, path: string, form: FormData): Promise<FirmsCheck> =>
  (await apiFetch(`${apiBase}/offices/${office}/firms${path}`, { method: 'POST', body: form })).json()
export const checkFile = (office: string, form: FormData) => send(office, '/check', form)
export const importFile = (office: string, form: FormData) => send(office, '/import', form)

/** Where the whole register can be fetched as a file. */
export const fileUrl = (office: string) => `${apiBase}/offices/${office}/firms/file`
