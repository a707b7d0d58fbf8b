import { z } from '@hono/zod-openapi'
import { appendAudit } from '#store/audit'
import type { Db, Store } from '#store/store'

const key = 'worklist'

/** 일감 기준: when something comes onto the list; the office decides. */
export const WorklistSettings = z
  .object({
    soonDays: z.number().int().min(1, '1부터 180까지의 날수 (days from 1 to 180)').max(180).default(14),
    silentMonths: z.number().int().min(1, '1부터 60까지의 달수 (months from 1 to 60)').max(60).default(6),
    nearDays: z.number().int().min(1, '1부터 365까지의 날수 (days from 1 to 365)').max(365).default(60),
  })
  .openapi('WorklistSettings')
export type WorklistSettings = z.infer<typeof WorklistSettings>

/** What the office set, or what holds where it set nothing. */
export async function worklistSettings(db: Db, officeId: string): Promise<WorklistSettings> {
  const row = await db.selectFrom('office_setting').select('value').where('office_id', '=', officeId).where('key', '=', key).executeTakeFirst()
  return WorklistSettings.parse(row?.value ?? {})
}

export async function setWorklistSettings(store: Store, officeId: string, by: string, settings: WorklistSettings): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    const before = await worklistSettings(tx, officeId)
    const row = { value: JSON.stringify(settings), changed_at: new Date().toISOString(), changed_by: by }
    await tx
      .insertInto('office_setting')
      .values({ office_id: officeId, key, ...row })
      .onConflict((oc) => oc.columns(['office_id', 'key']).doUpdateSet(row))
      .execute()
    await appendAudit(tx, officeId, { actor: by, action: 'worklist.settings', detail: { from: before, to: settings } })
  })
}
