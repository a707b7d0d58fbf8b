import { type Discourse, isCorporation, isFirm } from '../../discourse.ts'
import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Draft, isOpenDue, slot } from '../draft.ts'
import { stepOf } from '../stage/step.ts'
import { ONE_STEP } from './dates.ts'
import { finishesAt } from './ends.ts'

/** Stages whose numbers are still to come true by a day. */
const AHEAD: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction'])
/** Dates that end a work. */
const ENDS = /^due:(?:until|range|finish|bracket|part-of-year|same-matter|of-total|of-matter|document)$/
/** What one work costs, holds and hires. */
const OF_WORK: ReadonlySet<Indicator> = new Set(['investment', 'budget', 'area', 'capacity', 'jobs'])
/** A text about more than one thing has more sentences. */
const SHORT = 30
const BRIEF = 20
/** Lines that say what a text is about. */
const HEAD = 4

const key = (value: DateValue | null): string => JSON.stringify(value)

/**
 * A short text about the one work of one firm names one day on which it is finished (사업의 기한), wherever it stands:
 * what the work costs, holds and hires is due then. Two days, or two firms, leave each number its own.
 */
export function projectDates(
  text: string,
  units: readonly Span[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  discourse: Discourse,
  published: string | null,
): void {
  if (units.length > SHORT || discourse.candidate !== null) return
  const firms = new Set<string>()
  for (const { subject, line, indicator } of drafts)
    if (line === null && indicator.value !== 'firms' && subject.value !== null && (isFirm(subject.value) || isCorporation(subject.value)))
      firms.add(subject.value)
  if (firms.size > 1) return
  const firm = firms.size === 1 ? [...firms][0]! : null
  const own = drafts.filter(
    (d) =>
      d.line === null &&
      (firm === null || d.subject.value === firm) &&
      AHEAD.has(d.stage.value) &&
      OF_WORK.has(d.indicator.value) &&
      // whom an office looks to hire there has no day
      (firm !== null || d.indicator.value !== 'jobs') &&
      // "경제적 효과는 … 고용 효과 2211명 등이다": nor have effects
      !(d.indicator.value === 'jobs' && text.slice(units[d.sentence]!.start, d.mention.start).includes('효과')),
  )
  // an office has many works: the text is about one where it names one site, and its head the day
  if (firm === null && (units.length > BRIEF || new Set(own.map((d) => d.place.value)).size > 2)) return
  if (!own.some(isOpenDue)) return
  // one thing is being built, another is only planned: two works
  if (own.some((d) => d.stage.value === 'construction') && own.some((d) => d.stage.value !== 'construction')) return
  const days: Slot<DateValue | null>[] = own.filter((d) => d.due.value !== null && d.step === null && ENDS.test(d.due.rule)).map((d) => d.due)
  const othersSentences = new Set(firm === null ? [] : drafts.filter((d) => d.subject.value !== firm).map((d) => d.sentence))
  let opens = firm !== null
  let u = 0
  for (const mention of mentions) {
    if (mention.kind !== 'date' || mention.value === null) continue
    while (u < units.length - 1 && units[u]!.end <= mention.start) u++
    const unit = units[u]!
    // the day of one step, or of what another one does
    const step = ONE_STEP.test(text.slice(unit.start, unit.start + 14))
    if (step || othersSentences.has(u) || !finishesAt(text, unit, mention) || stepOf(text, unit, mention) !== null) continue
    if (u < HEAD) opens = true
    // the centre that an office builds, told right before: "380억원짜리입니다. 2030년 문을 엽니다"
    const lately = firm === null ? undefined : drafts.findLast((d) => d.mention.start < mention.start && u - d.sentence <= 1 && u > d.sentence)
    if (lately !== undefined && lately.subject.value !== firm) continue
    const { value, start, end } = mention
    days.push(slot<DateValue | null>(value as DateValue, { start, end }, 'due:of-project'))
  }
  const ahead = days.filter(({ value }) => published === null || last(value) >= published.slice(0, last(value).length))
  if (!opens || ahead.length === 0 || ahead.some(({ value }) => key(value) !== key(ahead[0]!.value))) return
  for (const draft of own) if (isOpenDue(draft) && draft.step === null) draft.due = { ...ahead[0]!, rule: 'due:of-project' }
}

const last = (value: DateValue | null): string => (value === null ? '' : typeof value === 'string' ? value : value.to)
