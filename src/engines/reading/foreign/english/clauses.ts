import { type Actor, actorIn, byPhrase, NOBODY } from './actors.ts'
import { wordFilter } from './filter.ts'
import type { Token } from './tokens.ts'
import { type Verb, verbForms, verbOf } from './verbs.ts'

/** One verb group (동사구) of a sentence: what it does, when, and who does it. */
export interface VerbGroup {
  start: number
  end: number
  readonly verb: Verb
  readonly mode: 'finite' | 'ahead' | 'infinitive' | 'gerund' | 'participle'
  /** It has happened: past or perfect. */
  readonly done: boolean
  /** It is happening: is building, are being built. */
  readonly going: boolean
  readonly passive: boolean
  readonly denied: boolean
  /** The index of its last token. */
  readonly last: number
  /** Where the words of its own subject begin; its start where it shares that of another verb. */
  from: number
  /** Who does it; of a passive the one behind "by". */
  actor: Actor
}

const MODAL = new Set('will would shall should can could may might must to'.split(' '))
const BE = new Set('is are was were be been being'.split(' '))
const HAVE = new Set('has have had having'.split(' '))
/** May stand between an auxiliary and its verb. */
const ADVERB =
  /^(?:also|now|already|currently|recently|newly|jointly|together|initially|first|further|soon|then|later|today|not|never|no|longer|still|only|even|just|set|due|going|about|able|scheduled|slated|yet|each|both|[a-z]+ly|to)$/
const PREPOSITION = new Set('by in of for from after before while with without through upon on at despite into besides including under'.split(' '))
const OPENERS = new Set([
  'and',
  'but',
  'while',
  'as',
  'when',
  'because',
  'if',
  'so',
  'whereas',
  'although',
  'since',
  'after',
  'before',
  'once',
  'where',
])
/** Says that the noun behind is no verb: the plans, its new build. */
const NOUN_AHEAD =
  /^(?:the|a|an|its|their|his|her|our|this|these|those|new|no|any|some|such|other|more|most|total|combined|annual|joint|major|global|mass|full|[a-z]+-scale)$/

/** Words at which a group or the words of a subject may begin, beside the verbs. */
const OPENS = new Set([...MODAL, ...BE, ...HAVE, ...OPENERS, 'which', 'who', 'that'])

const matters = wordFilter([...OPENS, ...verbForms()])

/** The verb groups of one sentence from left to right, each with the one who acts. Each token is looked at a bounded number of times. */
export function verbGroups(tokens: readonly Token[], text: string): VerbGroup[] {
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
    if (token.kind !== 'word' || !matters(text, token.start, token.end) || (!OPENS.has(token.text) && verbOf(token.text) === undefined)) continue
    if (
      token.text === 'which' ||
      token.text === 'who' ||
      (token.text === 'that' && tokens[i - 1]?.kind !== 'mark' && out.at(-1)?.verb.classes.has('say') !== true)
    ) {
      // the plant, for which the firm has set aside: another subject follows
      if (tokens[i - 1]?.kind === 'word' && PREPOSITION.has(tokens[i - 1]!.text)) open = i + 1
      else relative = antecedent(tokens, i)
      continue
    }
    if (token.text === 'that') open = i + 1
    if (
      OPENERS.has(token.text) &&
      !(tokens[i - 1]?.kind === 'name' && (tokens[i + 1]?.kind === 'name' || (tokens[i + 1]?.text === 'the' && tokens[i + 2]?.kind === 'name')))
    )
      open = i + 1
    const one = groupAt(tokens, i, out)
    if (one === null) continue
    const { last, mode } = one
    if (mode === 'finite' && one.verb.classes.has('say')) open = Math.max(open, tellerAt(tokens, i))
    const previous = out.at(-1)
    const shares = (token.text === 'to' && mode === 'ahead') || mode === 'infinitive' || mode === 'gerund' || mode === 'participle'
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
    one.start = token.start
    one.end = tokens[last]!.end
    one.from = from
    one.actor = actor
    if (one.passive)
      one.actor =
        byPhrase(tokens, last + 1, tokens.length) ??
        (actor.kind === 'thing' || actor.kind === 'none' ? actor : { kind: 'thing', name: actor.name, word: actor.word })
    // "Investing 22 billion won, the firm will build": who acts is told later
    if (!shares) for (const earlier of out) if (earlier.actor.kind === 'none' && earlier.mode !== 'finite') earlier.actor = one.actor
    // "We will invest," the chief of a firm said
    if (one.verb.classes.has('say') && actor.name?.kind === 'organisation')
      for (const earlier of out) if (earlier.actor.word === 'we') earlier.actor = { kind: 'name', name: actor.name, word: '' }
    out.push(one)
    const within = relative !== null && !shares
    relative = null
    i = last
    if (within) continue
    if (one.verb.classes.has('say')) open = last + 1
    else if (!shares) open = Math.max(open, last + 1)
  }
  return out
}

