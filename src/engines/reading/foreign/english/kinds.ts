import type { Name, Named } from '../name.ts'
import { actsAt } from './acts.ts'
import { inList, listActs } from './lists.ts'
import { KNOWN_PLACES } from './places.ts'
import { BRANCH_LAND, shortForms } from './short-forms.ts'
import { NATION, ORG_FIRST, ORG_FORM, ORG_LAST, PLACE_LAST } from './words.ts'

/** A local government's area: it acts as an organisation, lies as a place. */
export const AREA =
  /(?:\b(?:City|Province|County|Prefecture|Metropolitan City|Special City|State|Municipality)$|^(?:City|Province|County|State|Town|Township|Village) of |-(?:si|do|gun|gu|dong|eup|myeon)$)/
/** Words with single spaces between. `clean('Haeun\n City') // => 'Haeun City'` */
export const clean = (text: string): string => text.replace(/\s+/g, ' ')

/** Where a run of capitalised words stands. */
export interface Around {
  readonly text: string
  /** Where its sentence begins. */
  readonly sentence: number
  readonly named: Named
  readonly persons: readonly Name[]
  /** The name before it in the sentence. */
  readonly last: Name | null
}

/** A run of capitalised words, trimmed to a name. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly parts: readonly string[]
  /** A genitive follows. */
  readonly owns: boolean
  /** Its country stands before: Belgium's Umarel. */
  readonly home: boolean
}

