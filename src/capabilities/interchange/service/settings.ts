import { createHash } from 'node:crypto'
import { appendAudit } from '#store/audit'
import type { Db, Store } from '#store/store'

const key = 'interchange.oc4ids-prefix'
export const prefixForm = /^[a-z0-9]{6}$/

/** 기관의 OC4IDS 접두사. `registered` is false for the stand-in that is worked out of the office's id until the office enters its own. */
export interface PrefixSetting {
  readonly prefix: string
  readonly registered: boolean
}

/** Six letters that say "not registered" by beginning with x, and differ from office to office. */
export const standIn = (officeId: string): string =>
  `x${[...createHash('sha256').update(officeId).digest().subarray(0, 5)].map((byte) => (byte % 36).toString(36)).join('')}`

export async function readPrefix(db: Db, officeId: string): Promise<PrefixSetting> {
  const row = await db.selectFrom('office_setting').select('value').where('office_id', '=', officeId).where('key', '=', key).executeTakeFirst()
  return typeof row?.value === 'string' && prefixForm.test(row.value)
    ? { prefix: row.value, registered: true }
    : { prefix: standIn(officeId), registered: false }
}

/** 접두사를 적는다; null takes it away again. */
export async function writePrefix(store: Store, officeId: string, by: string, prefix: string | null): Promise<PrefixSetting> {
  return store.inOffice(officeId, by, async (tx) => {
    const before = await readPrefix(tx, officeId)
    if (prefix === null) await tx.deleteFrom('office_setting').where('office_id', '=', officeId).where('key', '=', key).execute()
    else
      await tx
        .insertInto('office_setting')
        .values({ office_id: officeId, key, value: JSON.stringify(prefix), changed_by: by })
        .onConflict((oc) =>
          oc.columns(['office_id', 'key']).doUpdateSet({ value: JSON.stringify(prefix), changed_by: by, changed_at: new Date().toISOString() }),
        )
        .execute()
    await appendAudit(tx, officeId, {
      actor: by,
      action: 'interchange.prefix',
      detail: { from: before.registered ? before.prefix : null, to: prefix },
    })
    return readPrefix(tx, officeId)
  })
}
