import type { Span } from '../reading.ts'
import { type Actor, actorIn, byPhrase, NOBODY } from './english-actors.ts'
import type { Token } from './english-tokens.ts'
import { type Verb, verbOf } from './english-verbs.ts'

/** One verb group (동사구) of a sentence: what it does, when, and who does it. */
export interface VerbGroup extends Span {
  readonly verb: Verb
  readonly mode: 'finite' | 'ahead' | 'infinitive' | 'gerund' | 'participle'
  /** It has happened: past or perfect. */
  readonly done: boolean
  /** It is happening: is building, are being built. */
  readonly going: boolean
  readonly passive: boolean
  readonly denied: boolean
  /** Where the words of its own subject begin; its start where it shares that of another verb. */
  readonly from: number
  /** Who does it; of a passive the one behind "by". */
  actor: Actor
}

const MODAL = new Set('will would shall should can could may might must to'.split(' '))
const BE = new Set('is are was were be been being'.split(' '))
const HAVE = new Set('has have had having'.split(' '))
/** May stand between an auxiliary and its verb. */
const ADVERB = /^(?:also|now|already|currently|recently|newly|jointly|together|initially|first|further|soon|then|later|today|not|never|no|longer|still|only|even|just|set|due|going|about|able|scheduled|slated|yet|each|both|[a-z]+ly|to)$/
const PREPOSITION = new Set('by in of for from after before while with without through upon on at despite into besides including under'.split(' '))
const OPENERS = new Set(['and', 'but', 'while', 'as', 'when', 'because', 'if', 'so', 'whereas', 'although', 'since', 'after', 'before', 'once', 'where'])
/** Says that the noun behind is no verb: the plans, its new build. */
const NOUN_AHEAD = /^(?:the|a|an|its|their|his|her|our|this|these|those|new|no|any|some|such|other|more|most|total|combined|annual|joint|major|global|mass|full|[a-z]+-scale)$/

/** The verb groups of one sentence from left to right, each with the one who acts. Each token is looked at a bounded number of times. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const out: VerbGroup[] = []
  /** Where the words of the next subject may begin. */
  let open = 0
  let relative: Actor | null = null
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (token.text === ';' || token.text === ':' || /^(?:--|—|–|―)$/.test(token.text)) open = i + 1
      continue
    }
    if (token.kind !== 'word') continue
    if (token.text === 'which' || token.text === 'who' || (token.text === 'that' && out.at(-1)?.verb.classes.has('say') !== true)) {
      // the plant, for which the firm has set aside: another subject follows
      if (tokens[i - 1]?.kind === 'word' && PREPOSITION.has(tokens[i - 1]!.text)) open = i + 1
      else relative = antecedent(tokens, i)
      continue
    }
    if (token.text === 'that') open = i + 1
    if (OPENERS.has(token.text) && !(tokens[i - 1]?.kind === 'name' && tokens[i + 1]?.kind === 'name')) open = i + 1
    const group = groupAt(tokens, i, out)
    if (group === null) continue
    const { last, ...rest } = group
    const previous = out.at(-1)
    const shares = rest.mode === 'infinitive' || rest.mode === 'gerund' || rest.mode === 'participle'
    let from = token.start
    let actor = NOBODY
    if (relative !== null && !shares) actor = relative
    else {
      const own = shares && previous !== undefined ? null : actorIn(tokens, open, i)
      if (own !== null && own.kind !== 'none') {
        actor = own
        from = tokens[open]!.start
      } else if (previous !== undefined) actor = previous.actor
    }
    // it of "said it will": the one who says so
    const says = previous?.verb.classes.has('say') === true && previous.mode !== 'gerund'
    if ((actor.kind === 'it' || actor.kind === 'they') && says && previous.actor.name !== null) actor = previous.actor
    const one: VerbGroup = { ...rest, start: token.start, end: tokens[last]!.end, from, actor }
    if (one.passive) one.actor = byPhrase(tokens, last + 1, tokens.length) ?? (actor.kind === 'thing' || actor.kind === 'none' ? { ...actor } : { ...actor, kind: 'thing' })
    // "Investing 22 billion won, the firm will build": who acts is told later
    if (!shares) for (const earlier of out) if (earlier.actor.kind === 'none' && earlier.mode !== 'finite') earlier.actor = one.actor
    out.push(one)
    const within = relative !== null && !shares
    relative = null
    i = last
    if (within) continue
    if (rest.verb.classes.has('say')) open = last + 1
    else if (!shares) open = Math.max(open, last + 1)
  }
  return out
}

/** What "which" speaks of: the noun group right before it. */
function antecedent(tokens: readonly Token[], at: number): Actor {
  let i = at - 1
  while (i >= 0 && tokens[i]!.kind === 'mark') i--
  const token = tokens[i]
  return token?.name !== undefined && token.name !== null && token.name.kind === 'organisation' ? { kind: 'name', name: token.name, word: '' } : { kind: 'thing', name: null, word: token?.text ?? '' }
}

interface Group extends Omit<VerbGroup, 'start' | 'end' | 'from' | 'actor'> {
  readonly last: number
}

