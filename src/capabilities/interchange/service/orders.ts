import { sql } from 'kysely'
import { conflict, notFound, ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import { putBlob } from '#store/blobs'
import { cancelJob, enqueue } from '#store/jobs'
import { newId } from '#store/log/ids'
import type { Store } from '#store/store'
import { importRuns, type RunRow } from '../queries/runs.ts'

/** The names under which the queue knows the work of an import. */
export const checkJob = 'interchange.check'
export const applyJob = 'interchange.apply'
export const undoJob = 'interchange.undo'

const media = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const

/** 파일을 받는다: keep it and put its check into the queue. Nothing of it is written into the portfolio before somebody applies it. */
export async function startImport(store: Store, officeId: string, by: string, file: { name: string; bytes: Buffer }): Promise<string> {
  if (file.bytes.length === 0)
    throw new ProblemError(
      422,
      'file-empty',
      { ko: '빈 파일입니다', en: 'The file is empty' },
      { detail: { ko: '내보낸 XLSX나 CSV를 올려 주세요.', en: 'Bring an XLSX or CSV that was exported.' } },
    )
  return store.inOffice(officeId, by, async (tx) => {
    const importId = newId()
    const name = file.name.normalize('NFC').slice(-200)
    const sha256 = await putBlob(tx, officeId, file.bytes, /\.xlsx$/i.test(name) ? media.xlsx : media.csv)
    const jobId = await enqueue(tx, {
      officeId,
      kind: checkJob,
      payload: { importId },
      createdBy: by,
      maxAttempts: 2,
      queue: `interchange:${officeId}`,
    })
    await tx
      .insertInto('import_run')
      .values({
        office_id: officeId,
        import_id: importId,
        file_name: name,
        format: null,
        blob_sha256: Buffer.from(sha256, 'hex'),
        size: file.bytes.length,
        job_id: jobId,
        refusal: null,
        reason: null,
        made_by: by,
        checked_at: null,
        applied_at: null,
        applied_by: null,
        undone_at: null,
        undone_by: null,
      })
      .execute()
    await appendAudit(tx, officeId, { actor: by, action: 'import.started', detail: { importId, fileName: name, sha256, size: file.bytes.length } })
    return importId
  })
}

/** An import that the reader may see. @throws ProblemError 404 */
export async function runOf(store: Store, officeId: string, userId: string | null, importId: string, confidential: boolean): Promise<RunRow> {
  const [run] = await store.readOffice(officeId, userId, (db) => importRuns(db, officeId, { id: importId, confidential, limit: 1 }))
  if (!run) throw notFound({ ko: '가져오기', en: 'The import' })
  return run
}

/** 적용한다·물린다: put the writing, or the taking back, of an import into the queue. @throws ProblemError 409 where it stands otherwise */
export async function orderWork(
  store: Store,
  officeId: string,
  by: string,
  importId: string,
  what: 'apply' | 'undo',
  choice: { conflicts: 'keep' | 'replace'; reason: string | null } = { conflicts: 'keep', reason: null },
): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    await sql`select 1 from import_run where office_id = ${officeId}::uuid and import_id = ${importId}::uuid for update`.execute(tx)
    const [run] = await importRuns(tx, officeId, { id: importId, confidential: true, limit: 1 })
    if (!run) throw notFound({ ko: '가져오기', en: 'The import' })
    const wanted = what === 'apply' ? 'checked' : 'applied'
    if (run.state !== wanted)
      throw what === 'apply'
        ? conflict(
            'not-checked',
            '확인을 마친, 아직 적용하지 않은 가져오기만 적용합니다',
            'Only an import that was checked and not applied yet can be applied',
          )
        : conflict('not-applied', '적용한 가져오기만 물립니다', 'Only an import that was applied can be taken back')
    const jobId = await enqueue(tx, {
      officeId,
      kind: what === 'apply' ? applyJob : undoJob,
      payload: { importId },
      createdBy: by,
      maxAttempts: 2,
      queue: `interchange:${officeId}`,
    })
    await tx
      .updateTable('import_run')
      .set((eb) => ({
        state: what === 'apply' ? 'applying' : 'undoing',
        job_id: jobId,
        version: eb('version', '+', 1),
        ...(what === 'apply' ? { conflicts_taken: choice.conflicts, reason: choice.reason } : {}),
      }))
      .where('office_id', '=', officeId)
      .where('import_id', '=', importId)
      .execute()
    await appendAudit(tx, officeId, {
      actor: by,
      action: what === 'apply' ? 'import.ordered' : 'import.undo-ordered',
      detail: { importId, fileName: run.fileName, ...(what === 'apply' ? { ...choice } : {}) },
    })
  })
}

/** 그만둔다: what was not written to its end is not written at all. */
export async function stopImport(store: Store, officeId: string, by: string, importId: string): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const [run] = await importRuns(tx, officeId, { id: importId, confidential: true, limit: 1 })
    if (!run) throw notFound({ ko: '가져오기', en: 'The import' })
    if (run.jobId) await cancelJob(tx, officeId, run.jobId)
    await appendAudit(tx, officeId, { actor: by, action: 'import.stopped', detail: { importId, fileName: run.fileName } })
  })
}
