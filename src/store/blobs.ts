import { createHash } from 'node:crypto'
import type { Db, Tx } from './store.ts'

/** Bytes with what they are; `sha256` (hex) is their name. */
export type Blob = { readonly sha256: string; readonly size: number; readonly mediaType: string; readonly bytes: Buffer }

const largestBytes = 256 * 1024 * 1024

/**
 * Keeps bytes under their own SHA-256 in an office; the same bytes again add nothing (the first media type stays).
 * @returns the name, in hex
 * @throws RangeError over 256 MB
 */
export async function putBlob(tx: Tx, officeId: string, bytes: Uint8Array, mediaType: string): Promise<string> {
  if (bytes.byteLength > largestBytes)
    throw new RangeError(`expected at most 256 MB, got ${Math.ceil(bytes.byteLength / 1048576)} MB; divide the file`)
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sha256 = createHash('sha256').update(content).digest()
  await tx
    .insertInto('blob')
    .values({ office_id: officeId, sha256, size: content.byteLength, media_type: mediaType, bytes: content })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return sha256.toString('hex')
}

/** The bytes of a name (hex), or null where the office has none. */
export async function getBlob(db: Db, officeId: string, sha256: string): Promise<Blob | null> {
  const row = await db.selectFrom('blob').selectAll().where('office_id', '=', officeId).where('sha256', '=', nameBytes(sha256)).executeTakeFirst()
  return row ? { sha256, size: row.size, mediaType: row.media_type, bytes: row.bytes } : null
}

/** Removes the bytes of a name (erasure by law or takedown). True when there were any. */
export async function deleteBlob(tx: Tx, officeId: string, sha256: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('blob').where('office_id', '=', officeId).where('sha256', '=', nameBytes(sha256)).executeTakeFirst()
  return numDeletedRows > 0n
}

function nameBytes(sha256: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(sha256)) throw new TypeError(`expected 64 hexadecimal digits, got ${JSON.stringify(sha256.slice(0, 80))}`)
  return Buffer.from(sha256, 'hex')
}
