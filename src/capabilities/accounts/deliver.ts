import { z } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { Store } from '#store/store'
import { linkAddress } from './links.ts'
import { type Mail, sendMail } from './mail.ts'
import { readMailSettings } from './mail-settings.ts'

/** How a one-time link reached, or has yet to reach, its person. */
export const Delivery = z
  .object({
    mailed: z.boolean(),
    link: z.string().nullable().openapi({ description: 'Shown once, where it could not be mailed: hand it over yourself' }),
    expiresAt: z.string(),
    mailProblem: z.string().nullable().openapi({ description: 'What the mail server said when it refused' }),
  })
  .openapi('Delivery')
export type Delivery = z.infer<typeof Delivery>

/** Mail a one-time link where mail is set up; else, or where the mail server refuses, give it back to be shown to whoever made it. */
export async function deliverLink(
  store: Store,
  log: Logger,
  origin: string,
  made: { secret: string; expiresAt: string },
  mailOf: (link: string) => Mail,
): Promise<Delivery> {
  const settings = await readMailSettings(store)
  if (!settings) return { mailed: false, link: linkAddress(origin, made.secret), expiresAt: made.expiresAt, mailProblem: null }
  const link = linkAddress(settings.publicAddress, made.secret)
  try {
    await sendMail(settings, mailOf(link))
    return { mailed: true, link: null, expiresAt: made.expiresAt, mailProblem: null }
  } catch (error) {
    const said = (error as Error).message
    log.warn({ said }, 'the mail server did not take a mail')
    return { mailed: false, link, expiresAt: made.expiresAt, mailProblem: said }
  }
}
