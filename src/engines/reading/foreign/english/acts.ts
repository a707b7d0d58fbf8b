import { verbOf } from './verbs.ts'

const MODAL = /^(?:will|would|shall|should|can|could|may|has|have|had)$/
const BE = /^(?:is|are|was|were)$/
/** Behind "is": what is planned or under way, not what somebody is. */
const AHEAD = /^(?:set|to|expected|scheduled|planning|due|slated|poised|currently|now|also|already)$/
/** Nouns in the plural as often as verbs: Gumi exports. */
const NOUNS =
  /^(?:exports|reports|projects|costs|supplies|targets|funds|grants|supports|forms|houses|designs|increases|records|cuts|processes|covers|looks|offers|needs|produces|claims|states|notes|leaves|falls)$/
const HEADLINE =
  /^(?:sign|ink|signs|inks|invests|attracts|opens|builds|moves|wins|creates|expands|launches|announces|completes|secures|pledges|unveils|begins|draws|hosts|seals|breaks|lands|scraps|cancels|withdraws)$/
const LEAD =
  /[ \n](?:(?:also|no longer|not|itself|themselves|today|recently|officially|formally|further|earlier|reportedly|[a-z]+ly|on [A-Z][a-z]+day|[A-Z][a-z]+day|(?:last|this) (?:week|month|year)|in [A-Z][a-z]+|on (?:the )?[\w., ]{1,14}|in \d{4}),?[ \n])*([A-Za-z][a-z]*)(?:[ \n]([A-Za-z]+))?/y
const APPOSITION =
  /,[ \n](?:an?|the|one|which|who|whose|part|formerly|for its|in turn|too|meanwhile|however|[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}(?=,))(?:[ \n]|(?=,))/y
const OBJECT = /^(?:a|an|the|its|their|his|out|up|off|as|that|it|all|away|down)$/
/** How long what a firm is called behind its name may be, and in how many pieces. */
const LONGEST = 180
const PIECES = 4

/**
 * Whether what follows a name at `at` is a verb that it governs, what it is called in between left out.
 *
 * `actsAt('Saebit, a maker of cells, will come.', 6) // => true`
 */
export function actsAt(text: string, at: number): boolean {
  if (verbFollows(text, at)) return true
  if (text.startsWith(', which ', at)) return verbFollows(text, at + 7)
  APPOSITION.lastIndex = at
  if (!APPOSITION.test(text)) return false
  const near = text.slice(at, at + LONGEST + 1)
  let comma = 0
  for (let k = 0; k < PIECES; k++) {
    comma = near.indexOf(',', comma + 1)
    if (comma < 0 || /[.;:!?][ \n]/.test(near.slice(1, comma))) return false
    if (verbFollows(text, at + comma + 1)) return true
  }
  return false
}

function verbFollows(text: string, at: number): boolean {
  LEAD.lastIndex = at
  const m = LEAD.exec(text)
  if (m === null) return false
  const [, found, next] = m as unknown as [string, string, string | undefined]
  const word = found.toLowerCase()
  // a headline writes its verbs with a capital letter
  if (word !== found) return HEADLINE.test(word) || (word === 'to' && next !== undefined && verbOf(next.toLowerCase())?.forms.has('base') === true)
  if (MODAL.test(word)) return true
  if (BE.test(word)) return next !== undefined && (AHEAD.test(next) || verbOf(next)?.forms.has('gerund') === true)
  const forms = verbOf(word)?.forms
  // backed out, cleared a plan: what ends so in front of an object or a particle has been done
  if (forms === undefined) return word === 'aims' || word === 'says' || (/[a-z]{2}ed$/.test(word) && next !== undefined && OBJECT.test(next))
  if (forms.has('past')) return next !== 'by' && word !== 'added'
  return forms.has('third') && (!NOUNS.test(word) || (next !== undefined && /^(?:a|an|the|its|up|[A-Z].*)$/.test(next)))
}
