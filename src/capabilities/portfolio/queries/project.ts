import { type Kysely, sql } from 'kysely'
import type { SubjectKind } from '#record/subject'
import { rowsAt } from '#store/log/past'
import type { Database } from '#store/schema'
import { basisThen } from './basis-then.ts'
import { documentsThen } from './documents-then.ts'

/** A subject with its own fields; those merged into it are `members`. */
export interface SubjectRow {
  id: string
  kind: SubjectKind
  nameKo: string
  nameEn: string | null
  place: string | null
  industry: string | null
  team: string | null
  ownerId: string | null
  ownerName: string | null
  note: string | null
  stage: string | null
  stageFrom: string | null
  investmentKind: 'new' | 'expansion' | null
  confidential: boolean
  discloseOn: string | null
  illustrative: boolean
  archivedAt: string | null
  canonicalId: string | null
  version: number
  createdAt: string
  createdBy: string | null
}

/** The subject of an id, whether it stands for itself or was merged; undefined where there is none or the reader may not see it. */
export async function subjectById(db: Kysely<Database>, officeId: string, id: string, confidential: boolean): Promise<SubjectRow | undefined> {
  const row = await db
    .selectFrom('subject')
    .leftJoin('app_user as owner', 'owner.user_id', 'subject.owner_id')
    .leftJoin('app_user as maker', 'maker.user_id', 'subject.created_by')
    .selectAll('subject')
    .select(['owner.name as owner_name', 'maker.name as maker_name'])
    .where('subject.office_id', '=', officeId)
    .where('subject.subject_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  if (!confidential) {
    const cluster = row.canonical_id ?? id
    const hidden = await db
      .selectFrom('subject')
      .select('subject_id')
      .where('office_id', '=', officeId)
      .where('confidential', '=', true)
      .where((eb) => eb.or([eb('subject_id', '=', cluster), eb('canonical_id', '=', cluster), eb('subject_id', '=', id)]))
      .executeTakeFirst()
    if (hidden) return undefined
  }
  return {
    id: row.subject_id,
    kind: row.kind,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    place: row.place,
    industry: row.industry,
    team: row.team,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    note: row.note,
    stage: row.stage,
    stageFrom: row.stage_from,
    investmentKind: row.investment_kind,
    confidential: row.confidential,
    discloseOn: row.disclose_on,
    illustrative: row.illustrative,
    archivedAt: row.archived_at,
    canonicalId: row.canonical_id,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.maker_name,
  }
}

/** Ids and names of the cluster of a subject as it was known at an instant: the connected component of the judgements that stood then, the first made at the front. */
export async function clusterAt(db: Kysely<Database>, officeId: string, id: string, knownOn: string): Promise<{ id: string; nameKo: string }[]> {
  const { rows } = await sql<{ subject_id: string; name_ko: string }>`
    with recursive edge as (
      select a, b from resolver_edge where office_id = ${officeId}::uuid and judgement = 'positive'
        and decided_at <= ${knownOn}::timestamptz and (voided_at is null or voided_at > ${knownOn}::timestamptz)),
    reached(id) as (
      select ${id}::uuid
      union
      select case when e.a = r.id then e.b else e.a end from reached r join edge e on r.id in (e.a, e.b))
    select s.subject_id, s.name_ko from subject s join reached r on r.id = s.subject_id
    where s.office_id = ${officeId}::uuid order by s.created_at, s.subject_id`.execute(db)
  return rows.map((row) => ({ id: row.subject_id, nameKo: row.name_ko }))
}

/** Ids of a subject and of those merged into it. */
export async function membersOfCluster(db: Kysely<Database>, officeId: string, id: string): Promise<{ id: string; nameKo: string }[]> {
  const rows = await db
    .selectFrom('subject')
    .select(['subject_id', 'name_ko'])
    .where('office_id', '=', officeId)
    .where((eb) => eb.or([eb('subject_id', '=', id), eb('canonical_id', '=', id)]))
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ id: row.subject_id, nameKo: row.name_ko }))
}

export interface DocumentRow {
  id: string
  title: string
  kind: string
  outlet: string | null
  publishedOn: string | null
  illustrative: boolean
  facts: number
}