/** Where the words of the one who tells begin behind a comma: …, and 120,000 tons by 2029, it said. Zero where no comma stands so near. */
function tellerAt(tokens: readonly Token[], at: number): number {
  for (let i = at - 1, k = 0; i > 0 && k < 5; i--, k++) {
    if (tokens[i]!.kind === 'number' || tokens[i]!.kind === 'date') return 0
    if (tokens[i]!.text === ',') return i + 1
  }
  return 0
}

/** What "which" speaks of: the noun group right before it. */
function antecedent(tokens: readonly Token[], at: number): Actor {
  let i = at - 1
  while (i >= 0 && tokens[i]!.kind === 'mark') i--
  const token = tokens[i]
  return token?.name !== undefined && token.name !== null && token.name.kind === 'organisation'
    ? { kind: 'name', name: token.name, word: '' }
    : { kind: 'thing', name: null, word: token?.text ?? '' }
}

/** A group before its subject is known. */
const group = (last: number, verb: Verb, mode: VerbGroup['mode'], done: boolean, going = false, passive = false, denied = false): VerbGroup => ({
  verb,
  mode,
  done,
  going,
  passive,
  denied,
  last,
  start: 0,
  end: 0,
  from: 0,
  actor: NOBODY,
})

/** The verb group whose first word stands at `at`, or null where none begins there. */
function groupAt(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): VerbGroup | null {
  const { text } = tokens[at]!
  const to = text === 'to'
  if (to && /^(?:be|have)$/.test(tokens[at + 1]?.text ?? '') === false && verbOf(tokens[at + 1]?.text ?? '')?.forms.has('base') !== true) return null
  if (MODAL.has(text) || BE.has(text) || HAVE.has(text)) return auxiliary(tokens, at, before)
  const verb = verbOf(text)
  if (verb === undefined) return null
  const previous = tokens[at - 1]
  const word = previous?.text ?? ''
  if (previous?.kind === 'word' && NOUN_AHEAD.test(word)) return null
  if (verb.forms.has('gerund')) {
    const opens = previous === undefined || previous.kind === 'mark' || PREPOSITION.has(word) || (word === 'and' && before.at(-1)?.mode === 'gerund')
    return opens ? group(at, verb, 'gerund', false) : null
  }
  if (verb.forms.has('past') || verb.forms.has('participle')) {
    const behind = tokens[at + 1]?.text ?? ''
    if (behind === 'by' || previous === undefined || (previous.kind === 'mark' && previous.text === ',')) {
      const finite = previous?.text === ',' && behind !== 'by' && closesApposition(tokens, at)
      return group(at, verb, finite ? 'finite' : 'participle', true, false, !finite)
    }
    if (PREPOSITION.has(word)) return null
    return group(at, verb, 'finite', true)
  }
  if (verb.forms.has('third')) {
    const subject =
      previous?.kind === 'name' ||
      previous?.text === ')' ||
      /^(?:it|which|that|who|also|now|currently|and)$/.test(word) ||
      (FINITE_NOUN.test(word) && !/^(?:pledges|plans|projects|reports|supports|exports)$/.test(text)) ||
      (AGENT.test(word) && text === 'plans')
    return subject || (previous?.text === ',' && closesApposition(tokens, at)) ? group(at, verb, 'finite', false) : null
  }
  // will build … and hire; they plan
  const shared = (word === 'and' || word === ',' || word === 'or') && before.at(-1)?.verb.forms.has('base')
  if (shared && before.at(-1)!.mode !== 'finite') return group(at, verb, before.at(-1)!.mode, false)
  return /^(?:they|we|companies|firms|sides|parties|help|helps)$/.test(word) ? group(at, verb, 'finite', false) : null
}

