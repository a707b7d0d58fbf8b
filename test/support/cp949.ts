import { decodeCp949 } from '#capabilities/intake/text/cp949'

let codes: Map<string, readonly [number, number]> | null = null

/** The bytes that Korean Windows writes for a text: the decoder's own table, turned round. Throws on letters that CP949 lacks. */
export function cp949(text: string): Uint8Array {
  if (!codes) {
    codes = new Map()
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x41; trail <= 0xfe; trail++) {
        const letter = decodeCp949(Uint8Array.of(lead, trail))
        if (letter !== null && !codes.has(letter)) codes.set(letter, [lead, trail])
      }
  }
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0)!
    const pair = code < 0x80 ? [code] : codes.get(letter)
    if (!pair) throw new RangeError(`CP949 has no ${letter}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}
