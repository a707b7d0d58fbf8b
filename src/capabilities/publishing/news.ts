import { enqueue } from '#store/jobs'
import type { Tx } from '#store/store'

/** The name under which the queue knows a round of news to followers. */
export const newsJob = 'citizens.news'

/** How long news wait, so that what is published in one go is one mail. */
const gatherMilliseconds = 10 * 60_000

/** Within a publication: tell those who follow, in ten minutes. Where nobody follows, or a round waits already, nothing is added. */
export async function announce(tx: Tx, officeId: string, by: string, now: Date): Promise<void> {
  const somebody = await tx
    .selectFrom('follower')
    .select('follower_id')
    .where('office_id', '=', officeId)
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!somebody) return
  const waiting = await tx
    .selectFrom('job')
    .select('job_id')
    .where('office_id', '=', officeId)
    .where('kind', '=', newsJob)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  if (waiting) return
  await enqueue(tx, { officeId, kind: newsJob, createdBy: by, runAt: new Date(now.getTime() + gatherMilliseconds) })
}
