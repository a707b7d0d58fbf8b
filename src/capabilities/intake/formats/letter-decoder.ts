import type PostalMime from 'postal-mime'
import { decodeCp949 } from '../text/cp949.ts'
import { decodeText } from '../text/decode.ts'

const Plain = globalThis.TextDecoder

/**
 * 편지의 글자 부호: decodes what letters declare, and mends what they declare wrongly. The runtime's `euc-kr` lacks 8,822 syllables that Korean mail writes under that
 * name (똠 came out as `c`), and raw Korean bytes under no name, under `us-ascii` or under a name of nothing are told by what they read like.
 */
export class LetterDecoder extends Plain {
  override decode(...given: Parameters<InstanceType<typeof Plain>['decode']>): string {
    const [input, options] = given
    const text = super.decode(input, options)
    if (!input || options?.stream) return text
    const bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input as ArrayBuffer)
    if (this.encoding === 'euc-kr') return decodeCp949(bytes) ?? text
    const doubtful = this.encoding === 'utf-8' ? text.includes('\uFFFD') : this.encoding === 'windows-1252' && bytes.some((byte) => byte >= 0x80)
    if (!doubtful) return text
    const found = decodeText(bytes, this.encoding)
    return found.ok ? found.text : text
  }
}

let parser: Promise<typeof PostalMime> | null = null

/** Run work with the parser of letters, whose decoders are ours: it makes them from the global class, some of them while it is loaded. */
export async function withLetterParser<T>(work: (parser: typeof PostalMime) => Promise<T>): Promise<T> {
  // the table of CP949 is made with the runtime's own decoder
  decodeCp949(new Uint8Array())
  const room = globalThis as { TextDecoder: typeof TextDecoder }
  room.TextDecoder = LetterDecoder
  try {
    parser ??= import('postal-mime').then((loaded) => loaded.default)
    return await work(await parser)
  } finally {
    room.TextDecoder = Plain
  }
}
