import type { Mention, Slot, Span } from '../reading.ts'
import { KNOWN_PLACES } from './english-places.ts'
import type { Flow } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { governs } from './subject.ts'

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })

export function placeOf(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly Name[],
  subject: Slot<string | null>,
  flow: Flow,
  grammar: Grammar,
): Slot<string | null> {
  let best: { name: Name; distance: number } | null = null
  for (const name of names) {
    if (name.kind !== 'place' || name.value === subject.value) continue
    const located =
      grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) || /^[にで]/.test(text.slice(name.end, name.end + 1))
    // 与韩国…公司: a country tells where a party is from
    if (!located && COUNTRY.test(name.value)) continue
    let distance = Math.abs(name.start - mention.start)
    if (name.start > mention.end) distance = name.start - mention.end
    if (!grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start))) distance += 40
    // a park lies in a city: the narrower one is the place
    if (BROAD.test(name.value) || name.rule.endsWith(':known')) distance += 80
    // of "X Park, Y City" the narrower stands first; in Han script last
    if (best === null || distance < best.distance) best = { name, distance }
  }
  if (best !== null) return slot(best.name.value, { start: best.name.start, end: best.name.end }, 'place:named')
  if (flow.place.value !== null && flow.placeOf === subject.value) return flow.place
  if (subject.value !== null && governs(subject.value, grammar)) {
    const area = subject.value
      .replace(/(?:人民政府|政府|市役所|道庁|県庁)$/, '')
      .replace(/ (?:Metropolitan |Provincial |City |County )?Government$/, '')
    if (KNOWN_PLACES.has(area) || /(?:市|省|道|県|县|区|郡|町|村)$|\b(?:City|Province|County)\b|-(?:si|do|gun|gu)$/.test(area))
      return slot(area, null, 'place:of-government')
  }
  return slot(null, null, 'place:none')
}

/** An area of a government, wider than a park or a port in it. */
const COUNTRY = /^(?:韩国|韓国|中国|日本|美国|米国|South Korea|Korea|China|Japan|United States)$/
export const BROAD = /(?:市|省|道|県|县|国|郡|区|町|村)$|\b(?:City|Province|County|Korea|District)$|-(?:si|do|gun|gu)$/
