import type { Bound, Commitment, DateValue, Indicator, Mention, MentionKind, Reading, Stage } from './reading.ts'

/** A mention in the JSON of the label guide: every key stands, null where it says nothing; `bound` and `per` only where the text gives them. */
export interface GuideMention {
  text: string
  start: number
  end: number
  kind: MentionKind
  value: number | DateValue | null
  unit: string | null
  value_max: number | null
  approx: boolean
  bound?: Bound
  per?: string
}

/** A commitment in the JSON of the label guide. */
export interface GuideCommitment {
  subject: string | null
  counterpart: string[]
  what: string
  indicator: Indicator
  value: number
  value_max: number | null
  unit: string
  approx: boolean
  due: DateValue | null
  start: DateValue | null
  place: string | null
  stage: Stage
  part_of: number | null
  evidence: [number, number]
}

export interface GuideReading {
  mentions: GuideMention[]
  commitments: GuideCommitment[]
}

function guideMention(m: Mention): GuideMention {
  const out: GuideMention = {
    text: m.text,
    start: m.start,
    end: m.end,
    kind: m.kind,
    value: m.value,
    unit: m.unit,
    value_max: m.valueMax,
    approx: m.approximate,
  }
  if (m.bound !== null) out.bound = m.bound
  if (m.per !== null) out.per = m.per
  return out
}

function guideCommitment(c: Commitment): GuideCommitment {
  return {
    subject: c.subject.value,
    counterpart: c.counterpart.map((slot) => slot.value),
    what: c.what.value,
    indicator: c.indicator.value,
    value: c.value,
    value_max: c.valueMax,
    unit: c.unit,
    approx: c.approximate,
    due: c.due.value,
    start: c.start.value,
    place: c.place.value,
    stage: c.stage.value,
    part_of: c.partOf === null ? null : c.partOf.value,
    evidence: [c.evidence.start, c.evidence.end],
  }
}

/** A reading in the JSON of the label guide, spans and rules of the single slots left out. */
export function toGuideShape(reading: Reading): GuideReading {
  return { mentions: reading.mentions.map(guideMention), commitments: reading.commitments.map(guideCommitment) }
}
