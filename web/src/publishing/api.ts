import type { publishingRoutes } from '#capabilities/publishing/routes'
import { createClient, json } from '#web/shell/api'
import type { Locale } from '#web/shell/locale'
import { nameIn } from '#web/shell/texts'

/** The typed client of publishing. */
export const client = createClient<typeof publishingRoutes>()

export const readPublications = (office: string, query: { state?: 'standing' | 'withdrawn' | 'all'; q?: string; cursor?: string }) =>
  json(client.offices[':office'].publications.$get({ param: { office }, query: { ...query, limit: '200' } as never }))
export const readSeries = (office: string, series: string) =>
  json(client.offices[':office'].publications[':series'].$get({ param: { office, series } }))
export const readChanges = (office: string) => json(client.offices[':office']['publication-changes'].$get({ param: { office } }))
export const readChoices = (office: string) => json(client.offices[':office']['publication-choices'].$get({ param: { office } }))
export const makePreview = (office: string, choice: Choice) =>
  json(client.offices[':office']['publication-previews'].$post({ param: { office }, json: choice }))

/** What a person chooses to publish. */
export type Choice =
  | { kind: 'figure'; formula: string; parameters: Record<string, string>; asOf: string | null }
  | { kind: 'project'; subjectId: string; onDisclosure?: boolean; cover?: { nameKo: string; nameEn: string | null } | null }

export type Summary = Awaited<ReturnType<typeof readPublications>>['items'][number]
export type Whole = Awaited<ReturnType<typeof readSeries>>['items'][number]
export type Payload = Whole['payload']
export type Change = Awaited<ReturnType<typeof readChanges>>['items'][number]
export type Preview = Awaited<ReturnType<typeof makePreview>>
export type Choices = Awaited<ReturnType<typeof readChoices>>
export type Fact = Extract<Payload, { kind: 'figure' }>['inputs'][number]
export type SaidQuote = Fact['quotes'][number]

/** Where a publication stands on the public pages. */
export const publicPath = (office: string, one: { kind: 'figure' | 'project'; series: string }, edition?: number): string =>
  `/o/${office}/${one.kind === 'figure' ? 'f' : 'p'}/${one.series}${edition === undefined ? '' : `/${edition}`}`

/** The choice that a publication was made from, to publish it anew. */
export function choiceOf(payload: Payload): Choice {
  return payload.kind === 'figure'
    ? { kind: 'figure', formula: payload.formula, parameters: payload.parameters, asOf: payload.asOf }
    : { kind: 'project', subjectId: payload.subjectId, cover: payload.covered ? { nameKo: payload.titleKo, nameEn: payload.titleEn } : null }
}

/** The title in the reader's language; the Korean one serves where there is no other. */
export const titleIn = (locale: Locale, one: { titleKo: string; titleEn: string | null }): string =>
  nameIn(locale, { nameKo: one.titleKo, nameEn: one.titleEn })
