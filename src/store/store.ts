import type { IsolationLevel, Kysely, Transaction, TransactionBuilder } from 'kysely'
import { openDataFolder } from './data-folder.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { mayRunAgain, ServerRefused, StoreUnavailable, storeError } from './errors.ts'
import { type Migration, migrate } from './migrate.ts'
import { type Scope, type Seat, Seats } from './pool.ts'
import { appRole, ensureEmbeddedRoles, ensureServerRole } from './roles.ts'
import type { Database } from './schema.ts'
import { openSecrets } from './secrets.ts'

export type { Database } from './schema.ts'

/** A write transaction in one office. */
export type Tx = Transaction<Database>
/** A handle for reading (or for named global tables). */
export type Db = Kysely<Database>
/** The id of the user at work, or null for the system itself. */
export type Actor = string | null

/** What the database is and whether it answers. */
export type Health = {
  readonly ok: boolean
  readonly driver: 'embedded' | 'server'
  readonly latencyMs: number | null
  readonly reason: string | null
}

/** The database of an installation. All work says for which office it is; without one it sees no office's rows. */
export type Store = {
  /**
   * A write: one transaction that sees and writes rows of this office alone. Run again from its start after a serialization failure or a deadlock,
   * so it must leave no trace but in `tx`. With `serializable` what it read is still so when it commits.
   */
  readonly inOffice: <T>(officeId: string, actor: Actor, work: (tx: Tx) => Promise<T>, options?: { readonly serializable?: boolean }) => Promise<T>
  /** A read of one office, statement by statement; with `snapshot` all statements see one moment. */
  readonly readOffice: <T>(
    officeId: string,
    userId: string | null,
    work: (db: Db) => Promise<T>,
    options?: { readonly snapshot?: boolean },
  ) => Promise<T>
  /** Named global tables (users, sessions, offices): sees no office's rows, except a user's own memberships when `userId` is given. One transaction. */
  readonly global: <T>(work: (tx: Tx) => Promise<T>, userId?: string | null) => Promise<T>
  readonly health: () => Promise<Health>
  /** Ends the connections and stops an embedded database. Work that runs is waited for. */
  readonly close: () => Promise<void>
  readonly driver: 'embedded' | 'server'
  /** The URL the server works with (role gusul_app); `jobs.ts` opens its own connections on it. */
  readonly appUrl: string
}

/** What `connectStore` takes. */
export type ConnectOptions = {
  readonly appUrl: string
  readonly driver?: 'embedded' | 'server'
  readonly poolSize?: number
  /** Sets the office inside a transaction for reads too: needed on Citus and behind a pooler that shares connections by transaction. */
  readonly localSettingsOnly?: boolean
  readonly log?: (message: string) => void
}

/** What `openStore` takes: a data folder, and a server's URL where the database is not embedded. */
export type StoreOptions = {
  readonly folder: string
  /** The URL of the role that owns (or shall own) the tables. */
  readonly databaseUrl?: string
  /** The URL of the role to work as, where the owner may not make one. */
  readonly databaseAppUrl?: string
  readonly poolSize?: number
  readonly localSettingsOnly?: boolean
  readonly reach?: 'socket' | 'tcp'
  /** The steps of the schema to bring the database to; all that are known unless told. A backup of older days is filled into the schema of its day. */
  readonly migrations?: readonly Migration[] | undefined
  readonly durable?: boolean
  readonly log?: (message: string) => void
}

const databaseName = 'gusul'
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const retries = 6

