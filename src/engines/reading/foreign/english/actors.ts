import type { Name } from '../name.ts'
import type { Token } from './tokens.ts'
import { verbOf } from './verbs.ts'

/** Who stands as the subject of a verb (주어): a name, a word that means one, a person, or a thing that belongs to somebody. */
export interface Actor {
  readonly kind: 'name' | 'firm' | 'government' | 'it' | 'they' | 'person' | 'thing' | 'none'
  /** The named one; of a thing or a person the one it belongs to. */
  readonly name: Name | null
  readonly word: string
}

export const NOBODY: Actor = { kind: 'none', name: null, word: '' }

const FIRM =
  /^(?:company|firm|group|consortium|automaker|chipmaker|shipbuilder|carmaker|steelmaker|manufacturer|maker|developer|operator|carrier|builder|investor|supplier|producer|subsidiary|affiliate|unit|venture|retailer|giant|startup|conglomerate|corporation|provider)$/
const GOVERNMENT = /^(?:city|province|county|government|ministry|municipality|authority|agency|zone|state|department|office|district)$/
const THEY = /^(?:they|companies|firms|sides|parties|businesses|groups|corporations|two|three)$/
const DETERMINER =
  /^(?:the|a|an|its|their|his|her|our|this|these|those|that|both|all|some|about|around|nearly|more|than|up|to|over|at|least|total|of|new|local|newly|also|meanwhile|however|today|yesterday)$/
const PREPOSITION =
  /^(?:in|on|at|under|with|by|for|from|through|after|before|according|as|of|to|during|since|amid|along|via|within|upon|including|near|off|per|following|regarding)$/
/** An office stands between the name of a body and the person who holds it. */
const OFFICE =
  /^(?:mayor|governor|ceo|president|chairman|chairwoman|chair|director|spokesman|spokesperson|official|officials|chief|head|minister|executive|representative|vice|deputy|co-ceo)$/

const isMark = (token: Token | undefined, text: string): boolean => token !== undefined && token.kind === 'mark' && token.text === text

/** The subject that the tokens from `open` to the verb at `to` name; nobody where there is none. */
export function actorIn(tokens: readonly Token[], open: number, to: number): Actor {
  let i = open
  // In Yeosu, under the deal, on Monday: what stands in front is no subject
  for (let k = 0; k < 4; k++) {
    while (i < to && tokens[i]!.kind === 'mark') i++
    const first = tokens[i]
    if (first === undefined || i >= to || (first.kind !== 'date' && (first.kind !== 'word' || !fronted(first.text)))) break
    let comma = i
    while (comma < to && !isMark(tokens[comma], ',')) comma++
    if (comma >= to) break
    i = comma + 1
  }
  while (i < to && (tokens[i]!.kind === 'mark' || tokens[i]!.kind === 'number' || (tokens[i]!.kind === 'word' && DETERMINER.test(tokens[i]!.text)))) {
    i++
  }
  if (i >= to || (PREPOSITION.test(tokens[i]!.text) && i > open))
    return i > open && tokens[i - 1]!.kind === 'number' ? thing(tokens, i - 1, to) : NOBODY
  const head = tokens[i]!
  if (head.kind === 'name') return named(tokens, i, to)
  if (PREPOSITION.test(head.text)) return NOBODY
  if (head.text === 'it' || head.text === 'we') return { kind: 'it', name: null, word: head.text }
  if (head.text === 'they') return { kind: 'they', name: null, word: head.text }
  // one of them, Saebit Cell, will
  if (head.text === 'one' && tokens[i + 1]?.text === 'of')
    for (let k = i + 2; k < Math.min(to, i + 7); k++) if (isMark(tokens[k], ',') && tokens[k + 1]?.kind === 'name') return named(tokens, k + 1, to)
  // battery maker Saebit Cell; kitchen furniture maker, Norvane Inc.,
  for (let k = i; k < Math.min(to, i + 9); k++) {
    const token = tokens[k]!
    if (token.kind === 'name') return named(tokens, k, to)
    if (token.kind === 'mark')
      return tokens[k + 1]?.kind === 'name' &&
        ((isMark(token, ',') && FIRM.test(tokens[k - 1]!.text)) || (/^(?:—|–|--)$/.test(token.text) && THEY.test(tokens[k - 1]!.text)))
        ? named(tokens, k + 1, to)
        : common(tokens, i, k, to)
    if (token.kind === 'word' && (PREPOSITION.test(token.text) || token.text === 'led' || tokens[k + 1]?.text === 'by'))
      return common(tokens, i, k, to)
  }
  return common(tokens, i, Math.min(to, i + 9), to)
}

/** In Yeosu, founded in 1998, investing 5 billion won: what opens a sentence and is no subject. */
function fronted(word: string): boolean {
  if (PREPOSITION.test(word)) return true
  const forms = verbOf(word)?.forms
  return forms !== undefined && (forms.has('gerund') || forms.has('participle'))
}

