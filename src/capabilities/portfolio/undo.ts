import { notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import { releaseJudgement } from '#store/log/facts'
import { markUndone } from '#store/log/judgements'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { hideStatements, type SubjectFields, setFields } from './edit.ts'
import { refused } from './problems.ts'
import { edgesById, foldIdentity, insertEdge, liveEdges, voidEdges } from './queries/identity.ts'
import { dropNames } from './queries/other-names.ts'
import { subjectById } from './queries/project.ts'
import { voidStageOfJudgement } from './queries/stages.ts'
import type { Reader } from './reader.ts'

/** Fields, and of an import also whether it was put away and what other names it had. */
type Fields = Partial<SubjectFields> & { archived?: boolean; aliases?: string[] }

/** What the portfolio's judgements keep so that they can be taken back. */
interface Detail {
  origin?: string
  created?: string
  from?: Fields
  to?: Fields
  replaced?: string[]
  closed?: string[]
  made?: string[]
  voided?: string[]
}

/**
 * 물린다: take a judgement of the portfolio back: values entered, fields changed, stages, identity. That it was made, and that it was taken back, both stay.
 *
 * @throws ProblemError 404 for an unknown one; 409 for one that was taken back already, that another capability made, or whose fields somebody changed again since
 */
export async function undoJudgement(store: Store, reader: Reader, by: string, judgementId: string): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    const row = await tx
      .selectFrom('judgement')
      .selectAll()
      .where('office_id', '=', reader.officeId)
      .where('judgement_id', '=', judgementId)
      .executeTakeFirst()
    if (!row) throw notFound({ ko: '판단', en: 'The judgement' })
    const detail = row.detail as Detail
    if (detail.origin !== 'portfolio')
      throw refused(
        'not-here',
        { ko: '검토에서 내린 판단입니다', en: 'This judgement was made in review' },
        { ko: '검토 화면에서 물려 주세요.', en: 'Undo it there.' },
      )
    if (row.subject_a && !(await subjectById(tx, reader.officeId, row.subject_a, reader.confidential)))
      throw notFound({ ko: '판단', en: 'The judgement' })
    if (!(await markUndone(tx, reader.officeId, judgementId, by)))
      throw refused(
        'already-undone',
        { ko: '이미 물린 판단입니다', en: 'It was taken back already' },
        { ko: '내력을 다시 열어 보세요.', en: 'Open the history again.' },
      )
    await releaseJudgement(tx, reader.officeId, judgementId, [...(detail.replaced ?? []), ...(detail.closed ?? [])])
    await voidStageOfJudgement(tx, reader.officeId, judgementId, by)
    if (row.subject_a && detail.from) await restoreFields(tx, reader, row.subject_a, detail.from, detail.to ?? {})
    if (detail.made || detail.voided) await restoreEdges(tx, reader.officeId, detail, by)
    if (detail.created) await archiveIfBare(tx, reader, detail.created)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'judgement.undone',
      subjectId: row.subject_a,
      detail: { judgementId, kind: row.kind, restored: (detail.from ?? null) as Json },
    })
  })
}

async function restoreFields(tx: Tx, reader: Reader, id: string, was: Fields, is: Fields): Promise<void> {
  const now = await subjectById(tx, reader.officeId, id, true)
  if (!now || Object.keys(was).length === 0) return
  const { archived, aliases, ...from } = was
  const { archived: put, aliases: names, ...to } = is
  await restoreAliases(tx, reader.officeId, id, aliases ?? [], names ?? [])
  const since: string[] = (Object.keys(to) as (keyof SubjectFields)[]).filter((name) => now[name] !== to[name])
  if (put !== undefined && put !== (now.archivedAt !== null)) since.push('archived')
  if (since.length > 0)
    throw refused(
      'changed-since',
      { ko: '그 뒤에 다시 고쳤습니다', en: 'It was changed again since' },
      { ko: `나중에 고친 것부터 물려 주세요: ${since.join(', ')}`, en: `Undo the later change first: ${since.join(', ')}` },
    )
  await setFields(tx, reader.officeId, id, now.version, from)
  if (archived !== undefined)
    await tx
      .updateTable('subject')
      .set({ archived_at: archived ? reader.now.toISOString() : null })
      .where('office_id', '=', reader.officeId)
      .where('subject_id', '=', id)
      .execute()
  if (from.confidential !== undefined) await hideStatements(tx, reader.officeId, id, from.confidential)
}

/** Names that were added go, those that were taken away come back; what somebody else did meanwhile stays. */
async function restoreAliases(tx: Tx, officeId: string, id: string, was: readonly string[], is: readonly string[]): Promise<void> {
  const gone = is.filter((name) => !was.includes(name))
  const back = was.filter((name) => !is.includes(name))
  if (gone.length > 0) await dropNames(tx, officeId, id, gone)
  if (back.length > 0)
    await tx
      .insertInto('subject_alias')
      .values(back.map((name) => ({ office_id: officeId, subject_id: id, name })))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

async function restoreEdges(tx: Tx, officeId: string, detail: Detail, by: string): Promise<void> {
  await voidEdges(tx, officeId, detail.made ?? [], by)
  const made = await edgesById(tx, officeId, detail.made ?? [])
  const before = await edgesById(tx, officeId, detail.voided ?? [])
  const live = await liveEdges(tx, officeId, [...new Set([...before, ...made].flatMap((edge) => [edge.a, edge.b]))])
  for (const edge of before)
    if (!live.some((one) => one.a === edge.a && one.b === edge.b)) await insertEdge(tx, officeId, edge.a, edge.b, edge.judgement, by)
  await foldIdentity(
    tx,
    officeId,
    [...made, ...before].flatMap((edge) => [edge.a, edge.b]),
  )
}

/** A subject whose making is taken back is put away, unless something else stands on it by now. */
async function archiveIfBare(tx: Tx, reader: Reader, id: string): Promise<void> {
  const used = await tx
    .selectFrom('fact')
    .select('fact_id')
    .where('office_id', '=', reader.officeId)
    .where('subject_id', '=', id)
    .where((eb) => eb.fn('upper_inf', ['recorded']))
    .executeTakeFirst()
  if (used)
    throw refused(
      'in-use',
      { ko: '이 사업에 다른 값이 붙어 있습니다', en: 'Other values stand on this project' },
      { ko: '그 값들을 먼저 물리거나, 사업을 보관하세요.', en: 'Undo those first, or archive the project.' },
    )
  await tx
    .updateTable('subject')
    .set((eb) => ({ archived_at: reader.now.toISOString(), version: eb('version', '+', 1) }))
    .where('office_id', '=', reader.officeId)
    .where('subject_id', '=', id)
    .execute()
}
