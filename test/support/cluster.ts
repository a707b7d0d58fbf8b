import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '#store/embedded'
import { migrate } from '#store/migrate'
import { isAlive, livingPostmaster } from '#store/postmaster'
import { appRole, ensureEmbeddedRoles, withClient } from '#store/roles'
import { openSecrets } from '#store/secrets'

/** The addresses of a test cluster; plain text, so that it can be handed to test workers. */
export type Cluster = { readonly superUrl: string; readonly ownerUrl: string; readonly appUrl: string }

export const templateName = 'gusul_template'
const prefix = 'gusul-test-'

/** Starts a cluster in a temporary folder (nothing is forced to the disk) with a migrated template database. */
export async function startCluster(
  reach: 'socket' | 'tcp' = 'socket',
): Promise<Cluster & { readonly embedded: Embedded; readonly stop: () => Promise<void> }> {
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const embedded = await startEmbedded({ folder, reach, durable: false })
  try {
    const superUrl = embedded.url('postgres', 'postgres')
    await ensureEmbeddedRoles(superUrl, openSecrets(folder), templateName)
    await migrate(embedded.url('gusul_owner', templateName), appRole)
    // Copying needs a template without visitors.
    await withClient(superUrl, (client) => client.query(`ALTER DATABASE ${templateName} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`))
    return {
      superUrl,
      ownerUrl: embedded.url('gusul_owner', templateName),
      appUrl: embedded.url('gusul_app', templateName),
      embedded,
      stop: async () => {
        await embedded.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** Ends and removes clusters of test runs that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (!name.startsWith(prefix) || !pid || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    const left = existsSync(join(folder, 'postgres')) ? livingPostmaster(join(folder, 'postgres')) : null
    if (left) process.kill(left.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
}
