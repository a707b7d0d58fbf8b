import { type Kysely, sql } from 'kysely'
import type { Relation, SubjectKind } from '#record/subject'
import type { Database } from '#store/schema'

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

export interface RelationRow {
  id: string
  role: Relation['role']
  part: string | null
  since: string | null
  until: string | null
  /** `from`: the other is something to this subject; `to`: this subject is something to the other. */
  direction: 'from' | 'to'
  other: { id: string; kind: SubjectKind; nameKo: string; nameEn: string | null }
  claimId: string | null
}

/** 당사자와 관계: the live relations of a cluster, in both directions. */
export async function relationsOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  confidential: boolean,
  clocks: { asOf: string | null; knownOn: string | null } = { asOf: null, knownOn: null },
): Promise<RelationRow[]> {
  const { rows } = await sql<{
    relation_id: string
    role: Relation['role']
    part: string | null
    since: string | null
    until: string | null
    direction: 'from' | 'to'
    other_id: string
    kind: SubjectKind
    name_ko: string
    name_en: string | null
    claim_id: string | null
  }>`
    with own as (
      select * from relation where office_id = ${officeId}::uuid
        and ${clocks.knownOn === null ? sql`voided_at is null` : sql`created_at <= ${clocks.knownOn}::timestamptz and (voided_at is null or voided_at > ${clocks.knownOn}::timestamptz)`}
        and ${clocks.asOf === null ? sql`true` : sql`(since is null or since <= ${clocks.asOf}::date) and (until is null or until > ${clocks.asOf}::date)`})
    select distinct on (r.role, coalesce(o.canonical_id, o.subject_id), r.direction, r.part) r.relation_id, r.role, r.part, r.since, r.until, r.direction, r.claim_id,
           c.subject_id as other_id, c.kind, c.name_ko, c.name_en
    from (
      select own.*, 'from' as direction, from_subject as other from own where to_subject = any(${[...members]}::uuid[])
      union all
      select own.*, 'to' as direction, to_subject as other from own where from_subject = any(${[...members]}::uuid[])) r
    join subject o on o.office_id = r.office_id and o.subject_id = r.other
    join subject c on c.office_id = o.office_id and c.subject_id = coalesce(o.canonical_id, o.subject_id)
    where not (c.subject_id = any(${[...members]}::uuid[])) and (${confidential} or not (o.confidential or c.confidential))
    order by r.role, coalesce(o.canonical_id, o.subject_id), r.direction, r.part, r.created_at`.execute(db)
  return rows.map((row) => ({
    id: row.relation_id,
    role: row.role,
    part: row.part,
    since: row.since,
    until: row.until,
    direction: row.direction,
    other: { id: row.other_id, kind: row.kind, nameKo: row.name_ko, nameEn: row.name_en },
    claimId: row.claim_id,
  }))
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
      join fact_basis b on b.office_id = f.office_id and b.fact_id = f.fact_id and ${knownOn === null ? sql`b.voided_at is null` : sql`(b.voided_at is null or b.voided_at > ${knownOn}::timestamptz)`}
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
  return rows.map((row) => ({
    id: row.document_id,
    title: row.title,
    kind: row.kind,
    outlet: row.outlet,
    publishedOn: row.published_on,
    illustrative: row.illustrative,
    facts: Number(row.n),
  }))
}

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
  return rows.map((row) => ({
    id: row.event_id,
    machine: row.machine,
    ruleId: row.rule_id,
    evidenceKind: row.evidence_kind,
    ordinal: row.ordinal,
    lateDays: row.late_days,
    documentKind: row.document_kind,
    fromStage: row.from_stage,
    toStage: row.to_stage,
    occurredFrom: row.occurred_from,
    occurredTo: row.occurred_to,
    occurredText: row.occurred_text,
    documentId: row.document_id,
    documentTitle: row.title,
    reason: row.reason,
    overridden: row.overridden,
    recordedAt: row.recorded_at,
    recordedBy: row.by_name,
    voidedAt: row.voided_at,
    voidedBy: row.void_name,
    judgementId: row.judgement_id,
  }))
}

/** Aliases of a cluster: other names by which sources call it. */
export async function aliasesOf(db: Kysely<Database>, officeId: string, members: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('subject_alias')
    .select('name')
    .distinct()
    .where('office_id', '=', officeId)
    .where('subject_id', 'in', [...members])
    .orderBy('name')
    .execute()
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
