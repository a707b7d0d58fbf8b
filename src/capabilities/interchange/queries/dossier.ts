import { sql } from 'kysely'
import { basisThen, documentsThen, fieldsKnownOn } from '#capabilities/portfolio/index'
import type { DossierParty, DossierSource } from '#engines/interchange/dossier'
import type { Db } from '#store/store'
import type { Looking, Which } from '../looking.ts'
import { atClock, standsFor } from './fragments.ts'
import { partyRecords } from './parties.ts'

/** Sentences of facts: each claim that supports a fact, with its document, as far as the reader may see it. */
export async function factSources(db: Db, looking: Looking, ids: readonly string[]): Promise<Map<string, DossierSource[]>> {
  const sources = new Map<string, DossierSource[]>()
  const atOnce = 5000
  for (let from = 0; from < ids.length; from += atOnce) {
    const { rows } = await sql<SourceRow & { fact_id: string }>`
      select b.fact_id, d.document_id, d.kind, d.title, d.outlet, d.url, d.published_on, p.sentence
      from fact_basis b
      join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
      join document d on d.office_id = c.office_id and d.document_id = c.document_id
      join span p on p.office_id = c.office_id and p.span_id = c.span_id
      where b.office_id = ${looking.officeId}::uuid and b.fact_id = any(${ids.slice(from, from + atOnce)}::uuid[]) and b.role = 'supports'
        and ${basisThen('b', looking.knownOn)}
        and d.erased_at is null and (${looking.confidential} or not d.confidential)
      order by d.published_on nulls last, d.document_id, p.start_at`.execute(db)
    for (const row of await asCalledThen(db, looking, rows)) sources.set(row.fact_id, [...(sources.get(row.fact_id) ?? []), sourceOf(row)])
  }
  return sources
}

interface SourceRow {
  document_id: string
  kind: string
  title: string
  outlet: string | null
  url: string | null
  published_on: string | null
  sentence: string | null
}

const sourceOf = (row: SourceRow): DossierSource => ({
  documentId: row.document_id,
  kind: row.kind,
  title: row.title,
  outlet: row.outlet,
  url: row.url,
  publishedOn: row.published_on,
  sentence: row.sentence,
})

/** Rows with the titles and days that their documents had at the clock. */
async function asCalledThen<R extends SourceRow>(db: Db, looking: Looking, rows: readonly R[]): Promise<R[]> {
  const then = await documentsThen(
    db,
    looking.officeId,
    rows.map((row) => row.document_id),
    looking.knownOn,
  )
  if (then.size === 0) return [...rows]
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return rows
    .map((row) => ({ ...row, ...then.get(row.document_id) }))
    .sort((a, b) => order(a.published_on ?? '9999', b.published_on ?? '9999') || order(a.document_id, b.document_id))
}

/** Documents by their ids, as sources without a sentence. */
export async function documentSources(db: Db, looking: Looking, ids: readonly string[]): Promise<Map<string, DossierSource>> {
  const { rows } = await sql<SourceRow>`
    select document_id, kind, title, outlet, url, published_on, null as sentence from document
    where office_id = ${looking.officeId}::uuid and document_id = any(${[...ids]}::uuid[]) and erased_at is null and (${looking.confidential} or not confidential)`.execute(
    db,
  )
  return new Map((await asCalledThen(db, looking, rows)).map((row) => [row.document_id, sourceOf(row)]))
}

/** Parties by subject. */
export async function dossierParties(db: Db, asked: Looking, which: Which): Promise<Map<string, DossierParty[]>> {
  const looking = await atClock(db, asked)
  const records = await partyRecords(db, looking, which)
  const ends = [...new Set(records.map((record) => record.fromSubject))]
  const { rows } = await sql<{ asked: string; subject_id: string; kind: string; name_en: string | null }>`
    select s.subject_id as asked, c.subject_id, c.kind, c.name_en from subject s
    ${standsFor(looking, 's', 'c')}
    where s.office_id = ${looking.officeId}::uuid and s.subject_id = any(${ends}::uuid[])`.execute(db)
  const then =
    looking.knownOn === null
      ? null
      : await fieldsKnownOn(
          db,
          looking.officeId,
          looking.knownOn,
          rows.map((row) => row.subject_id),
        )
  const known = new Map(
    rows.map((row) => {
      const { nameEn = row.name_en } = then?.get(row.subject_id)?.fields ?? {}
      return [row.asked, { ...row, name_en: nameEn }]
    }),
  )
  const parties = new Map<string, DossierParty[]>()
  for (const record of records) {
    const end = known.get(record.fromSubject)
    if (!end) continue
    const { values } = record
    parties.set(record.subjectId, [
      ...(parties.get(record.subjectId) ?? []),
      {
        id: end.subject_id,
        nameKo: values.party!,
        nameEn: end.name_en,
        kind: end.kind,
        role: values.role!,
        part: values.part ?? null,
        share: values.share ?? null,
        since: values.since ?? null,
        until: values.until ?? null,
      },
    ])
  }
  return parties
}
