import type { Indicator, Mention, Slot } from '../../reading.ts'
import type { Draft } from '../draft.ts'

/** What a bracket divides as it stands: money of a project is told by who pays each share. */
const DIVIDED: ReadonlySet<Indicator> = new Set([
  'production_inducement',
  'value_added',
  'employment_inducement',
  'jobs',
  'output',
  'exports',
  'revenue',
])

/**
 * The number that a bracket right behind it divides (내역): "생산유발 17조2000억원(동해안 13조원, 충북 4조2000억원)" for both parts.
 * Null where the mention stands in no such bracket.
 */
export function wholeOf(text: string, mention: Mention, drafts: readonly Draft[], from: number): Draft | null {
  if (drafts.length === 0 || drafts.at(-1)!.mention.end <= from) return null
  // looks at the sentence alone, so that cost stays linear
  const before = text.slice(from, mention.start)
  const bracket = before.lastIndexOf('(')
  if (bracket <= 0 || before.includes(')', bracket)) return null
  const open = from + bracket
  for (let k = drafts.length - 1; k >= 0 && drafts[k]!.mention.end > from; k--) {
    const whole = drafts[k]!
    if (whole.mention.end > open || open - whole.mention.end > 1) continue
    const more =
      whole.mention.kind === mention.kind && whole.mention.unit === mention.unit && (whole.mention.value as number) > (mention.value as number)
    return more && DIVIDED.has(whole.indicator.value) ? whole : null
  }
  return null
}

/** What a part measures by its whole. */
export const asWhole = (whole: Draft): Slot<Indicator> => ({ ...whole.indicator, rule: 'indicator:of-whole' })
