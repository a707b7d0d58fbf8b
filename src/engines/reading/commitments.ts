import type { Day } from './dates.ts'
import type { SentenceNames } from './names.ts'
import type { Commitment, Mention, Span } from './reading.ts'

export interface CommitmentInput {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly named: readonly SentenceNames[]
  readonly mentions: readonly Mention[]
  readonly reference: Day | null
}

export function readCommitments(_input: CommitmentInput): Commitment[] {
  return []
}