/**
 * Opens the store: starts the embedded database (or enters the server's), makes roles, brings the schema up to date and connects as the role that owns nothing.
 * @throws DataFolderRefused, DiskFull, BinariesMissing, ServerRefused, SchemaNewer, MigrationChanged or StoreUnavailable, each with one clear line
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl ? openServer(options, options.databaseUrl) : openEmbedded(options)
}

async function openServer(options: StoreOptions, ownerUrl: string): Promise<Store> {
  try {
    const appUrl = await ensureServerRole(ownerUrl, options.databaseAppUrl, () => openSecrets(options.folder))
    await migrate(ownerUrl, options.databaseAppUrl ? decodeURIComponent(new URL(appUrl).username) : appRole, options.migrations)
    return connectStore({ ...options, appUrl, driver: 'server' })
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    if (code === '28P01' || code === '28000')
      throw new ServerRefused(`the database refused to let us in: ${message}; check the user and the password of DATABASE_URL`, { cause: error })
    if (code === '3D000') throw new ServerRefused(`${message}; make the database first, or name another in DATABASE_URL`, { cause: error })
    throw storeError(error)
  }
}

async function openEmbedded(options: StoreOptions): Promise<Store> {
  const held = openDataFolder(options.folder)
  let embedded: Embedded | undefined
  try {
    embedded = await startEmbedded({ ...options, folder: held.path })
    const secrets = openSecrets(held.path)
    try {
      await migrate(embedded.url('gusul_owner', databaseName), appRole, options.migrations)
    } catch (error) {
      // 28P01: no such role yet, 3D000: no such database yet. Only then is the superuser needed.
      const code = (error as { code?: string }).code
      if (code !== '28P01' && code !== '3D000') throw error
      await ensureEmbeddedRoles(embedded.url('postgres', 'postgres'), secrets, databaseName)
      await migrate(embedded.url('gusul_owner', databaseName), appRole, options.migrations)
    }
    const running = embedded
    const store = connectStore({ ...options, appUrl: running.url('gusul_app', databaseName), driver: 'embedded' })
    return {
      ...store,
      close: async () => {
        await store.close()
        await running.stop()
        held.release()
      },
    }
  } catch (error) {
    await embedded?.stop()
    held.release()
    throw storeError(error)
  }
}

/** Connects to a database that is set up and running, as the role of `appUrl`. Nothing is asked of it before the first work. */
export function connectStore(options: ConnectOptions): Store {
  const { appUrl, driver = 'server', poolSize = 10, localSettingsOnly = false, log = () => {} } = options
  const seats = new Seats(appUrl, poolSize, log, !localSettingsOnly)

  const transaction = <T>(scope: Scope, work: (tx: Tx) => Promise<T>, how: { readOnly?: boolean; isolation?: IsolationLevel } = {}) =>
    again<T>(() =>
      seats.with<T>(async (seat) => {
        seat.local = { scope, readOnly: how.readOnly ?? false }
        const builder = how.isolation ? seat.db.transaction().setIsolationLevel(how.isolation) : seat.db.transaction()
        return committed(builder, work)
      }),
    )

  return {
    inOffice: (officeId, actor, work, { serializable = false } = {}) =>
      transaction(scopeOf(officeId, actor), work, serializable ? { isolation: 'serializable' } : {}),
    readOffice: <T>(officeId: string, userId: string | null, work: (db: Db) => Promise<T>, { snapshot = false } = {}): Promise<T> => {
      const scope = scopeOf(officeId, userId)
      if (localSettingsOnly || snapshot) return transaction(scope, work, { readOnly: true, ...(snapshot ? { isolation: 'repeatable read' } : {}) })
      return seats.with<T>(async (seat: Seat) => {
        await seat.enter(scope)
        return work(seat.db)
      })
    },
    global: (work, userId = null) => transaction({ office: '', user: userId === null ? '' : uuid(userId, 'a user id') }, work),
    health: async () => {
      const from = performance.now()
      try {
        await seats.with((seat) => seat.client.query('SELECT 1'))
        return { ok: true, driver, latencyMs: performance.now() - from, reason: null }
      } catch (error) {
        return { ok: false, driver, latencyMs: null, reason: (error as Error).message }
      }
    },
    close: () => seats.pool.end(),
    driver,
    appUrl,
  }
}

/** Runs a transaction; when the connection breaks after the work was done, the answer to COMMIT is lost and the outcome is not known. */
async function committed<T>(builder: TransactionBuilder<Database>, work: (tx: Tx) => Promise<T>): Promise<T> {
  let worked = false
  try {
    return await builder.execute(async (tx) => {
      const result = await work(tx)
      worked = true
      return result
    })
  } catch (error) {
    const told = storeError(error)
    if (worked && told instanceof StoreUnavailable) throw new StoreUnavailable(told.message, { cause: error, outcomeUnknown: true })
    throw error
  }
}

/** Repeats work that lost a race, with growing, uneven pauses. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const lostRace = mayRunAgain(error) || mayRunAgain((error as { cause?: unknown } | null)?.cause)
      if (!lostRace || attempt >= retries) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (5 + Math.random() * 5)))
    }
  }
}

function scopeOf(officeId: string, actor: Actor): Scope {
  return { office: uuid(officeId, 'an office id'), user: actor === null ? '' : uuid(actor, 'a user id') }
}

function uuid(text: string, what: string): string {
  if (!uuidForm.test(text)) throw new TypeError(`expected ${what} such as "6f1c1f0e-8a2b-4c3d-9e4f-000000000001", got ${JSON.stringify(text)}`)
  return text.toLowerCase()
}