/** The verb group whose first word stands at `at`, or null where none begins there. */
function groupAt(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): Group | null {
  const { text } = tokens[at]!
  const to = text === 'to'
  if (to && /^(?:be|have)$/.test(tokens[at + 1]?.text ?? '') === false && verbOf(tokens[at + 1]?.text ?? '')?.forms.has('base') !== true) return null
  if (MODAL.has(text) || BE.has(text) || HAVE.has(text)) return auxiliary(tokens, at)
  const verb = verbOf(text)
  if (verb === undefined) return null
  const previous = tokens[at - 1]
  const word = previous?.text ?? ''
  if (previous?.kind === 'word' && NOUN_AHEAD.test(word)) return null
  const plain = { verb, last: at, going: false, passive: false, denied: false }
  if (verb.forms.has('gerund')) {
    const opens = previous === undefined || previous.kind === 'mark' || PREPOSITION.has(word) || (word === 'and' && before.at(-1)?.mode === 'gerund')
    return opens ? { ...plain, mode: 'gerund', done: false } : null
  }
  if (verb.forms.has('past') || verb.forms.has('participle')) {
    const behind = tokens[at + 1]?.text ?? ''
    if (behind === 'by' || (previous === undefined) || (previous.kind === 'mark' && previous.text === ',')) {
      const finite = previous?.text === ',' && behind !== 'by' && closesApposition(tokens, at)
      return { ...plain, mode: finite ? 'finite' : 'participle', done: true, passive: !finite }
    }
    if (PREPOSITION.has(word)) return null
    return { ...plain, mode: 'finite', done: true }
  }
  if (verb.forms.has('third')) {
    const subject = previous?.kind === 'name' || previous?.text === ')' || /^(?:it|which|that|who|also|now|currently|and)$/.test(word) || FINITE_NOUN.test(word)
    return subject || (previous?.text === ',' && closesApposition(tokens, at)) ? { ...plain, mode: 'finite', done: false } : null
  }
  // will build … and hire; they plan
  const shared = (word === 'and' || word === ',' || word === 'or') && before.at(-1)?.verb.forms.has('base')
  if (shared && before.at(-1)!.mode !== 'finite') return { ...plain, mode: before.at(-1)!.mode, done: false }
  return /^(?:they|we|companies|firms|sides|parties|help|helps)$/.test(word) ? { ...plain, mode: 'finite', done: false } : null
}

/** Nouns that act, before a verb in -s. */
const FINITE_NOUN = /^(?:company|firm|city|province|county|government|ministry|group|zone|authority|project|plant|complex|investment|agreement|deal|venture|consortium|developer|maker|factory|center|facility|park|plan|state|university|fund|manufacturer|operator)$/

/** Whether the comma before ends what a name was called: Saebit Cell, a maker of cells, signed. */
function closesApposition(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 2, k = 0; i >= 0 && k < 16; i--, k++)
    if (tokens[i]!.text === ',') return tokens[i - 1]?.kind === 'name' && /^(?:a|an|the|one|which|who)$/.test(tokens[i + 1]?.text ?? '')
  return false
}

const MOST_WORDS = 8

/** will be built, has been building, is set to open, plans to be: from the first auxiliary to the verb. */
function auxiliary(tokens: readonly Token[], at: number): Group | null {
  let ahead = false
  let perfect = false
  let being = false
  let denied = false
  let past = false
  for (let i = at, k = 0; i < tokens.length && k < MOST_WORDS; i++, k++) {
    const { text, kind } = tokens[i]!
    if (kind !== 'word') return ended(tokens, at, i, { ahead, denied, past, perfect, being })
    const verb = verbOf(text)
    const last = tokens[i - 1]?.text ?? ''
    if (MODAL.has(text)) {
      ahead = true
      being = false
      continue
    }
    if (HAVE.has(text) && (i === at || MODAL.has(last) || ADVERB.test(last))) {
      const next = tokens[i + 1]?.text ?? ''
      if (!(verbOf(next)?.forms.has('participle') === true || BE.has(next) || ADVERB.test(next))) return ended(tokens, at, i, { ahead, denied, past, perfect, being })
      perfect = true
      continue
    }
    if (BE.has(text)) {
      past ||= text === 'was' || text === 'were'
      being = true
      continue
    }
    if (/^(?:not|never|no)$/.test(text)) denied = true
    if (i > at && ADVERB.test(text) && !(verb?.forms.has('participle') === true && being && tokens[i + 1]?.text !== 'to')) continue
    if (verb === undefined || i === at) return ended(tokens, at, i, { ahead, denied, past, perfect, being })
    const mode = tokens[at]!.text === 'to' ? 'infinitive' : tokens[at]!.text === 'having' ? 'gerund' : ahead ? 'ahead' : 'finite'
    if (verb.forms.has('gerund') && being) return { verb, mode, done: past, going: !ahead && !past, passive: false, denied, last: i }
    if (verb.forms.has('participle') && being) return { verb, mode, done: !ahead && (past || perfect || !tokens.slice(at, i).some((t) => t.text === 'being')), going: tokens.slice(at, i).some((t) => t.text === 'being'), passive: true, denied, last: i }
    if (verb.forms.has('participle') && perfect) return { verb, mode, done: true, going: false, passive: false, denied, last: i }
    if (verb.forms.has('base') && ahead) return { verb, mode, done: false, going: false, passive: false, denied, last: i }
    return ended(tokens, at, i, { ahead, denied, past, perfect, being })
  }
  return null
}

const OWN = verbOf('have')!

/** "has", "will have" and "is" with no verb behind: what somebody has, or what something is. */
function ended(tokens: readonly Token[], at: number, to: number, was: { ahead: boolean; denied: boolean; past: boolean; perfect: boolean; being: boolean }): Group | null {
  const has = HAVE.has(tokens[to]?.text ?? '') || HAVE.has(tokens[at]!.text)
  if (!has && !was.being) return null
  const mode = tokens[at]!.text === 'to' ? 'infinitive' : was.ahead ? 'ahead' : 'finite'
  return { verb: OWN, mode, done: was.past, going: false, passive: false, denied: was.denied, last: HAVE.has(tokens[to]?.text ?? '') ? to : Math.max(at, to - 1) }
}
