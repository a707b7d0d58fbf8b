import type { citizensRoutes, commentRoutes } from '#capabilities/citizens/routes'
import { createClient, json } from '#web/shell/api'

const client = createClient<typeof citizensRoutes>()
const office = client.offices[':office']
const comments = createClient<typeof commentRoutes>().offices[':office'].comments

export const readComments = (slug: string, state: 'waiting' | 'shown' | 'hidden' | 'all', cursor?: string) =>
  json(comments.$get({ param: { office: slug }, query: { state, limit: '50', ...(cursor ? { cursor } : {}) } as never }))
export type Comment = Awaited<ReturnType<typeof readComments>>['items'][number]
export const putComments = (slug: string, open: boolean) => json(comments.$put({ param: { office: slug }, json: { open } }) as never)
export const showComment = (slug: string, one: Comment, shown: boolean) =>
  json(
    comments[':comment'].$put(
      { param: { office: slug, comment: one.id }, json: { shown } },
      { headers: { 'if-match': `"${one.id.slice(0, 8)}-${one.version}"` } },
    ),
  )

export type CorrectionState = 'open' | 'corrected' | 'stands'

export const readCorrections = (slug: string, state: CorrectionState | 'all', limit = '50', cursor?: string) =>
  json(office.corrections.$get({ param: { office: slug }, query: { state, limit, ...(cursor ? { cursor } : {}) } as never }))
export type Correction = Awaited<ReturnType<typeof readCorrections>>['items'][number]

export const answerCorrection = (slug: string, one: Correction, state: CorrectionState, answer: string | null) =>
  json(
    office.corrections[':request'].answer.$post(
      { param: { office: slug, request: one.id }, json: { state, answer } },
      { headers: { 'if-match': `"${one.id.slice(0, 8)}-${one.version}"` } },
    ),
  )

export const readFollowers = (slug: string) => json(office.followers.$get({ param: { office: slug } }))

export const readPlaces = (slug: string) => json(office.places.$get({ param: { office: slug } }) as never) as Promise<{ items: Place[] }>
export interface Place {
  name: string
  subjects: number
  north: string | null
  east: string | null
  source: string | null
  illustrative: boolean
  version: number
  fromTable: boolean
}

const versionOf = (place: Place) => ({ headers: { 'if-match': `"00000000-${place.version}"` } })

export const putPlace = (slug: string, place: Place, point: { north: string; east: string; source: string; illustrative: boolean }) =>
  json(office.places.$put({ param: { office: slug }, json: { name: place.name, ...point } }, versionOf(place)))
export const removePlace = (slug: string, place: Place) =>
  json(office.places.$delete({ param: { office: slug }, query: { name: place.name } }, versionOf(place)) as never)
