import { KNOWN_PLACES } from './english-places.ts'
import type { Name, Named } from './name.ts'

/** Last words of an organisation (기관·기업). */
const ORG_LAST = new Set(
  'Co Corp Inc Ltd Limited LLC LLP PLC plc GmbH AG SE SA NV BV AB Corporation Company Companies Incorporated Group Holdings Holding University Institute College Academy School Hospital Foundation Association Federation Council Committee Commission Agency Authority Administration Bureau Ministry Department Government Office Bank Fund Chamber Union Consortium Centre Center Laboratory Laboratories Society Partners Capital Ventures Securities Insurance Electronics Electric Chemical Chemicals Materials Motors Motor Mobility Energy Power Steel Metals Mining Cement Technologies Technology Technics Tech Systems Solutions Semiconductor Semiconductors Industries Industry Industrial Engineering Construction Shipbuilding Logistics Telecom Networks Software Pharma Pharmaceutical Pharmaceuticals Biologics Biotech Bio Sciences Therapeutics Robotics Robot Aerospace Display Battery Batteries Foods Food Airlines Precision Machinery Instruments Innovation Labs Works Wind Solar Hydrogen Renewables Cosmetics Textile Paper Glass Optics Heavy-Industries'.split(
    ' ',
  ),
)
const ORG_FORM = /^(?:Co|Corp|Inc|Ltd|Limited|LLC|PLC|GmbH|AG)$/
const ORG_FIRST =
  /^(?:Ministry|Department|Bank|University|Institute|Office|Bureau|Agency|Korea (?:Electric|Land|Trade|Institute|Development|Water|Gas)|Government|Federation|Association|Chamber|Board|National Assembly)\b/
/** Last words of a place (장소): parks, zones, ports, stations, plants, works of nature. */
const PLACE_LAST = new Set(
  'Complex Park Zone District Port Airport Station Island Valley Cluster Campus Plant Factory Terminal Bay River Mountain Beach Village Town Road Street Avenue Bridge Dam Hub Site Area Region Peninsula Belt'.split(
    ' ',
  ),
)
/** A local government's area: it acts as an organisation, lies as a place. */
const AREA =
  /(?:\b(?:City|Province|County|Prefecture|Metropolitan City|Special City|State|Municipality)$|^(?:City|Province|County|State) of |-(?:si|do|gun|gu|dong|eup|myeon)$)/
const TITLE =
  '(?:Acting |Vice |Deputy |First |Executive |Senior |Managing )*(?:Mayor|Governor|Gov\\.|President|Chairman|Chairwoman|Chairperson|Chair|CEO|CFO|CTO|COO|Minister|Secretary|Director|Director General|Commissioner|Ambassador|Prime Minister|Professor|Prof\\.|Dr\\.|Mr\\.|Ms\\.|Mrs\\.|Representative|Rep\\.|Senator|Founder|Manager|Head|Spokesperson|Spokesman|Administrator|Superintendent|Vice[- ]Governor|Vice[- ]Mayor)'
const TITLE_FIRST = new RegExp(`^${TITLE} `)
const TITLE_LAST = new RegExp(`[ \\n]${TITLE}$`)
const TITLE_ONLY = new RegExp(`^(?:${TITLE})$`)
const PERSON_BODY = '[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?(?: [A-Z]\\.)?(?: [A-Z][a-z]+(?:-[A-Za-z][a-z]+)?){1,2}'
const TITLED = new RegExp(`(?:^|[ \\n"“(,])(${TITLE}(?: and CEO| & CEO)?) (${PERSON_BODY}|[A-Z][a-z]+)(?![a-z])`, 'g')
const APPOSED = new RegExp(
  `(?:^|[ \\n"“(])(${PERSON_BODY}), (?:the |a |an |its |acting |vice |deputy |executive |senior |managing |co-)*(?:mayor|governor|president|chairman|chairwoman|chair|CEO|CFO|CTO|chief|minister|director|head|founder|commissioner|professor|vice-president|spokes)`,
  'g',
)

