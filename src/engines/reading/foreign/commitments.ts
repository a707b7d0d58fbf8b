import type { Day } from '../dates.ts'
import type { Commitment, DateValue, Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import { KNOWN_PLACES } from './english-places.ts'
import type { Grammar } from './grammar.ts'
import type { Language } from './language.ts'
import type { Name } from './name.ts'
import { clauseAround, type StageFound, stageIn } from './stage.ts'
import { governs, type Party, subjectOf } from './subject.ts'

export interface ForeignInput {
  readonly text: string
  readonly language: Language
  readonly grammar: Grammar
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  /** Names of each sentence, all of them; `mentions` holds the first of each. */
  readonly names: readonly (readonly Name[])[]
  readonly reference: Day | null
}

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })
const nothing = (rule: string): Slot<null> => slot(null, null, rule)

interface Draft extends Omit<Commitment, 'partOf' | 'counterpart'> {
  readonly sentence: number
  counterpart: readonly Slot<string>[]
}

/** What one sentence hands to the next. */
interface Flow {
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
}

/**
 * Commitments (약속된 수치) of a document in English, Chinese or Japanese: a figure becomes one where a word of its clause names what it measures and
 * something says that it is promised, signed, built or achieved. Statistics, denials, old values and amounts per head do not.
 */
export function foreignCommitments(input: ForeignInput): Commitment[] {
  const { text, grammar, sentences, mentions, names } = input
  const flow: Flow = {
    subject: nothing('subject:none'),
    stage: null,
    age: 99,
    place: nothing('place:none'),
    placeOf: null,
    parties: [],
    stageOf: null,
    firm: null,
    governments: [],
  }
  const drafts: Draft[] = []
  let cursor = 0
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    const here: number[] = []
    while (cursor < mentions.length && mentions[cursor]!.start < sentence.end) {
      const { kind } = mentions[cursor]!
      if (kind !== 'organisation' && kind !== 'place' && kind !== 'person') here.push(cursor)
      cursor++
    }
    const figures = here.filter((k) => mentions[k]!.kind !== 'date' && mentions[k]!.kind !== 'period')
    const body = text.slice(sentence.start, sentence.end)
    remember(names[s]!, flow, grammar)
    const named = subjectOf(text, sentence, names[s]!, grammar, input.language)
    const party = named.subject === null ? { ...named, subject: meant(body, flow, grammar) } : named
    flow.age++
    const said = stageIn(body, sentence.start, grammar)
    const denied = grammar.denied.test(body) && !grammar.cancelled.test(body)
    if (!denied && figures.length > 0) readFigures(input, s, here, figures, body, party, said, flow, drafts)
    if (denied) flow.stage = null
    if (party.subject !== null) flow.subject = { ...party.subject, rule: 'subject:before' }
    if (party.counterparts.length > 0) flow.parties = party.counterparts
    if (said !== null && !denied && (said.strong || flow.stage === null)) {
      flow.stageOf = flow.subject.value
      flow.stage = { value: said.stage, span: said.span, rule: 'stage:before' }
      flow.age = 0
    }
    const cancels = said?.stage === 'cancelled' && figures.length === 0
    if (cancels)
      for (const draft of drafts)
        if (draft.sentence === s - 1) drafts[drafts.indexOf(draft)] = { ...draft, stage: slot('cancelled', said.span, 'stage:next') }
  }
  return withParts(text, grammar, withoutRepeats(drafts))
}

/** Whom "the company", "the city", 同社, 该市 mean; null where the sentence opens with none of them. */
function meant(body: string, flow: Flow, grammar: Grammar): Slot<string> | null {
  if (grammar.meansFirm.test(body)) return flow.firm === null ? null : { ...flow.firm, rule: 'subject:the-firm' }
  if (grammar.meansGovernment.test(body)) return lastGovernment(grammar.meansGovernment.exec(body)![0], flow)
  return null
}

/** The last government of the kind the words name: "the province" is no city. */
function lastGovernment(words: string, flow: Flow): Slot<string> | null {
  const kind = /province|省|道|県/.test(words)
    ? /Province|-do$|省|道|県/
    : /county/.test(words)
      ? /County|-gun$/
      : /city|市/.test(words)
        ? /City|-si$|市|^[A-Z][a-z]+$/
        : /./
  const found = flow.governments.find((one) => kind.test(one.value ?? ''))
  return found === undefined ? null : { ...found, rule: 'subject:the-government' }
}

