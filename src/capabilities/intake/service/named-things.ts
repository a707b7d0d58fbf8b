import { looksLikeName, nameKey } from './names.ts'

/** A name that a text sets in quotation marks, such as ‘X-AI 스마트에너지 데이터센터’. */
export interface NamedThing {
  name: string
  start: number
  /** As it is compared; worked out once, since every claim of a document is held against every name. */
  key: string
  /** Its last word. */
  head: string
  /** The words before it. */
  before: string
}

const quoted = /[‘'“"「『<]([^‘’'“”"「」『』<>\n]{2,40})[’'”"」』>]/gu

/** Names in quotation marks, each at its first place. Quoted speech (it ends like a sentence or is long) is no name. */
export function namedThings(text: string): NamedThing[] {
  const found = new Map<string, NamedThing>()
  for (const match of text.matchAll(quoted)) {
    const name = match[1]!.trim()
    if (/[.?!…,]|[다요까]$/u.test(name) || name.split(/\s+/).length > 6) continue
    const key = nameKey(name)
    if (key.length >= 2 && !found.has(key)) {
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      found.set(key, { name, start: match.index, key, head: name.split(/\s+/).at(-1)!, before })
    }
  }
  return [...found.values()]
}

/** What the name of a claim's subject may be, the likeliest first; empty where the text offers none. */
export function proposeNames(
  text: string,
  things: readonly NamedThing[],
  claim: { what: string | null; place: string | null; parties: readonly string[]; start: number; sentenceStart: number; sentenceEnd: number },
): string[] {
  const what = claim.what !== null && looksLikeName(claim.what) ? claim.what : null
  const whatKey = what === null ? null : nameKey(what)
  const headKey = what === null ? '' : nameKey(what.trim().split(/\s+/).at(-1) ?? '')
  const sentence = text.slice(claim.sentenceStart, claim.sentenceEnd)
  const place = claim.place?.trim().split(/\s+/).at(-1) ?? null
  const parties = claim.parties.map((party) => ({ party, key: nameKey(party) }))
  const scored: { name: string; score: number; near: number }[] = []
  for (const thing of things) {
    const said = whatKey !== null && whatKey !== '' && (thing.key.includes(whatKey) || whatKey.includes(thing.key))
    const sharesHead = (headKey.length >= 2 && thing.key.endsWith(headKey)) || (thing.head.length >= 3 && sentence.includes(thing.head))
    const nearPlace = place !== null && thing.before.includes(place)
    const ofParty = parties.some(({ party, key }) => thing.before.includes(party) || (key !== '' && thing.key.includes(key)))
    const inSentence = thing.start >= claim.sentenceStart && thing.start < claim.sentenceEnd
    const score = (said ? 4 : 0) + (sharesHead ? 3 : 0) + (nearPlace ? 2 : 0) + (ofParty ? 2 : 0) + (inSentence ? 2 : 0)
    if (score >= 3) scored.push({ name: thing.name, score, near: Math.abs(thing.start - claim.start) })
  }
  return scored
    .sort((a, b) => b.score - a.score || a.near - b.near)
    .slice(0, 4)
    .map((one) => one.name)
}