/** A name as subject: itself, or one whose thing or person acts. */
function named(tokens: readonly Token[], at: number, to: number): Actor {
  const { name } = tokens[at]!
  if (name!.kind === 'person') return { kind: 'person', name: officeOf(tokens, at), word: '' }
  const next = tokens[at + 1]
  if (at + 1 < to && /^['’]/.test(next!.text)) {
    // Belgium's Umarel: the second is the name
    if (tokens[at + 2]?.kind === 'name' && at + 2 < to && name!.kind === 'place') return named(tokens, at + 2, to)
    return tokens[at + 2]?.kind === 'name' && at + 2 < to && tokens[at + 2]!.name!.kind === 'organisation'
      ? named(tokens, at + 2, to)
      : { kind: 'thing', name: name!.kind === 'organisation' ? name : null, word: '' }
  }
  if (at + 1 < to && next!.kind === 'word' && OFFICE.test(next!.text)) return { kind: 'person', name, word: '' }
  if (at + 1 < to && next!.kind === 'name' && next!.name!.kind === 'person') return { kind: 'person', name, word: '' }
  if (at + 1 < to && next!.kind === 'word' && /^[a-z]/.test(next!.text) && THINGS.test(next!.text)) return { kind: 'thing', name, word: next!.text }
  return name!.kind === 'organisation' ? { kind: 'name', name, word: '' } : { kind: 'none', name: null, word: '' }
}

const THINGS = /^(?:investment|investments|plant|project|factory|facility|deal|agreement|venture|complex|plants|unit|site|expansion|campus|center)$/

/** The body whose office a person holds: Kim Na-ri, CEO of Saebit Cell. */
function officeOf(tokens: readonly Token[], at: number): Name | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i++) {
    const token = tokens[i]!
    if (token.kind === 'name') return token.name!.kind === 'organisation' ? token.name : null
    if (token.kind === 'mark' && token.text !== ',') return null
  }
  return null
}

/** A firm that belongs to those named behind it: the joint venture, the subsidiary of Saebit. */
export const OFFSPRING = /^(?:venture|subsidiary|affiliate|unit|arm)$/

/** A common noun as subject by its head, which stands before `stop`. */
function common(tokens: readonly Token[], from: number, stop: number, to: number): Actor {
  let last = Math.max(from, stop - 1)
  while (
    last > from &&
    (tokens[last]!.kind !== 'word' || tokens[last]!.text.startsWith("'") || /ly$|^(?:also|now|today|itself|themselves)$/.test(tokens[last]!.text))
  )
    last--
  const word = tokens[last]!.text.replace(/'s$/, '')
  const of = !OFFSPRING.test(word) && tokens[stop]?.text === 'of' && stop + 1 < to && FIRM.test(word) ? thing(tokens, stop, to) : null
  if (of !== null && of.name !== null) return { ...of, kind: 'name' }
  if (FIRM.test(word)) return byPhrase(tokens, stop, to) ?? { kind: 'firm', name: null, word }
  // the city of Haeun
  const area = tokens[stop]?.text === 'of' && stop + 1 < to ? tokens[stop + 1]!.name : null
  if (GOVERNMENT.test(word) && area !== null) return { kind: area.kind === 'organisation' ? 'name' : 'government', name: area, word }
  if (GOVERNMENT.test(word)) return { kind: 'government', name: null, word }
  if (THEY.test(word)) return { kind: 'they', name: null, word }
  return thing(tokens, from, to, word)
}

/** A plant, an investment: it acts for the one it belongs to, where that is said before the verb. */
function thing(tokens: readonly Token[], from: number, to: number, word = tokens[from]!.text): Actor {
  const owner = byPhrase(tokens, from, to)
  if (owner !== null) return { ...owner, kind: 'thing' }
  for (let i = from; i + 1 < to; i++) {
    if (tokens[i]!.text !== 'of' && tokens[i]!.text !== 'from') continue
    const at = tokens[i + 1]!.text === 'the' ? i + 2 : i + 1
    const name = tokens[at]?.name
    if (at < to && name !== null && name !== undefined && name.kind === 'organisation') return { kind: 'thing', name, word: '' }
  }
  for (let i = from; i + 1 < to; i++) {
    const { name } = tokens[i]!
    if (name !== null && name.kind === 'organisation' && /^['’]/.test(tokens[i + 1]!.text)) return { kind: 'thing', name, word: '' }
  }
  return { kind: 'thing', name: null, word }
}

/** The one behind the next "by": announced on Monday by Saebit Cell. */
export function byPhrase(tokens: readonly Token[], from: number, to: number): Actor | null {
  for (let i = from; i < Math.min(to - 1, from + 12); i++) {
    if (tokens[i]!.text === ';' || tokens[i]!.text === 'and') return null
    if (tokens[i]!.text !== 'by') continue
    for (let k = i + 1; k < Math.min(to, i + 7); k++) {
      const { name, kind } = tokens[k]!
      if (name !== null) {
        if (name.kind === 'organisation') return { kind: 'name', name, word: '' }
        if (name.kind === 'person') return null
      } else if (kind !== 'word' || !/^(?:the|a|an|local|[a-z]+-based|[a-z]+)$/.test(tokens[k]!.text)) break
    }
  }
  return null
}
