import { computeFigure as compute, formulaOf } from '#capabilities/portfolio/index'
import type { Figure } from '#record/figure'
import type { Db } from '#store/store'

/** A figure that somebody asks for, by its formula and what the formula is asked about. */
export interface AskedFigure {
  formula: string
  parameters: Record<string, string>
}

/** The parameters that the formula heeds, without empty ones: what tells one series from another. */
export function heeded(asked: AskedFigure): Record<string, string> {
  const formula = formulaOf(asked.formula)
  return Object.fromEntries(Object.entries(asked.parameters).filter(([name, value]) => value !== '' && (formula?.parameters.includes(name) ?? true)))
}

/** The figure as somebody outside may know it: nothing confidential counts. */
export const computeFigure = (
  db: Db,
  at: { officeId: string; timeZone: string; asOf: string | null; knownOn: string | null; now: Date },
  asked: AskedFigure,
): Promise<Figure> =>
  compute(db, at.officeId, {
    formula: asked.formula,
    parameters: heeded(asked),
    asOf: at.asOf,
    knownOn: at.knownOn,
    confidential: false,
    now: at.now,
    timeZone: at.timeZone,
  })

/** How many subjects the figure has once everything confidential counts: for the publisher's eyes only. */
export const countWithConfidential = async (
  db: Db,
  at: { officeId: string; timeZone: string; asOf: string | null; knownOn: string | null; now: Date },
  asked: AskedFigure,
): Promise<number> => {
  const whole = await compute(db, at.officeId, {
    formula: asked.formula,
    parameters: heeded(asked),
    asOf: at.asOf,
    knownOn: at.knownOn,
    confidential: true,
    now: at.now,
    timeZone: at.timeZone,
    quotes: false,
  })
  return whole.inputs.length + whole.counted.length
}
