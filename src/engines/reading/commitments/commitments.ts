import { type Discourse, readDiscourse } from '../discourse.ts'
import { hasParagraphs } from '../matter.ts'
import type { NameCandidate } from '../names/candidate.ts'
import { withoutUnsureAreas } from '../names/merge.ts'
import type { SentenceNames } from '../names/names.ts'
import type { Commitment, Mention, Slot, StageEvent } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { onceEach, stageEventOf } from '../stages/events.ts'
import { readCards } from '../tables/cards.ts'
import { readSheets } from '../tables/sheets.ts'
import type { Tables } from '../tables/tables.ts'
import { withoutYardsticks } from '../yardstick.ts'
import { type CommitmentInput, type Draft, Flow, slot } from './draft.ts'
import { finishDates, noticeTerm, noticeYear, partDates, pastDates, siblings, totalDates } from './due/finish.ts'
import { finishEach } from './due/finish-each.ts'
import { projectDates } from './due/of-project.ts'
import { joinedDates, sentenceDates } from './due/of-sentence.ts'
import { itemsOfBudget } from './layout/budget-list.ts'
import { applyCards } from './layout/card.ts'
import { CellFinder } from './layout/cell.ts'
import { isListOfWorks } from './layout/listed-works.ts'
import { asPledges, isPledgeList, ownLines } from './layout/pledge-list.ts'
import { entriesOf, readEntries } from './layout/register.ts'
import { applySheets } from './layout/sheet.ts'
import { matterDates } from './matter.ts'
import { landOfProjectsOff } from './off.ts'
import { inheritDates } from './parts/inheritance.ts'
import { partsTakeDates } from './parts/parts.ts'
import { dropRepeats } from './parts/repeats.ts'
import { partsTakeSlots } from './parts/slots.ts'
import { totalsOf } from './parts/totals.ts'
import { placesOfBlocks } from './place/block.ts'
import { elsewhere, resultsOfOffice } from './place/elsewhere.ts'
import { areasOf, byMainSite, headlineEnd, inFull, parkAsFirst } from './place/names.ts'
import { placesSaidNext } from './place/next-site.ts'
import { seatsOfWorks } from './place/seat.ts'
import { placesOfProject } from './project.ts'
import { isQuantity, readSentence } from './sentence.ts'
import { broughtBySigning, cancelledNext, openingSigned, signedNext, totalsOfParties } from './stage/stage.ts'
import { stepsTold } from './stage/step.ts'
import { budgetsToCome } from './value/budget-to-come.ts'
import { countedAlike } from './value/counted.ts'
import { whatOf } from './what.ts'
import { ministryOf, stagesOfProject, worksBegun } from './works.ts'
import { worksOpened } from './works-opened.ts'

/**
 * Commitments (약속된 수치): one for each number that somebody promised, signed, built or achieved.
 * A number becomes one only where a rule names its indicator; averages, prices, markets and per-head ceilings do not.
 */
export function readCommitments(found: CommitmentInput): { commitments: Commitment[]; stages: StageEvent[] } {
  const entries = entriesOf(found.text, found.units)
  return entries === null ? readMatters(found) : readEntries(found, entries, readMatters)
}

/** How many sentences are understood from one word about the progress to the next. */
const SENTENCES_A_STEP = 200

