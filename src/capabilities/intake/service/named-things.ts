import { looksLikeName, nameKey } from './names.ts'

/** A name that a text sets in quotation marks, such as ‘X-AI 스마트에너지 데이터센터’. */
export interface NamedThing {
  name: string
  start: number
}

const quoted = /[‘'“"「『<]([^‘’'“”"「」『』<>\n]{2,40})[’'”"」』>]/gu

/** Names in quotation marks, each at its first place. Quoted speech (it ends like a sentence or is long) is no name. */
export function namedThings(text: string): NamedThing[] {
  const found = new Map<string, NamedThing>()
  for (const match of text.matchAll(quoted)) {
    const name = match[1]!.trim()
    if (/[.?!…,]|[다요까]$/u.test(name) || name.split(/\s+/).length > 6) continue
    const key = nameKey(name)
    if (key.length >= 2 && !found.has(key)) found.set(key, { name, start: match.index })
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
  const head = what?.trim().split(/\s+/).at(-1) ?? null
  const sentence = text.slice(claim.sentenceStart, claim.sentenceEnd)
  const place = claim.place?.trim().split(/\s+/).at(-1) ?? null
  const scored = things.map((thing) => {
    const before = text.slice(Math.max(0, thing.start - 24), thing.start)
    const inSentence = thing.start >= claim.sentenceStart && thing.start < claim.sentenceEnd
    const key = nameKey(thing.name)
    const ownHead = thing.name.split(/\s+/).at(-1)!
    const sharesHead = (head !== null && head.length >= 2 && key.endsWith(nameKey(head))) || (ownHead.length >= 3 && sentence.includes(ownHead))
    const nearPlace = place !== null && before.includes(place)
    const ofParty = claim.parties.some((party) => before.includes(party) || key.includes(nameKey(party)))
    const said = what !== null && (key.includes(nameKey(what)) || nameKey(what).includes(key))
    return {
      name: thing.name,
      score: (said ? 4 : 0) + (sharesHead ? 3 : 0) + (nearPlace ? 2 : 0) + (ofParty ? 2 : 0) + (inSentence ? 2 : 0),
      near: Math.abs(thing.start - claim.start),
    }
  })
  return scored
    .filter((one) => one.score >= 3)
    .sort((a, b) => b.score - a.score || a.near - b.near)
    .slice(0, 4)
    .map((one) => one.name)
}
