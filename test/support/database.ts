import { inject } from 'vitest'
import { quoteName, withDatabase } from '#store/connection'
import { ownerRole, withClient } from '#store/roles'
import { type ConnectOptions, connectStore, type Store } from '#store/store'
import { type Cluster, startCluster, templateName } from './cluster.ts'

/** A store of one's own, on a fresh migrated database. */
export type FreshStore = {
  readonly store: Store
  /** Ends the store and drops the database. */
  readonly close: () => Promise<void>
  /** The role that owns the tables (row-level security is forced for it too). */
  readonly ownerUrl: string
  readonly appUrl: string
  /** The superuser, who passes row-level security: for looking at what is really there. */
  readonly superUrl: string
  readonly database: string
}

export type FreshOptions = Partial<ConnectOptions> & {
  /** `embedded` is the run's own cluster by its socket; `tcp` a second cluster reached over TCP with a password, as a server is. */
  readonly server?: 'embedded' | 'tcp'
  /** A database to copy instead of the migrated template; nobody may be connected to it. */
  readonly copyOf?: string
}

let made = 0
const started: Partial<Record<'embedded' | 'tcp', { cluster: Promise<Cluster & { stop: () => Promise<void> }>; users: number }>> = {}

/**
 * A store on a new database, copied from the migrated template. Close it when the file is done:
 * `beforeAll(async () => { fresh = await freshStore() })`, `afterAll(() => fresh.close())`.
 */
export async function freshStore(name = 'test', options: FreshOptions = {}): Promise<FreshStore> {
  const { server = 'embedded', copyOf = templateName, ...connect } = options
  const { cluster, leave } = await clusterFor(server)
  const database = `${name
    .replace(/[^a-z0-9_]/gi, '_')
    .toLowerCase()
    .slice(0, 30)}_${process.pid}_${process.env.VITEST_WORKER_ID ?? 0}_${++made}`
  await withClient(cluster.superUrl, (client) =>
    client.query(`CREATE DATABASE ${quoteName(database)} TEMPLATE ${quoteName(copyOf)} OWNER ${ownerRole} STRATEGY FILE_COPY`),
  )
  const appUrl = withDatabase(cluster.appUrl, database)
  const store = connectStore({ poolSize: 6, driver: server === 'tcp' ? 'server' : 'embedded', ...connect, appUrl })
  return {
    store,
    appUrl,
    ownerUrl: withDatabase(cluster.ownerUrl, database),
    superUrl: withDatabase(cluster.superUrl, database),
    database,
    close: async () => {
      await store.close().catch(() => {})
      await withClient(cluster.superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${quoteName(database)} WITH (FORCE)`))
      await leave()
    },
  }
}

/** The unit run hands its cluster to every file; where there is none (flow tests) and for `tcp`, one is started and stopped with its last user. */
async function clusterFor(server: 'embedded' | 'tcp'): Promise<{ cluster: Cluster; leave: () => Promise<void> }> {
  const given = server === 'embedded' ? (inject('cluster') as Cluster | undefined) : undefined
  if (given) return { cluster: given, leave: async () => {} }
  const own = (started[server] ??= { cluster: startCluster(server === 'tcp' ? 'tcp' : 'socket'), users: 0 })
  own.users++
  const cluster = await own.cluster
  return {
    cluster,
    leave: async () => {
      if (--own.users > 0) return
      delete started[server]
      await cluster.stop()
    },
  }
}
