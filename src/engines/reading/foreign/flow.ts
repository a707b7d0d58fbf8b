import type { Slot, Stage } from '../reading.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { BROAD } from './site.ts'
import { governs } from './subject.ts'

/** What one sentence hands to the next. */
export interface Flow {
  subject: Slot<string | null>
  stage: Slot<Stage> | null
  age: number
  place: Slot<string | null>
  placeOf: string | null
  parties: readonly Slot<string>[]
  /** Whose stage it is: a signed agreement spans several firms, other stages do not. */
  stageOf: string | null
  /** The last firm and the last government that acted, for "the company", 同市. */
  firm: Slot<string> | null
  governments: Slot<string>[]
  /** The government that reports what several firms promise together. */
  reporter: Slot<string> | null
}

/** Whom "the company", "the city", 同社, 该市 mean; null where the sentence opens with none of them. */
export function meant(body: string, flow: Flow, grammar: Grammar): Slot<string> | null {
  if (grammar.meansFirm.test(body)) return flow.firm === null ? null : { ...flow.firm, rule: 'subject:the-firm' }
  if (grammar.meansGovernment.test(body)) return lastGovernment(grammar.meansGovernment.exec(body)![0], flow)
  return null
}

/** The last government of the kind the words name: "the province" is no city. */
function lastGovernment(words: string, flow: Flow): Slot<string> | null {
  const kind = /province|省|道|県/.test(words)
    ? /Province|-do$|省|道|県/
    : /zone/.test(words)
      ? /Zone|Authority|区域|厅$|庁$/
      : /county/.test(words)
        ? /County|-gun$/
        : /city|市/.test(words)
          ? /City|-si$|市|^[A-Z][a-z]+$/
          : /./
  const found = flow.governments.find((one) => kind.test(one.value ?? ''))
  return found === undefined ? null : { ...found, rule: 'subject:the-government' }
}

export function remember(names: readonly Name[], flow: Flow, grammar: Grammar): void {
  for (const name of names) {
    if (name.kind === 'person') continue
    const governing = governs(name.value, grammar)
    // a free economic zone (경제자유구역) speaks for its authority
    const zone = /Free Economic Zone$|经济自由区域?$|経済自由区域$/.test(name.value)
    if (name.kind === 'place' && !zone && !(governing && BROAD.test(name.value)) && name.rule !== 'place:known') continue
    const found = { value: name.value, span: { start: name.start, end: name.end }, rule: 'subject:before' }
    if (governing || name.kind === 'place') {
      flow.governments = [found, ...flow.governments.filter((one) => one.value !== found.value)].slice(0, 6)
    } else flow.firm = found
  }
}