function remember(names: readonly Name[], flow: Flow, grammar: Grammar): void {
  for (const name of names) {
    if (name.kind === 'person') continue
    const governing = governs(name.value, grammar)
    if (name.kind === 'place' && !(governing && BROAD.test(name.value)) && name.rule !== 'place:known') continue
    const found = slot(name.value, { start: name.start, end: name.end }, 'subject:before')
    if (governing || name.kind === 'place') {
      flow.governments = [found, ...flow.governments.filter((one) => one.value !== found.value)].slice(0, 6)
    } else flow.firm = found
  }
}

function readFigures(
  input: ForeignInput,
  s: number,
  here: readonly number[],
  figures: readonly number[],
  body: string,
  party: Party,
  said: StageFound | null,
  flow: Flow,
  drafts: Draft[],
): void {
  const { text, grammar, sentences, mentions, names } = input
  const sentence = sentences[s]!
  const dates = here.map((k) => mentions[k]!).filter((m) => m.kind === 'date')
  const cues = cuesOf(body, sentence.start, grammar)
  let lastMoney: Indicator | null = null
  for (let f = 0; f < figures.length; f++) {
    const mention = mentions[figures[f]!]!
    if (typeof mention.value !== 'number' || mention.unit === null) continue
    const previous = f > 0 ? mentions[figures[f - 1]!]! : null
    const next = f + 1 < figures.length ? mentions[figures[f + 1]!]! : null
    if (isRestated(text, mention, previous) || isBaseline(text, mention, next, grammar)) continue
    const clause = clauseAround(text, sentence, mention, grammar)
    const own = stageIn(text.slice(clause.start, clause.end), clause.start, grammar)
    const government = party.subject?.value != null && governs(party.subject.value, grammar)
    const found = indicatorOf(input, mention, clause, body, cues, previous?.end ?? sentence.start, next?.start ?? sentence.end, government, lastMoney)
    if (found === null) continue
    if (mention.kind === 'money') lastMoney = found.value
    const parties = party.counterparts.length > 0 ? party.counterparts : flow.parties
    const summed =
      parties.length > 1 && SUMMED.test(text.slice(Math.max(sentence.start, mention.start - 16), mention.start))
        ? parties.find((one) => governs(one.value, grammar))
        : undefined
    const subject = summed ?? actsInClause(text, clause, mention, names[s]!, grammar) ?? party.subject ?? flow.subject
    const stage = chooseStage(own, said, flow, subject.value) ?? (isPromise(found) ? slot<Stage>('plan', null, 'stage:default') : null)
    if (stage === null) continue
    const { due, start } = datesOf(text, sentence, mention, dates, clause, grammar, stage.value, input.reference)
    const place = placeOf(text, sentence, mention, names[s]!, subject, flow, grammar)
    drafts.push({
      subject,
      counterpart:
        stage.value === 'mou' || stage.value === 'contract'
          ? [
              ...(summed !== undefined && party.subject === null && flow.subject.value !== null ? [flow.subject as Slot<string>] : []),
              ...parties,
            ].filter((p) => p.value !== subject.value)
          : [],
      what: whatOf(text, mention, clause),
      indicator: found,
      mention: figures[f]!,
      value: mention.value,
      valueMax: mention.valueMax,
      unit: mention.unit,
      approximate: mention.approximate,
      due,
      start,
      place,
      stage,
      evidence: sentence,
      certainty: mention.certainty * (stage.span === null ? 0.6 : 0.8),
      sentence: s,
    })
    if (place.value !== null && place.span !== null) {
      flow.place = { ...place, rule: 'place:before' }
      flow.placeOf = subject.value
    }
  }
}

/** Money that is invested and people who are hired are announced where nothing else is said. */
const isPromise = ({ value, rule }: Slot<Indicator>): boolean =>
  rule === 'indicator:cue' && (value === 'investment' || value === 'budget' || value.endsWith('inducement'))

/** Of several firms in one sentence, the one that acts in the clause of the figure; null where none does, or where they sign together. */
function actsInClause(text: string, clause: Span, mention: Mention, names: readonly Name[], grammar: Grammar): Slot<string> | null {
  if (grammar.mou.test(text.slice(clause.start, clause.end)) || grammar.contract.test(text.slice(clause.start, clause.end))) return null
  for (let k = names.length - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'organisation' || name.start < clause.start || name.end > mention.start) continue
    if (grammar.actsBehind.test(text.slice(name.end, name.end + 24))) return slot(name.value, { start: name.start, end: name.end }, 'subject:clause')
  }
  return null
}

