import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Words } from '#engines/interchange/cell'
import { appendAudit } from '#store/audit'
import { getBlob } from '#store/blobs'
import { type JobContext, JobRefused } from '#store/jobs'
import { newId } from '#store/log/ids'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'
import { officeLists } from '../lists.ts'
import { lastEdits } from '../queries/references.ts'
import { approvedRows, keepChanges, planAnewWhereUnknown, rowKey, settleChanges } from '../queries/runs.ts'
import { applyRows } from './apply.ts'
import { type Authority, authorityOf } from './authority.ts'
import { changeRows } from './change-rows.ts'
import { runOf } from './orders.ts'
import { type Plan, type PlannedRow, planImport } from './plan.ts'
import { readFile } from './read-file.ts'
import { undoImportIn } from './undo.ts'
import { writeStages } from './write-others.ts'
import { addProjects } from './write-projects.ts'
import type { Outcome, SubjectWork, Writing } from './writing.ts'

async function fileOf(db: Db, officeId: string, importId: string) {
  const row = await db.selectFrom('import_run').selectAll().where('office_id', '=', officeId).where('import_id', '=', importId).executeTakeFirst()
  if (!row) throw new JobRefused(`there is no import ${importId}`)
  const blob = await getBlob(db, officeId, row.blob_sha256.toString('hex'))
  if (!blob) throw new JobRefused('the file of the import is not kept any more')
  return { row, bytes: blob.bytes }
}

const importOf = (context: JobContext): string => (context.payload as { importId: string }).importId

/** 확인: read the file and find what it would do. */
export async function checkHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const importId = importOf(context)
  const authority = await authorityOf(store, officeId, context.createdBy, new Date())
  const { row, bytes } = await store.readOffice(officeId, authority.userId, (db) => fileOf(db, officeId, importId))
  if (row.state !== 'checking') return null
  context.progress(0, null, 'reading')
  const read = await readFile(bytes, row.file_name)
  if (!read.ok) return refuse(context, importId, read.refusal)
  const plan = await store.readOffice(officeId, authority.userId, (db) => planOf(db, context, authority, read.sheets), { snapshot: true })
  if (plan.refusal) return refuse(context, importId, plan.refusal, plan.warnings)
  const planned = await rehearsed(context, authority, row.file_name, importId, plan.planned)
  const subjects = [
    ...new Set(planned.flatMap((one) => (one.table === 'projects' && one.kind === 'change' && one.subject.id ? [one.subject.id] : []))),
  ]
  await store.inOffice(officeId, authority.userId, async (tx) => {
    const rows = changeRows(officeId, importId, planned, await lastEdits(tx, officeId, subjects))
    await tx.deleteFrom('import_change').where('office_id', '=', officeId).where('import_id', '=', importId).execute()
    await keepChanges(tx, rows)
    await tx
      .updateTable('import_run')
      .set({
        state: 'checked',
        format: read.format,
        warnings: JSON.stringify(plan.warnings),
        rows_read: plan.rows,
        rows_unchanged: plan.unchanged,
        checked_at: sql<string>`now()`,
      })
      .where('office_id', '=', officeId)
      .where('import_id', '=', importId)
      .where('state', '=', 'checking')
      .execute()
    await appendAudit(tx, officeId, {
      actor: authority.userId,
      action: 'import.checked',
      detail: { importId, fileName: row.file_name, rows: plan.rows, unchanged: plan.unchanged, found: rows.length },
    })
  })
  context.progress(plan.rows, plan.rows, 'checked')
  return { rows: plan.rows, unchanged: plan.unchanged }
}

async function planOf(db: Db, context: JobContext, { looking }: Authority, sheets: Parameters<typeof planImport>[1]): Promise<Plan> {
  const office = await officeLists(db, context.officeId)
  const tick = (done: number, total: number) => {
    context.signal.throwIfAborted()
    context.progress(Math.min(done, total), total, 'checking')
  }
  return planImport({ db, looking, office, tick }, sheets)
}

