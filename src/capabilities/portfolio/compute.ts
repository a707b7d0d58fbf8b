import { ProblemError } from '#api/problem'
import type { SameSubject } from '#engines/accounting/clusters'
import type { Figure, FigureQuote } from '#record/figure'
import type { Db } from '#store/store'
import type { Formula } from './figures/formula.ts'
import type { Ledger } from './figures/ledger.ts'
import { formulaOf, formulas } from './figures.ts'
import { loadLedger } from './queries/ledger.ts'
import { quotesOfFacts, quotesOfStageEvents } from './queries/quotes.ts'

/** Which figure, as of when, as known when, for whom. */
export interface FigureQuery {
  readonly formula: string
  readonly parameters?: Readonly<Record<string, string>>
  /** True on this day; null or left out for whatever day. */
  readonly asOf?: string | null
  /** As known at this instant; null or left out for now. */
  readonly knownOn?: string | null
  /** Whether confidential subjects and documents count. Never for anything public. */
  readonly confidential: boolean
  /** The moment of the request. */
  readonly now: Date
  /** The office's time zone, for what today is. */
  readonly timeZone?: string
  /** Subjects to be taken as the same, to see what joining them would do. */
  readonly supposing?: readonly SameSubject[]
  /** False leaves the quotes out, for totals of long lists. */
  readonly quotes?: boolean
}

/**
 * 산출한다: work a figure out from the facts of an office.
 *
 * @throws ProblemError 404 for a formula that does not exist
 */
export async function computeFigure(db: Db, officeId: string, query: FigureQuery): Promise<Figure> {
  const [figure] = await computeFigures(db, officeId, [query.formula], query)
  return figure!
}

/** Several figures of the same parameters and clocks from one look at the ledger. */
export async function computeFigures(db: Db, officeId: string, ids: readonly string[], query: Omit<FigureQuery, 'formula'>): Promise<Figure[]> {
  const wanted = ids.map(formulaOrProblem)
  const ledgers = new Map<boolean, Ledger>()
  for (const past of new Set(wanted.map((formula) => formula.past ?? false))) {
    const own = wanted.filter((formula) => (formula.past ?? false) === past)
    ledgers.set(past, await ledgerFor(db, officeId, own, query))
  }
  return Promise.all(wanted.map((formula) => compute(db, officeId, formula, ledgers.get(formula.past ?? false)!, query)))
}

/**
 * A figure from a ledger that was loaded for it (and for others) at the clocks of the query.
 *
 * @throws ProblemError 404 for a formula that does not exist
 */
export const figureOfLedger = (db: Db, officeId: string, ledger: Ledger, query: FigureQuery): Promise<Figure> =>
  compute(db, officeId, formulaOrProblem(query.formula), ledger, query)

/** The ledger that formulas look at, at the clocks of a query. */
export function ledgerFor(db: Db, officeId: string, formulas: readonly Formula[], query: Omit<FigureQuery, 'formula'>): Promise<Ledger> {
  return loadLedger(db, officeId, {
    indicators: [...new Set(formulas.flatMap((formula) => formula.indicators))],
    asOf: query.asOf ?? null,
    knownOn: query.knownOn ?? null,
    confidential: query.confidential,
    supposing: query.supposing,
    // what was known is judged by its own day, so that an old question keeps its answer
    today: dayIn(query.knownOn ? new Date(query.knownOn) : query.now, query.timeZone ?? 'Asia/Seoul'),
    past: formulas.some((formula) => formula.past),
    kinds: (query.parameters?.investmentKind ?? '') !== '',
  })
}

async function compute(db: Db, officeId: string, formula: Formula, ledger: Ledger, query: Omit<FigureQuery, 'formula'>): Promise<Figure> {
  const parameters = Object.fromEntries(
    Object.entries(query.parameters ?? {})
      .filter(([name, value]) => formula.parameters.includes(name) && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const worked = formula.work(ledger, parameters)
  const reading = { confidential: query.confidential, knownOn: query.knownOn ?? null }
  const withQuotes = query.quotes ?? true
  const quotes = withQuotes ? await quotesOfFacts(db, officeId, worked.inputs, reading) : new Map<string, FigureQuote[]>()
  const eventIds = worked.counted.flatMap((one) => (one.eventId === null ? [] : [one.eventId]))
  const stageQuotes = withQuotes ? await quotesOfStageEvents(db, officeId, eventIds, reading) : new Map<string, FigureQuote[]>()
  const subjects = new Map(ledger.subjects.map((subject) => [subject.id, subject]))
  const facts = new Map(ledger.facts.map((fact) => [fact.factId, fact]))
  return {
    formula: formula.id,
    formulaVersion: formula.version,
    parameters,
    titleKo: formula.titleKo,
    titleEn: formula.titleEn,
    value: worked.value?.value ?? null,
    valueMax: worked.value?.valueMax ?? null,
    bound: worked.value?.bound ?? null,
    approximate: worked.value?.approximate ?? false,
    unit: formula.unit === 'KRW' || formula.unit === 'USD' ? (parameters.currency ?? formula.unit) : formula.unit,
    asOf: query.asOf ?? null,
    knownOn: query.knownOn ?? query.now.toISOString(),
    inputs: worked.inputs.flatMap((id) => {
      const fact = facts.get(id)
      if (!fact) return []
      return [
        {
          factId: id,
          subjectId: fact.subject,
          subjectName: subjects.get(fact.subject)?.name ?? '',
          indicator: fact.indicator,
          facet: fact.facet,
          value: fact.value,
          valueMax: fact.valueMax,
          bound: fact.bound,
          unit: fact.unit,
          approximate: fact.approximate,
          quotes: quotes.get(id) ?? [],
        },
      ]
    }),
    leftOut: [...worked.leftOut],
    counted: worked.counted.map((one) => {
      const subject = subjects.get(one.subjectId)
      return {
        subjectId: one.subjectId,
        subjectName: subject?.name ?? '',
        stage: subject?.stage ?? null,
        on: subject?.stageFrom ?? null,
        note: one.note,
        quotes: (one.eventId === null ? undefined : stageQuotes.get(one.eventId)) ?? [],
      }
    }),
  }
}

function formulaOrProblem(id: string): Formula {
  const formula = formulaOf(id)
  if (formula) return formula
  throw new ProblemError(
    404,
    'not-found',
    { ko: '그런 산식이 없습니다', en: 'There is no such formula' },
    { detail: { ko: `있는 것: ${formulas.map((one) => one.id).join(', ')}`, en: `There are: ${formulas.map((one) => one.id).join(', ')}` } },
  )
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export const dayIn = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