/** What several firms promise together belongs to the public body that reports it. */
const SUMMED = /(?:計|总计|合计|共计|combined |a total of |totall?ing )$/

interface Cue extends Span {
  readonly indicator: Indicator
}

function cuesOf(body: string, offset: number, grammar: Grammar): Cue[] {
  const out: Cue[] = []
  for (const [indicator, rule] of grammar.indicators) {
    rule.lastIndex = 0
    for (let m = rule.exec(body); m !== null; m = rule.exec(body))
      out.push({ indicator, start: offset + m.index, end: offset + m.index + m[0].length })
  }
  return out
}

const MEASURES: Readonly<Record<string, readonly Indicator[]>> = {
  money: ['production_inducement', 'value_added', 'other', 'exports', 'revenue', 'output', 'budget', 'investment'],
  jobs: ['employment_inducement', 'jobs'],
  persons: ['employment_inducement', 'jobs'],
  area: ['area'],
  power: ['capacity'],
  firms: ['firms'],
}

/** The cue nearest to a figure among those that can measure it; what stands beyond a neighbouring figure counts as farther. */
function nearest(
  cues: readonly Cue[],
  mention: Mention,
  allowed: readonly Indicator[],
  from: number,
  to: number,
  clause: Span,
): { cue: Cue; distance: number } | null {
  let best: { cue: Cue; distance: number } | null = null
  for (const cue of cues) {
    if (!allowed.includes(cue.indicator)) continue
    let distance = cue.end <= mention.start ? mention.start - cue.end : cue.start >= mention.end ? cue.start - mention.end + 2 : 0
    if (cue.end <= from || cue.start >= to) distance += 40
    if (cue.start < clause.start || cue.end > clause.end) distance += 30
    if (best === null || distance < best.distance) best = { cue, distance }
  }
  return best
}

function indicatorOf(
  input: ForeignInput,
  mention: Mention,
  clause: Span,
  body: string,
  cues: readonly Cue[],
  from: number,
  to: number,
  government: boolean,
  lastMoney: Indicator | null,
): Slot<Indicator> | null {
  const { text, grammar } = input
  const words = text.slice(clause.start, clause.end)
  const key = mention.kind === 'count' ? mention.unit! : mention.kind
  const statistic =
    grammar.statistic.test(words) || (grammar.statistic.test(body) && cues.every((cue) => cue.indicator !== 'investment' && cue.indicator !== 'jobs'))
  if (statistic) return null
  if (mention.kind === 'percent') {
    const before = text.slice(Math.max(clause.start, mention.start - 24), mention.start)
    const aim = mention.unit === 'ratio' && grammar.aimed.test(before) && from > clause.start && /\d/.test(text.slice(clause.start, mention.start))
    return aim && text.slice(from - 3, from).includes('%') ? slot('other', null, 'indicator:target') : null
  }
  const allowed = MEASURES[key]
  if (allowed === undefined) {
    // vehicles, tonnes and the like only as the output of a plant
    if (mention.kind !== 'count' || !['t', 'L', 'items', 'multiple'].includes(key) || key === 'multiple') return null
    const capacity = nearest(cues, mention, ['capacity'], from, to, clause)
    return capacity !== null && capacity.distance < 30
      ? slot('capacity', { start: capacity.cue.start, end: capacity.cue.end }, 'indicator:cue')
      : null
  }
  if (mention.per !== null && mention.per !== 'year') return null
  const found = nearest(cues, mention, allowed, from, to, clause)
  if (found !== null && (mention.kind !== 'money' || found.distance < 90) && (key !== 'persons' || found.distance < 70)) {
    const { indicator } = found.cue
    const span = { start: found.cue.start, end: found.cue.end }
    if (indicator === 'investment' && government && grammar.publicMoney.test(words)) return slot('budget', span, 'indicator:public')
    return slot(indicator, span, 'indicator:cue')
  }
  if (mention.kind === 'money' && ORDER.test(words)) return slot('other', null, 'indicator:order')
  if (key === 'jobs') return slot('jobs', { start: mention.start, end: mention.end }, 'indicator:unit')
  if (key === 'area' || key === 'power')
    return stageIn(words, 0, grammar) === null ? null : slot(key === 'area' ? 'area' : 'capacity', null, 'indicator:kind')
  if (mention.kind !== 'money') return null
  if (lastMoney !== null) return slot(lastMoney, null, 'indicator:same')
  return grammar.builds.test(words) ? slot(government ? 'budget' : 'investment', null, 'indicator:built') : null
}

