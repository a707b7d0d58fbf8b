import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './schema.ts'
import type { Store, Tx } from './store.ts'

/** What happened, by whom (감사 기록). `actor` is a user's id or a name such as "system"; `detail` holds what changed, from what to what. */
export type AuditEntry = { readonly actor: string; readonly action: string; readonly subjectId?: string | null; readonly detail?: Json }

/** What `verifyAudit` found. `seq` is the first entry that does not follow from the one before it. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string | null }
  | { readonly ok: false; readonly seq: number; readonly reason: string }

const origin = Buffer.alloc(32)
const written = new WeakSet<object>()

type Hashed = { office_id: string; seq: number; at: string; actor: string; action: string; subject_id: string | null; detail: Json }

/** hash(n) = SHA-256(hash(n-1) followed by the canonical JSON of entry n); the first entry follows 32 zero bytes. */
function chainHash(previous: Buffer, entry: Hashed): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(entry)).digest()
}

/**
 * Adds the audit entry of a transaction, in the transaction. It locks the head of the office's chain until the commit, so call it last.
 * One entry a transaction: what belongs together is told in one `detail`.
 * @returns the number of the entry, counted from 1 in each office
 * @throws Error on a second entry in the same transaction
 */
export async function appendAudit(tx: Tx, officeId: string, entry: AuditEntry): Promise<number> {
  if (written.has(tx)) throw new Error(`expected one audit entry a transaction, got a second ("${entry.action}"); put both into the detail of one`)
  const office = officeId.toLowerCase()
  let head = await readHead(tx, office)
  if (!head) {
    await tx
      .insertInto('audit_head')
      .values({ office_id: office, seq: '0', hash: origin })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    head = await readHead(tx, office)
  }
  if (!head) throw new Error(`expected the head of the audit chain of office ${office}, found none; does the transaction work in another office?`)
  const seq = Number(head.seq) + 1
  const at = new Date().toISOString()
  const detail = JSON.parse(canonicalJson(entry.detail ?? {})) as Json
  const row = { office_id: office, seq, at, actor: entry.actor, action: entry.action, subject_id: entry.subjectId?.toLowerCase() ?? null, detail }
  const hash = chainHash(head.hash, row)
  await sql`
    WITH entry AS (
      INSERT INTO audit (office_id, seq, at, actor, action, subject_id, detail, prev_hash, hash)
      VALUES (${office}, ${seq}, ${at}, ${row.actor}, ${row.action}, ${row.subject_id}, ${canonicalJson(detail)}::jsonb, ${head.hash}, ${hash})
      RETURNING office_id
    )
    UPDATE audit_head SET seq = ${seq}, hash = ${hash} FROM entry WHERE audit_head.office_id = entry.office_id`.execute(tx)
  written.add(tx)
  return seq
}

function readHead(tx: Tx, office: string) {
  return tx.selectFrom('audit_head').select(['seq', 'hash']).where('office_id', '=', office).forUpdate().executeTakeFirst()
}

const page = 1000

/** Walks an office's audit chain from its first entry and works every hash out again; a changed, missing, added or reordered entry breaks it. */
export function verifyAudit(store: Store, officeId: string): Promise<AuditVerdict> {
  const office = officeId.toLowerCase()
  return store.readOffice(
    office,
    null,
    async (db) => {
      let previous: Buffer = origin
      let last = 0
      for (;;) {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .where('office_id', '=', office)
          .where('seq', '>', String(last))
          .orderBy('seq')
          .limit(page)
          .execute()
        for (const row of rows) {
          const seq = last + 1
          if (Number(row.seq) !== seq) return { ok: false, seq, reason: `entry ${seq} is missing` } as const
          if (!row.prev_hash.equals(previous)) return { ok: false, seq, reason: `entry ${seq} does not follow from the one before it` } as const
          const { at, actor, action, subject_id, detail } = row
          // The database drops zeros at the end of a fraction of a second; the hash was made over the full milliseconds.
          const hash = chainHash(previous, { office_id: office, seq, at: new Date(at).toISOString(), actor, action, subject_id, detail })
          if (!row.hash.equals(hash)) return { ok: false, seq, reason: `entry ${seq} was changed after it was written` } as const
          previous = row.hash
          last = seq
        }
        if (rows.length < page) break
      }
      const head = await db.selectFrom('audit_head').select(['seq', 'hash']).where('office_id', '=', office).executeTakeFirst()
      if (head ? Number(head.seq) !== last || !head.hash.equals(previous) : last > 0) {
        return { ok: false, seq: last + 1, reason: `the chain ends at entry ${last}, its head says ${head ? head.seq : 'nothing'}` } as const
      }
      return { ok: true, entries: last, head: last > 0 ? previous.toString('hex') : null } as const
    },
    { snapshot: true },
  )
}
