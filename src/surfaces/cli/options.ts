import { resolve } from 'node:path'

/** Where Gusul runs: from the command line, else from the environment, else as a single machine would have it. */
export interface RunOptions {
  port: number
  /** Only this machine unless told otherwise. */
  host: string
  folder: string
  databaseUrl: string | undefined
  databaseAppUrl: string | undefined
  /** Start without the demo workspace. */
  empty: boolean
  /** A TLS proxy stands in front; its X-Forwarded headers are believed. */
  trustProxy: boolean
  /** The address that people use, for links that are mailed or printed. */
  publicUrl: string | undefined
  logLevel: string
  /** Reads set the office inside a transaction too: on Citus and behind poolers. */
  citus: boolean
}

type Given = Record<string, unknown>

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const yes = (value: unknown): boolean => value === true || value === '1' || value === 'true' || value === 'yes'

/**
 * @throws RangeError for a port that is none
 */
export function runOptions(given: Given, env: Record<string, string | undefined>, root: string): RunOptions {
  // a variable set to nothing is not set
  const portText = text(given.port) ?? (env.GUSUL_PORT || '4000')
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`expected a port such as 4000 (--port or GUSUL_PORT), got "${portText}"`)
  return {
    port,
    host: text(given.host) ?? env.GUSUL_HOST ?? '127.0.0.1',
    folder: resolve(text(given.data) ?? env.GUSUL_DATA ?? `${root}/gusul-data`),
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAppUrl: env.DATABASE_APP_URL || undefined,
    empty: given.empty === true || yes(env.GUSUL_EMPTY),
    trustProxy: given.trustProxy === true || yes(env.GUSUL_TRUST_PROXY),
    publicUrl: text(given.publicUrl) ?? env.GUSUL_PUBLIC_URL ?? undefined,
    logLevel: text(given.log) ?? env.GUSUL_LOG ?? 'info',
    citus: yes(env.GUSUL_CITUS),
  }
}
