import type { Slot, Span, Stage } from '../reading.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { BROAD } from './site.ts'
import { NARROW } from './sites.ts'
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
  /** The sentence that first told who reports. */
  reporterSince: number
  /** The sentence that last told of a signing with several. */
  reporterAt: number
  /** The sentence that last named who reports. */
  reporterNamed: number
  /** The last firm of the sentences before. */
  firmBefore: Slot<string> | null
  /** The government whose head was named last: he, the governor. */
  headed: Slot<string> | null
  /** The last park, zone or complex that was named. */
  park: Slot<string> | null
  /** Several sites have been told of one government's matters. */
  spread: boolean
  /** Named behind "the company", "the city" of the same sentence, which mean somebody named before. */
  later: readonly Name[]
}

/** Before the first sentence nothing is known. */
export const newFlow = (): Flow => ({
  subject: { value: null, span: null, rule: 'subject:none' },
  stage: null,
  age: 99,
  place: { value: null, span: null, rule: 'place:none' },
  placeOf: null,
  parties: [],
  stageOf: null,
  firm: null,
  governments: [],
  reporter: null,
  reporterSince: -9,
  reporterAt: -9,
  reporterNamed: -9,
  firmBefore: null,
  headed: null,
  park: null,
  spread: false,
  later: [],
})

/** Whom "the company", "the city", 同社, 该市 mean; null where the sentence opens with none of them. */
export function meant(body: string, flow: Flow, grammar: Grammar): Slot<string> | null {
  if (grammar.meansFirm.test(body)) return flow.firm === null ? null : { ...flow.firm, rule: 'subject:the-firm' }
  const government = meantGovernment(body, flow, grammar)
  if (government !== null) return government
  const says = grammar.saysBehind.exec(body)
  return says === null ? null : lastGovernment(says[0], flow)
}

/** He, the governor: who heads a government acts for it. */
const HEAD = /^(?:He|She|The (?:mayor|governor))\b/

/** Which government "the city" or 同市 at the head of a sentence means. */
export function meantGovernment(body: string, flow: Flow, grammar: Grammar): Slot<string> | null {
  if (flow.headed !== null && HEAD.test(body)) return { ...flow.headed, rule: 'subject:the-government' }
  const head = grammar.meansGovernment.exec(body)
  return head === null ? null : lastGovernment(head[0], flow)
}

/** The last government of the kind the words name: "the province" is no city. */
export function lastGovernment(words: string, flow: Flow): Slot<string> | null {
  const kind = /province|省|道|県/.test(words)
    ? /Province|-do$|省|道|県/
    : /zone/.test(words)
      ? /Zone|Authority|区域|厅$|庁$/
      : /ministry/.test(words)
        ? /Ministry|Department/
        : /county/.test(words)
          ? /County|-gun$/
          : /city|市/.test(words)
            ? /City|-si$|市|Metropolitan|^[A-Z][a-z]+$/
            : /./
  const found = flow.governments.find((one) => kind.test(one.value ?? ''))
  return found === undefined ? null : { ...found, rule: 'subject:the-government' }
}

/** Keeps who was named, for the sentences behind; who stands behind "the city" in its own sentence is not yet meant by it. */
export function remember(text: string, sentence: Span, names: readonly Name[], flow: Flow, grammar: Grammar): void {
  const body = text.slice(sentence.start, sentence.end)
  const firm = grammar.meansFirm.exec(body)?.[0].length ?? -1
  const office = grammar.meansGovernment.exec(body)?.[0].length ?? -1
  flow.firmBefore = flow.firm
  const now = [...flow.later]
  flow.later = []
  for (const name of names) {
    const head = governs(name.value, grammar) || name.kind === 'place' ? office : firm
    if (head >= 0 && name.start >= sentence.start + head) flow.later = [...flow.later, name]
    else now.push(name)
  }
  keepNames(text, now, flow, grammar)
}

const HEADS = /^, (?:the |then )?(?:mayor|governor|head|chief|magistrate|administrator) of (?:the )?$/
const OFFICE_BEHIND = /^ (?:Mayor|Governor|County Governor|Magistrate|mayor|governor) [A-Z]/

function keepNames(text: string, names: readonly Name[], flow: Flow, grammar: Grammar): void {
  let heads: Name | null = null
  for (const name of names) {
    if (name.kind === 'person') heads = name
    if (name.kind === 'person' || name.rule === 'organisation:agency') continue
    // a free economic zone (경제자유구역) speaks for its authority
    const zone = /Free Economic Zone$|经济自由区域?$|経済自由区域$/.test(name.value)
    if (name.kind === 'place' && NARROW.test(name.value) && !zone)
      flow.park = { value: name.value, span: { start: name.start, end: name.end }, rule: 'place:the-park' }
    const governing = governs(name.value, grammar)
    if (name.kind === 'place' && !zone && !(governing && BROAD.test(name.value)) && name.rule !== 'place:known') continue
    // 忠清南道唐津市: the city of a province
    const value = name.value.replace(/^[\u4e00-\u9fff]{2,4}[道県省](?=[\u4e00-\u9fff]{2,}[市郡区町村县]$)/, '')
    const found = { value, span: { start: name.end - value.length, end: name.end }, rule: 'subject:before' }
    if (governing || name.kind === 'place') {
      if (heads !== null && heads.end < name.start && HEADS.test(text.slice(heads.end, name.start))) flow.headed = found
      else if (OFFICE_BEHIND.test(text.slice(name.end, name.end + 24))) flow.headed = found
      const others = flow.governments.filter((one) => one.value !== found.value)
      const acting = name.kind === 'organisation'
      // where something lies, or was signed, speaks less than who has acted
      const known = flow.governments.find((one) => one.value === found.value)
      if (acting || known?.rule === 'subject:acted') flow.governments = [{ ...found, rule: 'subject:acted' }, ...others].slice(0, 6)
      else {
        const actors = others.filter((one) => one.rule === 'subject:acted')
        flow.governments = [...actors, found, ...others.filter((one) => one.rule !== 'subject:acted')].slice(0, 6)
      }
    } else flow.firm = found
  }
}

/** After a sentence: "the company" means the firm that acted rather than one named beside it; what nobody is named for behind a signing with several is theirs together. */
export function passOn(s: number, acted: boolean, severally: boolean, flow: Flow, grammar: Grammar): void {
  const { subject, reporter } = flow
  if (reporter !== null && (flow.reporterNamed === s || severally) && subject.value !== null && !governs(subject.value, grammar))
    flow.subject = reporter
  else if (subject.value !== null && !governs(subject.value, grammar) && acted) flow.firm = subject as Slot<string>
}
