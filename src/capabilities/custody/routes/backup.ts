import { z } from '@hono/zod-openapi'
import { actorOf } from '#api/caller'
import { createRoutes, route } from '#api/route'
import { appendAudit } from '#store/audit'
import { snapshotStream } from '../backup/stream.ts'
import { backupOffices } from '../queries/backup.ts'

/** The whole installation on its way to a folder. */
export const backupRoutes = createRoutes().openapi(
  route({
    access: 'installation',
    method: 'get',
    path: '/installation/backup',
    summary: 'Everything at one moment, as a stream that `gusul backup DIR` writes to a folder; keys to the installation are not in it',
    tags: ['Custody'],
    responses: { 200: { description: 'Frames of files, the manifest last', content: { 'application/octet-stream': { schema: z.string() } } } },
  }),
  async (c) => {
    const store = c.get('store')
    const by = actorOf(c).userId
    // Whoever makes a backup takes everything with them, also what is confidential: each office's history says so, also in the backup itself.
    for (const office of await store.global(backupOffices))
      await store.inOffice(office.id, by, (tx) => appendAudit(tx, office.id, { actor: by, action: 'backup.make' }))
    return c.body(snapshotStream(store, c.get('now')), 200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }) as never
  },
)
