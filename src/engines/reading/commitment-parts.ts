import { type Draft, isOpenDue, slot } from './commitment-draft.ts'
import type { Slot, Span } from './reading.ts'

/** The total each part belongs to (부분): parts of the same kind that follow it closely and are said to be parts, or add up to it. */
export function partsOf(text: string, units: readonly Span[], drafts: readonly Draft[]): (Slot<number> | null)[] {
  const out: (Slot<number> | null)[] = drafts.map(() => null)
  breakdowns(text, units, drafts, out)
  totalsAfter(drafts, out)
  for (let t = 0; t < drafts.length; t++) {
    const total = drafts[t]!
    if (out[t] !== null) continue
    const value = total.mention.value as number
    let sum = 0
    let end = t + 1
    const members: number[] = []
    while (end < drafts.length && end - t <= 16 && drafts[end]!.sentence - total.sentence <= 4) {
      const part = drafts[end]!
      if (part.mention.unit === total.mention.unit && (part.mention.value as number) < value && sameMoney(part, total)) {
        sum += part.mention.value as number
        members.push(end)
        if (Math.abs(sum - value) <= value * 0.005) break
      }
      end++
    }
    if (members.length > 1 && Math.abs(sum - value) <= value * 0.005) for (const m of members) out[m] ??= slot(t, null, 'part:adds-up')
    for (const m of members) {
      if (out[m] !== null) continue
      const part = drafts[m]!
      const unit = units[part.sentence]!
      const lead = text.slice(part.sentence === total.sentence ? total.mention.end : unit.start, part.mention.start)
      if (
        /^\s?원?\([^)]*$/.test(lead) ||
        /(?:이 가운데|이 중|이중|그중|그 가운데|(?:사업비|투자액|투자금|예산|금액|면적|인원) (?:가운데|중))/.test(lead)
      )
        out[m] = slot(t, { start: part.mention.start - lead.length, end: part.mention.start }, 'part:said')
    }
  }
  return out
}

const OF_OFFICE = /^place:(?:of-government|none)$/

/** Parts take the date and the beginning of their total where the text gives them none of their own (기한 승계). */
export function partsTakeDates(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  const parts = partsOf(text, units, drafts)
  parts.forEach((part, k) => {
    const total = part === null ? undefined : drafts[part.value]
    const draft = drafts[k]!
    if (total === undefined || draft.line !== null) return
    if (
      OF_OFFICE.test(draft.place.rule) &&
      !OF_OFFICE.test(total.place.rule) &&
      draft.subject.value === total.subject.value &&
      draft.sentence - total.sentence <= 2
    )
      draft.place = { ...total.place, rule: 'place:of-total' }
    if (total.due.value === null || !isOpenDue(draft) || draft.line !== null || draft.stage.value !== total.stage.value) return
    if (draft.indicator.value === 'firms' && draft.stage.value !== 'plan') return
    draft.due = { ...total.due, rule: 'due:of-total' }
    if (draft.start.value === null && total.start.value !== null) draft.start = { ...total.start, rule: 'start:of-total' }
  })
}

/** "산업별로는 …": each is a part of the last amount of its kind before the sentence. */
function breakdowns(text: string, units: readonly Span[], drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const { start } = units[drafts[k]!.sentence]!
    const said = /^[^.,]{0,10}별(?:로는|로 보면|로)/.exec(text.slice(start, start + 16))
    if (said === null) continue
    for (let t = k - 1; t >= 0 && k - t <= 16; t--) {
      const total = drafts[t]!
      if (
        total.sentence === drafts[k]!.sentence ||
        total.indicator.value !== drafts[k]!.indicator.value ||
        total.mention.unit !== drafts[k]!.mention.unit
      )
        continue
      if ((total.mention.value as number) > (drafts[k]!.mention.value as number))
        out[k] = slot(t, { start, end: start + said[0].length }, 'part:breakdown')
      break
    }
  }
}

/** A total may come last: "두 회사를 합치면 195억 원". Parts of the same indicator before it add up to it. */
function totalsAfter(drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  for (let t = 2; t < drafts.length; t++) {
    const total = drafts[t]!
    const value = total.mention.value as number
    let sum = 0
    const members: number[] = []
    for (let k = t - 1; k >= 0 && t - k <= 16; k--) {
      const part = drafts[k]!
      if (part.indicator.value !== total.indicator.value || part.mention.unit !== total.mention.unit || out[k] !== null) continue
      sum += part.mention.value as number
      members.push(k)
      if (sum >= value) break
    }
    if (members.length > 1 && Math.abs(sum - value) <= value * 0.005) for (const m of members) out[m] = slot(t, null, 'part:adds-up')
  }
}

const sameMoney = (a: Draft, b: Draft): boolean =>
  a.mention.kind === b.mention.kind && (a.mention.kind !== 'area' || a.indicator.value === b.indicator.value)
