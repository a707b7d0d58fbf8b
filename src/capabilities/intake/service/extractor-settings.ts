import type { z } from '@hono/zod-openapi'
import { ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import type { Db, Store, Tx } from '#store/store'
import type { ModelSettings } from '../extractors/model.ts'
import type { ExtractorInput, ExtractorView } from '../schemas-extractor.ts'

const key = 'intake.extractor'

/** The language model of an office with its key, or null where none is set up. */
export async function modelSettings(db: Db | Tx, officeId: string): Promise<ModelSettings | null> {
  const row = await db.selectFrom('office_setting').select('value').where('office_id', '=', officeId).where('key', '=', key).executeTakeFirst()
  return row ? (row.value as unknown as ModelSettings) : null
}

/** Settings as they may be shown. */
export const extractorView = ({ key: secret, ...rest }: ModelSettings): ExtractorView => ({ ...rest, hasKey: secret !== null })

/** Set the model up, or change it. A key goes to no other server than the one it was given for. @throws ProblemError 422 */
export async function writeModelSettings(store: Store, officeId: string, by: string, input: z.output<typeof ExtractorInput>): Promise<ModelSettings> {
  return store.inOffice(officeId, by, async (tx) => {
    const before = await modelSettings(tx, officeId)
    const sameServer = before !== null && new URL(before.url).origin === new URL(input.url).origin
    if (input.key === undefined && before?.key && !sameServer)
      throw new ProblemError(
        422,
        'key-needed',
        { ko: '주소가 바뀌었습니다. 열쇠를 다시 적어 주세요', en: 'The address has changed; give the key again' },
        { fields: [{ path: 'json.key', expected: '새 주소의 열쇠 (the key of the new address), or null' }] },
      )
    const settings: ModelSettings = { ...input, key: input.key === undefined ? (before?.key ?? null) : input.key || null }
    const row = { value: JSON.stringify(settings), changed_at: new Date().toISOString(), changed_by: by }
    await tx
      .insertInto('office_setting')
      .values({ office_id: officeId, key, ...row })
      .onConflict((oc) => oc.columns(['office_id', 'key']).doUpdateSet(row))
      .execute()
    const { hasKey, ...told } = extractorView(settings)
    await appendAudit(tx, officeId, { actor: by, action: 'extractor.change', detail: { ...told, hasKey } })
    return settings
  })
}

/** No model any more. */
export async function removeModelSettings(store: Store, officeId: string, by: string): Promise<void> {
  await store.inOffice(officeId, by, async (tx) => {
    await tx.deleteFrom('office_setting').where('office_id', '=', officeId).where('key', '=', key).execute()
    await appendAudit(tx, officeId, { actor: by, action: 'extractor.remove' })
  })
}
