import { notFound } from '#api/problem'
import type { Relation } from '#record/subject'
import { appendAudit } from '#store/audit'
import type { Store, Tx } from '#store/store'
import { dropNames } from './queries/other-names.ts'
import { membersOfCluster, subjectById } from './queries/project.ts'
import { addRelation, ensureOrganisation, officeSubject } from './queries/subjects.ts'
import type { Reader } from './reader.ts'

export interface RelationInput {
  role: Relation['role']
  name?: string
  other?: string
  /** The office itself. */
  ours?: true
  direction: 'from' | 'to'
  part: string | null
  /** Between 0 and 1; null where nobody says. */
  share: string | null
  since: string | null
  until: string | null
}

/** Add a relation between a subject and another one, by its id or (an organisation) by its name. */
export async function relate(store: Store, reader: Reader, by: string, subjectId: string, input: RelationInput): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await needed(tx, reader, subjectId)
    const other = input.ours
      ? await officeSubject(tx, reader.officeId)
      : (input.other ?? (await ensureOrganisation(tx, reader.officeId, input.name ?? '', by)))
    await needed(tx, reader, other)
    const [fromSubject, toSubject] = input.direction === 'from' ? [other, subjectId] : [subjectId, other]
    const id = await addRelation(tx, reader.officeId, {
      fromSubject,
      toSubject,
      role: input.role,
      part: input.part,
      share: input.share,
      since: input.since,
      until: input.until,
      by,
    })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'relation.added',
      subjectId,
      detail: { relationId: id, other, role: input.role, to: input.name ?? null },
    })
    return id
  })
}

/** End a relation: it is voided, not deleted. */
export async function unrelate(store: Store, reader: Reader, by: string, subjectId: string, relationId: string): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    await needed(tx, reader, subjectId)
    const members = (await membersOfCluster(tx, reader.officeId, subjectId)).map((one) => one.id)
    const result = await tx
      .updateTable('relation')
      .set({ voided_at: reader.now.toISOString() })
      .where('office_id', '=', reader.officeId)
      .where('relation_id', '=', relationId)
      .where('voided_at', 'is', null)
      .where((eb) => eb.or([eb('from_subject', 'in', members), eb('to_subject', 'in', members)]))
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) throw notFound({ ko: '관계', en: 'The relation' })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'relation.ended', subjectId, detail: { relationId } })
  })
}

/** Write the other names of a subject. */
export async function setAliases(store: Store, reader: Reader, by: string, subjectId: string, names: readonly string[]): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    await needed(tx, reader, subjectId)
    const before = await tx
      .selectFrom('subject_alias')
      .select('name')
      .where('office_id', '=', reader.officeId)
      .where('subject_id', '=', subjectId)
      .execute()
    const tidy = [...new Set(names.map((name) => name.normalize('NFC').trim()))]
    const gone = before.map((row) => row.name).filter((name) => !tidy.includes(name))
    if (gone.length > 0) await dropNames(tx, reader.officeId, subjectId, gone)
    if (tidy.length > 0)
      await tx
        .insertInto('subject_alias')
        .values(tidy.map((name) => ({ office_id: reader.officeId, subject_id: subjectId, name })))
        .onConflict((oc) => oc.doNothing())
        .execute()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'subject.aliases',
      subjectId,
      detail: { from: before.map((row) => row.name).join(', '), to: tidy.join(', ') },
    })
  })
}

async function needed(tx: Tx, reader: Reader, id: string): Promise<void> {
  if (!(await subjectById(tx, reader.officeId, id, reader.confidential))) throw notFound({ ko: '대상', en: 'The subject' })
}
