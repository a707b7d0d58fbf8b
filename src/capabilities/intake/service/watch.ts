import { randomUUID } from 'node:crypto'
import { isAbsolute, normalize } from 'node:path'
import { conflict, invalid, notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import { cancelJob, enqueue, type JobContext } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { forgetOldLooks, forgetTries, type WatchRow, watchRow } from '../queries/watches.ts'
import type { NewWatch, WatchChange } from '../schemas-watch.ts'
import { FetchRefused } from '../watching/fetch-safely.ts'
import { restMilliseconds } from '../watching/folder.ts'
import { LookFailed, look } from '../watching/look.ts'

/** The name under which the queue knows a look at a folder or a feed. */
export const watchJob = 'intake.watch'

/**
 * Add a place to watch; the first look is at once. The same place a second time gives the one that is there; said to be confidential, or allowed to be an inside address,
 * it is so from now on, and it is looked at at once where it may be now.
 *
 * @throws ProblemError 422
 */
export async function addWatch(store: Store, officeId: string, by: string, given: NewWatch): Promise<{ id: string; there: boolean }> {
  const location = given.kind === 'folder' ? folderAt(given.location) : feedAt(given.location)
  return store.inOffice(officeId, by, async (tx) => {
    const there = await tx
      .selectFrom('watch')
      .select(['watch_id', 'confidential', 'private_allowed', 'version', 'paused_at', 'job_id'])
      .where('office_id', '=', officeId)
      .where('kind', '=', given.kind)
      .where('location', '=', location)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (there) {
      const confidential = there.confidential || given.confidential
      const privateAllowed = there.private_allowed || given.privateAllowed
      if (confidential !== there.confidential || privateAllowed !== there.private_allowed) {
        await tx
          .updateTable('watch')
          .set({ confidential, private_allowed: privateAllowed, version: there.version + 1 })
          .where('office_id', '=', officeId)
          .where('watch_id', '=', there.watch_id)
          .execute()
        await appendAudit(tx, officeId, { actor: by, action: 'watch.change', subjectId: there.watch_id, detail: { confidential, privateAllowed } })
        if (privateAllowed !== there.private_allowed && there.paused_at === null) {
          if (there.job_id) await cancelJob(tx, officeId, there.job_id)
          await schedule(tx, officeId, there.watch_id, by, new Date())
        }
      }
      return { id: there.watch_id, there: true }
    }
    const id = randomUUID()
    await tx
      .insertInto('watch')
      .values({
        office_id: officeId,
        watch_id: id,
        kind: given.kind,
        location,
        every_seconds: given.everySeconds,
        outlet: given.outlet || null,
        confidential: given.confidential,
        private_allowed: given.privateAllowed,
        created_by: by,
      })
      .execute()
    await schedule(tx, officeId, id, by, new Date())
    await appendAudit(tx, officeId, { actor: by, action: 'watch.add', subjectId: id, detail: { ...given, location, outlet: given.outlet ?? null } })
    return { id, there: false }
  })
}

function folderAt(given: string): string {
  if (!isAbsolute(given))
    throw invalid('json.location', { ko: '서버의 절대 경로, 이를테면 /srv/press', en: 'an absolute path of the server, such as /srv/press' }, given)
  return normalize(given).replace(/(?<=.)[\\/]$/, '')
}

function feedAt(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    throw invalid('json.location', { ko: 'http나 https 주소 (비밀번호 없이)', en: 'an http or https address, without a password' }, given)
  return url.href
}

/** Put the next look into the queue, in the place of one that waits. */
async function schedule(tx: Tx, officeId: string, watchId: string, by: string | null, at: Date): Promise<void> {
  const jobId = randomUUID()
  await enqueue(tx, { officeId, kind: watchJob, jobId, payload: { watchId }, subjectId: watchId, createdBy: by, runAt: at })
  await tx
    .updateTable('watch')
    .set({ job_id: jobId, next_at: at.toISOString() })
    .where('office_id', '=', officeId)
    .where('watch_id', '=', watchId)
    .execute()
}

async function locked(tx: Tx, officeId: string, watchId: string, confidential: boolean): Promise<WatchRow> {
  const row = await watchRow(tx, officeId, watchId, true)
  if (!row || (row.confidential && !confidential)) throw notFound({ ko: '지켜보는 곳', en: 'The watch' })
  return row
}

/** Who changes a watch. */
export interface Watching {
  store: Store
  officeId: string
  by: string
  confidential: boolean
}

/** Pause, go on, or change how often. @param check is given the row as it is now: for If-Match */
export async function changeWatch(who: Watching, watchId: string, change: WatchChange, check: (row: WatchRow) => void): Promise<void> {
  const { store, officeId, by } = who
  await store.inOffice(officeId, by, async (tx) => {
    const row = await locked(tx, officeId, watchId, who.confidential)
    check(row)
    const paused = change.paused ?? row.paused_at !== null
    await tx
      .updateTable('watch')
      .set({
        every_seconds: change.everySeconds ?? row.every_seconds,
        outlet: change.outlet === undefined ? row.outlet : change.outlet || null,
        confidential: change.confidential ?? row.confidential,
        paused_at: paused ? (row.paused_at ?? new Date().toISOString()) : null,
        version: row.version + 1,
      })
      .where('office_id', '=', officeId)
      .where('watch_id', '=', watchId)
      .execute()
    if (row.job_id) await cancelJob(tx, officeId, row.job_id)
    if (paused)
      await tx.updateTable('watch').set({ job_id: null, next_at: null }).where('office_id', '=', officeId).where('watch_id', '=', watchId).execute()
    else await schedule(tx, officeId, watchId, by, new Date())
    await appendAudit(tx, officeId, { actor: by, action: 'watch.change', subjectId: watchId, detail: { ...change, outlet: change.outlet ?? null } })
  })
}

/** Look now. @throws ProblemError 409 while it is paused */
export async function lookNow(who: Watching, watchId: string): Promise<void> {
  const { store, officeId, by } = who
  await store.inOffice(officeId, by, async (tx) => {
    const row = await locked(tx, officeId, watchId, who.confidential)
    if (row.paused_at) throw conflict('watch-paused', '멈춰 둔 곳입니다. 먼저 이어 보기를 누르세요', 'It is paused; let it go on first')
    if (row.job_id) await cancelJob(tx, officeId, row.job_id)
    await forgetTries(tx, officeId, watchId)
    await schedule(tx, officeId, watchId, by, new Date())
    await appendAudit(tx, officeId, { actor: by, action: 'watch.look', subjectId: watchId })
  })
}

/** Watch no longer. What it brought stays. */
export async function removeWatch(who: Watching, watchId: string): Promise<void> {
  const { store, officeId, by } = who
  await store.inOffice(officeId, by, async (tx) => {
    const row = await locked(tx, officeId, watchId, who.confidential)
    if (row.job_id) await cancelJob(tx, officeId, row.job_id)
    await tx
      .updateTable('watch')
      .set({ removed_at: new Date().toISOString(), job_id: null, next_at: null })
      .where('office_id', '=', officeId)
      .where('watch_id', '=', watchId)
      .execute()
    await appendAudit(tx, officeId, { actor: by, action: 'watch.remove', subjectId: watchId, detail: { location: row.location } })
  })
}

/** 지켜보기: the job of one look. Whatever it met is told in the row, and the next look is put into the queue with it. */
export async function watchHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const { watchId } = context.payload as { watchId: string }
  const watch = await store.readOffice(officeId, null, (db) => watchRow(db, officeId, watchId))
  if (!watch || watch.paused_at || watch.job_id !== context.jobId) return { superseded: true }
  const by = watch.created_by ?? context.createdBy
  if (by === null) throw new Error(`expected watch ${watchId} to name who added it`)
  const lookedAt = new Date()
  let result: Awaited<ReturnType<typeof look>> | null = null
  let problem: { code: string; ko: string; en: string } | null = null
  try {
    result = await look({ store, officeId, watch, by, signal: context.signal, progress: context.progress, now: Date.now })
    problem = result.problem && { code: result.problem.code, ...result.problem.words }
  } catch (error) {
    // stopped or paused: nothing is to be told
    if (context.signal.aborted) throw error
    problem =
      error instanceof FetchRefused || error instanceof LookFailed
        ? { code: error.code, ...error.words }
        : { code: 'failed', ko: (error as Error).message, en: (error as Error).message }
  }
  const shown = result?.counts ?? null
  return store.inOffice(officeId, null, async (tx): Promise<Json> => {
    const row = await watchRow(tx, officeId, watchId, true)
    if (!row || row.paused_at || row.job_id !== context.jobId) return { superseded: true }
    await tx
      .updateTable('watch')
      .set({
        looked_at: lookedAt.toISOString(),
        last_error: problem && JSON.stringify(problem),
        ...(shown ? { last_result: JSON.stringify(shown), looked_well_at: lookedAt.toISOString() } : {}),
        ...(result?.etag === undefined ? {} : { etag: result.etag, last_modified: result.lastModified ?? null }),
      })
      .where('office_id', '=', officeId)
      .where('watch_id', '=', watchId)
      .execute()
    await forgetOldLooks(tx, officeId, watchId)
    const wait = shown && shown.growing > 0 ? Math.min(restMilliseconds + 500, row.every_seconds * 1000) : row.every_seconds * 1000
    await schedule(tx, officeId, watchId, by, new Date(Date.now() + wait))
    if ((shown && shown.added + shown.failed > 0) || problem)
      await appendAudit(tx, officeId, {
        actor: 'system',
        action: 'watch.looked',
        subjectId: watchId,
        detail: { ...(shown ?? {}), problem: problem?.code ?? null },
      })
    return { ...(shown ?? {}), problem: problem?.code ?? null }
  })
}
