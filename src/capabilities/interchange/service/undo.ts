import { sql } from 'kysely'
import {
  deleteMilestone,
  hideStatements,
  type MilestoneFields,
  type Reader,
  updateMilestone,
  voidStageOfJudgement,
} from '#capabilities/portfolio/index'
import { releaseJudgement } from '#store/log/facts'
import { releaseJudgements } from '#store/log/many-facts'
import type { Json } from '#store/schema'
import type { Tx } from '#store/store'
import { waysBack } from '../queries/runs.ts'
import { type AliasChange, changeAliases, columnOfField, setFields } from './write-projects.ts'

interface Detail {
  created?: string
  from?: { [field: string]: Json }
  to?: { [field: string]: Json }
  replaced?: string[]
}

interface WayBack {
  task?: string
  addedTask?: string
  from?: MilestoneFields
  to?: MilestoneFields
  addedRelation?: string
  endedRelation?: string | null
}

/**
 * 가져오기 하나를 통째로 물린다: facts, fields, stages, tasks, parties and added projects of one import, in the transaction of the caller. What somebody changed again since
 * stays as that person left it, and is counted.
 */
export async function undoImportIn(
  tx: Tx,
  reader: Reader,
  by: string,
  importId: string,
  tick: (done: number, total: number) => void,
): Promise<{ undone: number; kept: number }> {
  const { officeId } = reader
  const judgements = await tx
    .selectFrom('judgement')
    .select(['judgement_id', 'kind', 'subject_a', 'detail'])
    .where('office_id', '=', officeId)
    .where('batch_id', '=', importId)
    .where('undone_at', 'is', null)
    .execute()
  const ways = await waysBack(tx, officeId, importId)
  const total = judgements.length + ways.length
  const live = new Set(judgements.map((row) => row.judgement_id))
  const detailOf = (row: (typeof judgements)[number]) => (row.detail ?? {}) as Detail
  const kept = new Set<string>()
  const { unclear } = await releaseJudgements(
    tx,
    officeId,
    judgements.map((row) => ({ judgementId: row.judgement_id, replaced: detailOf(row).replaced ?? [] })),
  )
  for (const one of unclear) await releaseJudgement(tx, officeId, one.judgementId, one.replaced)
  tick(judgements.length / 2, total)
  for (const row of judgements) if (row.kind === 'stage' || row.kind === 'override') await voidStageOfJudgement(tx, officeId, row.judgement_id, by)
  for (const subjectId of await restoreFields(
    tx,
    reader,
    judgements.filter((row) => row.kind === 'edit').map((row) => ({ id: row.subject_a!, ...detailOf(row) })),
  ))
    for (const row of judgements) if (row.subject_a === subjectId && row.kind === 'edit') kept.add(row.judgement_id)
  tick(judgements.length, total)
  let done = judgements.length
  const keptRows: { table: string; row: number }[] = []
  for (const way of ways) {
    if (!(await takeBack(tx, officeId, (way.wayBack ?? {}) as WayBack))) keptRows.push(way)
    if (++done % 50 === 0) tick(done, total)
  }
  await sql`update judgement set undone_at = clock_timestamp(), undone_by = ${by}::uuid
    where office_id = ${officeId}::uuid and judgement_id = any(${[...live]}::uuid[])`.execute(tx)
  const created = judgements.flatMap((row) => (detailOf(row).created ? [{ id: detailOf(row).created!, judgementId: row.judgement_id }] : []))
  const stay = await archiveBare(
    tx,
    reader,
    created.map((one) => one.id),
  )
  for (const one of created) if (stay.has(one.id)) kept.add(one.judgementId)
  await settleUndone(tx, officeId, importId, [...kept], keptRows)
  tick(total, total)
  return { undone: ways.length - kept.size - keptRows.length, kept: kept.size + keptRows.length }
}

