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

/** "이 중 물류가", "그 가운데 첨단산업이": a part of what was just said. */
const OF_WHICH = /^[^.]{0,12}[,\s](?:이|그)\s?(?:중|가운데)(?:에서)?\s(?:[가-힣A-Za-z·]{1,10}\s?){1,3}[가-힣](?:이|가|은|는|에)\s(?:약\s)?$/
/** "이고 첨단산업은": the next part. */
const AND = /^(?:여|가량)?(?:이고|이며|,)\s(?:[가-힣A-Za-z·]{1,10}\s?){1,3}(?:이|가|은|는)\s(?:약\s)?$/
/** ", 물류 쪽이 3천102억원을 차지했다" */
const SIDE = /^[^.,]{0,8},\s(?:[가-힣A-Za-z·]{1,10}\s){0,2}[가-힣A-Za-z·]{1,10}(?:이|가)\s(?:약\s)?$/
const TOOK = /^(?:을|를)\s차지/
const PUBLIC = /[국도시군구지]방?비|예산|보조|지원|기금/

/**
 * The number that a bracket right behind it divides (내역): "생산유발 17조2000억원(동해안 13조원, 충북 4조2000억원)" for both parts.
 * Null where the mention stands in no such bracket.
 */
export function wholeOf(text: string, mention: Mention, drafts: readonly Draft[], from: number): Draft | null {
  if (drafts.length === 0 || drafts.at(-1)!.mention.end <= from) return null
  const last = drafts.at(-1)!
  // "국내 기업의 투자는 7,455억 원으로, 이 중 물류가 3,102억 원이고 첨단산업은 1,310억 원이다"
  if (
    last.indicator.value === 'investment' &&
    last.mention.kind === mention.kind &&
    last.mention.unit === mention.unit &&
    (OF_WHICH.test(text.slice(last.mention.end, mention.start)) ||
      (TOOK.test(text.slice(mention.end, mention.end + 8)) && SIDE.test(text.slice(last.mention.end, mention.start))) ||
      (last.indicator.rule === 'indicator:of-whole' && AND.test(text.slice(last.mention.end, mention.start)))) &&
    !PUBLIC.test(text.slice(last.mention.end, mention.start))
  )
    return last
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