/** What kind of name a run of capitalised words is, by its own words, then by what stands around it; none where nothing tells. */
export function nameOf({ text, sentence, named, persons, last: previous }: Around, run: Run): Name[] {
  const { parts, owns, home } = run
  let { from, to, words } = run
  const last = parts.at(-1)!
  const before = text.slice(Math.max(sentence, from - 28), from)
  const make = (kind: Name['kind'], certainty: number, rule: string, aliases: readonly string[] = []): Name[] => {
    const known = named.get(words)
    const name: Name = {
      kind,
      start: from,
      end: to,
      value: known !== undefined && (known.kind === kind || (kind !== 'person' && AREA.test(known.value))) ? known.value : words,
      certainty,
      rule: `${kind}:${rule}`,
    }
    named.keep(name, aliases)
    if (ORG_FORM.test(last) && aliases[0] !== undefined) named.lengthen(aliases[0], name)
    return [name]
  }
  const known = named.get(words)
  // Haeun City (Mayor Kim Na-ri) signed: what stands in brackets does not part a name from its verb
  const aside = text.charAt(to) === ' ' && text.charAt(to + 1) === '(' ? (/^ \([^()\n]{1,80}\)/.exec(text.slice(to, to + 84))?.[0].length ?? 0) : 0
  // Gumi's exports reached …: what it has is told as its own act
  const acts = actsAt(text, to + aside) || listActs(text, to + aside) || (owns && from === sentence && KNOWN_PLACES.has(words))
  const signs =
    /\b(?:(?:with|between|by|from|joined|including)[ \n](?:the )?|[Ss]igned by: )$/.test(before) ||
    (/(?:,|\band)[ \n](?:the )?$/.test(before) && /\b(?:with|between)\b[^.;]*$/.test(text.slice(Math.max(sentence, from - 120), from)))
  const ruled = /\b[Tt]he (?:city|province|county) of[ \n]$/.test(before)
  const partner = ruled && /\b(?:with|between|and) the \w+ of[ \n]$/.test(before)
  // the mayor of a city signs for it
  const holder = persons.find((person) => person.end < from && from - person.end <= 9 && /^,? of (?:the )?$/.test(text.slice(person.end, from)))
  const lies =
    !(ruled && (acts || partner)) &&
    !(holder !== undefined && acts) &&
    (/\b(?:in|at|near|off|along|outside|across|within|to|into|throughout|around|of)[ \n](?:the )?$/i.test(before) ||
      (KNOWN_PLACES.has(words) && /\b(?:plans?|plant|project|jobs|won|investment) for[ \n]$/.test(before)))
  const next = text.slice(to, to + 72)
  // (HAEUN=Yonhap News): where a report is sent from, and who sent it
  if (from === sentence + 1 && text.charAt(sentence) === '(' && next.startsWith('=')) return make('place', 0.8, 'dateline')
  if (/(?:^\(|\()$/.test(before.slice(-1)) && AGENCY.test(next)) return make('organisation', 0.7, 'agency')
  // [Saebit Times Haeun Bureau, Reporter Kim]
  if (from === sentence + 1 && text.charAt(sentence) === '[' && /^,? ?(?:Reporter|=|\])/.test(next)) return make('organisation', 0.7, 'agency')
  // North Chungcheong Province (Chungbuk): said again in brackets
  if (
    before.endsWith('(') &&
    previous?.end === from - 2 &&
    text.charAt(to) === ')' &&
    previous.kind !== 'person' &&
    (AREA.test(words) || KNOWN_PLACES.has(words))
  ) {
    named.keep(previous, [words])
    return [{ ...previous, start: from, end: to, rule: `${previous.kind}:short` }]
  }
  // "SEOUL --", "GWANGYANG, South Korea, Oct. 8": where a report is sent from
  if (
    /^[\d./: -]{0,20}$/.test(text.slice(sentence, Math.min(from, sentence + 21))) &&
    from - sentence < 20 &&
    /^[A-Z]{4,}$/.test(words) &&
    DATELINE.test(text.slice(to, to + 40))
  )
    return make('place', 0.8, 'dateline')
  // Haeun City, March 4, 2026.
  if (from === sentence && DAY_BEHIND.test(text.slice(to, to + 48)))
    return make('place', 0.8, 'dateline', [words.replace(/(?:-(?:do|si|gun|gu)| City| Province| County)$/, '')])
  // the South Korean government: a nation's word alone names nobody
  if (NATION.test(words)) {
    const rules = GOVERNMENT.exec(next)
    if (rules === null) return []
    to += rules[0].length
    words = clean(text.slice(from, to))
    return make('organisation', 0.8, 'government')
  }
  if (AREA.test(words) || (GOVERNMENT.test(next) && (KNOWN_PLACES.has(words) || /^[A-Z]/.test(words)) && !ORG_FORM.test(last) && parts.length < 4)) {
    const kind = GOVERNMENT.test(next) ? 'organisation' : (acts && !lies) || (signs && !lies) ? 'organisation' : 'place'
    const bare = words.replace(/(?:-(?:do|si|gun|gu)| City| Province| County)$/, '')
    return make(kind, 0.85, 'area', bare === words ? [] : [bare])
  }
  // the town of Saebit
  if (/\b[Tt]he (?:[\w-]+ ){0,2}(?:town|village|township|port|island) of[ \n]$/.test(before))
    return make(acts ? 'organisation' : 'place', 0.8, 'town')
  // the Haeun industrial complex, its Saebit plant: the common noun behind says that it is a place
  const site = SITE_BEHIND.exec(next)
  if (site !== null && known?.kind !== 'organisation') {
    to += site[0].length
    words = clean(text.slice(from, to))
    return make('place', 0.8, 'form', [words.split(' ')[0]!])
  }
  if (KNOWN_PLACES.has(words)) return make((acts || partner) && !lies ? 'organisation' : 'place', 0.85, 'known')
  if (
    /\b(?:its|their|at the|the|an?(?: (?:second|third|new))?|(?:its|the) (?:new|first|second|existing))[ \n]$/.test(before) &&
    !STANDARD.test(words) &&
    PLANT_BEHIND.test(next) &&
    known?.kind !== 'organisation' &&
    !acts
  )
    return make('place', 0.7, 'plant-in')
  if (known !== undefined) return make(known.kind, known.certainty, 'alias')
  if (ORG_FORM.test(last) || ORG_FIRST.test(words)) return make('organisation', 0.95, 'form', shortForms(words))
  // Park is a family name too
  if (last === 'Park' && parts.length === 2 && !lies && !/\b[Tt]he[ \n]$/.test(before)) return []
  if (PLACE_LAST.has(last) && parts.length > 1) {
    // the 2nd Haeun Industrial Complex: its number belongs to the name
    const ordinal = /\b(?:[A-Z][a-z]+ )?\d{1,2}(?:st|nd|rd|th) $/.exec(before)
    if (ordinal !== null) {
      from -= ordinal[0].length
      words = `${ordinal[0]}${words}`
    }
    return make('place', 0.85, 'form')
  }
  if (/^Cent(?:er|re)$|^Laboratory$/.test(last) && BUILT_BEHIND.test(text.slice(to, to + 140))) return make('place', 0.7, 'built')
  // a factory at the Haeun Business Center: where it stands
  if (/^(?:Cent(?:er|re)|Hub|Works)$/.test(last) && BUILT_AT.test(text.slice(Math.max(sentence, from - 48), from)))
    return make('place', 0.7, 'built-at')
  if (ORG_LAST.has(last) && parts.length > 1) return make('organisation', 0.9, 'form', shortForms(words))
  if (/^[A-Z0-9&.-]{2,8}$/.test(words)) {
    const full = /([A-Z][A-Za-z]*(?:[ \n](?:of|and|for|the|,|[A-Z][A-Za-z.,]*))+)[ \n]\($/.exec(text.slice(Math.max(sentence, from - 90), from))
    if (full !== null && /[);,]/.test(text.charAt(to))) {
      const meant = named.get(clean(full[1]!)) ?? named.get(clean(full[1]!).replace(/^The /, ''))
      if (meant !== undefined) {
        named.keep({ ...meant, start: from, end: to }, [words])
        return [{ ...meant, start: from, end: to, rule: `${meant.kind}:short` }]
      }
    }
    const alone = acts || (signs && /\bwith[ \n]$/.test(before)) || APPOSED_BEHIND.test(next) || inList(text, sentence, from, previous)
    return alone && !STANDARD.test(words) ? make('organisation', 0.75, 'acts') : []
  }
  if (STANDARD.test(words)) return []
  // chairman of Saebit, a subsidiary of Norvane, Umarel's second plant
  if (
    /\b(?:head|boss|chief|[Cc]hairman|[Cc]hairwoman|[Pp]resident|CEO|founder|chief executive|subsidiary|affiliate|unit|arm) of (?:the )?$/.test(
      before,
    )
  )
    return make('organisation', 0.7, 'head-of')
  if (
    owns &&
    /^['’]s (?:[\w.,$-]+ ){0,5}(?:plants?|plans?|factory|factories|facility|headquarters|project|subsidiary|affiliate|investment|expansion|campus|payroll|works|board|staff|management|capacity|output|products?|customers)\b/.test(
      next,
    )
  )
    return make('organisation', 0.65, 'owner')
  // the plant of Saebit in Yeosu
  if (/\b(?:plants?|factory|factories|plans?|project|investment|subsidiary|venture) (?:of|by|from)[ \n]$/.test(before))
    return make('organisation', 0.6, 'owner')
  // the city gave Saebit a site
  if (parts.length > 1 && /\b(?:gave|gives|give|granted|lent|paid|awarded|sold)[ \n]$/.test(before) && /^ (?:a|an|the|its|\d|KRW|\$)/.test(next))
    return make('organisation', 0.6, 'given')
  // according to Saebit
  if (/\b[Aa]ccording to $/.test(before)) return make('organisation', 0.6, 'says')
  // is to be built in Yeosu by Saebit
  if (DONE_BY.test(text.slice(Math.max(sentence, from - 64), from)) && !lies) return make('organisation', 0.6, 'done-by')
  // one of them, Saebit, will invest
  if (/\b[Oo]ne of (?:them|these|those|the (?:[a-z]+ ){0,2}(?:companies|firms|businesses)), $/.test(text.slice(Math.max(sentence, from - 48), from)))
    return make('organisation', 0.7, 'one-of', parts.length > 1 ? shortForms(words) : [])
  if (home) return make('organisation', 0.75, 'of-country', parts.length > 1 ? shortForms(words) : [])
  if (APPOSED.test(text.slice(Math.max(sentence, from - 40), from)) || APPOSED_BEHIND.test(next))
    return make('organisation', 0.75, 'apposed', parts.length > 1 ? shortForms(words) : [])
  // the chair of the Haeun Authority, Nora Velt, says
  if (/^, (?:says|said|told)\b/.test(next) && parts.length === 2 && previous !== null && before.endsWith(', ')) return make('person', 0.7, 'says')
  // it will set up Saebit Cell Materials
  if (parts.length > 1 && /\b(?:set up|establish(?:ed)?|acquired?|form(?:ed)?)[ \n]$/.test(before)) return make('organisation', 0.6, 'founded')
  if (inList(text, sentence, from, previous) && !lies) return make('organisation', 0.65, 'listed', parts.length > 1 ? shortForms(words) : [])
  // Air Liquide Korea: the firm of a foreign group here
  if (parts.length > 1 && BRANCH_LAND.test(last) && !/^(?:South|North|Invest)$/.test(parts[0]!) && !lies)
    return make('organisation', 0.75, 'branch-land', shortForms(words))
  if (acts && !lies)
    return from === sentence && parts.length === 1 && named.isCommon(text, words)
      ? []
      : make('organisation', 0.75, 'acts', parts.length > 1 && !signs ? shortForms(words) : [])
  // … and Purun Circuit 60 billion won: the verb stands with the firm before
  if (
    /(?:\(|,[ \n]|;[ \n]|,? and[ \n])$/.test(before) &&
    /^[ \n](?:KRW |USD |\$|₩|€)?\d[\d.,]* (?:million|billion|trillion)\b/.test(text.slice(to, to + 24))
  )
    return make('organisation', 0.6, 'gapped')
  if (
    /\b(?:with|between)[ \n]$/.test(before) ||
    (/(?:,|and|&)[ \n]$/.test(before) && /\b(?:with|between)\b/.test(text.slice(Math.max(sentence, from - 120), from)))
  )
    return make('organisation', 0.65, 'party')
  if (
    (/\b(?:in|at|near|across)[ \n]$/i.test(before) && !/^ ?\d/.test(text.slice(to, to + 2))) ||
    (/,[ \n]$/.test(before) && KNOWN_PLACES.has(parts[0]!)) ||
    (previous?.kind === 'place' &&
      previous.rule !== 'place:dateline' &&
      /^(?:,|,? and) $/.test(text.slice(previous.end, from)) &&
      LIES.test(text.slice(Math.max(sentence, previous.start - 28), previous.start)))
  )
    return make('place', 0.65, 'lies')
  return []
}

/** What follows the place of a dateline: a dash, or a country or a date and a dash. */
const DATELINE =
  /^(?: ?(?:--|–|—| - )|,(?: [A-Z][a-z]{1,5}\.| [A-Z]{2})?(?: \([^)\n]{2,16}\))? ?(?:--|–|—|- )|,(?: South Korea,?| S\. Korea,?)?(?: [A-Z][a-z]{2,8}\.? \d{1,2},?)?(?: \d{4},?)?(?: \(|,? ?(?:--|–|—| -)))/

const DAY_BEHIND =
  /^(?:, (?:South )?Korea|, [A-Z][a-z.]+)?, (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}(?:\.| ?(?:--|–|—|-|:)|$)/
const AGENCY = /^(?: News(?: Agency)?)?\) ?(?:--|–|—|-)/
/** A centre that is built is no body that acts. */
const BUILT_BEHIND =
  /^(?:, where [^.;]{0,80},)? (?:is|was|will be|is being) (?:[a-z]+ to be |[a-z]+ly )?(?:built|completed|constructed|opened|located)\b/
const BUILT_AT =
  /\b(?:plants?|factory|factories|facility|lines?|mill|warehouse|offices?|laborator(?:y|ies)|labs?|space|land|site|lot|plot|building|works) (?:at|in|inside|on|within) (?:the )?$/
const DONE_BY =
  /\b(?:built|developed|led|operated|run|owned|made|announced|financed|funded|proposed|acquired|bought|completed|established|erected|signed|hired|recruited|employed|invested|spent|paid|provided|supplied|promised|planned|pledged|created|put up|set up|taken on)(?: [^.;,]{0,28})? by (?:the )?$/
const LIES = /\b(?:in|at|near|across)[ \n](?:the )?$/i
const GOVERNMENT = /^ (?:provincial |city |metropolitan |county |municipal )?government\b/
const SITE_BEHIND =
  /^(?: (?:free|trade|foreign|general|national|advanced|high-tech|hi-tech|economic|investment|technology|science|agricultural|special|export|logistics|business|bio|new|port|and|industrial|innovation|research))+ (?:zone|complex|park|district|cluster|estate|valley|belt|city)\b|^ (?:district|township)\b|^ metropolitan area\b/
const PLANT_BEHIND =
  /^(?:, [A-Z]\w+(?: [A-Z]\w+)?)? (?:manufacturing |production |assembly |processing |headquarters |[a-z]+ )?(?:plants?|site|facility|factory|factories|campus|works|mill|shipyard)\b/
/** What a firm is called right before its name: the battery maker Saebit Cell. */
const APPOSED =
  /\b(?:company|firm|maker|manufacturer|developer|producer|builder|operator|giant|platform|conglomerate|affiliate|subsidiary|supplier|startup|start-up|automaker|chipmaker|shipbuilder|carmaker|steelmaker|retailer|provider|carrier|investor|refiner|bank|group)[ \n]$/
const APPOSED_BEHIND =
  /^, (?:a|an|the) (?:[\w'-]+ ){0,6}(?:company|firm|maker|manufacturer|developer|producer|builder|operator|conglomerate|affiliate|subsidiary|supplier|startup|automaker|chipmaker|shipbuilder|retailer|provider|group|unit|venture)\b/
/** Capitals that name no firm. */
const STANDARD =
  /^(?:AI|IT|EV|EVs|MOU|MOUs|FDI|GDP|ESG|R&D|IPO|CEO|LNG|LED|OLED|PCs?|TVs?|USA?|UK|EU|FEZs?|FIZs?|SMEs?|ICT|IoT|VR|AR|NOT|FOR|SALE|PHOTO|SUV)$/
