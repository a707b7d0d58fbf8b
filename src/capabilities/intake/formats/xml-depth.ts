import { FormatError } from './failure.ts'

/** No document nests its elements a tenth of this; deeper ones are built to exhaust a parser. */
const deepest = 2_000

/**
 * Refuse an XML text whose elements stand deeper in one another than in any real document. Looks at the brackets of tags alone, before a parser is asked.
 *
 * @throws FormatError `too-deep`
 */
export function refuseDeep(xml: string): void {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml.charCodeAt(at + 1)
    if (next === 0x2f) depth--
    // <? and <! open nothing
    else if (next !== 0x3f && next !== 0x21) {
      const end = xml.indexOf('>', at)
      if (end < 0) return
      if (xml.charCodeAt(end - 1) !== 0x2f && ++depth > deepest) throw new FormatError('too-deep')
    }
  }
}
