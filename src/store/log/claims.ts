import type { Kysely } from 'kysely'
import type { ClaimContent, SlotSource } from '#record/claim'
import type { Database, Json } from '../schema.ts'
import { hashedId } from './ids.ts'
import { insertRows } from './insert-rows.ts'

/** A claim on its way into the log. `partOf` is the position of its whole in the same list. */
export interface ClaimToAppend extends ClaimContent {
  documentId: string
  spanId: string
  reader: string
  readerVersion: string
  negated?: boolean
  partOf?: number | null
  /** The whole where it is a claim that is there already (a corrected part keeps its whole). */
  wholeId?: string | null
  slots: Record<string, SlotSource>
  certainty: number
  corrects?: string | null
  recordedBy?: string | null
}

/**
 * The id of a claim: a hash of document, span, subject, indicator, value and every other slot, and of what it corrects, so that reading twice adds nothing.
 * The other slots belong to it because a document whose date became known says the same value with other dates: that is another claim.
 */
export function claimId(claim: ClaimToAppend): string {
  const slots = [
    claim.what,
    claim.counterparts,
    claim.due && [claim.due.from, claim.due.to],
    claim.start && [claim.start.from, claim.start.to],
    claim.place,
    claim.stage,
    claim.bound,
    claim.approximate,
    claim.per,
    claim.negated ?? false,
    claim.corrects ?? null,
  ]
  return hashedId(
    'claim',
    claim.documentId,
    claim.spanId,
    claim.kind,
    claim.subject,
    claim.indicator,
    claim.value,
    claim.valueMax,
    claim.unit,
    JSON.stringify(slots),
  )
}

/** What a claim has at stake for the order of the queue: its amount in won; null for anything that is not won. */
export const atStake = (claim: Pick<ClaimContent, 'unit' | 'value' | 'valueMax'>): string | null =>
  claim.unit === 'KRW' ? (claim.valueMax ?? claim.value) : null

/** Append claims; those already there stay as they are. Gives the ids in order and how many were new. */
export async function appendClaims(
  tx: Kysely<Database>,
  officeId: string,
  claims: readonly ClaimToAppend[],
  state: 'pending' | 'accepted' = 'pending',
): Promise<{ ids: string[]; added: number }> {
  const ids = claims.map(claimId)
  const rows = claims.map((claim, index) => ({
    office_id: officeId,
    claim_id: ids[index]!,
    document_id: claim.documentId,
    span_id: claim.spanId,
    kind: claim.kind,
    reader: claim.reader,
    reader_version: claim.readerVersion,
    subject_text: claim.subject,
    counterparts: claim.counterparts,
    what: claim.what,
    indicator_id: claim.indicator,
    value: claim.value,
    value_max: claim.valueMax,
    bound: claim.bound,
    approximate: claim.approximate,
    unit: claim.unit,
    per: claim.per,
    due_from: claim.due?.from ?? null,
    due_to: claim.due?.to ?? null,
    due_text: claim.dueText,
    start_from: claim.start?.from ?? null,
    start_to: claim.start?.to ?? null,
    start_text: claim.startText,
    place_text: claim.place,
    stage: claim.stage,
    negated: claim.negated ?? false,
    part_of: claim.wholeId ?? (claim.partOf === null || claim.partOf === undefined ? null : (ids[claim.partOf] ?? null)),
    slots: claim.slots as Json,
    certainty: claim.certainty,
    corrects: claim.corrects ?? null,
    recorded_by: claim.recordedBy ?? null,
  }))
  const unique = [...new Map(rows.map((row) => [row.claim_id, row])).values()]
  if (unique.length === 0) return { ids, added: 0 }
  const added = new Set(await insertRows(tx, 'claim', unique, 'claim_id'))
  const states = unique
    .filter((row) => added.has(row.claim_id))
    .map((row) => ({
      office_id: officeId,
      claim_id: row.claim_id,
      document_id: row.document_id,
      state,
      at_stake: atStake({ unit: row.unit, value: row.value, valueMax: row.value_max }),
    }))
  await insertRows(tx, 'claim_state', states, 'claim_id')
  return { ids, added: added.size }
}
