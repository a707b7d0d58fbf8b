/**
 * The errors of the store, one class a cause, so that a surface can answer each of them in its own way (503, 409, 507 ...) without reading messages.
 * `code` is a stable word for problem+json; the message says what was expected, what came and what to do.
 */
export abstract class StoreError extends Error {
  abstract readonly code: string
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = new.target.name
  }
}

/** The database cannot be reached at this moment (HTTP 503). With `outcomeUnknown` the answer to a COMMIT was lost: the write may or may not stand. */
export class StoreUnavailable extends StoreError {
  readonly code = 'store-unavailable'
  readonly outcomeUnknown: boolean
  constructor(message: string, options: { readonly cause?: unknown; readonly outcomeUnknown?: boolean } = {}) {
    super(message, options)
    this.outcomeUnknown = options.outcomeUnknown ?? false
  }
}

/** A second row with a key that must be unique (HTTP 409). `constraint` names the key, `table` its table. */
export class NotUnique extends StoreError {
  readonly code = 'not-unique'
  readonly table: string
  readonly constraint: string
  constructor(table: string, constraint: string, detail: string, options?: { readonly cause?: unknown }) {
    super(`a row with this key exists already in "${table}" (${constraint}${detail ? `: ${detail}` : ''})`, options)
    this.table = table
    this.constraint = constraint
  }
}

/** A row that refers to something that is not there, or is still referred to (HTTP 409). */
export class ReferenceBroken extends StoreError {
  readonly code = 'reference-broken'
  readonly table: string
  readonly constraint: string
  constructor(table: string, constraint: string, detail: string, options?: { readonly cause?: unknown }) {
    super(`"${table}" refers to a row that is not there, or is still referred to (${constraint}${detail ? `: ${detail}` : ''})`, options)
    this.table = table
    this.constraint = constraint
  }
}

/** A value that a rule of the table refuses: a CHECK, a missing value, an overlap of periods, a value of the wrong form (HTTP 422). */
export class ValueRefused extends StoreError {
  readonly code = 'value-refused'
  readonly constraint: string
  constructor(message: string, constraint: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.constraint = constraint
  }
}

/** Row-level security or a missing right refused the statement: a row of another office, or a table the server may not write (HTTP 403). */
export class OfficeRefused extends StoreError {
  readonly code = 'office-refused'
}

/** Others wrote the same rows at the same time and the retries are used up (HTTP 409, try again). */
export class WriteContended extends StoreError {
  readonly code = 'write-contended'
}

/** The disk of the database is full (HTTP 507): nothing of this write was kept. */
export class DiskFull extends StoreError {
  readonly code = 'disk-full'
}

/** The data folder is in use by a living Gusul, not writable, or of a newer Gusul. */
export class DataFolderRefused extends StoreError {
  readonly code = 'data-folder-refused'
}

/** The database holds migrations that this Gusul does not know. */
export class SchemaNewer extends StoreError {
  readonly code = 'schema-newer'
}

/** A migration that was applied has other words today than it had then. */
export class MigrationChanged extends StoreError {
  readonly code = 'migration-changed'
}

/** The server database does not let the owner's role set up what Gusul needs (a role, a right, a version). */
export class ServerRefused extends StoreError {
  readonly code = 'server-refused'
}

/** PostgreSQL binaries are missing, or cannot be run under the present user. */
export class BinariesMissing extends StoreError {
  readonly code = 'binaries-missing'
}

type DatabaseFault = { code?: string; table?: string; constraint?: string; detail?: string; message?: string; column?: string }

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EACCES',
])
// Messages of pg's client and pool that carry no code.
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after calling end|Client was closed/

/** True for a failure after which the same transaction may run again from its start (serialization failure, deadlock). */
export function mayRunAgain(error: unknown): boolean {
  const code = (error as DatabaseFault | null)?.code
  return code === '40001' || code === '40P01'
}

/** True when the connection or the whole database is gone: socket errors, class 08, admin or crash shutdown (57P), too many connections (53300). */
export function isUnreachable(error: unknown): boolean {
  if (error === null || typeof error !== 'object') return false
  const { code, message } = error as DatabaseFault
  if (code && (unreachable.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300')) return true
  return !code && lost.test(message ?? '')
}

/**
 * The store's own error for what the database or its client threw; anything that is not the database's passes through untouched.
 * Source: PostgreSQL manual, appendix A (error codes).
 */
export function storeError(error: unknown): unknown {
  if (error instanceof StoreError || error === null || typeof error !== 'object') return error
  const { code, table = '', constraint = '', detail = '', message = '', column = '' } = error as DatabaseFault
  if (isUnreachable(error))
    return new StoreUnavailable(`the database does not answer (${message || code}); it is being restarted or cannot be reached, try again shortly`, {
      cause: error,
    })
  switch (code) {
    case '23505':
      return new NotUnique(table, constraint, detail, { cause: error })
    case '23503':
      return new ReferenceBroken(table, constraint, detail, { cause: error })
    case '23514':
    case '23P01':
      return new ValueRefused(`"${table}" refuses the row by its rule ${constraint}${detail ? `: ${detail}` : ''}`, constraint, { cause: error })
    case '23502':
      return new ValueRefused(`"${table}" expects a value in "${column}", got none`, column, { cause: error })
    case '42501':
      return new OfficeRefused(`the database refused: ${message}; the row belongs to another office or the server has no right to it`, {
        cause: error,
      })
    case '40001':
    case '40P01':
      return new WriteContended('others are writing the same rows; try again', { cause: error })
    case '53100':
    case 'ENOSPC':
      return new DiskFull('the disk of the database is full: nothing of this write was kept; free some space and try again', { cause: error })
  }
  if (code && /^22[0-9A-Z]{3}$/.test(code)) return new ValueRefused(`the database cannot take a value: ${message}`, code, { cause: error })
  return error
}
