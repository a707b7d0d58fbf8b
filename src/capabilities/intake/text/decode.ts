import { decodeCp949 } from './cp949.ts'

/** How the bytes of a text were written. `euc-kr` is read as CP949 (UHC), which holds all of EUC-KR. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr'

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; reason: 'not-text' }

/** Bytes that no text has: more than a trace of control characters. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return strange > 4 + sample.length / 1000
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'euc-kr') return decodeCp949(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Decode the bytes of a text: by its byte-order mark, by the charset that an HTML page declares, as UTF-8 where that is without fault, else as EUC-KR/CP949.
 * Bytes that are no text in any of these are refused, never shown as garbage.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return done(tryDecode(bytes, 'utf-16le'), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return done(tryDecode(bytes, 'utf-16be'), 'utf-16be')
  const order: Encoding[] = /euc-?kr|ks_c_5601|cp949|uhc/i.test(declared ?? '') ? ['euc-kr', 'utf-8'] : ['utf-8', 'euc-kr']
  for (const encoding of order) {
    const text = tryDecode(bytes, encoding)
    if (text !== null && !isBinary(text)) return { ok: true, text, encoding }
  }
  return { ok: false, reason: 'not-text' }
}

function done(text: string | null, encoding: Encoding): Decoded {
  return text === null || isBinary(text) ? { ok: false, reason: 'not-text' } : { ok: true, text, encoding }
}

/** The charset that the first bytes of an HTML page declare, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}
