/** Trail bytes of the extension in order: A–Z, a–z, then 0x81 and up. */
const trails: readonly number[] = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)]

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

let table: Uint16Array | null = null

/**
 * The table of CP949 (확장 완성형), by pair of bytes; 0 where a pair stands for nothing. Node's `euc-kr` decoder knows only KS X 1001, so that 똠 and 8,821 other
 * syllables would be lost. Those stand in the extension in the order of Unicode, from 0x8141 on, and are exactly the syllables that KS X 1001 lacks:
 * the table is worked out from that.
 */
function cp949Table(): Uint16Array {
  if (table) return table
  const made = new Uint16Array(65536)
  const known = new Set<number>()
  const decoder = new TextDecoder('euc-kr')
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const code = text.charCodeAt(0)
      if (text.length !== 1 || code === 0xfffd) continue
      made[lead * 256 + trail] = code
      known.add(code)
    }
  let syllable = 0xac00
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (const trail of trails) {
      if (lead >= 0xa1 && trail > 0xa0) break
      while (known.has(syllable)) syllable++
      if (syllable > 0xd7a3) break
      made[lead * 256 + trail] = syllable++
    }
  table = made
  return made
}

/** The text of CP949 bytes, or null where a byte stands for nothing; `mend` puts \uFFFD in the place of such a byte and goes on. */
export function decodeCp949(bytes: Uint8Array, mend = false): string | null {
  const codes = cp949Table()
  const out: string[] = []
  const piece = new Uint16Array(8192)
  let used = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    let code = lead
    if (lead >= 0x80) {
      const trail = bytes[++at]
      code = trail === undefined ? 0 : codes[lead * 256 + trail]!
      if (code === 0 && !mend) return null
      if (code === 0) {
        code = 0xfffd
        // an ASCII letter behind it is itself
        if (trail !== undefined && trail < 0x80) at--
      }
    }
    piece[used++] = code
    if (used === piece.length) {
      out.push(String.fromCharCode(...piece))
      used = 0
    }
  }
  out.push(String.fromCharCode(...piece.subarray(0, used)))
  return out.join('')
}