/** Words that open a sentence or name a day and are no names. */
const NOT_NAMES = new Set(
  'The A An It They This These Those That We He She I In On At By For From With Under Of To And But Or As If When While After Before Since Until During Through Both Each All Its Their His Her Our Your Also However Meanwhile According January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec MOU MOUs LOI CEO CFO KRW USD EUR JPY CNY GDP AI IT ESG EV EVs Phase Korean Chinese Japanese American European German French South North East West New Construction Total Investment Once Plans Earlier Later More About Nearly Around Some There Here Not No Yes Mr Ms Dr Q FY H'.split(
    ' ',
  ),
)
/** A verb behind a bare capitalised subject says that it acts. */
const ACTS =
  /[ \n](?:(?:also|today|recently|has|have|had|officially|formally|further|on [A-Z][a-z]+day|[\d\w, ]{0,12}) ?)?(?:will|would|plans?|planned|aims?|intends?|expects?|said|says|announced|announces|signed|signs|is (?:building|investing|planning|set|to|scheduled|expected)|has|have|had|agreed|decided|broke|began|completed|opened|invests?|invested|pledged|cancel+ed|scrapped|withdrew|attracted|secured|hired|hires|employs|reported|recorded|selected|withdraws|denied|committed|launched|started|created|confirmed|unveiled|posted|exported)\b/y

const RUN =
  /[A-ZÀ-ÖØ-Þ][A-Za-z0-9À-ɏ]*(?:[-&.'’][A-Za-z0-9À-ɏ]+)*(?:[ \n](?!(?:Co|Ltd|Inc|Corp|Pte|Pvt)\b[.,])(?:(?:of|for)[ \n](?:the[ \n])?(?=[A-Z])|(?:and|&)[ \n](?=[A-Z]))?(?:[A-Z][A-Za-z0-9À-ɏ]*(?:[-&.'’][A-Za-z0-9À-ɏ]+)*|No\. ?\d+))*(?:,?[ \n]?(?:Co\.,? ?Ltd\.?|Pte\.? Ltd\.?|Pvt\.? Ltd\.?|Co\.|Inc\.|Corp\.|Ltd\.?|Limited|LLC|S\.A\.|plc|PLC))?\.?/y

/** Verbs of a headline, where every word is capitalised. */
const HEADLINE =
  /^(?:Build|Builds|Invest|Invests|Create|Creates|Open|Opens|Sign|Signs|Break|Breaks|Expand|Expands|Attract|Attracts|Plan|Plans|Win|Wins|Hire|Hires|Construct|Complete|Completes|Cancel|Cancels|Scrap|Scraps|Begin|Begins|Start|Starts|Launch|Launches|Secure|Secures|Announce|Announces)\b/

/** Ministry of Trade, Industry and Energy: the commas belong to the name. */
const MINISTRY = /(?:The )?(?:Ministry|Department) of (?:the )?[A-Z]\w+(?:, [A-Z]\w+)*(?:,? (?:and|&) [A-Z]\w+)?(?: [A-Z]\w+)*/y
/** What may open a sentence and act in it without being anybody. */
const NOBODY =
  /^(?:\w+(?:ment|tion|sion|ity|ance)|Work|Works|Sales|Exports|Output|Revenues?|Officials|Jobs|Firms|Companies|Funding|Demand|Hiring|Residents|Workers|Analysts|Experts|Subsidies|Operations|Profits?|Imports|Shares|Phase|Building|Products|Plants?|Factories|Groundbreaking|Critics|Reporters|Costs?)$/

