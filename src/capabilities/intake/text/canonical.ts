import { createHash } from 'node:crypto'

/** Longest text that one document may have, in UTF-16 units. A city's thickest plan has about a million. */
export const longestText = 4_000_000

/**
 * 정본 글: the one canonical text of a document, in which every offset counts: NFC, line ends and pages as `\n`, no byte-order mark, no NUL and no half surrogates
 * (a database cannot hold them). Working on its own result changes nothing.
 *
 * `canonicalText('가\r\n나') // => '가\n나'`
 */
export function canonicalText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u000B\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\u0000/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
}

/** SHA-256 of bytes, or of a text in UTF-8. */
export const sha256 = (what: Buffer | string): Buffer => createHash('sha256').update(what).digest()
