import { notFound } from '#api/problem'
import type { SubjectKind } from '#record/subject'
import { appendAudit } from '#store/audit'
import { appendJudgement } from '#store/log/judgements'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { etagMismatch } from './problems.ts'
import { subjectById } from './queries/project.ts'
import { addRelation, createSubject, ensureOrganisation } from './queries/subjects.ts'
import type { Reader } from './reader.ts'
import { enterValues, type ValueToEnter } from './values.ts'

/** The fields of a subject that people write. */
export interface SubjectFields {
  nameKo: string
  nameEn: string | null
  place: string | null
  industry: string | null
  team: string | null
  ownerId: string | null
  note: string | null
  /** 신규·증설: a new firm or factory, or more of one that is there; null where nobody said which. */
  investmentKind: 'new' | 'expansion' | null
  confidential: boolean
  discloseOn: string | null
}

const columns = {
  nameKo: 'name_ko',
  nameEn: 'name_en',
  place: 'place',
  industry: 'industry',
  team: 'team',
  ownerId: 'owner_id',
  note: 'note',
  investmentKind: 'investment_kind',
  confidential: 'confidential',
  discloseOn: 'disclose_on',
} as const satisfies Record<keyof SubjectFields, string>

export interface NewSubject extends Partial<SubjectFields> {
  kind: SubjectKind
  nameKo: string
  /** 투자자: names of organisations; found by name or made. */
  investors?: readonly string[]
  values?: readonly ValueToEnter[]
  reason?: string | null
}

/** 사업을 더한다: create a subject by hand with its values as own statements, in one transaction, under one judgement that can be taken back. */
export async function addSubject(store: Store, reader: Reader, by: string, input: NewSubject): Promise<{ id: string; judgementId: string }> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const id = await createSubject(tx, reader.officeId, { ...input, by })
    const judgementId = await appendJudgement(tx, reader.officeId, {
      kind: 'enter',
      subjectA: id,
      reason: input.reason ?? null,
      detail: { origin: 'portfolio', created: id },
      madeBy: by,
    })
    for (const name of input.investors ?? []) {
      if (name.trim() === '') continue
      const organisation = await ensureOrganisation(tx, reader.officeId, name, by)
      await addRelation(tx, reader.officeId, { fromSubject: organisation, toSubject: id, role: 'investor', by })
    }
    const entered = await enterValues(tx, entering(reader, id, judgementId, by, input.confidential ?? false), input.values ?? [])
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'subject.created',
      subjectId: id,
      detail: { judgementId, kind: input.kind, nameKo: input.nameKo, values: entered.map((one) => ({ indicator: one.indicator, to: one.to })) },
    })
    return { id, judgementId }
  })
}

/**
 * 고친다: change fields and values of a subject. Changed values are own statements and facts of their own; the earlier ones stay known for their time.
 *
 * @throws ProblemError 404 where there is none, 412 where somebody changed it since `version`
 */
export async function editSubject(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  version: number | null,
  change: Partial<SubjectFields> & { values?: readonly ValueToEnter[]; reason?: string | null },
): Promise<{ judgementId: string | null }> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const before = await subjectById(tx, reader.officeId, id, reader.confidential)
    if (!before) throw notFound({ ko: '사업', en: 'The project' })
    const fields = changedFields(before, change)
    const judgementId = await appendJudgement(tx, reader.officeId, {
      kind: 'edit',
      subjectA: id,
      reason: change.reason ?? null,
      detail: {},
      madeBy: by,
    })
    const entered = await enterValues(
      tx,
      entering(reader, id, judgementId, by, before.confidential || (change.confidential ?? false)),
      change.values ?? [],
    )
    if (fields.length === 0 && entered.length === 0) {
      await tx.deleteFrom('judgement').where('office_id', '=', reader.officeId).where('judgement_id', '=', judgementId).execute()
      return { judgementId: null }
    }
    const from = Object.fromEntries(fields.map(([name]) => [name, before[name] as Json]))
    const to = Object.fromEntries(fields.map(([name, value]) => [name, value as Json]))
    const detail: Json = {
      origin: 'portfolio',
      from,
      to,
      replaced: entered.flatMap((one) => one.replaced),
      values: entered.map(({ indicator, facet, from: was, to: is }) => ({ indicator, facet, from: was, to: is })),
    }
    await tx
      .updateTable('judgement')
      .set({ detail: JSON.stringify(detail) })
      .where('office_id', '=', reader.officeId)
      .where('judgement_id', '=', judgementId)
      .execute()
    if (to.nameKo !== undefined) await keepName(tx, reader.officeId, id, before.nameKo)
    await setFields(tx, reader.officeId, id, version ?? before.version, Object.fromEntries(fields))
    if (typeof to.confidential === 'boolean') await hideStatements(tx, reader.officeId, id, to.confidential)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'subject.edited',
      subjectId: id,
      detail: { judgementId, ...(detail as { [key: string]: Json }) },
    })
    return { judgementId }
  })
}