const COUNTRY =
  /^(?:South Korea|Korea|China|Japan|America|Germany|Taiwan|Vietnam|India|France|Belgium|Denmark|Norway|Sweden|Finland|Netherlands|Spain|Italy|Switzerland|Austria|Poland|Hungary|Canada|Australia|Singapore|Malaysia|Indonesia|Thailand|Israel|Britain|UK|U\.K|US|U\.S|USA|Saudi Arabia|UAE|Mexico|Brazil|Russia|Turkey|Hong Kong|Ireland|Portugal|Czech Republic|Philippines)$/

const clean = (text: string): string => text.replace(/\s+/g, ' ')

/** Persons of a sentence by their titles, before other names are looked for. */
function personsOf(from: number, body: string, named: Named, out: Name[]): void {
  if (
    !/[Mm]ayor|[Gg]overnor|Gov\.|[Pp]resident|[Cc]ha?ir|CEO|C[FTO]O|[Mm]inister|[Dd]irector|[Cc]ommissioner|Ambassador|[Pp]rof|[DM]rs?\.|Ms\.|Rep|Senator|[Hh]ead|[Ff]ounder|[Cc]hief|Secretary|Manager|[Ss]pokes|Administrator|Superintendent/.test(
      body,
    )
  )
    return
  for (const rule of [TITLED, APPOSED]) {
    rule.lastIndex = 0
    for (let m = rule.exec(body); m !== null; m = rule.exec(body)) {
      const words = rule === TITLED ? m[2]! : m[1]!
      const start = from + m.index + m[0].indexOf(words, rule === TITLED ? m[0].indexOf(m[1]!) + m[1]!.length : 0)
      const last = words.split(' ').at(-1)!
      if (ORG_LAST.has(last) || PLACE_LAST.has(last) || NOT_NAMES.has(words.split(' ')[0]!)) continue
      if (out.some((name) => name.start < start + words.length && start < name.end)) continue
      const known = named.get(words)
      const person: Name = {
        kind: 'person',
        start,
        end: start + words.length,
        value: known?.kind === 'person' ? known.value : words,
        certainty: 0.9,
        rule: 'person:title',
      }
      named.keep(person, words.includes(' ') ? [words.split(' ')[0]!, last] : [])
      out.push(person)
      rule.lastIndex = m.index + m[0].length
    }
  }
}

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
    const end = Math.min(i + (MINISTRY.exec(text)?.[0].length ?? run[0].length), to)
    const names = namesOfRun(text, i, end, from, named, out)
    for (const name of names) out.push(name)
    i = Math.max(i, end - 1)
  }
  return out.sort((a, b) => a.start - b.start)
}

