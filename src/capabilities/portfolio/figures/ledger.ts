import type { Phase } from '#data/stages'
import type { CountableFact } from '#engines/accounting/count-once'
import type { Funding } from '#engines/accounting/funding'
import type { Step } from '#engines/accounting/rate/commitment'
import type { SubjectKind } from '#record/subject'

/** A subject as figures see it: one that stands for its cluster, with the stage it had at the asked moment. */
export interface LedgerSubject {
  readonly id: string
  readonly kind: SubjectKind
  readonly name: string
  readonly nameEn: string | null
  readonly createdAt: string
  /** Names, aliases, place and industry in lower case, for finding. */
  readonly words: string
  readonly place: string | null
  readonly industry: string | null
  readonly team: string | null
  readonly ownerId: string | null
  /** 신규·증설 as a person set it; null where nobody did. */
  readonly investmentKind: 'new' | 'expansion' | null
  /** When its last stage was recorded, or when it was made. */
  readonly changedAt: string
  readonly stage: string | null
  readonly phase: Phase | null
  /** Day and event of the stage; null where not known. */
  readonly stageFrom: string | null
  readonly stageEventId: string | null
  /** Every stage it came to by the asked moment. */
  readonly steps: readonly Step[]
}

export interface LedgerFact extends CountableFact {
  readonly indicator: string
  /** Whose money it is, as somebody said or as the part is named; null where nobody says. */
  readonly funding: Funding | null
  /** First day after the time it is due; null where no end was said. */
  readonly dueTo: string | null
  /** First day after the time it is true for; null where that is open. */
  readonly periodTo: string | null
}

export interface LedgerMilestone {
  readonly id: string
  readonly kind: 'task' | 'milestone' | 'obligation'
  readonly ownerId: string | null
  readonly subject: string
  readonly title: string
  readonly dueOn: string
  /** Open at the asked day: neither done nor waived by then. */
  readonly open: boolean
}

/** 장부: all that a formula may look at, as it was at both clocks and as far as the reader may see. Formulas are functions of it and of nothing else. */
export interface Ledger {
  readonly subjects: readonly LedgerSubject[]
  readonly facts: readonly LedgerFact[]
  /** subject → the subjects that it is part of */
  readonly wholes: ReadonlyMap<string, readonly string[]>
  /** subject → our part of a joint agreement, between 0 and 1; absent where it is ours alone */
  readonly shares: ReadonlyMap<string, string>
  readonly milestones: readonly LedgerMilestone[]
  /** The day that "overdue" is measured against. */
  readonly day: string
}
