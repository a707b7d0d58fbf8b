import type { Day } from '../dates/dates.ts'
import type { Matter } from '../matter.ts'
import type { NameCandidate } from '../names/candidate.ts'
import type { SentenceNames } from '../names/names.ts'
import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Cell, Tables } from '../tables/tables.ts'
import type { Aims } from './layout/aims.ts'

/** What the clause rules read: the text, its names and its quantities, found before. */
export interface CommitmentInput {
  readonly text: string
  /** Sentences and lines: what is quoted as evidence. */
  readonly sentences: readonly Span[]
  /** Sentences put together again where lines break them: what is read. `named` runs beside it. */
  readonly units: readonly Span[]
  readonly named: readonly SentenceNames[]
  readonly mentions: readonly Mention[]
  readonly tables: Tables
  readonly reference: Day | null
  /** The day of publication as `YYYY-MM-DD`, where it is known. */
  readonly published: string | null
  readonly onProgress?: ((read: number) => void) | undefined
}

/** What flows from one sentence to the next. A class: literals filled field by field keep their first shapes in V8, and every document would throw its compiled readers away. */
export class Flow {
  subject: Slot<string | null> | null = null
  /** Stage of the matter at hand and how many sentences ago it was said. */
  stage: Slot<Stage> | null = null
  stageAge = 99
  /** Whose number the stage was read from. */
  stageSubject: string | null = null
  /** Whether empty lines divide the text into paragraphs. */
  readonly paragraphs: boolean
  /** The office whose line of a list is being read: "강릉시 1. …". */
  lineOffice: string | null = null
  /** The agreement spoken of last: its parties, and whether more signed than are named. */
  agreement: {
    readonly parties: ReadonlySet<string>
    readonly withFirms: boolean
    readonly several: boolean
    readonly counted: boolean
    readonly sentence: number
  } | null = null
  /** The step of a work that each sentence goes on about. */
  steps: readonly (string | null)[] = []
  /** The matter of every sentence read so far. */
  readonly matters: (Matter | null)[] = []
  /** What the heading over these lines says of them. */
  heading: { readonly stage: Slot<Stage>; readonly sentence: number; readonly title: boolean; readonly part: boolean } | null = null
  /** Organisations that a sentence joined, in order. */
  group: { readonly names: readonly NameCandidate[]; readonly sentence: number } | null = null
  /** The firms of the last sentence that named more than one. */
  several: { readonly names: readonly NameCandidate[]; readonly sentence: number } | null = null
  /** The matter that the subject was said of. */
  subjectMatter: number | null = null
  /** The matter that the stage was read of. */
  stageMatter: number | null = null
  /** Stage of the office's own last number. */
  officeStage: Slot<Stage> | null = null
  place: Slot<string> | null = null
  /** The one site that the text has named so far; null where it has named several. */
  onlySite: Slot<string> | null | undefined = undefined
  /** The site that each one who acts was last said to build at. */
  readonly sites: Map<string, Slot<string>> = new Map()
  /** Subject that the carried place belongs to. */
  placeOf: string | null = null
  /** The matter that the carried place was said of. */
  placeMatter: number | null = null
  /** The last site named, with the sentence that names it and whether it is its topic. */
  lastPlace: { readonly slot: Slot<string>; readonly sentence: number; readonly topic: boolean } | null = null
  /** Where works were last said to have been begun or opened with a ceremony: "북평국가산단에서 기공식이 열렸다". */
  ceremony: { readonly slot: Slot<string>; readonly sentence: number } | null = null
  /** The park named last, which "같은 단지" means. */
  lastPark: Slot<string> | null = null
  /** Where what several firms bring together was last said to go. */
  totalPlace: { readonly slot: Slot<string>; readonly sentence: number } | null = null
  /** Where several firms come that the sentences after it tell of one by one: "천안 북부산단에는 4개 기업이 …". */
  led: { readonly slot: Slot<string>; readonly sentence: number } | null = null
  /** Index of the sentence being read. */
  sentence = 0
  /** What the last amount of money counted, and whether it stood under a heading. */
  money: Indicator | null = null
  /** Where the running text begins: the first unit that ends as a sentence. */
  bodyFrom: number
  /** The firm named last. */
  firm: Slot<string> | null = null
  matter: Matter | null = null
  /** Whether the office has turned to something else, in a text about what is off. */
  anew = false
  /** The firms that were said to invest, build or hire; and who was said so last, a firm or an office. */
  readonly investors: Set<string> = new Set()
  investor: string | null = null
  /** The last count that was promised or reached: what the next sentence may divide. */
  counted: { readonly value: number; readonly indicator: Indicator } | null = null
  /** Whether what is told are figures of the whole country that a ministry counted, and nobody else has spoken since. */
  national = false
  /** Whether the lines stand under a heading of what a project is expected to bring (기대효과). */
  expecting = false
  /** The site that a question of minutes asks about. */
  askedPlace: { readonly slot: Slot<string>; readonly sentence: number } | null = null
  /** The firm that heads the item of a list being read. */
  itemFirm: Slot<string> | null = null
  /** The government that a sentence opened with last: "경북도는 28일 … 공개했다". */
  topicOffice: { readonly value: string; readonly sentence: number } | null = null
  /** The office whose piece of news is told: "◆ 속초시 = 시는 …". */
  itemOffice: string | null = null
  /** The city that a sentence opened with last as its topic: "구미에서는". */
  topicCity: { readonly value: string; readonly sentence: number } | null = null
  /** What the heading of aims over these lines says. */
  aims: Aims | null = null
  /** Headings under marks that opened a topic of their own so far. */
  topics = 0
  /** Those who run against the candidate of the text, by their family names: "성 후보는". */
  readonly rivals: Map<string, Slot<string>> = new Map()
  /** The family name of the candidate. */
  runner: string | null = null
  /** The rival who spoke last, null where the candidate did. */
  rival: Slot<string> | null = null
  /** Whether the lines being read stand under a numbered item of a plan. */
  items = false
  /** Whether jobs were promised before. */
  jobs = false
  /** Whether the document is a list of promises. */
  pledges = false

