import type { Name, Named } from '../name.ts'
import { AREA, type Around, clean, nameOf } from './kinds.ts'
import { personsOf, TITLE_FIRST, TITLE_LAST, TITLE_ONLY } from './persons.ts'
import { KNOWN_PLACES } from './places.ts'
import { COUNTRY, NOBODY, NOT_NAMES, ORG_LAST, PLACE_LAST } from './words.ts'

/** Words that begin with a capital letter; of so many more that no name has them, what follows is looked at by itself (and a long text costs no more a word). */
const RUN =
  /[A-ZÀ-ÖØ-Þ][A-Za-z0-9À-ɏ]*(?:[-&.'’][A-Za-z0-9À-ɏ]+)*(?:[ \n](?!(?:Co|Ltd|Inc|Corp|Pte|Pvt)\b[.,])(?:(?:of|for)[ \n](?:the[ \n])?(?=[A-Z])|(?:and|&)[ \n](?=[A-Z]))?(?:[A-Z][A-Za-z0-9À-ɏ]*(?:[-&.'’][A-Za-z0-9À-ɏ]+)*|No\. ?\d+|(?<=Group |Zone |Sector |Terminal )\d{1,3}(?=[ \n][A-Z]))){0,24}(?:,?[ \n]?(?:Co\.,? ?Ltd\.?|Pte\.? Ltd\.?|Pvt\.? Ltd\.?|Co\.|Inc\.|Inc|Corp\.|Ltd\.?|Limited|LLC|LLP|LP|S\.A\.|plc|PLC)(?![A-Za-z]))?\.?/y

/** Verbs of a headline, where every word is capitalised. */
const HEADLINE =
  /^(?:Build|Builds|Invest|Invests|Create|Creates|Open|Opens|Sign|Signs|Break|Breaks|Expand|Expands|Attract|Attracts|Plan|Plans|Win|Wins|Hire|Hires|Construct|Complete|Completes|Cancel|Cancels|Scrap|Scraps|Begin|Begins|Start|Starts|Launch|Launches|Secure|Secures|Announce|Announces)\b/

const HEADLINE_VERB =
  /[ \n](?:Signs|Inks|Invests|Attracts|Opens|Builds|Moves|Wins|Creates|Expands|Launches|Announces|Completes|Secures|Pledges|Unveils|Begins|Plans|Draws|Hosts|Sets|Gets|Raises|Seals|Breaks)[ \n]/

const DAY_LAST =
  /[ \n](?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)$/

/** Ministry of Trade, Industry and Energy: the commas belong to the name. */
const MINISTRY =
  /(?:The )?(?:U\.S\. )?(?:Ministry|Department|Dept\.) of (?:the )?[A-Z]\w+(?:, [A-Z]\w+){0,12}(?:,? (?:and|&) [A-Z]\w+)?(?: [A-Z]\w+){0,12}/y

/**
 * Names of one English sentence (이름): organisations by form, first word or what they do; places by form, list or preposition; persons by title.
 * Short forms of what stood before lead back to it.
 */
export function englishNames(text: string, from: number, to: number, named: Named): Name[] {
  const out: Name[] = []
  const body = text.slice(from, to)
  personsOf(from, body, named, out)
  const persons = out.length
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (!(code >= 0x41 && code <= 0x5a) && !(code >= 0xc0 && code <= 0xde && code !== 0xd7)) continue
    if (i > from && /[A-Za-z0-9$]/.test(text.charAt(i - 1))) continue
    let inPerson: Name | null = null
    for (let k = 0; k < persons; k++) if (i >= out[k]!.start && i < out[k]!.end) inPerson = out[k]!
    if (inPerson !== null) {
      i = inPerson.end - 1
      continue
    }
    RUN.lastIndex = i
    const run = RUN.exec(text)
    if (run === null) continue
    MINISTRY.lastIndex = i
    let end = Math.min(i + (MINISTRY.exec(text)?.[0].length ?? run[0].length), to)
    // what stands behind a person is looked at by itself: Mayor Kim Na-ri of Haeun City
    for (let k = 0; k < persons; k++) if (out[k]!.start > i && out[k]!.start < end) end = out[k]!.start
    const names = namesOfRun({ text, sentence: from, named, persons: out.slice(0, persons), last: out.length > persons ? out.at(-1)! : null }, i, end)
    for (const name of names) out.push(name)
    i = Math.max(i, end - 1)
  }
  return out.sort((a, b) => a.start - b.start)
}

