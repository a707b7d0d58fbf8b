import type { StageRow } from '#data/stages'

/** What the fold needs of a stage event. */
export interface StageStep {
  readonly toStage: string
  readonly occurredFrom: string | null
  readonly occurredTo: string | null
  readonly recordedAt: string
  readonly voidedAt: string | null
  /** A person decided it with a reason, so that it may also lead backwards without a date. */
  readonly deliberate: boolean
}

/**
 * 지금 단계: the stage that follows from the events of one subject. Voided events do not count. Dated events stand in the order of their dates, so that an old article read late does not lead back.
 * An event without a date takes its place by when it was recorded and leads only forward, unless a person decided it with a reason: a missing date is not today.
 * The order in which the events are handed in does not matter. No events give null.
 *
 * @example
 * foldStage([], []) // => null
 */
export function foldStage<S extends StageStep>(events: readonly S[], stages: readonly Pick<StageRow, 'stage' | 'ord'>[]): S | null {
  const ord = new Map(stages.map((row) => [row.stage, row.ord]))
  const place = (event: S) => ord.get(event.toStage) ?? 0
  const live = events
    .filter((event) => event.voidedAt === null)
    .sort(
      (a, b) =>
        order(a.recordedAt, b.recordedAt) || place(a) - place(b) || order(a.toStage, b.toStage) || Number(a.deliberate) - Number(b.deliberate),
    )
  let now: S | null = null
  for (const event of live) {
    const day = dayOf(event)
    if (day !== null && (now === null || order(day, dayOf(now) ?? '') > 0 || (day === dayOf(now) && place(event) >= place(now)))) now = event
  }
  for (const event of live) {
    if (dayOf(event) !== null) continue
    const later = now === null || order(event.recordedAt, now.recordedAt) > 0
    if (now === null || place(event) > place(now) || (later && event.deliberate)) now = event
  }
  return now
}

const dayOf = (event: StageStep) => event.occurredFrom ?? event.occurredTo
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
