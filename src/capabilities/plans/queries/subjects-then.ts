import { sql } from 'kysely'
import { namesOfPeople } from '#capabilities/accounts/index'
import { clustersKnownOn, type FieldsThen, fieldsKnownOn, membersOf, notAfter } from '#capabilities/portfolio/index'
import { foldStage } from '#engines/accounting/stage-fold'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import type { SubjectKind } from '#record/subject'
import type { Db } from '#store/store'
import { knownThen, type Seeing, subjectSeen } from '../seeing.ts'
import type { Head, HeadQuery } from './subjects.ts'

interface Row {
  subject_id: string
  kind: SubjectKind
  name_ko: string
  name_en: string | null
  place: string | null
  industry: string | null
  owner_id: string | null
  note: string | null
  illustrative: boolean
  confidential: boolean
  archived_at: string | null
  canonical_id: string | null
  version: number
  seen: boolean
}

/** 그때의 머리: subjects with the names, places and owners that were known then, at the stage that follows from what had happened by the day. The same question gives the same answer. */
export async function headsAtClocks(db: Db, officeId: string, query: HeadQuery): Promise<Head[]> {
  const { seeing } = query
  const { knownOn = null } = seeing
  const stood = knownOn === null ? null : await clustersKnownOn(db, officeId, knownOn)
  // those that are asked for, with all that they stood or stand together with
  const near =
    query.ids === undefined ? null : [...query.ids, ...[...(stood ?? [])].flatMap(([id, whole]) => (query.ids?.includes(whole) ? [id] : []))]
  const { rows } = await sql<Row>`
    select s.subject_id, s.kind, s.name_ko, s.name_en, s.place, s.industry, s.owner_id, s.note, s.illustrative, s.confidential, s.archived_at, s.canonical_id,
           s.version, ${subjectSeen(seeing, 's')} as seen
    from subject s
    where s.office_id = ${officeId}::uuid and ${knownThen(seeing, 's.created_at')}
      and ${query.kinds ? sql`s.kind = any(${[...query.kinds]}::text[])` : sql`true`}
      and ${near === null ? sql`true` : sql`(s.subject_id = any(${near}::uuid[]) or s.canonical_id = any(${near}::uuid[]))`}`.execute(db)
  const joined = stood ?? new Map(rows.flatMap((row) => (row.canonical_id === null ? [] : [[row.subject_id, row.canonical_id] as const])))
  // what is held back now is held back of every time, with all it stood or stands together with
  const hidden = new Set(rows.filter((row) => !row.seen).flatMap((row) => [row.subject_id, joined.get(row.subject_id), row.canonical_id]))
  const wanted = query.ids === undefined ? null : new Set(query.ids)
  const whole = rows.filter(
    (row) =>
      !joined.has(row.subject_id) &&
      (wanted === null || wanted.has(row.subject_id)) &&
      !hidden.has(row.subject_id) &&
      !(row.canonical_id !== null && hidden.has(row.canonical_id)),
  )
  const then =
    knownOn === null
      ? new Map<string, FieldsThen>()
      : await fieldsKnownOn(
          db,
          officeId,
          knownOn,
          whole.map((row) => row.subject_id),
        )
  const there = whole.flatMap((row) => {
    const { fields = {}, archived } = then.get(row.subject_id) ?? {}
    const away = archived ?? (row.archived_at !== null && (knownOn === null || notAfter(row.archived_at, knownOn)))
    if (away && !query.putAway) return []
    const known = <T>(was: T | undefined, is: T): T => (was === undefined ? is : was)
    const head = {
      id: row.subject_id,
      kind: row.kind,
      nameKo: fields.nameKo ?? row.name_ko,
      nameEn: known(fields.nameEn, row.name_en),
      place: known(fields.place, row.place),
      industry: known(fields.industry, row.industry),
      ownerId: known(fields.ownerId, row.owner_id),
      note: known(fields.note, row.note),
      illustrative: row.illustrative,
      confidential: row.confidential,
      version: knownOn === null ? row.version : 0,
    }
    return named(head, query.words) ? [head] : []
  })
  const stages = await stagesThen(db, officeId, there, seeing)
  const people = await namesOfPeople(
    db,
    there.flatMap((one) => one.ownerId ?? []),
  )
  return there
    .map(({ ownerId, ...head }): Head => {
      const now = stages.get(head.id) ?? null
      return {
        ...head,
        ...(now ?? { stage: null, stageFrom: null }),
        owner: ownerId === null ? null : { id: ownerId, name: people.get(ownerId) ?? '' },
      }
    })
    .sort((a, b) => order(a.nameKo, b.nameKo) || order(a.id, b.id))
}

function named(one: { nameKo: string; nameEn: string | null }, words: string | undefined): boolean {
  const asked = words?.toLowerCase() ?? ''
  return one.nameKo.toLowerCase().includes(asked) || (one.nameEn?.toLowerCase().includes(asked) ?? false)
}

/** The stage of each whole on the day, by the steps known then; a step that rests on a document that is held back is as if it had not been. */
async function stagesThen(db: Db, officeId: string, heads: readonly { id: string; kind: SubjectKind }[], seeing: Seeing) {
  const { asOf = null, knownOn = null } = seeing
  const members = await membersOf(
    db,
    officeId,
    heads.map((one) => one.id),
    seeing,
  )
  const { rows: events } = await sql<{
    subject_id: string
    machine: string
    to_stage: string
    occurred_from: string | null
    occurred_to: string | null
    recorded_at: string
    reason: string | null
  }>`
    select e.subject_id, e.machine, e.to_stage, e.occurred_from, e.occurred_to, e.recorded_at, e.reason
    from stage_event e
    where e.office_id = ${officeId}::uuid and e.subject_id = any(${[...members.keys()]}::uuid[]) and ${knownThen(seeing, 'e.recorded_at', 'e.voided_at')}
      and ${asOf === null ? sql`true` : sql`coalesce(e.occurred_from, e.occurred_to, e.recorded_at::date) <= ${asOf}::date`}
      and not exists (
        select 1 from document d left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
        where d.office_id = e.office_id and d.document_id in (e.document_id, c.document_id) and not ${subjectSeen(seeing, 'd')})`.execute(db)
  const day = asOf ?? knownOn?.slice(0, 10) ?? ''
  return new Map(
    heads.flatMap((head) => {
      const machine = machineOf(head.kind)
      if (machine === null) return []
      const own = events.filter((event) => members.get(event.subject_id) === head.id && event.machine === machine)
      const steps = own.map((event) => ({
        toStage: event.to_stage,
        occurredFrom: event.occurred_from,
        occurredTo: event.occurred_to,
        recordedAt: event.recorded_at,
        voidedAt: null,
        deliberate: event.reason !== null,
      }))
      const now = foldStage(steps, stagesOf(machine, day))
      return now === null ? [] : [[head.id, { stage: now.toStage, stageFrom: now.occurredFrom ?? now.occurredTo }] as const]
    }),
  )
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