const AGENT =
  /^(?:company|firm|city|province|county|government|ministry|group|authority|state|university|manufacturer|operator|developer|consortium)$/
/** Nouns that act, before a verb in -s. */
const FINITE_NOUN =
  /^(?:company|firm|city|province|county|government|ministry|group|zone|authority|project|plant|complex|investment|agreement|deal|venture|consortium|developer|maker|factory|center|facility|park|plan|state|university|fund|manufacturer|operator)$/

/** Whether the comma before ends what a name was called: Saebit Cell, a maker of cells, signed. */
function closesApposition(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 2, k = 0; i >= 0 && k < 16; i--, k++)
    if (tokens[i]!.text === ',') return tokens[i - 1]?.kind === 'name' && /^(?:a|an|the|one|which|who)$/.test(tokens[i + 1]?.text ?? '')
  return false
}

/** "plans to build" is ahead; "has opened a plant to make" only says what for. */
const infinitiveOf = (before: readonly VerbGroup[]): 'ahead' | 'infinitive' => {
  const last = before.at(-1)
  return last !== undefined && (last.mode === 'ahead' || last.verb.classes.has('plan') || last.verb.classes.has('agree')) ? 'ahead' : 'infinitive'
}

const MOST_WORDS = 8

/** will be built, has been building, is set to open, plans to be: from the first auxiliary to the verb. */
function auxiliary(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): VerbGroup | null {
  let ahead = false
  let perfect = false
  let being = false
  let denied = false
  let past = false
  let lasts = false
  let had = -1
  let i = at
  for (; i < tokens.length && i - at < MOST_WORDS; i++) {
    const { text, kind } = tokens[i]!
    if (kind !== 'word') break
    if (MODAL.has(text)) {
      ahead = true
      being = false
    } else if (BE.has(text)) {
      past ||= text === 'was' || text === 'were'
      lasts ||= text === 'being'
      being = true
    } else if (HAVE.has(text)) {
      const next = tokens[i + 1]?.text ?? ''
      if (!BE.has(next) && !ADVERB.test(next) && verbOf(next)?.forms.has('participle') !== true) break
      perfect = true
      had = i
    } else {
      const verb = verbOf(text)
      const participle = verb?.forms.has('participle') === true && (being || perfect)
      denied ||= text === 'not' || text === 'never' || text === 'no'
      if (ADVERB.test(text) && !(participle && tokens[i + 1]?.text !== 'to')) continue
      if (verb === undefined) break
      const first = tokens[at]!.text
      const mode = first === 'to' ? infinitiveOf(before) : first === 'having' ? 'gerund' : ahead ? 'ahead' : 'finite'
      if (being && verb.forms.has('gerund')) return group(i, verb, mode, past, !ahead && !past, false, denied)
      if (being && participle) return group(i, verb, mode, !ahead && !lasts, lasts && !ahead, true, denied)
      if (perfect && participle) return group(i, verb, mode, true, false, false, denied)
      if (ahead && verb.forms.has('base')) return group(i, verb, mode, false, false, false, denied)
      break
    }
  }
  // "has", "will have" and "is" with no verb behind: what somebody has, or what something is
  if (HAVE.has(tokens[i]?.text ?? '')) had = i
  if (had < 0 && !being) return null
  return group(
    had < 0 ? Math.max(at, i - 1) : had,
    had < 0 ? BEING : OWN,
    tokens[at]!.text === 'to' ? 'infinitive' : ahead ? 'ahead' : 'finite',
    past,
    false,
    false,
    denied,
  )
}

const OWN = verbOf('have')!
const BEING: Verb = { lemma: 'be', classes: new Set(), forms: new Set() }