function readMatters(found: CommitmentInput): { commitments: Commitment[]; stages: StageEvent[] } {
  const sure = withoutUnsureAreas(found.text, withoutYardsticks(found.text, found.named))
  const input: CommitmentInput = { ...found, named: withoutAddresses(sure, found.tables) }
  const { text, units: sentences, named, mentions } = input
  const discourse = readDiscourse(text, sentences, named, mentions)
  const bodyFrom = sentences.findIndex((u) => /[다요][.”"]/.test(text.slice(u.end - 2, u.end)))
  const flow = new Flow(hasParagraphs(text, sentences), bodyFrom)
  flow.pledges = isPledgeList(text, input.sentences)
  flow.steps = stepsTold(text, sentences)
  const drafts: Draft[] = []
  const events: StageEvent[] = []
  const cells = new CellFinder(input.tables.cells)
  const dates: Mention[] = []
  let cursor = 0
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!
    if (s % SENTENCES_A_STEP === SENTENCES_A_STEP - 1) input.onProgress?.(sentence.start)
    const here: number[] = []
    while (cursor < mentions.length && mentions[cursor]!.start < sentence.end) {
      if (mentions[cursor]!.start >= sentence.start && isQuantity(mentions[cursor]!)) here.push(cursor)
      cursor++
    }
    const known = drafts.length
    readSentence(input, discourse, flow, s, here, drafts, cells, dates)
    const said: Mention[] = []
    for (const index of here) if (mentions[index]!.kind === 'date') said.push(mentions[index]!)
    const event = drafts.length > known ? null : stageEventOf(input, discourse, flow, s, (at) => input.sentences[spanAt(input.sentences, at)]!, said)
    if (event !== null) {
      events.push(event)
      // an agreement told of what has opened since undoes no opening
      if (
        flow.matter !== null &&
        !(flow.matter.step?.stage.value === 'operation' && (event.stage.value === 'mou' || event.stage.value === 'contract'))
      )
        flow.matter.step = event
    }
    dates.push(...said)
    while (dates.length > DATES_KEPT) dates.shift()
  }
  const ministry = ministryOf(text, mentions, sentences)
  for (const draft of drafts) draft.subject = ofMinistry(draft.subject, ministry)
  applySheets(drafts, readSheets(text, input.sentences, mentions, input.published, input.tables.turned))
  applyCards(drafts, readCards(text, input.sentences))
  if (flow.pledges) asPledges(text, input.sentences, mentions, drafts)
  itemsOfBudget(text, sentences, named, drafts, discourse)
  totalsOfParties(drafts, discourse)
  signedNext(text, sentences, drafts)
  broughtBySigning(text, sentences, drafts, bodyFrom)
  openingSigned(text, sentences, named, drafts, bodyFrom)
  cancelledNext(text, sentences, drafts, discourse, flow.matters)
  sentenceDates(text, drafts)
  joinedDates(text, drafts)
  partDates(text, sentences, drafts)
  finishDates(text, sentences, named, mentions, drafts, discourse, flow.matters, flow.steps)
  totalDates(drafts)
  noticeTerm(text, mentions, drafts)
  noticeYear(text, sentences, drafts)
  siblings(drafts)
  partsTakeDates(text, sentences, drafts)
  seatsOfWorks(text, sentences, named, drafts)
  if (flow.topics < SEVERAL_TOPICS) worksOpened(text, sentences, mentions, drafts, input.published)
  const listed = isListOfWorks(text, sentences, drafts)
  matterDates(drafts, input.published, listed)
  inheritDates(text, sentences, mentions, drafts, input.published)
  pastDates(drafts, input.published)
  worksBegun(text, sentences, drafts)
  if (!listed && flow.topics < SEVERAL_TOPICS) projectDates(text, sentences, mentions, drafts, discourse, input.published)
  stagesOfProject(text, drafts, input.published)
  budgetsToCome(text, sentences, drafts, input.published)
  countedAlike(drafts)
  landOfProjectsOff(text, sentences, drafts)
  placesSaidNext(drafts)
  if (flow.topics < SEVERAL_TOPICS) placesOfProject(text, sentences, named, drafts, discourse, flow.bodyFrom, flow.matters)
  placesOfBlocks(text, sentences, named, drafts)
  finishEach(text, sentences, named, mentions, drafts, input.published)
  elsewhere(drafts, discourse)
  resultsOfOffice(drafts, sentences)
  if (flow.pledges) ownLines(drafts)
  return { commitments: finish(input, dropRepeats(text, drafts), discourse), stages: onceEach(events) }
}

/** A city in the address of a sheet or a record is where the matter lies, not who acts. */
function withoutAddresses(named: readonly SentenceNames[], { names }: Tables): readonly SentenceNames[] {
  const places = names.filter(({ kind }) => kind === 'place')
  if (places.length === 0) return named
  const inside = (name: NameCandidate): boolean => places.some(({ start, end }) => name.start >= start && name.end <= end)
  return named.map((one) =>
    one.names.some((name) => name.kind === 'organisation' && inside(name))
      ? { ...one, names: one.names.filter((name) => name.kind !== 'organisation' || !inside(name)) }
      : one,
  )
}

/** From so many headings on, a text is an interview or a collection: no project is that of all of it. */
const SEVERAL_TOPICS = 2

/** Dates of earlier sentences that "같은 해" may mean. */
const DATES_KEPT = 4

function finish(input: CommitmentInput, drafts: readonly Draft[], discourse: Discourse): Commitment[] {
  const { text, sentences, units } = input
  const parts = totalsOf(text, units, drafts)
  partsTakeSlots(drafts, parts)
  const full = input.mentions
    .filter((m) => m.kind === 'place')
    .map((m) => (m.rule === 'place:in-city' ? (m.value as string) : m.text))
    .filter((name) => name.includes(' '))
  const parks = new Map<string, number>()
  for (const { kind, text: name, start } of input.mentions)
    if (kind === 'place' && /산(?:업단지|단)$/.test(name) && !parks.has(name)) parks.set(name, start)
  const headline = headlineEnd(text)
  const printed = printedNames(text, input.mentions)
  const areas = areasOf(text)
  return drafts.map((draft, k) => ({
    subject: asPrinted(draft.subject, printed),
    counterpart: counterparts(draft, discourse),
    what: whatOf(text, draft, units[draft.sentence]!),
    indicator: draft.indicator,
    mention: draft.mentionIndex,
    value: draft.mention.value as number,
    valueMax: draft.mention.valueMax,
    unit: draft.mention.unit ?? '',
    approximate: draft.mention.approximate,
    due: draft.due,
    start: draft.start,
    place: areas(parkAsFirst(inFull(text, byMainSite(draft, full), full), parks, headline)),
    stage: draft.stage,
    partOf: parts[k]!,
    evidence: draft.line ?? sentences[spanAt(sentences, draft.mention.start)]!,
    certainty: draft.mention.certainty * 0.8,
  }))
}

/** What goes on after "정부는" in a ministry's text is the ministry's; the sentence itself says 정부. */
const ofMinistry = (subject: Slot<string | null>, ministry: string | null): Slot<string | null> =>
  subject.value === '정부' && subject.rule !== 'subject:topic' && ministry !== null ? { ...subject, value: ministry } : subject

/** How the text itself writes the organisations whose full name it never gives: 울산시, 한국전력. Provinces and ministries keep their full names, which everybody knows them by. */
function printedNames(text: string, mentions: readonly Mention[]): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  const asked = new Set<string>()
  for (const { kind, value, text: words } of mentions) {
    if (kind !== 'organisation' || typeof value !== 'string' || value === words || asked.has(value) || /(?:(?<!특별자치)도|부)$/.test(value)) continue
    // a look through the whole text for each name: a register of thousands keeps the full names
    if (asked.size === MOST_ASKED) break
    asked.add(value)
    // a caption names the building: 전북도청
    const name = words.endsWith('청') && !value.endsWith('청') ? words.slice(0, -1) : words
    if (!text.includes(value)) out.set(value, name)
  }
  return out
}

const MOST_ASKED = 64

const asPrinted = (subject: Slot<string | null>, printed: ReadonlyMap<string, string>): Slot<string | null> =>
  subject.value === null || !printed.has(subject.value) ? subject : { ...subject, value: printed.get(subject.value)! }

function counterparts(draft: Draft, discourse: Discourse): Slot<string>[] {
  if (draft.stage.value !== 'mou' && draft.stage.value !== 'contract') return []
  return discourse.parties.filter((p) => p !== draft.subject.value).map((p) => slot(p, null, 'counterpart:party'))
}
