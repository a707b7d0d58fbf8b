import { createHash, randomUUID } from 'node:crypto'

/** A fresh id that counts nothing. */
export const newId = (): string => randomUUID()

/** An id that is a hash of what it names: the same thing said again gets the same id, so writing it twice adds nothing. Parts are kept apart by a separator that text cannot hold. */
export function hashedId(...parts: readonly (string | number | null)[]): string {
  const hex = createHash('sha256')
    .update(parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f'))
    .digest('hex')
  // version 8 (custom) and the variant of RFC 9562
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
