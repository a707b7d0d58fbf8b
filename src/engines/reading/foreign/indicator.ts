import type { Indicator, Mention, Slot, Span } from '../reading.ts'
import type { Grammar } from './grammar.ts'
import { stageIn } from './stage.ts'

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })

export interface Cue extends Span {
  readonly indicator: Indicator
}

export function cuesOf(body: string, offset: number, grammar: Grammar): Cue[] {
  const out: Cue[] = []
  for (const [indicator, rule] of grammar.indicators) {
    rule.lastIndex = 0
    for (let m = rule.exec(body); m !== null; m = rule.exec(body))
      out.push({ indicator, start: offset + m.index, end: offset + m.index + m[0].length })
  }
  return out
}

const MEASURES: Readonly<Record<string, readonly Indicator[]>> = {
  money: ['production_inducement', 'value_added', 'other', 'exports', 'revenue', 'output', 'budget', 'investment'],
  jobs: ['employment_inducement', 'jobs'],
  persons: ['employment_inducement', 'jobs'],
  area: ['area'],
  power: ['capacity'],
  firms: ['firms'],
}

const BOUND = /^(?:[（(][^（）()]{0,20}[）)])?(?:规模|規模)?(?:的|の)/

/** The cue nearest to a figure among those that can measure it; what stands beyond a neighbouring figure counts as farther. */
function nearest(
  text: string,
  cues: readonly Cue[],
  mention: Mention,
  allowed: readonly Indicator[],
  from: number,
  to: number,
  clause: Span,
): { cue: Cue; distance: number } | null {
  let best: { cue: Cue; distance: number } | null = null
  // 3000億ウォンの輸出: a genitive binds the figure to the noun behind it
  const adjacent = cues.some((cue) => cue.end === mention.start && allowed.includes(cue.indicator))
  const bound = adjacent ? null : BOUND.exec(text.slice(mention.end, mention.end + 26))
  const head = bound === null ? -1 : mention.end + bound[0].length
  for (const cue of cues) {
    if (!allowed.includes(cue.indicator)) continue
    let distance = cue.end <= mention.start ? mention.start - cue.end : cue.start >= mention.end ? cue.start - mention.end + 2 : 0
    // 6 billion won in added value
    if (cue.start > mention.end && cue.start - mention.end < 36 && /^ (?:in|of|worth of) (?:[a-z-]+ ){0,2}$/.test(text.slice(mention.end, cue.start)))
      distance = 0
    else if (head >= 0 && cue.start >= head && cue.start - head <= 4) distance = 0
    else if (cue.end <= from || cue.start >= to) distance += 40
    if (cue.start < clause.start || cue.end > clause.end) distance += 30
    if (best === null || distance < best.distance) best = { cue, distance }
  }
  return best
}

export function indicatorOf(
  { text, grammar }: { readonly text: string; readonly grammar: Grammar },
  mention: Mention,
  clause: Span,
  body: string,
  cues: readonly Cue[],
  from: number,
  to: number,
  government: boolean,
  acts: boolean,
  lastMoney: Indicator | null,
  firm = false,
): Slot<Indicator> | null {
  const words = text.slice(clause.start, clause.end)
  const key = mention.kind === 'count' ? mention.unit! : mention.kind
  const statistic =
    grammar.statistic.test(words) || (grammar.statistic.test(body) && cues.every((cue) => cue.indicator !== 'investment' && cue.indicator !== 'jobs'))
  if (statistic) return null
  if (mention.kind === 'percent') {
    const before = text.slice(Math.max(clause.start, mention.start - 24), mention.start)
    const aim = mention.unit === 'ratio' && grammar.aimed.test(before) && from > clause.start && /\d/.test(text.slice(clause.start, mention.start))
    return aim && text.slice(from - 3, from).includes('%') ? slot('other', null, 'indicator:target') : null
  }
  const allowed = MEASURES[key]
  if (allowed === undefined) {
    // vehicles, tonnes and the like only as the output of a plant
    if (mention.kind !== 'count' || !['t', 'L', 'items', 'multiple'].includes(key) || key === 'multiple') return null
    const capacity = nearest(text, cues, mention, ['capacity'], from, to, clause)
    return capacity !== null && capacity.distance < 34
      ? slot('capacity', { start: capacity.cue.start, end: capacity.cue.end }, 'indicator:cue')
      : null
  }
  if (mention.per !== null && mention.per !== 'year') return null
  // a number that only names a group: 31社のうち, 100社を対象に
  if (key === 'firms' && GROUP.test(text.slice(mention.end, mention.end + 16))) return null
  const found = nearest(text, cues, mention, allowed, from, to, clause)
  if (found !== null && (mention.kind !== 'money' || found.distance < 90) && (key !== 'persons' || found.distance < 70)) {
    // 80 billion won in production and 30 billion won in added value: both are induced
    const indicator = found.cue.indicator === 'output' && INDUCED.test(body) ? 'production_inducement' : found.cue.indicator
    const span = { start: found.cue.start, end: found.cue.end }
    // money that a firm sets aside is its own
    if (
      indicator === 'budget' &&
      !government &&
      acts &&
      /^(?:allocat|budgete|earmark|appropriat|set aside|sets aside|funding)/i.test(text.slice(span.start, span.end))
    )
      return slot('investment', span, 'indicator:own')
    // 総事業費 of a firm is what it invests
    if (indicator === 'budget' && firm && /^総?事業費/.test(text.slice(span.start - 1, span.end).replace(/^[^総]/, '')))
      return slot('investment', span, 'indicator:own')
    // what a government spends is public money; what it draws in, or private firms bring, is not
    const spends = !grammar.investmentNoun.test(text.slice(Math.max(clause.start, span.start - 4), span.end + 6))
    if (indicator === 'investment' && government && (grammar.publicMoney.test(words) || (spends && !grammar.drawn.test(words))))
      return slot('budget', span, 'indicator:public')
    return slot(indicator, span, 'indicator:cue')
  }
  if (mention.kind === 'money' && ORDER.test(words)) return slot('other', null, 'indicator:order')
  if (key === 'jobs') return slot('jobs', { start: mention.start, end: mention.end }, 'indicator:unit')
  if (key === 'area' || key === 'power')
    return stageIn(words, 0, grammar) === null ? null : slot(key === 'area' ? 'area' : 'capacity', null, 'indicator:kind')
  if (mention.kind !== 'money') return null
  if (lastMoney !== null) return slot(lastMoney, null, 'indicator:same')
  return grammar.builds.test(words) ? slot(government ? 'budget' : 'investment', null, 'indicator:built') : null
}

const GROUP = /^(?:のうち|を対象|が[^、。]{0,8}(?:だ|です|である)(?:。|$)|排队|待审)/

/** Work that somebody else pays for is no investment of the one who does it. */
const ORDER = /\border\b|订单|訂單|受注/

const INDUCED = /\bvalue[- ]added|\badded[- ]value/i
