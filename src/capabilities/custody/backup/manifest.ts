import { z } from '@hono/zod-openapi'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const officePart = 'offices/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Where a file of a backup may stand: a name out of a damaged manifest must not lead out of the folder. */
export const backupPath = new RegExp(`^(?:global/[a-z_0-9]+\\.ndjson|${officePart}/[a-z_0-9]+\\.ndjson|${officePart}/blobs/[0-9a-f]{64})$`)

/** One file of a backup. `rows` is null for the bytes of a blob. */
export const BackupFile = z.object({
  path: z.string().regex(backupPath),
  rows: z.number().int().nonnegative().nullable(),
  bytes: z.number().int().nonnegative(),
  sha256: Hash,
})
export type BackupFile = z.infer<typeof BackupFile>

/** 목록: what a backup holds. It is written last: a folder without it is an incomplete backup. */
export const Manifest = z.object({
  format: z.literal('gusul-backup'),
  formatVersion: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The schema that the rows have. */
  migrations: z.array(z.object({ name: z.string(), sha256: Hash })),
  offices: z.array(z.object({ id: z.uuid(), slug: z.string(), nameKo: z.string() })),
  /** The columns of each table in the order in which its rows stand; tables in an order in which they can be filled. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  leftOut: z.array(z.string()),
  files: z.array(BackupFile),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'manifest.json'
/** The table whose bytes stand in files of their own. */
export const blobTable = 'blob'
export const globalPath = (table: string): string => `global/${table}.ndjson`
export const officePath = (officeId: string, table: string): string => `offices/${officeId}/${table}.ndjson`
export const blobPath = (officeId: string, sha256: string): string => `offices/${officeId}/blobs/${sha256}`

/**
 * What no backup holds: keys to this installation (sessions, links, tokens), answers kept for a day, and what the schema itself brings.
 * Passwords and keys inside settings are left out too (`queries/backup.ts`).
 */
export const leftOutTables: readonly string[] = ['session', 'one_time_link', 'api_token', 'idempotency', 'gusul_migration', 'gusul_grant']