/** 문서: the documents that the cluster's facts and stages stand on, own statements apart. */
export async function documentsOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  confidential: boolean,
  knownOn: string | null = null,
): Promise<DocumentRow[]> {
  const { rows } = await sql<{
    document_id: string
    title: string
    kind: string
    outlet: string | null
    published_on: string | null
    illustrative: boolean
    n: string
  }>`
    select d.document_id, d.title, d.kind, d.outlet, d.published_on, d.illustrative, count(distinct u.fact_id)::text as n
    from (
      select c.document_id, f.fact_id from fact f
      join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and ${basisThen('b', knownOn)}
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      where f.office_id = ${officeId}::uuid and f.subject_id = any(${[...members]}::uuid[])
        and ${knownOn === null ? sql`upper_inf(f.recorded)` : sql`f.recorded @> ${knownOn}::timestamptz`}
      union all
      select coalesce(e.document_id, c.document_id), null::uuid from stage_event e
      left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
      where e.office_id = ${officeId}::uuid and e.subject_id = any(${[...members]}::uuid[])
        and ${knownOn === null ? sql`e.voided_at is null` : sql`e.recorded_at <= ${knownOn}::timestamptz and (e.voided_at is null or e.voided_at > ${knownOn}::timestamptz)`}) u
    join document d on d.office_id = ${officeId}::uuid and d.document_id = u.document_id
    where d.kind <> 'own_statement' and (${confidential} or not d.confidential)
    group by d.document_id, d.title, d.kind, d.outlet, d.published_on, d.illustrative
    order by d.published_on desc nulls last, d.document_id`.execute(db)
  const then = await documentsThen(
    db,
    officeId,
    rows.map((row) => row.document_id),
    knownOn,
  )
  return rows
    .map((row) => ({ ...row, ...then.get(row.document_id) }))
    .sort((a, b) => order(b.published_on ?? '', a.published_on ?? '') || order(a.document_id, b.document_id))
    .map((row) => ({
      id: row.document_id,
      title: row.title,
      kind: row.kind,
      outlet: row.outlet,
      publishedOn: row.published_on,
      illustrative: row.illustrative,
      facts: Number(row.n),
    }))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export interface StageEventRow {
  id: string
  machine: string
  ruleId: string | null
  evidenceKind: string | null
  ordinal: number | null
  lateDays: number | null
  /** What the document is filed as. */
  documentKind: string | null
  fromStage: string | null
  toStage: string
  occurredFrom: string | null
  occurredTo: string | null
  occurredText: string | null
  documentId: string | null
  documentTitle: string | null
  reason: string | null
  overridden: boolean
  recordedAt: string
  recordedBy: string | null
  voidedAt: string | null
  voidedBy: string | null
  judgementId: string | null
}

/** 단계 사건: every stage event of a cluster, voided ones too, the latest recorded first. */
export async function stageEventsOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  confidential: boolean,
  knownOn: string | null = null,
): Promise<StageEventRow[]> {
  const { rows } = await sql<{
    event_id: string
    machine: string
    rule_id: string | null
    evidence_kind: string | null
    ordinal: number | null
    late_days: number | null
    document_kind: string | null
    from_stage: string | null
    to_stage: string
    occurred_from: string | null
    occurred_to: string | null
    occurred_text: string | null
    document_id: string | null
    title: string | null
    reason: string | null
    overridden: boolean
    recorded_at: string
    by_name: string | null
    voided_at: string | null
    void_name: string | null
    judgement_id: string | null
  }>`
    select e.event_id, e.machine, e.rule_id, e.evidence_kind, e.ordinal, e.late_days, d.kind as document_kind, e.from_stage, e.to_stage, e.occurred_from, e.occurred_to, e.occurred_text, d.document_id, d.title, e.reason, e.overridden, e.recorded_at,
           u.name as by_name, e.voided_at, v.name as void_name, e.judgement_id
    from stage_event e
    left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
    left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, c.document_id)
    left join app_user u on u.user_id = e.recorded_by
    left join app_user v on v.user_id = e.voided_by
    where e.office_id = ${officeId}::uuid and e.subject_id = any(${[...members]}::uuid[]) and (${confidential} or d.confidential is not true)
    order by e.recorded_at desc, e.event_id`.execute(db)
  const then = await documentsThen(
    db,
    officeId,
    rows.map((row) => row.document_id),
    knownOn,
  )
  return rows.map((row) => ({
    id: row.event_id,
    machine: row.machine,
    ruleId: row.rule_id,
    evidenceKind: row.evidence_kind,
    ordinal: row.ordinal,
    lateDays: row.late_days,
    documentKind: then.get(row.document_id ?? '')?.kind ?? row.document_kind,
    fromStage: row.from_stage,
    toStage: row.to_stage,
    occurredFrom: row.occurred_from,
    occurredTo: row.occurred_to,
    occurredText: row.occurred_text,
    documentId: row.document_id,
    documentTitle: then.get(row.document_id ?? '')?.title ?? row.title,
    reason: row.reason,
    overridden: row.overridden,
    recordedAt: row.recorded_at,
    recordedBy: row.by_name,
    voidedAt: row.voided_at,
    voidedBy: row.void_name,
    judgementId: row.judgement_id,
  }))
}

/** Aliases of a cluster: other names by which sources call it, as far as they were known at the clock. */
export async function aliasesOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  knownOn: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct a.name from ${rowsAt(officeId, 'subject_alias', knownOn)} a
    where a.office_id = ${officeId}::uuid and a.subject_id = any(${[...members]}::uuid[])
    order by a.name`.execute(db)
  return rows.map((row) => row.name)
}

/** 쓰인 곳: publications in force whose frozen content names this subject. */
export async function publicationsWith(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  knownOn: string | null = null,
): Promise<{ id: string; series: string; titleKo: string; titleEn: string | null; kind: string }[]> {
  const { rows } = await sql<{ publication_id: string; series: string; title_ko: string; title_en: string | null; kind: string }>`
    select distinct on (p.series) p.publication_id, p.series, p.title_ko, p.title_en, p.kind
    from publication p
    where p.office_id = ${officeId}::uuid
      and ${knownOn === null ? sql`p.withdrawn_at is null` : sql`p.published_at <= ${knownOn}::timestamptz and (p.withdrawn_at is null or p.withdrawn_at > ${knownOn}::timestamptz)`}
      and (p.subject_id = any(${[...members]}::uuid[]) or exists (select 1 from unnest(${[...members]}::text[]) m where strpos(p.payload::text, m) > 0))
    order by p.series, p.edition desc`.execute(db)
  return rows.map((row) => ({ id: row.publication_id, series: row.series, titleKo: row.title_ko, titleEn: row.title_en, kind: row.kind }))
}
