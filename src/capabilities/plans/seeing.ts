import { type RawBuilder, sql } from 'kysely'
import { notAfter, type Reader } from '#capabilities/portfolio/index'

/** 두 시계: true on a day, as known at an instant; null or left out is whatever day, and now. */
export interface Clocks {
  readonly asOf?: string | null
  readonly knownOn?: string | null
}

/**
 * 누가 언제의 것을 보는가: the office's own people, with or without the confidential, or the public on a day; at both clocks. What is held back opens by itself on its day of disclosure
 * for the public, and a subject that was put away is gone for it. What may be seen is settled by what is held back now, whatever the clocks: an old question gives nothing away.
 */
export type Seeing = ({ readonly kind: 'staff'; readonly confidential: boolean } | { readonly kind: 'public'; readonly today: string }) & Clocks

/** What a reader of the API sees. */
export const seeingOf = (reader: Pick<Reader, 'confidential'>, clocks: Clocks = {}): Seeing => ({
  kind: 'staff',
  confidential: reader.confidential,
  asOf: clocks.asOf ?? null,
  knownOn: clocks.knownOn ?? null,
})

/** Whether a subject (or a document) of this alias may be seen. */
export function subjectSeen(seeing: Seeing, alias: string): RawBuilder<boolean> {
  const of = sql.ref(`${alias}.confidential`)
  if (seeing.kind === 'public') return sql<boolean>`(not ${of} or ${sql.ref(`${alias}.disclose_on`)} <= ${seeing.today}::date)`
  return seeing.confidential ? sql<boolean>`true` : sql<boolean>`not ${of}`
}

/** Whether something written at `at` and taken back at `until` was known: by the names of its columns. */
export function knownThen({ knownOn = null }: Clocks, at: string, until: string | null = null): RawBuilder<boolean> {
  const ended = until === null ? null : sql.ref(until)
  if (knownOn === null) return ended === null ? sql<boolean>`true` : sql<boolean>`${ended} is null`
  const begun = sql<boolean>`${sql.ref(at)} <= ${knownOn}::timestamptz`
  return ended === null ? begun : sql<boolean>`(${begun} and (${ended} is null or ${ended} > ${knownOn}::timestamptz))`
}

/** Whether what happened on a day had happened by the day that is looked at; a day that is not known is left in. */
export const happenedThen = ({ asOf = null }: Clocks, column: string): RawBuilder<boolean> =>
  asOf === null ? sql<boolean>`true` : sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} <= ${asOf}::date)`

/** A day that had come by the day that is looked at; else nothing had happened yet. */
export const onlyBy = <T extends string | null>({ asOf = null }: Clocks, day: T): T | null =>
  asOf !== null && day !== null && day > asOf ? null : day

/** An instant that had come by what was known; else it had not happened for those who looked. */
export const onlyKnown = ({ knownOn = null }: Clocks, at: string | null): string | null =>
  at === null || knownOn === null || notAfter(at, knownOn) ? at : null
