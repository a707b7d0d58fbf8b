import type { Name, Named } from '../name.ts'
import { KNOWN_PLACES } from './places.ts'
import { NOT_NAMES, ORG_LAST, PLACE_LAST } from './words.ts'

const TITLE =
  '(?:Acting |Vice |Deputy |First |Executive |Senior |Managing |Former |Co-)*(?:Mayor|Governor|Gov\\.|President|Chairman|Chairwoman|Chairperson|Chair|CEO|CFO|CTO|COO|Minister|Secretary(?: of (?:State|Commerce|Energy|Labor|Defense|Agriculture))?|Director[- ]General|Director|Commissioner|Ambassador|Prime Minister|Professor|Prof\\.|Dr\\.|Mr\\.|Ms\\.|Mrs\\.|Representative|Rep\\.|Senator|Founder|Manager|Head|Spokesperson|Spokesman|Administrator|Superintendent|Reporter|Vice[- ]Governor|Vice[- ]Mayor|Vice[- ]President|Vice[- ]Chairman|Vice[- ]Minister)'
export const TITLE_FIRST = new RegExp(`^${TITLE} `)
export const TITLE_LAST = new RegExp(`[ \\n]${TITLE}$`)
export const TITLE_ONLY = new RegExp(`^(?:${TITLE})$`)
const GIVEN = '[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?'
/** McAllen, DeWitt and O'Hara have a capital within. */
const FAMILY = "(?:Mc|Mac|De|Di|La|Le|Van|O['’])?[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
const PERSON_BODY = `${GIVEN}(?: [A-Z]\\.)?(?: ${FAMILY}){1,2}`
const TITLED = new RegExp(`(?:^|[ \\n"“(,])(${TITLE}(?: and CEO| & CEO)?) (${PERSON_BODY}|[A-Z][a-z]+)(?![a-z])`, 'g')
const APPOSED = new RegExp(
  `(?:^|[ \\n"“(])(${PERSON_BODY})(?:,| \\() ?(?:(?:the |a |an |its |acting |vice |deputy |executive |senior |managing |co-)*(?:mayor|governor|president|chairman|chairwoman|chair|CEO|CFO|CTO|chief|minister|director|head|founder|commissioner|professor|vice-president|spokes)|(?:[A-Z][a-z]+ ){0,2}${TITLE}\\b)`,
  'g',
)
/** Family names of Korea in Latin letters: with a given name in two syllables behind, nothing else is written so. */
const KOREAN =
  /(?:^|[ \n"“(])((?:Ahn|An|Baek|Baik|Bae|Ban|Bang|Byun|Cha|Chae|Chang|Cheon|Choe|Choi|Cho|Chung|Chun|Do|Eom|Gong|Gwak|Gu|Ha|Ham|Han|Heo|Hong|Hur|Hwang|Hwangbo|Hyun|Im|Jang|Jeong|Jeon|Jin|Joo|Jo|Ju|Jung|Jun|Kang|Kil|Kim|Ki|Koo|Ko|Kong|Kwak|Kwon|Lee|Lim|Ma|Maeng|Min|Moon|Myeong|Myung|Nam|Na|Namgung|Noh|No|Oh|Ok|Paik|Park|Pak|Pyo|Rhee|Rho|Roh|Ryu|Ryoo|Seol|Seong|Seo|Shim|Shin|Sim|Sin|Sohn|Song|Son|Suh|Sung|Tak|Um|Wang|Wi|Won|Woo|Yang|Yeom|Yeo|Yi|Yim|Yong|Yoon|Yoo|Yu|Yun) [A-Z][a-z]+-[A-Za-z][a-z]+)(?![A-Za-z-])/g
/** Deputy Mayor of Haeun Kim Na-ri: the office stands between title and name. */
const OFFICE = new RegExp(`${TITLE} of (?:the )?(?:[A-Z][\\w-]+ ){1,4}$`)

const TITLE_WORD =
  /[Mm]ayor|[Gg]overnor|Gov\.|[Pp]resident|[Cc]ha?ir|CEO|C[FTO]O|[Mm]inister|[Dd]irector|[Cc]ommissioner|Ambassador|[Pp]rof|[DM]rs?\.|Ms\.|Rep|Senator|[Hh]ead|[Ff]ounder|[Cc]hief|Secretary|Manager|[Ss]pokes|Administrator|Superintendent/

/** Persons of a sentence by their titles, before other names are looked for. */
/** Its CEO, Kim Na-ri, and the group's chief Kim Na-ri. */
const HEADED = new RegExp(
  `(?:CEO|president|chairman|chairwoman|director|spokesman|spokeswoman|chief)(?:, | )(${GIVEN}(?: [A-Z]\\.)?(?: ${FAMILY}){1,2})(?=[, .]|$)`,
  'g',
)
/** A line that says who wrote it. */
const BYLINE = /^By ((?:[A-Z][a-z]+ ){1,2}[A-Z][A-Za-z]+)(?=$| ?\(|,| and )/g

export function personsOf(from: number, body: string, named: Named, out: Name[]): void {
  for (const rule of TITLE_WORD.test(body) ? [KOREAN, TITLED, APPOSED, HEADED] : body.startsWith('By ') ? [KOREAN, BYLINE] : [KOREAN]) {
    rule.lastIndex = 0
    for (let m = rule.exec(body); m !== null; m = rule.exec(body)) {
      const words = rule === TITLED ? m[2]! : m[1]!
      const start = from + m.index + m[0].indexOf(words, rule === TITLED ? m[0].indexOf(m[1]!) + m[1]!.length : 0)
      const parts = words.split(' ')
      const last = parts.at(-1)!
      if (rule !== KOREAN && (ORG_LAST.has(last) || PLACE_LAST.has(last))) continue
      if (NOT_NAMES.has(parts[0]!) || KNOWN_PLACES.has(words)) continue
      if (rule === KOREAN && KNOWN_PLACES.has(parts[0]!)) continue
      if (out.some((name) => name.start < start + words.length && start < name.end)) continue
      const known = named.get(words)
      const person: Name = {
        kind: 'person',
        start,
        end: start + words.length,
        value: known?.kind === 'person' ? known.value : words,
        certainty: 0.9,
        rule: rule === KOREAN ? 'person:form' : 'person:title',
      }
      named.keep(person, words.includes(' ') ? [parts[0]!, last] : [])
      out.push(person)
      rule.lastIndex = m.index + m[0].length
    }
  }
}

/** Whether the words before a person name the office that he or she holds: Deputy Mayor of Haeun. */
export const holdsOffice = (before: string): boolean => OFFICE.test(before)
