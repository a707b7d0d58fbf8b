import { json } from '#web/shell/api'
import { client } from './api.ts'

const office = client.offices[':office']

export const readWatches = (slug: string) => json(office.watches.$get({ param: { office: slug } }))
export type Watch = Awaited<ReturnType<typeof readWatches>>['items'][number]
export type NewWatch = Parameters<typeof office.watches.$post>[0]['json']
export const addWatch = (slug: string, watch: NewWatch) => json(office.watches.$post({ param: { office: slug }, json: watch }))
export const lookNow = (slug: string, watch: string) => json(office.watches[':watch'].look.$post({ param: { office: slug, watch } }))
export const pauseWatch = (slug: string, watch: Watch, paused: boolean) =>
  json(
    office.watches[':watch'].$patch(
      { param: { office: slug, watch: watch.id }, json: { paused } },
      { headers: { 'if-match': `"${watch.id.slice(0, 8)}-${watch.version}"` } },
    ),
  )
export const removeWatch = (slug: string, watch: string) => office.watches[':watch'].$delete({ param: { office: slug, watch } })

export const readExtractor = (slug: string) => json(office.extractor.$get({ param: { office: slug } }))
export type Extractor = NonNullable<Awaited<ReturnType<typeof readExtractor>>['extractor']>
export type ExtractorInput = Parameters<typeof office.extractor.$put>[0]['json']
export const writeExtractor = (slug: string, input: ExtractorInput) => json(office.extractor.$put({ param: { office: slug }, json: input }))
export const removeExtractor = (slug: string) => office.extractor.$delete({ param: { office: slug } })

const one = office.documents[':document']
export const readExtraction = (slug: string, document: string) => json(one.extraction.$get({ param: { office: slug, document } }))
export const askModel = (slug: string, document: string) => json(one.extraction.$post({ param: { office: slug, document } }))

export const readRereading = (slug: string) => json(office.rereading.$get({ param: { office: slug } }))
export type Rereading = Awaited<ReturnType<typeof readRereading>>
export const startRereading = (slug: string, order: { documents?: string[]; all?: boolean }) =>
  json(office.rereading.$post({ param: { office: slug }, json: { all: false, ...order } }))
export const stopRereading = (slug: string) => office.rereading.$delete({ param: { office: slug } })
export const applyRereading = (slug: string, documents?: string[]) =>
  json(office.rereading.apply.$post({ param: { office: slug }, json: documents ? { documents } : {} }))
export const readChanges = (slug: string, document: string) => json(one.rereading.$get({ param: { office: slug, document } }))
export type RereadChanges = Awaited<ReturnType<typeof readChanges>>
export type Change = RereadChanges['changes'][number]
export const leaveAsRead = (slug: string, document: string) => one.rereading.$delete({ param: { office: slug, document } })

export type SameKind = 'organisation' | 'agreement' | 'project'
export const readSame = (slug: string, kind: SameKind) => json(office.identity.suggestions.$get({ param: { office: slug }, query: { kind } }))
export type SamePairs = Awaited<ReturnType<typeof readSame>>
export type SamePair = SamePairs['items'][number]
export const toldApart = (slug: string, a: string, b: string) => json(office.identity['not-same'].$post({ param: { office: slug }, json: { a, b } }))
