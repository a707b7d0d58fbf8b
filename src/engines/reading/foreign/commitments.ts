import type { Day } from '../dates/dates.ts'
import type { Commitment, Indicator, Mention, Slot, Span, Stage, StageEvent } from '../reading.ts'
import { actsInClause } from './acting.ts'
import { apart, carryStage, chooseStage, signsOnly, stageAt } from './chosen-stage.ts'
import { promisedAhead, type Told, toldBy } from './dated-ahead.ts'
import { datesOf, finishes, finishSpoken, inheritDue, type Spoken } from './due.ts'
import { actorOf, framesOf, governing, isActing, isItsDay, isStaff, measuredBy, ownerOf, stageBy } from './english/frames.ts'
import { type Flow, meant, newFlow, passOn, remember } from './flow.ts'
import type { Grammar } from './grammar.ts'
import { isHanCeiling } from './han/ceilings.ts'
import { headOf } from './han/chinese-heads.ts'
import { giverOf } from './han/giver.ts'
import { cuesOf, indicatorOf } from './indicator.ts'
import { isItem, measuredByList, ownerOfItem } from './items.ts'
import type { Language } from './language.ts'
import { ownerOfApposed, ownerOfBracket, sharedOut } from './listed.ts'
import type { Name } from './name.ts'
import { pairedDay } from './pairs.ts'
import { CAPACITY, cityOf, counterpartsOf, firmOf, isPromisable, isPromise, opensParts, SIGNING, SUMMED, whatOf } from './promised.ts'
import { noteReporter, tellsLead } from './reporter.ts'
import { respectively } from './respectively.ts'
import { isBaseline, isCeiling, isProfile, isRestated, withoutHearsay } from './restated.ts'
import { isSite, noteSite, placeOf } from './site.ts'
import { type Site, sitesIn, withSites } from './sites.ts'
import { clauseAround, type StageFound, saidBeside, stageBehind, stageIn } from './stage.ts'
import { stageEventIn } from './stage-events.ts'
import { governs, type Party, RECKONS, subjectOf } from './subject.ts'
import { withoutRepeats, withParts } from './totals.ts'

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