function namesOfRun(context: Around, start: number, stop: number, home = false): Name[] {
  const { text, named } = context
  let from = start
  let to = stop
  while (to > from && /[ \n,]/.test(text.charAt(to - 1))) to--
  if (text.charAt(to - 1) === '.' && !/(?:Co|Inc|Corp|Ltd|S\.A)\.$/.test(text.slice(from, to))) to--
  // a word that opens the sentence, a nationality, a title
  for (;;) {
    const word = /^[A-Za-z]+/.exec(text.slice(from, Math.min(to, from + 16)))?.[0] ?? ''
    const title = TITLE_FIRST.exec(text.slice(from, Math.min(to + 1, from + 48)))
    if (title !== null && title[0].length < to - from && !/^Head Office/.test(text.slice(from, to))) {
      from += title[0].length
      from += /^(?:(?:of|for|and|&)[ \n])?(?:the[ \n])?/.exec(text.slice(from, from + 9))![0].length
    } else if (
      word !== '' &&
      NOT_NAMES.has(word) &&
      !/^(?:South|North|East|West|New|Korean) [A-Z]/.test(text.slice(from, to)) &&
      /[ \n]/.test(text.charAt(from + word.length)) &&
      from + word.length < to
    ) {
      from += word.length + 1
      from += /^(?:of|for|and|the|&)[ \n]/.exec(text.slice(from, from + 5))?.[0].length ?? 0
    } else break
    if (from >= to) return []
  }
  // Saebit News Agency December 8: the day is no part of the name
  const day = DAY_LAST.exec(text.slice(from, to))
  if (day !== null) to = from + day.index
  // Saebit Care KRW 40 billion: the currency is that of the amount
  const currency = /[ \n](?:KRW|USD|EUR|JPY|CNY)$/.exec(text.slice(from, to))
  if (currency !== null && /^[ \u00a0]?\d/.test(text.slice(to, to + 2))) to = from + currency.index
  // a headline writes its verb with a capital letter too: the name ends before it
  const verb = HEADLINE_VERB.exec(text.slice(from, to))
  if (verb !== null) return [...namesOfRun(context, from, from + verb.index), ...namesOfRun(context, from + verb.index + verb[0].length, to)]
  // "Denmark-based Maersk", "Belgium's Umicore": the firm of a country; "Macquarie's Green Fund": two names
  const based = /^[A-Z][\w.]*(?: [A-Z]\w+)?-(?:based|headquartered)[ \n](?=[A-Z])/.exec(text.slice(from, to))
  if (based !== null) return namesOfRun(context, from + based[0].length, to, true)
  const owner = /^([A-Z](?:(?!\band\b)[^'’])*?)['’]s[ \n](?=[A-Z])/.exec(text.slice(from, to))
  // Saebit's Group, LLC: one name
  if (
    owner !== null &&
    !/^(?:Group|Company|Holdings|Foods|Bakery|Farms|Brothers|Sons)\b,? ?(?:LLC|Inc\.?|Co\.?|Ltd\.?|Corp\.?)?$/.test(
      text.slice(from + owner[0].length, to),
    )
  ) {
    const rest = from + owner[0].length
    const nation = COUNTRY.test(owner[1]!)
    return [...namesOfRun(context, from, from + owner[1]!.length), ...namesOfRun(context, rest, to, nation)]
  }
  // in Yeosu for Saebit Cell: two names
  const aim = / for (?=[A-Z])/.exec(text.slice(from, to))
  if (aim !== null && KNOWN_PLACES.has(text.slice(from, from + aim.index)))
    return [...namesOfRun(context, from, from + aim.index), ...namesOfRun(context, from + aim.index + 5, to)]
  // "Yeosu Mayor" before the person
  const titled = TITLE_LAST.exec(text.slice(from, to))
  if (titled !== null && titled.index > 0) to = from + titled.index
  // Gumi National Industrial Complex No. 5: the number belongs to the name
  const number = /\bNo$/.test(text.slice(from, to)) ? /^\. ?\d+/.exec(text.slice(to, to + 5)) : null
  if (number !== null) to += number[0].length
  const owns = /['’]s$/.test(text.slice(from, to))
  if (owns) to -= 2
  const words = clean(text.slice(from, to))
  if (/-based$/i.test(words) || (owns && COUNTRY.test(words))) return []
  if (words.length < 2 || NOT_NAMES.has(words) || HEADLINE.test(words) || NOBODY.test(words)) return []
  if (TITLE_ONLY.test(words) || /^(?:City|Province|County|State|Municipality|Zone|Complex|Park)$/.test(words)) return []
  // Economic Affairs of Haeun Province: the office ends before its area
  const office = / of (?=(?:(?! of ).)*$)/.exec(words)
  if (
    office !== null &&
    AREA.test(words) &&
    !/^(?:City|Province|County|State|Town|Township|Village|Government|Ministry) of /.test(words) &&
    from + office.index + 4 < to
  )
    return namesOfRun(context, from + office.index + 4, to)
  const parts = words
    .replace(/ No\. ?\d+$/, '')
    .replace(/[.,]/g, '')
    .split(' ')
  const last = parts.at(-1)!
  // "Hanbit Materials and Saehan Precision" are two
  const joint = /^(.*?) (?:and|&) (.*)$/.exec(words)
  if (
    joint !== null &&
    (!/^Ministry|^Department|^Korea /.test(words) || AREA.test(joint[2]!)) &&
    (named.get(joint[1]!) !== undefined ||
      KNOWN_PLACES.has(joint[1]!) ||
      AREA.test(joint[1]!) ||
      /^[A-Z]\w+['’]s /.test(joint[2]!) ||
      ORG_LAST.has(joint[1]!.split(' ').at(-1)!.replace('.', '')) ||
      (context.last?.kind === 'organisation' && /^, ?$/.test(text.slice(context.last.end, from))) ||
      (context.last?.kind === 'place' && /^, ?$/.test(text.slice(context.last.end, from))) ||
      (!ORG_LAST.has(last) && !PLACE_LAST.has(last)))
  ) {
    const middle = from + /[ \n](?:and|&)[ \n]/.exec(text.slice(from, to))!.index
    const second = middle + /^[ \n](?:and|&)[ \n]/.exec(text.slice(middle, to))![0].length
    const first = namesOfRun(context, from, middle)
    return [...first, ...namesOfRun(first.length === 0 ? context : { ...context, last: first.at(-1)! }, second, to)]
  }
  return nameOf(context, { from, to, words, parts, owns, home })
}