/** Fields go back where they still are as the import left them; gives the subjects of which one is not. */
async function restoreFields(tx: Tx, reader: Reader, edits: readonly ({ id: string } & Detail)[]): Promise<Set<string>> {
  const kept = new Set<string>()
  const atOnce = 1000
  for (let at = 0; at < edits.length; at += atOnce) {
    const some = edits.slice(at, at + atOnce).filter((one) => Object.keys(one.to ?? {}).length > 0)
    const { rows } = await sql<{ subject_id: string; now: { [column: string]: Json } }>`
      select subject_id, to_jsonb(s) as now from subject s
      where s.office_id = ${reader.officeId}::uuid and s.subject_id = any(${some.map((one) => one.id)}::uuid[]) for update`.execute(tx)
    const now = new Map(rows.map((row) => [row.subject_id, row.now]))
    const back = some.map((one) => {
      const to: { [column: string]: Json } = {}
      for (const [field, value] of Object.entries(one.to ?? {})) {
        if (field === 'aliases') continue
        if (field === 'archived') {
          if (((now.get(one.id)?.archived_at ?? null) !== null) !== value) kept.add(one.id)
          else to.archived_at = one.from?.archived === true ? reader.now.toISOString() : null
          continue
        }
        const column = columnOfField(field)
        if ((now.get(one.id)?.[column] ?? null) === (value ?? null)) to[column] = one.from?.[field] ?? null
        else kept.add(one.id)
      }
      return { id: one.id, to }
    })
    await setFields(
      { tx, reader },
      back.filter((one) => Object.keys(one.to).length > 0),
    )
    await changeAliases({ tx, reader }, some.flatMap(aliasesBack))
    for (const one of back) if (typeof one.to.confidential === 'boolean') await hideStatements(tx, reader.officeId, one.id, one.to.confidential)
  }
  return kept
}

/** Names that the import added go, those that it took away come back; what somebody else added or took away since stays so. */
function aliasesBack({ id, from, to }: { id: string } & Detail): AliasChange[] {
  if (to?.aliases === undefined) return []
  const [was, is] = [(from?.aliases ?? []) as string[], to.aliases as string[]]
  return [{ id, gone: is.filter((name) => !was.includes(name)), added: was.filter((name) => !is.includes(name)) }]
}

/** Take a task or a relation back; false where somebody changed it since. */
async function takeBack(tx: Tx, officeId: string, way: WayBack): Promise<boolean> {
  const id = way.task ?? way.addedTask
  if (id !== undefined) {
    const row = await tx.selectFrom('milestone').selectAll().where('office_id', '=', officeId).where('milestone_id', '=', id).executeTakeFirst()
    if (!row) return false
    const now: Record<string, unknown> = {
      kind: row.kind,
      title: row.title,
      dueOn: row.due_on,
      doneOn: row.done_on,
      waivedOn: row.waived_on,
      ownerId: row.owner_id,
      documentId: row.document_id,
      note: row.note,
    }
    if (Object.entries(way.to ?? {}).some(([field, value]) => (now[field] ?? null) !== (value ?? null))) return false
    if (way.addedTask !== undefined) return row.version === 1 && (await deleteMilestone(tx, officeId, id, row.version))
    return updateMilestone(tx, officeId, id, row.version, way.from ?? {})
  }
  if (way.addedRelation === undefined) return true
  const ended = await tx
    .updateTable('relation')
    .set({ voided_at: sql<string>`now()` })
    .where('office_id', '=', officeId)
    .where('relation_id', '=', way.addedRelation)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  if (way.endedRelation)
    await sql`insert into relation (office_id, relation_id, from_subject, to_subject, role, part, share, since, until, claim_id, created_by)
      select office_id, gen_random_uuid(), from_subject, to_subject, role, part, share, since, until, claim_id, created_by
      from relation where office_id = ${officeId}::uuid and relation_id = ${way.endedRelation}::uuid`.execute(tx)
  return true
}

/** Projects that the import added are put away, unless something stands on them by now; gives those that stay. */
async function archiveBare(tx: Tx, reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ subject_id: string }>`
    update subject s set archived_at = ${reader.now.toISOString()}::timestamptz, version = s.version + 1
    where s.office_id = ${reader.officeId}::uuid and s.subject_id = any(${[...ids]}::uuid[]) and s.archived_at is null
      and not exists (select 1 from fact f where f.office_id = s.office_id and f.subject_id = s.subject_id and upper_inf(f.recorded))
      and not exists (select 1 from stage_event e where e.office_id = s.office_id and e.subject_id = s.subject_id and e.voided_at is null)
      and not exists (select 1 from milestone m where m.office_id = s.office_id and m.subject_id = s.subject_id)
    returning s.subject_id`.execute(tx)
  const gone = new Set(rows.map((row) => row.subject_id))
  return new Set(ids.filter((id) => !gone.has(id)))
}

async function settleUndone(
  tx: Tx,
  officeId: string,
  importId: string,
  keptJudgements: readonly string[],
  keptRows: readonly { table: string; row: number }[],
): Promise<void> {
  await sql`
    update import_change c set state = case
      when c.judgement_id = any(${[...keptJudgements]}::uuid[]) and c.table_id = 'projects' then 'kept'
      when exists (select 1 from jsonb_to_recordset(${JSON.stringify(keptRows)}::jsonb) as n("table" text, "row" int) where n."table" = c.table_id and n."row" = c.row_number) then 'kept'
      else 'undone' end
    where c.office_id = ${officeId}::uuid and c.import_id = ${importId}::uuid and c.state = 'applied'`.execute(tx)
}
