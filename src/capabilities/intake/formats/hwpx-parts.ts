import type { Limits } from './limits.ts'
import { unzip, type ZipEntry, zipOf } from './zip.ts'

const marks = /<(?:\w+:)?(?:nbSpace|fwSpace|hyphen)\s*\/>/

/**
 * 한글 문서의 묶음 빈칸: a Hangul document (HWPX) in which blanks and hyphens that do not break are written as such; kordoc passes over their elements, so that two words
 * would become one. The same bytes where there are none.
 */
export function wholeHwpx(bytes: Uint8Array, entries: readonly ZipEntry[], limits: Limits): Uint8Array {
  const part = (entry: ZipEntry) => unzip(bytes, entry, limits.unpackedBytes)
  const changed = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (!/^Contents\/section\d+\.xml$/.test(entry.name)) continue
    const xml = new TextDecoder().decode(part(entry))
    if (!marks.test(xml)) continue
    const whole = xml.replace(/<(?:\w+:)?(nbSpace|fwSpace|hyphen)\s*\/>/g, (_, mark) => (mark === 'hyphen' ? '-' : ' '))
    changed.set(entry.name, new TextEncoder().encode(whole))
  }
  if (changed.size === 0) return bytes
  // pictures are not read
  return zipOf(entries.filter((entry) => !/^BinData\//.test(entry.name)).map((entry) => [entry.name, changed.get(entry.name) ?? part(entry)]))
}