/** A line of a list or form, no sentence. */
const ITEM_END = /[^.!?。！？”"]$/

export interface Draft extends Omit<Commitment, 'partOf' | 'counterpart'> {
  readonly sentence: number
  counterpart: readonly Slot<string>[]
}

/**
 * Commitments (약속된 수치) of a document in English, Chinese or Japanese: a figure becomes one where a word of its clause names what it measures and
 * something says that it is promised, signed, built or achieved. Statistics, denials, old values and amounts per head do not.
 */
export function foreignCommitments(input: ForeignInput): { commitments: Commitment[]; stages: StageEvent[] } {
  const { text, grammar, sentences, mentions, names } = input
  const flow = newFlow()
  const drafts: Draft[] = []
  const events: StageEvent[] = []
  const spoken: Spoken[] = []
  const sites: Site[] = []
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
    remember(text, sentence, names[s]!, flow, grammar)
    noteReporter(
      text,
      sentence,
      s,
      names[s]!,
      figures.map((k) => mentions[k]!),
      flow,
      grammar,
    )
    const named = subjectOf(text, sentence, names[s]!, grammar, input.language)
    const party = named.subject === null ? { ...named, subject: meant(body, flow, grammar) } : named
    const known = drafts.length
    const grounds = names[s]!.filter((name) => isSite(text, sentence, name, grammar))
    // the lines of a form age nothing: 3. 投資金額　1,300億ウォン
    if (input.language === 'en' || !isItem(body)) flow.age++
    const days = here.map((k) => mentions[k]!).filter((m) => m.kind === 'date')
    const told = input.language === 'zh' ? toldBy(text, days, input.reference) : null
    const heard = stageIn(body, sentence.start, grammar, told?.later)
    // 竣工 … 2017年动工: when work on a plant that runs began is no step of its own
    const began = heard?.stage === 'construction' && flow.stage?.value === 'operation' && flow.age < 4 && told?.over(heard.span.start) === true
    const said = began ? null : heard
    const denied = grammar.denied.test(body) && !grammar.cancelled.test(body)
    if (!denied && figures.length > 0) readFigures(input, s, grounds, here, figures, body, party, said, told, flow, drafts)
    if (denied) {
      flow.stage = null
      withoutHearsay(text, drafts, s)
    }
    const step =
      denied || drafts.length > known
        ? null
        : stageEventIn(
            text,
            sentence,
            said,
            party,
            flow,
            names[s]!,
            here.map((k) => mentions[k]!),
            grammar,
          )
    if (step !== null) events.push(step)
    if (figures.length === 0 && !denied) spoken.push(...finishSpoken(input, s, here, (party.subject ?? flow.subject).value))
    if (drafts.length === known && figures.every((k) => mentions[k]!.kind === 'length') && !denied)
      finishes(input, s, here, (party.subject ?? flow.subject).value, drafts)
    tellsLead(drafts, s, said, flow)
    const acted = drafts.length > known ? drafts.at(-1)!.subject : party.subject
    const onlySigned = drafts.length === known && said !== null && signsOnly(drafts, s, said, acted, denied, flow, grammar, input.language)
    if (!onlySigned && acted !== null && acted.value !== null) flow.subject = { ...acted, rule: 'subject:before' }
    const severally = ITEM_END.test(body) && new Set(drafts.slice(known).map(({ subject }) => subject.value)).size > 1
    passOn(s, acted !== null, severally, flow, grammar)
    noteSite(text, sentence, grounds, flow, grammar)
    sitesIn(text, sentence, s, grounds, flow, grammar, sites)
    const leads = flow.reporter === null ? null : firmOf(party.subject, grammar)
    if (party.counterparts.length > 0) flow.parties = leads === null ? party.counterparts : [leads, ...party.counterparts]
    if (said !== null && !denied) carryStage(said, flow, input.language)
    const cancels = said?.stage === 'cancelled' && figures.length === 0
    if (cancels)
      for (const draft of drafts)
        if (draft.sentence === s - 1) drafts[drafts.indexOf(draft)] = { ...draft, stage: slot('cancelled', said.span, 'stage:next') }
  }
  return { commitments: withParts(text, grammar, withSites(inheritDue(withoutRepeats(text, drafts, grammar), spoken), sites)), stages: events }
}

