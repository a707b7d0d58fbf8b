import type { Name } from '../name.ts'
import { actsAt } from './acts.ts'

const GROUP =
  /(?:[Ss]igned by|[Pp]arties|[Pp]articipants|[Ii]nvestors|[Cc]ompanies|[Ff]irms): $|\b(?:companies|firms|corporations|businesses|enterprises|investors|manufacturers|makers|groups|conglomerates|representatives)(?:(?:,? (?:including|namely|such as|like|from|of)|:| -| –| —)[ \n]|—|–)$/

/** "with four firms, including Saebit Cell, Norvane and Umarel": who follows a firm in a list is one. */
export function inList(text: string, sentence: number, from: number, previous: Name | null): boolean {
  if (GROUP.test(text.slice(Math.max(sentence, from - 48), from))) return true
  if (SIGNERS.test(text.slice(sentence, sentence + 24)) && /(?:[:,]|\band) $/.test(text.slice(Math.max(sentence, from - 5), from))) return true
  return (
    previous?.kind === 'organisation' &&
    previous.rule !== 'organisation:known' &&
    previous.rule !== 'organisation:area' &&
    /^,? (?:and |& )?$/.test(text.slice(previous.end, from))
  )
}

/** The line of a form that names who signed. */
const SIGNERS = /^(?:[-•*·] ?)?(?:signed by|signatories|parties|participants|investors|companies|firms): /i
const NEXT_OF_LIST =
  /(?:,[ \n](?:and[ \n])?|[ \n]and[ \n])(?:(?:the|local|state-run|[a-z]+-(?:based|run|owned)|firm|builder|company)[ \n]){0,3}(?:(?:city|province|county)[ \n]of[ \n])?[A-Z](?:[\w&’'-]|\.(?![ \n][A-Z])|(?<=Co|Inc|Ltd|Corp)\.)*(?:[ \n][A-Z](?:[\w&’'-]|\.(?![ \n][A-Z])|(?<=Co|Inc|Ltd|Corp)\.)*){0,4}/y

const AND_OTHERS =
  /,?[ \n]and[ \n](?:others|(?:two|three|four|five|six|seven|\d+)[ \n](?:other[ \n][a-z]+|others?)|(?:[a-z]+|\d+)[ \n](?:[a-z]+[ \n])?(?:companies|firms|businesses|partners))/y

/** "Hanbit Bio, Saehan Mobis and the city of Ulsan agreed": who stands in a list acts with its last. */
export function listActs(text: string, from: number): boolean {
  let at = from
  for (let k = 0; k < 5; k++) {
    AND_OTHERS.lastIndex = at
    if (AND_OTHERS.test(text)) return actsAt(text, AND_OTHERS.lastIndex)
    NEXT_OF_LIST.lastIndex = at
    const next = NEXT_OF_LIST.exec(text)
    if (next === null) return false
    at += next[0].length
    if (actsAt(text, at)) return /[ \n]and[ \n]/.test(next[0])
  }
  return false
}
