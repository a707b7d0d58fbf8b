import { notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Store } from '#store/store'
import { etagMismatch } from './problems.ts'
import { deleteMilestone, insertMilestone, type MilestoneFields, type MilestoneRow, milestones, updateMilestone } from './queries/milestones.ts'
import { subjectById } from './queries/project.ts'
import type { Reader } from './reader.ts'

/** 할 일을 더한다: add a task, milestone or obligation. */
export async function addMilestone(
  store: Store,
  reader: Reader,
  by: string,
  subjectId: string,
  fields: MilestoneFields & { title: string },
): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await subjectById(tx, reader.officeId, subjectId, reader.confidential))) throw notFound({ ko: '사업', en: 'The project' })
    const id = await insertMilestone(tx, reader.officeId, subjectId, fields, by)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'milestone.added',
      subjectId,
      detail: { milestoneId: id, title: fields.title, dueOn: fields.dueOn ?? null },
    })
    return id
  })
}

/** Change a milestone of a known version: what, by when, done or waived. */
export async function changeMilestone(store: Store, reader: Reader, by: string, before: MilestoneRow, fields: MilestoneFields): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await updateMilestone(tx, reader.officeId, before.id, before.version, fields))) throw etagMismatch()
    const now = { ...before } as Record<string, unknown>
    const changed = Object.entries(fields).filter(([name, value]) => value !== undefined && now[name] !== value)
    const action = fields.doneOn && !before.doneOn ? 'milestone.done' : 'milestone.changed'
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action,
      subjectId: before.subjectId,
      detail: {
        milestoneId: before.id,
        title: before.title,
        changes: changed.map(([name, value]) => ({ name, from: (now[name] ?? null) as Json, to: (value ?? null) as Json })),
      },
    })
  })
}

/** Take a milestone away; the audit keeps what it said. */
export async function removeMilestone(store: Store, reader: Reader, by: string, before: MilestoneRow): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await deleteMilestone(tx, reader.officeId, before.id, before.version))) throw etagMismatch()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'milestone.removed',
      subjectId: before.subjectId,
      detail: { milestoneId: before.id, title: before.title, dueOn: before.dueOn, doneOn: before.doneOn, note: before.note },
    })
  })
}

/**
 * A milestone that the reader may see.
 *
 * @throws ProblemError 404 where there is none
 */
export async function milestoneOf(store: Store, reader: Reader, id: string): Promise<MilestoneRow> {
  const [row] = await store.readOffice(reader.officeId, reader.userId, (db) =>
    milestones(db, reader.officeId, { ids: [id], confidential: reader.confidential }),
  )
  if (!row) throw notFound({ ko: '할 일', en: 'The task' })
  return row
}