function namesOfRun(text: string, start: number, stop: number, sentence: number, named: Named, persons: readonly Name[], home = false): Name[] {
  let from = start
  let to = stop
  for (const person of persons) if (person.kind === 'person' && person.start > from && person.start < to) to = person.start
  while (to > from && /[ \n,]/.test(text.charAt(to - 1))) to--
  if (text.charAt(to - 1) === '.' && !/(?:Co|Inc|Corp|Ltd|S\.A)\.$/.test(text.slice(from, to))) to--
  // a word that opens the sentence, a nationality, a title
  for (;;) {
    const word = /^[A-Za-z]+/.exec(text.slice(from, Math.min(to, from + 16)))?.[0] ?? ''
    const title = TITLE_FIRST.exec(text.slice(from, Math.min(to + 1, from + 48)))
    if (title !== null && title[0].length < to - from && !/^Head Office/.test(text.slice(from, to))) {
      from += title[0].length
      from += /^(?:of|for|and|the|&)[ \n]/.exec(text.slice(from, from + 5))?.[0].length ?? 0
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
  // "Denmark-based Maersk", "Belgium's Umicore": the firm of a country; "Macquarie's Green Fund": two names
  const based = /^[A-Z][\w.]*(?: [A-Z]\w+)?-(?:based|headquartered)[ \n](?=[A-Z])/.exec(text.slice(from, to))
  if (based !== null) return namesOfRun(text, from + based[0].length, to, sentence, named, [], true)
  const owner = /^([A-Z](?:(?!\band\b)[^'’])*?)['’]s[ \n](?=[A-Z])/.exec(text.slice(from, to))
  if (owner !== null) {
    const rest = from + owner[0].length
    const nation = COUNTRY.test(owner[1]!)
    const mine = nation ? [] : namesOfRun(text, from, from + owner[1]!.length, sentence, named, [])
    return [...mine, ...namesOfRun(text, rest, to, sentence, named, [], nation)]
  }
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
  if (TITLE_ONLY.test(words)) return []
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
      ORG_LAST.has(joint[1]!.split(' ').at(-1)!.replace('.', '')) ||
      (!ORG_LAST.has(last) && !PLACE_LAST.has(last)))
  ) {
    const middle = from + /[ \n](?:and|&)[ \n]/.exec(text.slice(from, to))!.index
    const second = middle + /^[ \n](?:and|&)[ \n]/.exec(text.slice(middle, to))![0].length
    return [...namesOfRun(text, from, middle, sentence, named, []), ...namesOfRun(text, second, to, sentence, named, [])]
  }
  const before = text.slice(Math.max(sentence, from - 28), from)
  const make = (kind: Name['kind'], certainty: number, rule: string, aliases: readonly string[] = []): Name[] => {
    const known = named.get(words)
    const name: Name = {
      kind,
      start: from,
      end: to,
      value: known !== undefined && known.kind === kind ? known.value : words,
      certainty,
      rule: `${kind}:${rule}`,
    }
    named.keep(name, aliases)
    return [name]
  }
  const known = named.get(words)
  ACTS.lastIndex = to
  // Gumi's exports reached …: what it has is told as its own act
  const acts = ACTS.test(text) || listActs(text, to) || (owns && from === sentence && KNOWN_PLACES.has(words))
  const signs =
    /\b(?:with|between|by|from|joined|including)[ \n](?:the )?$/.test(before) ||
    (/(?:,|\band)[ \n](?:the )?$/.test(before) && /\b(?:with|between)\b[^.;]*$/.test(text.slice(Math.max(sentence, from - 120), from)))
  const ruled = /\b[Tt]he (?:city|province|county) of[ \n]$/.test(before)
  const partner = ruled && /\b(?:with|between|and) the \w+ of[ \n]$/.test(before)
  const lies =
    !(ruled && (acts || partner)) && /\b(?:in|at|near|off|along|outside|across|within|to|into|throughout|around|of)[ \n](?:the )?$/.test(before)
  // "SEOUL --", "GWANGYANG, South Korea, Oct. 8": where a report is sent from
  if (from === sentence && /^[A-Z]{4,}$/.test(words) && DATELINE.test(text.slice(to, to + 40))) return make('place', 0.8, 'dateline')
  if (AREA.test(words)) {
    const kind = (acts && !lies) || (signs && !lies) ? 'organisation' : 'place'
    return make(kind, 0.85, 'area')
  }
  if (KNOWN_PLACES.has(words)) return make((acts || partner) && !lies ? 'organisation' : 'place', 0.85, 'known')
  if (known !== undefined) return make(known.kind, known.certainty, 'alias')
  if (ORG_FORM.test(last) || ORG_FIRST.test(words)) return make('organisation', 0.95, 'form', shortForms(words))
  // Park is a family name too
  if (last === 'Park' && parts.length === 2 && !lies && !/\b[Tt]he[ \n]$/.test(before)) return []
  if (PLACE_LAST.has(last) && parts.length > 1) return make('place', 0.85, 'form')
  if (ORG_LAST.has(last) && parts.length > 1) return make('organisation', 0.9, 'form', shortForms(words))
  if (/^[A-Z0-9&.-]{2,8}$/.test(words)) {
    const full = /([A-Z][A-Za-z]*(?:[ \n](?:of|and|for|the|,|[A-Z][A-Za-z.,]*))+)[ \n]\($/.exec(text.slice(Math.max(sentence, from - 90), from))
    if (full !== null && text.charAt(to) === ')') {
      const meant = named.get(clean(full[1]!)) ?? named.get(clean(full[1]!).replace(/^The /, ''))
      if (meant !== undefined) {
        named.keep({ ...meant, start: from, end: to }, [words])
        return [{ ...meant, start: from, end: to, rule: `${meant.kind}:short` }]
      }
    }
    return acts || (signs && /\bwith[ \n]$/.test(before)) ? make('organisation', 0.75, 'acts') : []
  }
  if (home) return make('organisation', 0.75, 'of-country')
  // Air Liquide Korea: the firm of a foreign group here
  if (parts.length > 1 && BRANCH_LAND.test(last) && !/^(?:South|North|Invest)$/.test(parts[0]!) && !lies)
    return make('organisation', 0.75, 'branch-land')
  if (acts && !lies) return make('organisation', 0.75, 'acts')
  // … and Purun Circuit 60 billion won: the verb stands with the firm before
  if (/(?:,|;|,? and)[ \n]$/.test(before) && /^[ \n](?:KRW |USD |\$|₩|€)?\d[\d.,]* (?:million|billion|trillion)\b/.test(text.slice(to, to + 24)))
    return make('organisation', 0.6, 'gapped')
  if (
    /\b(?:with|between)[ \n]$/.test(before) ||
    (/(?:,|and|&)[ \n]$/.test(before) && /\b(?:with|between)\b/.test(text.slice(Math.max(sentence, from - 120), from)))
  )
    return make('organisation', 0.65, 'party')
  if (
    (/\b(?:in|at|near|across)[ \n]$/.test(before) && !/^ ?\d/.test(text.slice(to, to + 2))) ||
    (/,[ \n]$/.test(before) && KNOWN_PLACES.has(parts[0]!))
  )
    return make('place', 0.65, 'lies')
  return []
}

/** What follows the place of a dateline: a dash, or a country or a date and a dash. */
const DATELINE = /^(?: ?(?:--|–|—)|,(?: South Korea,?| S\. Korea,?)?(?: [A-Z][a-z]{2,8}\.? \d{1,2},?)?(?: \(|,? ?(?:--|–|—| -)))/

const BRANCH_LAND = /^(?:Korea|Japan|China|Asia|America|Europe|Singapore)$/
const NEXT_OF_LIST =
  /(?:,[ \n](?:and[ \n])?|[ \n]and[ \n])(?:(?:the|local|state-run|[a-z]+-(?:based|run|owned)|firm|builder|company)[ \n]){0,3}(?:(?:city|province|county)[ \n]of[ \n])?[A-Z][\w&.’'-]*(?:[ \n][A-Z][\w&.’'-]*){0,4}/y

/** "Hanbit Bio, Saehan Mobis and the city of Ulsan agreed": who stands in a list acts with its last. */
function listActs(text: string, from: number): boolean {
  let at = from
  for (let k = 0; k < 5; k++) {
    NEXT_OF_LIST.lastIndex = at
    const next = NEXT_OF_LIST.exec(text)
    if (next === null) return false
    at += next[0].length
    ACTS.lastIndex = at
    if (ACTS.test(text)) return /[ \n]and[ \n]/.test(next[0])
  }
  return false
}

/** Short forms of a firm's full name: without its legal form, and its first word where that is distinctive. */
function shortForms(words: string): string[] {
  const bare = words.replace(/,? ?(?:Co\.,? ?Ltd\.?|Co\.|Inc\.|Corp\.|Corporation|Ltd\.?|Limited|LLC|plc)$/, '')
  const first = bare.split(' ')[0]!
  const plain =
    /^(?:Korea|Korean|National|Ministry|Department|Bank|University|Institute|Office|Global|Asia|Seoul|Busan|New|First)$/.test(first) ||
    KNOWN_PLACES.has(first)
  return plain || first.length < 4 ? [bare] : [bare, first]
}
