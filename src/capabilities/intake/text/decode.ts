import { decodeCp949 } from './cp949.ts'
import { decodeBareUtf16, decodeLegacy } from './legacy.ts'
import { decodeWestern } from './western.ts'

/** `encoding` is the name of the Encoding Standard; `euc-kr` is read as CP949 (UHC), which holds all of EUC-KR. */
export type Decoded =
  | {
      ok: true
      text: string
      encoding: string
      /** Places whose bytes are no letters of the encoding; each is \uFFFD in the text. */
      broken?: number
    }
  | { ok: false; reason: 'not-text' }

/** Bytes that no text has: more than a trace of control characters. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return strange > 4 + sample.length / 1000
}

/** The name of the Encoding Standard for what a page or a letter calls its encoding; null for a name of nothing. Korean mail writes names that the standard lacks. */
export function encodingNamed(said: string | null): string | null {
  const name = (said ?? '').trim().toLowerCase()
  if (/^(?:cp|ms|x-windows-|windows-)?949$|^uhc$|^x-?euc-kr$|^euckr$|^ks_?c_?5601/.test(name)) return 'euc-kr'
  try {
    return name === '' ? null : new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** The text of bytes in a named encoding, or null where they are none. */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'euc-kr') return decodeCp949(bytes)
  if (encoding === 'windows-1252') return decodeWestern(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Names that pages bear without meaning them: a Korean page that a foreign program made says that it is western. */
const isCarelessName = (encoding: string) => encoding === 'windows-1252' || encoding.startsWith('iso-8859')

/**
 * Decode the bytes of a text: by its byte-order mark, as UTF-8 where that is without fault, by the charset that a page declares, else as what it reads like
 * (CP949 first; then Japanese, Chinese and western encodings). A few broken places
 * are let stand and counted. Bytes that are no text in any of these are refused, never shown as garbage.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return accepted(decodeAs(bytes, 'utf-16le'), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return accepted(decodeAs(bytes, 'utf-16be'), 'utf-16be')
  const bare = decodeBareUtf16(bytes)
  if (bare !== null) return accepted(bare.text, bare.encoding)
  const named = encodingNamed(declared)
  const trusted = named !== null && named !== 'utf-8' && !named.startsWith('utf-16') && !isCarelessName(named) ? named : null
  for (const encoding of trusted === 'euc-kr' ? ['euc-kr', 'utf-8'] : ['utf-8', ...(trusted ? [trusted] : [])]) {
    const found = accepted(decodeAs(bytes, encoding), encoding)
    if (found.ok) return found
  }
  const inUtf8 = mended(bytes, 'utf-8')
  if (inUtf8) return inUtf8
  const legacy = decodeLegacy(bytes)
  if (legacy) return accepted(legacy.text, legacy.encoding)
  const inKorean = mended(bytes, 'euc-kr')
  if (inKorean) return inKorean
  return named !== null && isCarelessName(named) ? accepted(decodeAs(bytes, named), named) : { ok: false, reason: 'not-text' }
}

const accepted = (text: string | null, encoding: string): Decoded =>
  text === null || isBinary(text) ? { ok: false, reason: 'not-text' } : { ok: true, text, encoding }

/** Made while this is loaded: the parser of letters is lent decoders of ours, which ask here. */
const utf8 = new TextDecoder()

/**
 * A text with a few broken places, as of a title that was cut in the middle of a letter or a file that was copied together: null where they are more than a trace,
 * or where too few letters vouch for the encoding.
 */
function mended(bytes: Uint8Array, encoding: 'utf-8' | 'euc-kr'): Decoded | null {
  const text = encoding === 'utf-8' ? utf8.decode(bytes) : decodeCp949(bytes, true)!
  const broken = text.match(/\uFFFD+/g)?.length ?? 0
  const letters = (encoding === 'utf-8' ? text.match(/[\u0080-\uFFFC]/g) : text.match(/[가-힣]/g))?.length ?? 0
  if (broken === 0 || letters < broken * 10) return null
  const found = accepted(text, encoding)
  return found.ok ? { ...found, broken } : null
}

/** The charset that the first bytes of an HTML page declare, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (/<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head) ?? /^\s*<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head))?.[1] ?? null
}