  constructor(paragraphs: boolean, bodyFrom: number) {
    this.paragraphs = paragraphs
    this.bodyFrom = bodyFrom
  }
}

/** Another matter begins: whose the last one was, where it lay, how far it came and who invested in it say nothing of what follows. */
export function nothingGoesOn(flow: Flow): void {
  flow.subject = null
  flow.stage = null
  flow.place = null
  flow.lastPlace = null
  flow.sites.clear()
  flow.firm = null
  flow.investor = null
  flow.investors.clear()
  flow.money = null
  flow.several = null
  flow.group = null
}

/** A commitment before dates, repeats and parts are settled over the whole document. */
export interface Draft {
  readonly mentionIndex: number
  readonly mention: Mention
  readonly sentence: number
  indicator: Slot<Indicator>
  readonly weight: number
  /** The step of a work that it is of: the "2" of "2단계"; null where it is of the whole. */
  readonly step: string | null
  /** The line, where a table states the value. */
  readonly line: Span | null
  /** The cell of a table that states the value. */
  readonly cell?: Cell
  /** The matter it belongs to. */
  readonly matter: Matter | null
  subject: Slot<string | null>
  due: Slot<DateValue | null>
  /** Up to when the agreements were counted that this is a sum of: the day of the results told beside it. */
  readonly counted: Slot<DateValue | null> | null
  start: Slot<DateValue | null>
  place: Slot<string | null>
  stage: Slot<Stage>
}

/** A filled slot: value, words, rule. */
export const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })
/** An empty slot with the reason why it is empty. */
export const nothing = (rule: string): Slot<null> => ({ value: null, span: null, rule })

/** The last of an ordered list that begins before a position. */
export const lastBefore = <T extends Span>(list: readonly T[], at: number): T | undefined => {
  let last: T | undefined
  for (const one of list) if (one.start < at) last = one
  return last
}

/** Rules that leave a due empty on purpose: nothing later may fill it. */
const CLOSED = new Set(['due:raised', 'due:sum-of-firms', 'due:count-of-firms', 'due:signed', 'due:expected'])

/** Whether no date was said with the number and none is ruled out. */
export const isOpenDue = (draft: Draft): boolean => draft.due.value === null && draft.due.span === null && !CLOSED.has(draft.due.rule)

/** The last day or month that a date names, to be compared. */
export const endOf = (value: DateValue | null): string => (value === null ? '' : typeof value === 'string' ? value : value.to)

/** Money that is spent on something: budgets and investments may add up; what comes of them is no part of them. */
export const isOutlay = (draft: Draft): boolean => draft.indicator.value === 'budget' || draft.indicator.value === 'investment'