/** Put a subject away (what was known of it stays), or take it out again. */
export async function archiveSubject(store: Store, reader: Reader, by: string, id: string, archived: boolean, reason: string | null): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await subjectById(tx, reader.officeId, id, reader.confidential))) throw notFound({ ko: '사업', en: 'The project' })
    await tx
      .updateTable('subject')
      .set((eb) => ({ archived_at: archived ? reader.now.toISOString() : null, version: eb('version', '+', 1) }))
      .where('office_id', '=', reader.officeId)
      .where('subject_id', '=', id)
      .execute()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: archived ? 'subject.archived' : 'subject.restored',
      subjectId: id,
      detail: { reason },
    })
  })
}

/** Write fields of a known version. */
export async function setFields(tx: Tx, officeId: string, id: string, version: number, fields: Partial<SubjectFields>): Promise<void> {
  const set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [columns[name as keyof SubjectFields], value]))
  const result = await tx
    .updateTable('subject')
    .set({ ...set, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) throw etagMismatch()
}

/** What was typed about a subject is as confidential as the subject itself. */
export async function hideStatements(tx: Tx, officeId: string, subjectId: string, confidential: boolean): Promise<void> {
  await tx
    .updateTable('document')
    .set({ confidential })
    .where('office_id', '=', officeId)
    .where('kind', '=', 'own_statement')
    .where('document_id', 'in', (eb) =>
      eb
        .selectFrom('fact')
        .innerJoin('fact_basis', (join) => join.onRef('fact_basis.office_id', '=', 'fact.office_id').onRef('fact_basis.fact_id', '=', 'fact.fact_id'))
        .innerJoin('claim', (join) => join.onRef('claim.office_id', '=', 'fact_basis.office_id').onRef('claim.claim_id', '=', 'fact_basis.claim_id'))
        .select('claim.document_id')
        .where('fact.office_id', '=', officeId)
        .where('fact.subject_id', '=', subjectId),
    )
    .execute()
}

function changedFields(before: SubjectFields, change: Partial<SubjectFields>): [keyof SubjectFields, SubjectFields[keyof SubjectFields]][] {
  return (Object.keys(columns) as (keyof SubjectFields)[])
    .filter((name) => change[name] !== undefined)
    .map((name): [keyof SubjectFields, SubjectFields[keyof SubjectFields]] => [name, tidy(change[name]!)])
    .filter(([name, value]) => before[name] !== value)
}

const tidy = (value: string | boolean | null) =>
  (typeof value === 'string' ? value.normalize('NFC').trim() || null : value) as SubjectFields[keyof SubjectFields]

/** What it was called before is an alias from now on, so that sources that use it are still recognised. */
async function keepName(tx: Tx, officeId: string, id: string, name: string): Promise<void> {
  await tx
    .insertInto('subject_alias')
    .values({ office_id: officeId, subject_id: id, name })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

const entering = (reader: Reader, subjectId: string, judgementId: string, by: string, confidential: boolean) => ({
  officeId: reader.officeId,
  subjectId,
  judgementId,
  by,
  today: reader.today,
  confidential,
})