/** Work that somebody else pays for is no investment of the one who does it. */
const ORDER = /\border\b|订单|訂單|受注/

/** KRW 500 billion (USD 370 million): the second says the first again. */
function isRestated(text: string, mention: Mention, previous: Mention | null): boolean {
  if (previous === null || previous.kind !== mention.kind) return false
  const gap = text.slice(previous.end, mention.start)
  return gap.length < 16 && /^\s?[(（](?:約|约|about |around |approximately |approx\. |or |roughly )?$/.test(gap)
}

function isBaseline(text: string, mention: Mention, next: Mention | null, grammar: Grammar): boolean {
  const after = text.slice(mention.end, mention.end + 40)
  const before = text.slice(Math.max(0, mention.start - 24), mention.start)
  if (
    /\b(?:surpass|exceed|beat|abov|beyond|short of)\w* (?:its|the|their|an?) [\w ]{0,24}(?:target|goal|plan) of (?:KRW |USD |\$|₩|€)?$/i.test(
      text.slice(Math.max(0, mention.start - 60), mention.start),
    )
  )
    return true
  if (next === null || next.unit !== mention.unit || next.start - mention.end > 40) return false
  return /^\s?(?:→|->|⇒)/.test(after) || grammar.baselineAfter.test(after) || (grammar.baselineBefore.test(before) && next.start - mention.end < 30)
}

function chooseStage(own: StageFound | null, said: StageFound | null, flow: Flow, subject: string | null): Slot<Stage> | null {
  // 预计 … 新增: what a sentence expects is not achieved yet
  if (own?.stage === 'result' && said?.stage === 'plan') return chooseStage(said, said, flow, subject)
  const best =
    own?.strong === true ? own : said?.strong === true && (own === null || own.stage === 'plan') && said.stage !== 'result' ? said : (own ?? said)
  const carried = flow.stage !== null && flow.age <= 5 && (flow.stage.value === 'mou' || flow.stageOf === subject)
  if (best !== null && (best.strong || !carried || flow.stage === null || flow.stage.value === 'plan' || flow.stage.value === 'result'))
    return slot(best.stage, best.span, best === own ? 'stage:clause' : 'stage:sentence')
  if (flow.stage !== null && carried) return { ...flow.stage, rule: 'stage:flow' }
  return best === null ? null : slot(best.stage, best.span, 'stage:sentence')
}

/** The day by which, and the day from which. A day that has passed when a plan was published is when it was said, not when it is due. */
function datesOf(
  text: string,
  sentence: Span,
  mention: Mention,
  dates: readonly Mention[],
  clause: Span,
  grammar: Grammar,
  stage: Stage,
  reference: Day | null,
): { due: Slot<DateValue | null>; start: Slot<DateValue | null> } {
  let due: { m: Mention; weight: number } | null = null
  let start: { m: Mention; weight: number } | null = null
  const done = stage === 'result' || stage === 'operation'
  const today = reference === null ? null : `${reference.year}-${`${reference.month}`.padStart(2, '0')}-${`${reference.day}`.padStart(2, '0')}`
  for (const m of dates) {
    if (m.value === null || typeof m.value === 'number') continue
    const before = text.slice(Math.max(sentence.start, m.start - 48), m.start)
    const after = text.slice(m.end, Math.min(sentence.end, m.end + 24))
    const last = typeof m.value === 'string' ? m.value : m.value.to
    const past = today !== null && last < today.slice(0, last.length)
    const exactDay = typeof m.value === 'string' && m.value.length === 10
    let weight = m.start >= clause.start && m.end <= clause.end ? 0 : 60
    weight += Math.min(50, Math.abs(m.start - mention.start) / 8)
    // 2025–2030 is when something is done; a quarter or half that work begins in is a start
    const begins = m.rule !== 'date:range' && (grammar.startBefore.test(before) || grammar.startAfter.test(after))
    if (begins) {
      if (start === null || weight < start.weight) start = { m, weight }
      continue
    }
    if (past && !done) continue
    if (exactDay && !done && today !== null && last <= today) continue
    const cued = grammar.dueBefore.test(before) || grammar.dueAfter.test(after)
    if (!cued && typeof m.value === 'string') weight += exactDay ? 200 : 25
    if (weight < 200 && (due === null || weight < due.weight)) due = { m, weight }
  }
  return {
    due: due === null ? nothing('due:none') : slot(due.m.value as DateValue, { start: due.m.start, end: due.m.end }, 'due:date'),
    start: start === null ? nothing('start:none') : slot(start.m.value as DateValue, { start: start.m.start, end: start.m.end }, 'start:date'),
  }
}

function placeOf(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly Name[],
  subject: Slot<string | null>,
  flow: Flow,
  grammar: Grammar,
): Slot<string | null> {
  let best: { name: Name; distance: number } | null = null
  for (const name of names) {
    if (name.kind !== 'place' || name.value === subject.value) continue
    const located =
      grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) || /^[にで]/.test(text.slice(name.end, name.end + 1))
    // 与韩国…公司: a country tells where a party is from
    if (!located && COUNTRY.test(name.value)) continue
    let distance = Math.abs(name.start - mention.start)
    if (name.start > mention.end) distance = name.start - mention.end
    if (!grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start))) distance += 40
    // a park lies in a city: the narrower one is the place
    if (BROAD.test(name.value) || name.rule.endsWith(':known')) distance += 80
    // of "X Park, Y City" the narrower stands first; in Han script last
    if (best === null || distance < best.distance) best = { name, distance }
  }
  if (best !== null) return slot(best.name.value, { start: best.name.start, end: best.name.end }, 'place:named')
  if (flow.place.value !== null && flow.placeOf === subject.value) return flow.place
  if (subject.value !== null && governs(subject.value, grammar)) {
    const area = subject.value
      .replace(/(?:人民政府|政府|市役所|道庁|県庁)$/, '')
      .replace(/ (?:Metropolitan |Provincial |City |County )?Government$/, '')
    if (KNOWN_PLACES.has(area) || /(?:市|省|道|県|县|区|郡|町|村)$|\b(?:City|Province|County)\b|-(?:si|do|gun|gu)$/.test(area))
      return slot(area, null, 'place:of-government')
  }
  return nothing('place:none')
}

