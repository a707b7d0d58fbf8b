import { organisationKey } from '#engines/accounting/organisation-name'

/** An organisation as the reader marked it in a text. */
export interface MarkedName {
  kind: string
  start: number
  end: number
  value: unknown
}

/** One organisation of a document: the name to make it by, and what else the document calls it. */
export interface NamedOrganisation {
  name: string
  others: string[]
}

/** `(이하 ‘한빛’)`, `(약칭 한빛)`, `(옛 한빛산업)` behind a name. A bracket without such a word may hold anything. */
const saidAlias = /^\s*[(（]\s*(?:이하|약칭|옛|구)\s*[‘“'"「]?\s*([^()（）‘’“”'"「」,]{2,24}?)\s*[’”'"」]?\s*[)）]/u

/** 벤트라코리아(Ventra Korea), ㈜코라테크(KORA테크): a name in another script right behind its own. Posts, markets and countries are none. */
const scriptAlias = /^\s?[(（]\s?([A-Z][A-Za-z0-9&.,\- ]{1,38}?([가-힣]{0,6}))\s?[)）]/u
const noName = /^(?:C[A-Z]O|MOU|KOSPI|KOSDAQ|KONEX|NYSE|NASDAQ|USA?|EU|UK|R&D|ESG|AI|IT|ICT|DX|B2[BCG]|OEM|ODM)$/u

/** The name in another script that a bracket gives: all of it Latin, or ending as the name itself does. */
function inOtherScript(text: string, mention: MarkedName): string | null {
  const name = text.slice(mention.start, mention.end)
  const match = scriptAlias.exec(text.slice(mention.end, mention.end + 60))
  if (!match || !/[가-힣]/u.test(name) || noName.test(match[1]!)) return null
  return name.replace(/(?:㈜|\(주\)|주식회사)$/u, '').endsWith(match[2]!) ? match[1]! : null
}

/** Whether a name stands in the text outside of the words where it was marked, and not as the end of a longer word. */
function standsAlone(text: string, name: string, mention: MarkedName): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const inside = at >= mention.start && at < mention.end
    if (!inside && !/[가-힣A-Za-z0-9㈜)]/u.test(text[at - 1] ?? ' ')) return true
  }
  return false
}

/**
 * 문서 안의 다른 이름: what names of organisations in one document mean the same one: spellings that differ in legal form, spaces or case (㈜신라이노텍, 신라이노텍),
 * short forms that the document introduces itself, and names that the reader has resolved. Names are as they are keyed by `organisationKey`.
 * A short form that the document gives to two organisations means neither.
 */
export function documentAliases(text: string, mentions: readonly MarkedName[]): Map<string, NamedOrganisation> {
  const groups = new Map<string, NamedOrganisation>()
  const byAlias = new Map<string, NamedOrganisation | null>()
  const note = (organisation: NamedOrganisation, name: string) => {
    const words = name.replace(/\s+/gu, ' ').trim()
    if (words !== organisation.name && !organisation.others.includes(words)) organisation.others.push(words)
    const key = organisationKey(words)
    const there = byAlias.get(key)
    byAlias.set(key, there === undefined || there === organisation ? organisation : null)
  }
  for (const mention of mentions) {
    if (mention.kind !== 'organisation') continue
    const words = text.slice(mention.start, mention.end)
    const name = typeof mention.value === 'string' && mention.value.trim() !== '' ? mention.value : words
    const key = organisationKey(name)
    let organisation = groups.get(key)
    if (!organisation) {
      organisation = { name, others: [] }
      groups.set(key, organisation)
    }
    note(organisation, name)
    note(organisation, words)
    // the reader may mark an organisation at its first name alone: its bare name elsewhere in the text is another spelling
    if (key.length >= 3 && key !== name && standsAlone(text, key, mention)) note(organisation, key)
    const said = saidAlias.exec(text.slice(mention.end, mention.end + 60))?.[1]
    if (said) note(organisation, said)
    const foreign = inOtherScript(text, mention)
    if (foreign !== null) note(organisation, foreign)
  }
  const found = new Map<string, NamedOrganisation>()
  for (const [key, organisation] of byAlias) if (organisation !== null) found.set(key, organisation)
  // a name that is an organisation of its own is not taken over by another's short form
  for (const [key, organisation] of groups) {
    const taken = byAlias.get(key)
    if (taken === null) found.set(key, organisation)
  }
  return found
}

/**
 * The parties of a claim with the names that the document means by them, each organisation once, in the first of its roles.
 */
export function resolvedParties<P extends { name: string }>(parties: readonly P[], aliases: ReadonlyMap<string, NamedOrganisation>): P[] {
  const seen = new Set<string>()
  const resolved: P[] = []
  for (const party of parties) {
    const name = aliases.get(organisationKey(party.name))?.name ?? party.name
    const key = organisationKey(name)
    if (seen.has(key)) continue
    seen.add(key)
    resolved.push({ ...party, name })
  }
  return resolved
}
