import { KNOWN_PLACES } from './places.ts'
import { ORG_LAST, PLACE_LAST } from './words.ts'

/** The land at the end of the name of a foreign firm's branch: Air Saebit Korea. */
export const BRANCH_LAND = /^(?:Korea|Japan|China|Asia|America|Europe|Singapore)$/

/** Short forms of a firm's full name: without its legal form, and its first word where that is distinctive. */
export function shortForms(words: string): string[] {
  const bare = words.replace(/,? ?(?:Co\.,? ?Ltd\.?|Co\.|Inc\.|Corp\.|Corporation|Ltd\.?|Limited|LLC|plc)$/, '')
  const first = bare.split(' ')[0]!
  const plain =
    /^(?:Korea|Korean|National|Ministry|Department|Bank|University|Institute|Office|Global|Asia|Seoul|Busan|New|First)$/.test(first) ||
    KNOWN_PLACES.has(first)
  // LS of LS Group
  if (/^[A-Z]{2,3}$/.test(first) && /^(?:Group|Holdings)$/.test(bare.split(' ')[1] ?? '')) return [bare, first]
  // Qcells of Hanwha Qcells: a last word that is nobody's form
  const last = bare.split(' ').at(-1)!
  const own =
    last !== first && last.length > 4 && !ORG_LAST.has(last) && !PLACE_LAST.has(last) && !KNOWN_PLACES.has(last) && !BRANCH_LAND.test(last)
      ? [last]
      : []
  return plain || first.length < 4 ? [bare, ...own] : [bare, first, ...own]
}
