import type { Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import type { Grammar } from './grammar.ts'
import { governs } from './subject.ts'

export const SIGNING: ReadonlySet<Stage> = new Set(['mou', 'contract'])

/** The one who acts, where that is no government. */
export const firmOf = (one: Slot<string | null> | null, grammar: Grammar): Slot<string> | null =>
  one === null || one.value === null || governs(one.value, grammar) ? null : (one as Slot<string>)

/** Money that is invested and people who are hired are announced where nothing else is said. */
export const isPromise = (text: string, { value, rule, span }: Slot<Indicator>): boolean =>
  (rule === 'indicator:cue' || rule === 'indicator:public') &&
  (value === 'investment' ||
    value === 'budget' ||
    value.endsWith('inducement') ||
    // the label of a form: Jobs: 100
    (span !== null && text.charAt(span.end) === ':') ||
    (value === 'jobs' && span !== null && HIRING.test(text.slice(span.start, span.end))))

/** People are looked for, not employed already. */
const HIRING = /^(?:hiring|recruiting|look\w* for|work for)/i

/** Whether a figure is of a kind that is promised at all. */
export const isPromisable = ({ kind }: Mention): boolean => kind === 'money' || kind === 'count' || kind === 'area' || kind === 'power'

/** Whether a sentence goes on with the parts of the amount before it. */
export const opensParts = (body: string, grammar: Grammar): boolean => {
  const open = grammar.partsOpen.exec(body)
  return open !== null && open.index < 3
}

/** The one city or county among those that sign; null where there are none or several, or where it acts itself. */
export function cityOf(parties: readonly Slot<string>[], subject: string | null): Slot<string | null> | null {
  const cities = new Set(parties.map((one) => one.value).filter((name) => /(?: City| County|-si|-gun|[市郡县])$/.test(name)))
  const [city] = cities
  return cities.size !== 1 || city === undefined || city === subject ? null : { value: city, span: null, rule: 'place:of-government' }
}

/** Units of what a plant makes. */
export const CAPACITY: ReadonlySet<string> = new Set(['t', 'L', 'items', 'MW'])
/** What several firms promise together belongs to the public body that reports it. */
export const SUMMED = /(?:計|总计|合计|共计|总额(?:为|达|约)?|combined |a total of |totall?ing )$/

/** The words of the clause around the figure, without the figure. */
export function whatOf(text: string, mention: Mention, clause: Span): Slot<string> {
  const end = Math.min(clause.end, mention.end + 60)
  const from = Math.max(clause.start, mention.start - 60)
  const words = `${text.slice(from, mention.start)} ${text.slice(mention.end, end)}`.replace(/\s+/g, ' ').trim()
  return { value: words === '' ? mention.text : words, span: { start: from, end }, rule: 'what:clause' }
}

/** Who stands on the other side of an agreement or contract, each once; nobody where nothing is signed. */
export const counterpartsOf = (
  stage: Stage,
  subject: Slot<string | null>,
  lead: Slot<string> | null,
  others: readonly Slot<string>[],
): readonly Slot<string>[] =>
  SIGNING.has(stage)
    ? [...(lead === null ? [] : [lead]), ...others].filter(
        (one, k, all) => one.value !== subject.value && all.findIndex((other) => other.value === one.value) === k,
      )
    : []
