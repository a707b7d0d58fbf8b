import type { Mention, Slot, Span } from '../reading.ts'
import type { Draft } from './commitments.ts'
import { type Flow, meantGovernment } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { areaOf } from './site.ts'
import type { StageFound } from './stage.ts'
import { governs } from './subject.ts'

/**
 * Keeps who reports (발표 기관) where one sentence says that a government signed with several firms, named or counted: what they promise together is its to tell.
 */
export function noteReporter(
  text: string,
  sentence: Span,
  s: number,
  names: readonly Name[],
  counts: readonly Mention[],
  flow: Flow,
  grammar: Grammar,
): void {
  const organisations = names.filter((name) => name.kind === 'organisation')
  const body = text.slice(sentence.start, sentence.end)
  if (!grammar.mou.test(body) && !grammar.contract.test(body)) return
  const government = organisations.find((name) => governs(name.value, grammar))
  const meant = government === undefined ? meantGovernment(body, flow, grammar) : null
  if (government === undefined && meant === null) return
  const firms = new Set(organisations.filter((name) => !governs(name.value, grammar)).map((name) => name.value))
  const counted = counts.some((one) => one.unit === 'firms' && typeof one.value === 'number' && one.value >= 2)
  const several = counted || MANY.test(body)
  if (firms.size < 2 && !(several && firms.size === 0) && !(counted && LEADS.test(body))) return
  if (flow.reporter === null) flow.reporterSince = s
  flow.reporterNamed = s
  // several agreements with several firms are told as one sum
  if (counted || (firms.size > 1 && SERIES.test(body))) flow.reporterAt = s
  flow.reporter = { ...(meant ?? { value: government!.value, span: { start: government!.start, end: government!.end } }), rule: 'subject:reports' }
}

const SERIES = /\b(?:agreements|MOUs|memoranda|memorandums|contracts)\b[^.;]{0,24}\b(?:worth|totall?ing|valued)\b/
const MANY = /\b(?:[Cc]ompanies|[Ff]irms|[Bb]usinesses|[Cc]orporations|consortiums)\b|企業(?:など|等|代表|と)|各社|企业/
/** 甲社をはじめ25社: one named for many. */
const LEADS = /をはじめ|など|等(?:\d|[两二三四五六七八九十])|の(?:\d{1,3}|[二三四五六七八九])社(?:と|が|は|から)|\bincluding\b/
const JOINS = /^(?:[（(][^（）()\n]{0,24}[）)])?(?:,? and |, |、|と|和|及|与|および|及び|以及)$/

/**
 * The names that stand in one list with the one at `last` before it: "Saebit Cell, Norvane and Umarel". Only firms; a government signs, it does not invest with them.
 */
export function listBefore(text: string, names: readonly Name[], last: number, grammar: Grammar): readonly Name[] {
  const out = [names[last]!]
  for (let k = last - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'organisation' || governs(name.value, grammar) || !JOINS.test(text.slice(name.end, out[0]!.start))) break
    out.unshift(name)
  }
  return out
}

/** The firms of one list that begins with a name: Saebit Cell, Norvane and Umarel. */
export function listFrom(names: readonly Name[], first: Name, grammar: Grammar, text: string): readonly Name[] {
  const out = [first]
  for (let k = names.indexOf(first) + 1; k < names.length; k++) {
    const name = names[k]!
    if (name.kind !== 'organisation' || governs(name.value, grammar) || !JOINS.test(text.slice(out.at(-1)!.end, name.start))) break
    out.push(name)
  }
  return out
}

/** Several firms that act with one figure: who reports them, else the first named leads. */
export function together(listed: readonly Name[], flow: Flow): Slot<string> | null {
  if (listed.length < 2) return null
  if (flow.reporter !== null) return flow.reporter
  const lead = listed[0]!
  return { value: lead.value, span: { start: lead.start, end: lead.end }, rule: 'subject:lead' }
}

/** A lead that counts firms or sums their money is of the government that signs with them in the next sentence: Four companies will invest. The city signed with them. */
export function tellsLead(drafts: Draft[], s: number, said: StageFound | null, flow: Flow): void {
  if (flow.reporterNamed !== s || flow.reporter === null || said?.stage !== 'mou') return
  for (let k = drafts.length - 1; k >= 0 && s - drafts[k]!.sentence <= 1; k--) {
    const draft = drafts[k]!
    if (draft.subject.value === null && draft.stage.value === 'plan' && draft.sentence < s)
      drafts[k] = {
        ...draft,
        subject: flow.reporter,
        stage: { value: 'mou', span: said.span, rule: 'stage:next' },
        place:
          draft.place.value === null && flow.reporter.value !== null
            ? { value: areaOf(flow.reporter.value), span: null, rule: 'place:of-government' }
            : draft.place,
      }
  }
}
