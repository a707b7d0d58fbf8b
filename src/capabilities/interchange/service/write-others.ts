import { sql } from 'kysely'
import { ProblemError } from '#api/problem'
import {
  addRelation,
  changeStageIn,
  ensureOrganisation,
  insertMilestone,
  type MilestoneFields,
  type StageChange,
  updateMilestone,
} from '#capabilities/portfolio/index'
import { organisationKey } from '#engines/accounting/organisation-name'
import type { Json } from '#store/schema'
import type { PartyRecord } from '../queries/parties.ts'
import type { PlannedRow } from './plan.ts'
import type { Outcome, SubjectWork, Writing } from './writing.ts'

const tickEvery = 50

/** What a refusal of the office's own rules says, as the row tells it. */
function toldOf(error: ProblemError): Json {
  return { code: error.code, expected: { ...error.title }, todo: { ...(error.more.detail ?? error.title) } }
}

/** 단계를 적는다: each new row by the same rules as the screen: evidence, right, order. A row that is refused is left, with the rule's own words. */
export async function writeStages(writing: Writing, rows: readonly PlannedRow[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [at, row] of rows.entries()) {
    const { after } = row
    const change: StageChange = {
      ...(after.machine ? { machine: after.machine as NonNullable<StageChange['machine']> } : {}),
      toStage: after.stage!,
      occurred: { from: after.occurredFrom ?? null, to: after.occurredTo ?? null, text: after.occurredText ?? null },
      documentId: after.documentId ?? null,
      evidenceKind: after.evidenceKind ?? null,
      reason: after.reason ?? writing.reason,
      amount: after.amount && after.unit ? { value: after.amount, unit: after.unit } : null,
    }
    if (after.amount && !after.unit) {
      outcomes.push({ row, state: 'left', told: amountWithoutUnit })
      continue
    }
    await sql`savepoint imported_row`.execute(writing.tx)
    try {
      const changed = await changeStageIn(writing.tx, writing.reader, writing.by, writing.mayOverride, row.subject.id!, change, writing.importId)
      await sql`release savepoint imported_row`.execute(writing.tx)
      outcomes.push({ row, state: 'applied', judgementId: changed.judgementId, wayBack: { event: changed.eventId } })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      await sql`rollback to savepoint imported_row`.execute(writing.tx)
      outcomes.push({ row, state: 'left', told: toldOf(error) })
    }
    if (at % tickEvery === tickEvery - 1) writing.tick(tickEvery)
  }
  writing.tick(rows.length % tickEvery)
  return outcomes
}

const amountWithoutUnit: Json = {
  code: 'amount-without-unit',
  expected: { ko: '금액의 통화', en: 'the currency of the amount' },
  todo: { ko: '‘금액 단위’ 칸에 USD, KRW 따위를 적거나 200만달러처럼 적어 주세요.', en: 'Write USD, KRW and so on into the column Currency.' },
}

const milestoneFields: Readonly<Record<string, keyof MilestoneFields>> = {
  kind: 'kind',
  title: 'title',
  dueOn: 'dueOn',
  doneOn: 'doneOn',
  waivedOn: 'waivedOn',
  owner: 'ownerId',
  documentId: 'documentId',
  note: 'note',
}

/** 할 일을 적는다. */
export async function writeMilestones(writing: Writing, rows: readonly PlannedRow[]): Promise<Outcome[]> {
  const { tx, reader } = writing
  const stored = (column: string, value: string | null): string | null =>
    column === 'owner' && value !== null ? (writing.office.people.get(value) ?? null) : value
  const outcomes: Outcome[] = []
  for (const [at, row] of rows.entries()) {
    const given = (pick: 'before' | 'after') =>
      Object.fromEntries(
        [...row.changes, ...row.conflicts].flatMap((one) =>
          milestoneFields[one.column.id] ? [[milestoneFields[one.column.id]!, stored(one.column.id, one[pick])]] : [],
        ),
      ) as MilestoneFields
    if (row.record === null) {
      const id = await insertMilestone(tx, reader.officeId, row.subject.id!, { kind: 'task', ...given('after'), title: row.after.title! }, writing.by)
      outcomes.push({ row, state: 'applied', judgementId: null, wayBack: { addedTask: id, to: given('after') as Json } })
    } else {
      const done = await updateMilestone(tx, reader.officeId, row.record.liveId, row.record.version!, given('after'))
      if (done)
        outcomes.push({
          row,
          state: 'applied',
          judgementId: null,
          wayBack: { task: row.record.liveId, from: given('before') as Json, to: given('after') as Json },
        })
      else outcomes.push({ row, state: 'left', told: changedMeanwhile })
    }
    if (at % tickEvery === tickEvery - 1) writing.tick(tickEvery)
  }
  writing.tick(rows.length % tickEvery)
  return outcomes
}

const changedMeanwhile: Json = {
  code: 'changed-meanwhile',
  expected: { ko: '확인할 때의 줄', en: 'the row as it was checked' },
  todo: { ko: '그사이 다른 사람이 고쳤습니다. 다시 내보내 고쳐 주세요.', en: 'Somebody changed it meanwhile. Export again and edit that.' },
}

/** 당사자를 적는다: a changed relation is ended and begun anew, so that what was known before stays known for its time. */
export async function writeParties(writing: Writing, rows: readonly PlannedRow[], work: (id: string) => SubjectWork): Promise<Outcome[]> {
  const { tx, reader, by } = writing
  const organisations = new Map<string, string>()
  const outcomes: Outcome[] = []
  for (const [at, row] of rows.entries()) {
    const record = row.record as PartyRecord | null
    const { after } = row
    const given = { part: after.part ?? null, share: after.share ?? null, since: after.since ?? null, until: after.until ?? null }
    let from = record?.fromSubject
    if (from === undefined) {
      const key = organisationKey(after.party!)
      from = organisations.get(key) ?? (await ensureOrganisation(tx, reader.officeId, after.party!, by))
      organisations.set(key, from)
    }
    if (record)
      await tx
        .updateTable('relation')
        .set({ voided_at: sql<string>`now()` })
        .where('office_id', '=', reader.officeId)
        .where('relation_id', '=', record.liveId)
        .where('voided_at', 'is', null)
        .execute()
    const added = await addRelation(tx, reader.officeId, {
      fromSubject: from,
      toSubject: record?.toSubject ?? row.subject.id!,
      role: after.role as Parameters<typeof addRelation>[2]['role'],
      ...given,
      by,
    })
    outcomes.push({
      row,
      state: 'applied',
      judgementId: work(row.subject.id!).judgementId,
      wayBack: { addedRelation: added, endedRelation: record?.liveId ?? null },
    })
    if (at % tickEvery === tickEvery - 1) writing.tick(tickEvery)
  }
  writing.tick(rows.length % tickEvery)
  return outcomes
}
