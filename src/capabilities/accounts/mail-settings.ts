import { z } from '@hono/zod-openapi'
import type { Db, Store } from '#store/store'
import { Email } from './email.ts'

const key = 'mail'

/** 메일 서버: how mail leaves the house. */
export interface MailSettings {
  host: string
  port: number
  /** `tls` from the first byte (465), `starttls` demanded after it (587), `none` only inside a trusted network. */
  security: 'tls' | 'starttls' | 'none'
  user: string | null
  password: string | null
  from: string
  /** How people outside reach this server. Links in mails use it, never the Host header of a request, which a stranger may forge. */
  publicAddress: string
}

/** What an administrator sends. `password` left out keeps the one that is set; null removes it. */
export const MailSettingsInput = z
  .object({
    host: z.string().trim().min(1, '메일 서버 (a mail server), such as smtp.city.go.kr').max(200).openapi({ example: 'smtp.city.go.kr' }),
    port: z.number().int().min(1).max(65_535).openapi({ example: 587 }),
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().max(200).nullable().default(null),
    password: z.string().max(500).nullable().optional().openapi({ description: 'Written, never read back' }),
    from: Email,
    publicAddress: z
      .url({ protocol: /^https?$/, error: '주소 (an address), such as https://gusul.city.go.kr' })
      .transform((text) => new URL(text).origin)
      .openapi({ type: 'string', format: 'uri', example: 'https://gusul.city.go.kr' }),
  })
  .openapi('MailSettingsInput')

/** What an administrator sees. */
export const MailSettingsView = z
  .object({
    host: z.string(),
    port: z.number().int(),
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().nullable(),
    hasPassword: z.boolean(),
    from: z.string(),
    publicAddress: z.string(),
  })
  .openapi('MailSettings')

/** The settings, or null where mail is not set up. */
export async function readMailSettings(store: Store): Promise<MailSettings | null> {
  return store.global(settingsIn)
}

const settingsIn = async (db: Db): Promise<MailSettings | null> => {
  const row = await db.selectFrom('installation_setting').select('value').where('key', '=', key).executeTakeFirst()
  return row ? (row.value as unknown as MailSettings) : null
}

/** Set mail up, or change it. */
export async function writeMailSettings(store: Store, input: z.output<typeof MailSettingsInput>, by: string): Promise<MailSettings> {
  return store.global(async (tx) => {
    const before = await settingsIn(tx)
    const settings: MailSettings = { ...input, password: input.password === undefined ? (before?.password ?? null) : input.password }
    const row = { value: JSON.stringify(settings), changed_at: new Date().toISOString(), changed_by: by }
    await tx
      .insertInto('installation_setting')
      .values({ key, ...row })
      .onConflict((oc) => oc.column('key').doUpdateSet(row))
      .execute()
    return settings
  })
}

/** Mail is not set up any more: links are shown to whoever makes them. */
export async function removeMailSettings(store: Store): Promise<void> {
  await store.global((tx) => tx.deleteFrom('installation_setting').where('key', '=', key).execute())
}

/** Settings as they may be shown. */
export const mailSettingsView = ({ password, ...rest }: MailSettings): z.infer<typeof MailSettingsView> => ({
  ...rest,
  hasPassword: password !== null,
})