function readFigures(
  input: ForeignInput,
  s: number,
  grounds: readonly Name[],
  here: readonly number[],
  figures: readonly number[],
  body: string,
  party: Party,
  said: StageFound | null,
  told: Told | null,
  flow: Flow,
  drafts: Draft[],
): void {
  const { text, grammar, sentences, mentions, names } = input
  const sentence = sentences[s]!
  const around = here.map((k) => mentions[k]!)
  const dates = around.filter((m) => m.kind === 'date')
  const counted = figures.map((k) => mentions[k]!)
  const cues = cuesOf(body, sentence.start, grammar)
  const groups = input.language === 'en' && counted.some(isPromisable) ? framesOf(text, sentence, names[s]!, around) : []
  // うち12億円は: parts that a sentence opens with are of the money before
  const promised = drafts.some(({ stage }) => stage.value !== 'result')
  let lastMoney: Indicator | null = opensParts(body, grammar) ? (drafts.findLast(({ unit }) => unit.length === 3)?.indicator.value ?? null) : null
  for (let f = 0; f < figures.length; f++) {
    const mention = mentions[figures[f]!]!
    if (typeof mention.value !== 'number' || mention.unit === null) continue
    const previous = f > 0 ? mentions[figures[f - 1]!]! : null
    let after = f + 1
    // an amount said again in brackets parts nothing
    if (after < figures.length && isRestated(text, mentions[figures[after]!]!, mention)) after++
    const next = after < figures.length ? mentions[figures[after]!]! : null
    if (text.slice(mention.start - 4, mention.start) === 'per ' || isRestated(text, mention, previous) || isBaseline(text, mention, next, grammar))
      continue
    if (promised && isProfile(text, sentence, mention, grammar)) continue
    const clause = clauseAround(text, sentence, mention, grammar)
    const verb = governing(groups, mention)
    if (input.language !== 'en' && isHanCeiling(text, clause, sentence, mention)) continue
    if (isCeiling(text, clause, mention) || (verb !== null && isActing(verb, mention))) continue
    // how many a firm employs anyway
    if (promised && verb !== null && isStaff(verb) && said?.stage !== 'operation' && flow.stage?.value !== 'operation') continue
    if (verb?.denied === true && !grammar.cancelled.test(body)) continue
    const clauseStage = stageIn(text.slice(clause.start, clause.end), clause.start, grammar, told?.later)
    const own = verb === null ? clauseStage : stageBy(verb, text, clauseStage, CAPACITY.has(mention.unit))
    const parties = party.counterparts.length > 0 ? party.counterparts : flow.parties
    const governments = parties.filter((one) => governs(one.value, grammar))
    const sums = SUMMED.test(text.slice(Math.max(sentence.start, mention.start - 16), mention.start)) || grammar.together.test(body)
    const summed = sums ? ((parties.length > 1 ? governments[0] : undefined) ?? flow.reporter ?? undefined) : undefined
    if (summed !== undefined) {
      if (flow.reporter === null) flow.reporterSince = s
      flow.reporter = summed
    }
    const share = respectively(text, body, mention, figures, mentions, names[s]!, grammar)
    const item = input.language === 'en' ? null : ownerOfItem(text, sentence, names[s]!)
    const listed = ownerOfBracket(text, sentence, mention, names[s]!) ?? item
    const apposed = input.language === 'en' ? ownerOfApposed(text, sentence, mention, names[s]!) : null
    const head = input.language === 'zh' ? headOf(text, sentence, mention, names[s]!, grammar) : null
    const framed = verb === null || summed !== undefined ? null : actorOf(text, sentence, verb, names[s]!, flow, grammar)
    const acts = summed === undefined ? actsInClause(text, sentence, clause, mention, names[s]!, flow, grammar) : null
    // a firm right before its figure stands nearer than the verb that both share
    const from = acts?.span?.end ?? mention.start
    const nearer =
      acts !== null && groups.every(({ start, mode }) => start < from || start > mention.start || (mode !== 'finite' && mode !== 'ahead'))
    const giver = input.language === 'en' ? null : giverOf(text, sentence, mention, names[s]!, grammar)
    const acting = giver ?? share ?? listed ?? apposed ?? head ?? (nearer ? acts : (framed ?? acts))
    const actor =
      acting ??
      (verb === null || summed !== undefined || (party.subject !== null && drafts.at(-1)?.sentence !== s)
        ? null
        : ownerOf(verb, drafts.at(-1)?.subject, s - (drafts.at(-1)?.sentence ?? -9), flow, grammar))
    // how many firms signed is told by the government they signed with
    const tallied = mention.unit === 'firms' && flow.reporter !== null && SIGNING.has(said?.stage ?? 'plan') ? flow.reporter : null
    const named = actor ?? (sharedOut(text, mention, party.subject) ? null : party.subject)
    // what a government signed with several firms at once is theirs together
    const joint = flow.reporterAt === s && actor === null ? flow.reporter : null
    // an institute only reckons what others promised
    const reckoned = named !== null && flow.reporter !== null && RECKONS.test(named.value) ? flow.reporter : null
    const subject = tallied ?? summed ?? joint ?? reckoned ?? named ?? flow.subject
    // the city drew nine firms, which will invest so much: their money, told by the city
    const firms = /(?:companies|firms|businesses)$/.test(verb?.actor.word ?? '')
    const government = !firms && (subject.value === null ? verb?.actor.kind === 'government' : governs(subject.value, grammar))
    if (sums && government) flow.reporter = subject as Slot<string>
    const measured = indicatorOf(
      input,
      mention,
      clause,
      body,
      cues,
      mention.kind === 'percent' ? (previous?.end ?? sentence.start) : fromOf(text, figures, f, mentions, sentence, grammar),
      next?.start ?? sentence.end,
      government && !sums && subject.rule !== 'subject:reports' && !(input.language === 'zh' && said?.stage === 'mou'),
      subject.rule === 'subject:clause' || subject.rule === 'subject:the-firm',
      lastMoney,
      input.language === 'ja' && subject.value !== null && !government,
    )
    const found =
      (item === null ? measured : (measured ?? measuredByList(mention, drafts))) ??
      (verb === null || grammar.statistic.test(body) ? null : measuredBy(text, verb, mention, government)) ??
      (listed !== null && mention.kind === 'money' ? slot<Indicator>('investment', null, 'indicator:listed') : null)
    if (found === null) continue
    if (mention.kind === 'money') lastMoney = found.value
    const lead = firmOf(party.subject, grammar) ?? firmOf(flow.subject, grammar) ?? firmOf(flow.parties[0] ?? null, grammar)
    let stage =
      chooseStage(
        own,
        verb === null ? saidBeside(text, sentence, mention, said, grammar) : stageBy(verb, text, said, CAPACITY.has(mention.unit)),
        flow,
        subject.value,
      ) ?? (isPromise(text, found) ? slot<Stage>('plan', null, 'stage:default') : null)
    if (stage === null) continue
    stage = apart(text, clause, mention, stage, own ?? said, found.value, government)
    // a plant that runs cost what it cost: no achievement of its own
    if (stage.value === 'result' && flow.stage?.value === 'operation' && flow.stageOf === subject.value && input.language === 'en')
      stage = { ...flow.stage, rule: 'stage:flow' }
    // what a government has set aside of its own is signed with nobody
    if (input.language !== 'en' && found.value === 'budget' && government && stage.rule === 'stage:flow' && SIGNING.has(stage.value))
      stage = slot<Stage>('plan', found.span, 'stage:own-money')
    stage = promisedAhead(stage, (own ?? (next === null ? said : null))?.stage, body, dates, input.language, input.reference)
    if (apposed !== null) stage = stageBehind(text, sentence, mention, stage, grammar)
    const { due, start } = datesOf(
      text,
      sentence,
      mention,
      pairedDay(mention, counted, dates) ?? (verb === null ? dates : dates.filter((date) => isItsDay(text, grammar, groups, verb, date, counted))),
      clause,
      grammar,
      stage.value,
      input.reference,
    )
    const lies = placeOf(text, sentence, mention, grounds, subject, stage.value, flow, grammar)
    // what a firm signs with one city is for that city
    const place = lies.value === null && stage.value === 'mou' ? (cityOf(parties, subject.value) ?? lies) : lies
    stage = stageAt(stage, own ?? said, place, subject.value, flow)
    drafts.push({
      subject,
      counterpart: counterpartsOf(
        stage.value,
        subject,
        (summed !== undefined || tallied !== null) && s - flow.reporterSince <= 1 ? lead : null,
        // a firm that acts for itself has the governments on the other side, not the firms beside it
        actor !== null && governments.length > 0 ? [...(flow.reporter === null ? [] : [flow.reporter]), ...governments] : parties,
      ),
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
    if (place.value !== null && place.span !== null && place.rule === 'place:named') {
      flow.spread = flow.placeOf === subject.value && (flow.spread || flow.place.value !== place.value)
      flow.place = { ...place, rule: 'place:before' }
      flow.placeOf = subject.value
    }
  }
}

/** Where the words that may measure a figure begin: behind the figure before it, over the old value of a change (年産能力を2万トンから5万トンに). */
function fromOf(text: string, figures: readonly number[], f: number, mentions: readonly Mention[], sentence: Span, grammar: Grammar): number {
  let k = f - 1
  while (k >= 0 && isBaseline(text, mentions[figures[k]!]!, mentions[figures[k + 1]!]!, grammar)) k--
  return k < 0 ? sentence.start : mentions[figures[k]!]!.end
}
