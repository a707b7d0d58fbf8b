import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { quoteText } from './connection.ts'
import { StoreUnavailable, storeError } from './errors.ts'
import type { Database } from './schema.ts'
import { typeParsers } from './types.ts'

/** Whose rows a connection sees: the office and the person at work; '' is nobody. */
export type Scope = { readonly office: string; readonly user: string }

/** One connection taken from the pool, with Kysely bound to it and the scope its session stands in. */
export class Seat {
  readonly client: pg.PoolClient
  readonly db: Kysely<Database>
  readonly query: unknown
  /** What the next transaction sets for itself. */
  local: { scope: Scope; readOnly: boolean } | null = null
  #session: Scope | null

  constructor(client: pg.PoolClient, prepare: boolean) {
    this.client = client
    this.query = prepare ? preparing(client) : client.query.bind(client)
    this.#session = { office: '', user: '' }
    this.db = new Kysely<Database>({
      dialect: {
        createDriver: () => new SeatDriver(this),
        createQueryCompiler: () => new PostgresQueryCompiler(),
        createAdapter: () => new PostgresAdapter(),
        createIntrospector: (db) => new PostgresIntrospector(db),
      },
    })
  }

  /** Puts the session into a scope; asks the database only where the scope differs from the last. */
  async enter(scope: Scope): Promise<void> {
    if (this.#session && this.#session.office === scope.office && this.#session.user === scope.user) return
    this.#session = null
    await this.client.query(`SELECT ${setting(scope, false)}`)
    this.#session = scope
  }
}

const setting = (scope: Scope, local: boolean) =>
  `set_config('gusul.office_id', ${quoteText(scope.office)}, ${local}), set_config('gusul.user_id', ${quoteText(scope.user)}, ${local})`

/** So many statements a connection keeps prepared; what comes after is planned each time. */
const preparedAtMost = 300

/**
 * Statements with parameters are prepared on their second use on a connection: the database then parses and plans them once.
 * Not behind a pooler that gives each transaction another connection.
 */
function preparing(client: pg.PoolClient): (text: string, values?: readonly unknown[]) => Promise<unknown> {
  const seen = new Map<string, string | null>()
  let prepared = 0
  return (text, values) => {
    if (!values?.length) return client.query(text, values as unknown[])
    const known = seen.get(text)
    if (known === undefined) {
      if (seen.size < 4 * preparedAtMost) seen.set(text, null)
      return client.query(text, values as unknown[])
    }
    let name = known
    if (name === null) {
      if (prepared >= preparedAtMost) return client.query(text, values as unknown[])
      name = `gusul_${++prepared}`
      seen.set(text, name)
    }
    return client.query({ name, text, values: values as unknown[] })
  }
}

/** Kysely's driver on one connection: a transaction begins and takes its scope in one round trip. */
class SeatDriver extends PostgresDriver {
  readonly #seat: Seat
  constructor(seat: Seat) {
    super({ pool: { connect: async () => ({ query: seat.query as never, release: () => {} }), end: async () => {} } })
    this.#seat = seat
  }
  #connection: DatabaseConnection | null = null
  override async acquireConnection(): Promise<DatabaseConnection> {
    return (this.#connection ??= await super.acquireConnection())
  }
  override async releaseConnection(): Promise<void> {}
  override async beginTransaction(connection: DatabaseConnection, settings: { isolationLevel?: string }): Promise<void> {
    const { local } = this.#seat
    const begin = `BEGIN${settings.isolationLevel ? ` ISOLATION LEVEL ${settings.isolationLevel}` : ''}${local?.readOnly ? ' READ ONLY' : ''}`
    const text = local ? `${begin}; SELECT ${setting(local.scope, true)}` : begin
    await connection.executeQuery({ sql: text, parameters: [] } as unknown as CompiledQuery)
  }
}

/** A pool of connections to one database as one role. */
export class Seats {
  readonly pool: pg.Pool
  readonly #seats = new WeakMap<pg.PoolClient, Seat>()

  constructor(
    url: string,
    max: number,
    log: (message: string) => void,
    private readonly prepare: boolean,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max,
      types: typeParsers,
      application_name: 'gusul',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      // A forgotten transaction would hold its locks for ever.
      idle_in_transaction_session_timeout: 120_000,
      options: '-c timezone=UTC -c datestyle=ISO',
    })
    // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
    this.pool.on('error', (error) => log(`a connection to the database broke (${error.message})`))
  }

  /** Runs `work` on a connection; one that broke is thrown away, the others go back. */
  async with<T>(work: (seat: Seat) => Promise<T>): Promise<T> {
    let client: pg.PoolClient
    try {
      client = await this.pool.connect()
    } catch (error) {
      throw storeError(error)
    }
    let seat = this.#seats.get(client)
    if (!seat) this.#seats.set(client, (seat = new Seat(client, this.prepare)))
    let broken = false
    // While it is out of the pool, a connection that breaks tells only its holder.
    const onError = () => (broken = true)
    client.on('error', onError)
    try {
      return await work(seat)
    } catch (error) {
      const told = storeError(error)
      broken ||= told instanceof StoreUnavailable
      throw told
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }
}