/** An area of a government, wider than a park or a port in it. */
const COUNTRY = /^(?:韩国|韓国|中国|日本|美国|米国|South Korea|Korea|China|Japan|United States)$/
const BROAD = /(?:市|省|道|県|县|国|郡|区|町|村)$|\b(?:City|Province|County|Korea|District)$|-(?:si|do|gun|gu)$/

/** The words of the clause around the figure, without the figure. */
function whatOf(text: string, mention: Mention, clause: Span): Slot<string> {
  const end = Math.min(clause.end, mention.end + 60)
  const from = Math.max(clause.start, mention.start - 60)
  const words = `${text.slice(from, mention.start)} ${text.slice(mention.end, end)}`.replace(/\s+/g, ' ').trim()
  return slot(words === '' ? mention.text : words, { start: from, end }, 'what:clause')
}

/** A headline and its sentence state one amount once: the later, fuller one stays. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft, k) => {
    for (let j = Math.max(0, k - 12); j < Math.min(drafts.length, k + 13); j++) {
      const other = drafts[j]!
      if (
        j === k ||
        other.value !== draft.value ||
        other.unit !== draft.unit ||
        other.indicator.value !== draft.indicator.value ||
        other.sentence === draft.sentence
      )
        continue
      const same = other.subject.value === draft.subject.value || other.subject.value === null || draft.subject.value === null
      if (!same) continue
      const fuller = (d: Draft): number => (d.due.value === null ? 0 : 1) + (d.place.span === null ? 0 : 1) + (d.subject.span === null ? 0 : 1)
      if (fuller(other) > fuller(draft) || (fuller(other) === fuller(draft) && j < k)) return false
    }
    return true
  })
}

function withParts(text: string, grammar: Grammar, drafts: readonly Draft[]): Commitment[] {
  return drafts.map(({ sentence, ...rest }, k) => {
    let partOf: Slot<number> | null = null
    for (let j = k - 1; j >= 0 && j >= k - 8 && sentence - drafts[j]!.sentence <= 1; j--) {
      const total = drafts[j]!
      if (total.unit !== rest.unit || total.value <= rest.value || (total.indicator.value !== rest.indicator.value && rest.unit.length !== 3))
        continue
      const between = text.slice(
        total.evidence.start === rest.evidence.start ? total.evidence.start : total.evidence.end,
        rest.evidence.start === total.evidence.start ? rest.evidence.end : rest.evidence.end,
      )
      const open = grammar.partsOpen.exec(between)
      if (open !== null) partOf = slot(j, null, 'part:of-total')
    }
    return { ...rest, partOf }
  })
}
