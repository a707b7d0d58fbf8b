import type { NameCandidate } from '../../names/candidate.ts'
import type { Slot } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

const RUNS = /^\s(?:[가-힣]{1,8}\s)?(?:예비)?후보/
/** "성 후보는", "성수석 후보는", "▲성수석 후보": who speaks from here on. */
const SPEAKS = /(?:^|[\s“"‘'])([가-힣])(?:[가-힣]{1,3})?\s?(?:예비)?후보(?:는|도|가|측은)\s/g
const HEADED = /^[■◆◇▶●▲△□○<[【]\s?([가-힣])[가-힣]{1,3}\s(?:[가-힣]{1,8}\s)?(?:예비)?후보/

/** Keeps those who run against the candidate (경쟁 후보), and which of them speaks: their promises are told beside his. */
export function noteRivals(text: string, body: string, names: readonly NameCandidate[], candidate: string, flow: Flow): void {
  for (const { kind, value, start, end } of names) {
    if (kind !== 'person' || value === candidate || value.charAt(0) === candidate.charAt(0)) continue
    if (RUNS.test(text.slice(end, end + 16))) flow.rivals.set(value.charAt(0), slot(value, { start, end }, 'subject:rival'))
  }
  flow.runner = candidate.charAt(0)
  if (flow.rivals.size === 0) return
  const name = HEADED.exec(body)?.[1] ?? familyNameIn(body)
  // "시장 후보는", "두 후보는": nobody by name
  if (name !== undefined && (name === candidate.charAt(0) || flow.rivals.has(name))) flow.rival = flow.rivals.get(name) ?? null
}

/** "성 후보는 대신 부발역세권에": the rival whom the words before a number name last, else the one who spoke before. Null where the candidate speaks. */
export function rivalSpeaks(before: string, flow: Flow): Slot<string> | null {
  const name = familyNameIn(before)
  if (name === undefined) return flow.rival
  return flow.rivals.get(name) ?? (name === flow.runner ? null : flow.rival)
}

/** How far back a speaker is looked for. */
const LATELY = 240

function familyNameIn(words: string): string | undefined {
  let last: string | undefined
  for (const match of words.slice(-LATELY).matchAll(SPEAKS)) last = match[1]
  return last
}