async function refuse(context: JobContext, importId: string, refusal: Words, warnings: readonly Words[] = []): Promise<Json> {
  await context.store.inOffice(context.officeId, null, async (tx) => {
    await tx
      .updateTable('import_run')
      .set({ state: 'refused', refusal: JSON.stringify(refusal), warnings: JSON.stringify(warnings), checked_at: sql<string>`now()` })
      .where('office_id', '=', context.officeId)
      .where('import_id', '=', importId)
      .execute()
    await appendAudit(tx, context.officeId, {
      actor: context.createdBy ?? 'system',
      action: 'import.refused',
      detail: { importId, reason: refusal.en },
    })
  })
  return { refused: refusal.en }
}

/** Thrown to leave a transaction without a trace. */
class Rehearsal extends Error {}

/**
 * 미리 해 본다: steps of stage go by rules with evidence, rights and order, so they are recorded for a trial, by the very code that will record them, and the transaction is
 * left without a trace. Rows that are refused become errors with the rule's words.
 */
async function rehearsed(
  context: JobContext,
  authority: Authority,
  fileName: string,
  importId: string,
  planned: readonly PlannedRow[],
): Promise<PlannedRow[]> {
  const stages = planned.filter((row) => row.table === 'stages' && row.kind === 'addition')
  if (stages.length === 0) return [...planned]
  let outcomes: Outcome[] = []
  try {
    await context.store.inOffice(context.officeId, authority.userId, async (tx) => {
      const writing = await writingOf(tx, context, authority, { importId, fileName, reason: null }, () => context.signal.throwIfAborted())
      const work = (subjectId: string): SubjectWork => ({
        judgementId: newId(),
        subjectId,
        created: true,
        from: {},
        to: {},
        replaced: [],
        values: [],
      })
      const { ids } = await addProjects(
        writing,
        planned.filter((row) => row.table === 'projects' && row.kind === 'addition'),
        work,
      )
      const found = stages.map((row) => ({ ...row, subject: { ...row.subject, id: row.subject.id ?? ids.get(row.subject.name ?? '') ?? null } }))
      outcomes = await writeStages(
        writing,
        found.filter((row) => row.subject.id !== null),
      )
      throw new Rehearsal()
    })
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error
  }
  const refused = new Map(
    outcomes.flatMap((one) =>
      one.state === 'left' ? [[rowKey(one.row.sheet, one.row.row), one.told as unknown as { expected: Words; todo: Words }]] : [],
    ),
  )
  return planned.map((row): PlannedRow => {
    const told = row.table === 'stages' ? refused.get(rowKey(row.sheet, row.row)) : undefined
    if (!told) return row
    const at = row.changes.find((one) => one.column.id === 'stage')
    return {
      ...row,
      kind: 'errors',
      changes: [],
      after: {},
      errors: [{ column: at?.column ?? null, cell: at?.cell ?? null, expected: told.expected, got: at?.after ?? null, todo: told.todo }],
    }
  })
}

async function writingOf(
  tx: Tx,
  context: JobContext,
  authority: Authority,
  run: { importId: string; fileName: string; reason: string | null },
  tick: (rows: number) => void,
): Promise<Writing> {
  return {
    tx,
    reader: authority.reader,
    by: authority.userId,
    mayOverride: authority.may('portfolio.override'),
    ...run,
    officeName: authority.officeName,
    office: await officeLists(tx, context.officeId),
    tick,
  }
}

