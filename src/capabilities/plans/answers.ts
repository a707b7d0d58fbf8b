import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '#api/env'
import { etagOf, requireMatch } from '#api/etag'
import { notFound, ProblemError } from '#api/problem'
import { csv, dayOfClocks, type Reader, readerOf } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { type Seeing, seeingOf } from './seeing.ts'

/** Which of them: by id, or by the words of their names. */
export interface Narrow {
  readonly ids?: readonly string[]
  readonly words?: string | undefined
}

/** A thing with terms of its own beside those of its subject: what changed of either changes its tag. */
interface Versioned {
  readonly id: string
  readonly version: number
  readonly termsVersion: number
}

/** Both clocks as a query gives them. */
export interface AskedClocks {
  readonly asOf?: string | undefined
  readonly knownOn?: string | undefined
}

const clocksOf = ({ asOf, knownOn }: AskedClocks) => ({ asOf: asOf ?? null, knownOn: knownOn ?? null })
const lookingBack = ({ asOf, knownOn }: AskedClocks): boolean => asOf !== undefined || knownOn !== undefined

/** Read in the office of the request, as its person, at the clocks that were asked for. */
export function readingAt<T>(
  c: Context<ApiEnv>,
  asked: AskedClocks,
  work: (db: Db, look: { officeId: string; seeing: Seeing; day: string; reader: Reader }) => Promise<T>,
): Promise<T> {
  return reading(c, (db, reader) =>
    work(db, { officeId: reader.officeId, seeing: seeingOf(reader, clocksOf(asked)), day: dayOfClocks(reader, clocksOf(asked)), reader }),
  )
}

/** It is there, and was not known then. */
export const notKnownThen = ({ ko, en }: { readonly ko: string; readonly en: string }) =>
  new ProblemError(404, 'not-known-yet', { ko: `그때는 모르던 것입니다 (${ko})`, en: `${en} was not known then` })

/**
 * 계획을 읽는 길: how the routes of one kind (agreements, awards, pledges) read what a person may see of it, at both clocks, and answer with its tag.
 * One that is not there and one that may not be seen are the same 404 by `name`.
 */
export function planReading<P extends Versioned>(
  name: { readonly ko: string; readonly en: string },
  find: (db: Db, officeId: string, seeing: Seeing, today: string, narrow: Narrow) => Promise<P[]>,
) {
  const all = (c: Context<ApiEnv>, narrow: Narrow = {}, asked: AskedClocks = {}): Promise<P[]> =>
    readingAt(c, asked, (db, { officeId, seeing, day }) => find(db, officeId, seeing, day, narrow))
  const tagOf = (one: P) => etagOf(one.id, one.version + one.termsVersion)
  /** One of them; at an earlier clock without a tag: nobody changes what was. */
  const whole = async (c: Context<ApiEnv>, id: string, asked: AskedClocks = {}): Promise<P> => {
    const [found] = await all(c, { ids: [id] }, asked)
    if (!found) throw lookingBack(asked) && (await all(c, { ids: [id] })).length > 0 ? notKnownThen(name) : notFound(name)
    if (!lookingBack(asked)) c.header('etag', tagOf(found))
    return found
  }
  /** The thing as it is before a change. @throws ProblemError 404; 428 and 412 where If-Match is missing or another's */
  const forChange = async (c: Context<ApiEnv>, id: string): Promise<P> => {
    const before = await whole(c, id)
    requireMatch(c, tagOf(before))
    return before
  }
  return { all, whole, forChange }
}

/** Read in the office of the request as its person. */
export function reading<T>(c: Context<ApiEnv>, work: (db: Db, reader: Reader) => Promise<T>): Promise<T> {
  const reader = readerOf(c)
  return c.get('store').readOffice(reader.officeId, reader.userId, (db) => work(db, reader))
}

/** `sort=-due`: one of the keys, downwards with a minus. */
export const sortQuery = <const K extends readonly [string, ...string[]]>(keys: K, first: K[number], example: string) =>
  z
    .string()
    .default(first)
    .transform((text) => ({ by: text.replace(/^-/, ''), descending: text.startsWith('-') }))
    .pipe(z.object({ by: z.enum(keys), descending: z.boolean() }))
    .openapi({ type: 'string', example })

/** A table as a download, for `responses`. */
export const csvAnswer = { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } }

/** Answer with rows as a CSV file of a name. */
export function csvFile(c: Context<ApiEnv>, name: string, rows: Parameters<typeof csv>[0]): never {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}.csv"`)
  return c.body(csv(rows)) as never
}