/** 적용: everything in one transaction, against the office as it stands at that moment. */
export async function applyHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const importId = importOf(context)
  const authority = await authorityOf(store, officeId, context.createdBy, new Date())
  const { row, bytes } = await store.readOffice(officeId, authority.userId, (db) => fileOf(db, officeId, importId))
  if (row.state !== 'applying') return null
  context.progress(0, row.rows_read, 'reading')
  const read = await readFile(bytes, row.file_name)
  if (!read.ok) throw new JobRefused(read.refusal.en)
  return store.inOffice(officeId, authority.userId, async (tx) => {
    // one import of an office writes at a time
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId}:import`}, 0))`.execute(tx)
    await planAnewWhereUnknown(tx)
    const plan = await planImport(
      { db: tx, looking: authority.looking, office: await officeLists(tx, officeId), tick: () => context.signal.throwIfAborted() },
      read.sheets,
    )
    if (plan.refusal) throw new JobRefused(plan.refusal.en)
    const approved = await approvedRows(tx, officeId, importId, row.conflicts_taken)
    const rows = plan.planned.flatMap((one) => takenRow(one, approved.has(rowKey(one.table, one.row)), row.conflicts_taken))
    let done = 0
    context.progress(0, rows.length, 'applying')
    const writing = await writingOf(tx, context, authority, { importId, fileName: row.file_name, reason: row.reason }, (some) => {
      context.signal.throwIfAborted()
      done += some
      context.progress(done, rows.length, 'applying')
    })
    const outcomes = await applyRows(writing, rows)
    await settle(tx, officeId, importId, outcomes, row.conflicts_taken)
    const applied = outcomes.filter((one) => one.state === 'applied').length
    await tx
      .updateTable('import_run')
      .set((eb) => ({ state: 'applied', applied_at: sql<string>`clock_timestamp()`, applied_by: authority.userId, version: eb('version', '+', 1) }))
      .where('office_id', '=', officeId)
      .where('import_id', '=', importId)
      .execute()
    const detail = {
      importId,
      fileName: row.file_name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      rows: applied,
      left: approved.size - applied,
      conflicts: row.conflicts_taken,
    }
    await appendAudit(tx, officeId, { actor: authority.userId, action: 'import.applied', detail })
    context.signal.throwIfAborted()
    return detail
  })
}

/** A row as it is to be written: conflicting cells stay as the office has them, unless the person chose the file's. */
function takenRow(row: PlannedRow, approved: boolean, conflicts: 'keep' | 'replace'): PlannedRow[] {
  if (row.kind === 'errors' || !approved) return []
  if (conflicts === 'replace' || row.conflicts.length === 0) return [row]
  if (row.changes.length === 0) return []
  const after = { ...row.after, ...Object.fromEntries(row.conflicts.map((one) => [one.column.id, one.before])) }
  return [{ ...row, conflicts: [], after }]
}

async function settle(tx: Tx, officeId: string, importId: string, outcomes: readonly Outcome[], conflicts: 'keep' | 'replace'): Promise<void> {
  const kinds = conflicts === 'replace' ? ['change', 'addition', 'conflict'] : ['change', 'addition']
  await tx.updateTable('import_change').set({ state: 'left' }).where('office_id', '=', officeId).where('import_id', '=', importId).execute()
  await settleChanges(
    tx,
    officeId,
    importId,
    outcomes.map((one) => ({
      table: one.row.table,
      row: one.row.row,
      kinds,
      state: one.state,
      judgementId: one.state === 'applied' ? one.judgementId : null,
      wayBack: one.state === 'applied' ? one.wayBack : null,
      told: one.state === 'left' ? one.told : null,
    })),
  )
}

/** 물리기: the whole import in one transaction. */
export async function undoHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const importId = importOf(context)
  const authority = await authorityOf(store, officeId, context.createdBy, new Date())
  const run = await runOf(store, officeId, authority.userId, importId, true)
  if (run.state !== 'undoing') return null
  return store.inOffice(officeId, authority.userId, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId}:import`}, 0))`.execute(tx)
    await planAnewWhereUnknown(tx)
    const told = await undoImportIn(tx, authority.reader, authority.userId, importId, (done, total) => {
      context.signal.throwIfAborted()
      context.progress(done, total, 'undoing')
    })
    await tx
      .updateTable('import_run')
      .set((eb) => ({ state: 'undone', undone_at: sql<string>`clock_timestamp()`, undone_by: authority.userId, version: eb('version', '+', 1) }))
      .where('office_id', '=', officeId)
      .where('import_id', '=', importId)
      .execute()
    const detail = { importId, fileName: run.fileName, ...told }
    await appendAudit(tx, officeId, { actor: authority.userId, action: 'import.undone', detail })
    return detail
  })
}
