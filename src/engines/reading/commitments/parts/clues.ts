import type { Slot, Span } from '../../reading.ts'
import { type Draft, isOutlay, slot } from '../draft.ts'

type Parts = (Slot<number> | null)[]

/** How far a total stands off at most: numbers and sentences. */
const NUMBERS = 40
const REACH = 8
const ROUNDED = 0.005
/** Items that are named only in part sum up to a little less than the whole. */
const NEARLY = 1.02

const amountOf = (draft: Draft): number => draft.mention.value as number
const alike = (a: Draft, b: Draft): boolean =>
  a.mention.kind === b.mention.kind && a.mention.unit === b.mention.unit && (a.indicator.value === b.indicator.value || (isOutlay(a) && isOutlay(b)))

/** Lines that an amount heads: "■ 설비 보급 318억", "① 도입 지원 290억원". */
const ITEM = /^[■□◆◇▶●○◎①-⑳][^\n]{1,40}$/
/** "산업용지 49만여㎡와 주거용지 9만여㎡": what the land of a project is for. */
const USE_OF_LAND = /(?:산업|공장|연구|주거|주택|지원|상업|공공|업무|물류|유통|시설)[가-힣]{0,4}용지(?:가|는|은|를|:)?\s?(?:약\s)?$/
/** "1공장과 합친 생산능력은 연 3만t" */
const TOGETHER = /(?:합친|합쳐|합하면|합해|더하면|더한)\s/
/** "실제 도착한 돈은": of what was declared or promised, what came. */
const ARRIVED = /(?:도착|들어온|들어왔|집행|이행)/
const DECLARED = /(?:신고|약속|협약)/

/** Parts that the words or the layout give away: items of a programme, uses of land, what came of what was declared, what two plants make together, a sentence that divides the whole. */
export function partsByClue(text: string, units: readonly Span[], drafts: readonly Draft[], out: Parts): void {
  itemsOf(text, units, drafts, out)
  for (let k = 0; k < drafts.length; k++) {
    const draft = drafts[k]!
    if (out[k] !== null) continue
    const unit = units[draft.sentence]!
    const before = text.slice(Math.max(unit.start, draft.mention.start - 40), draft.mention.start)
    if (draft.line !== null) {
      const t = wholeOfRow(text, drafts, k)
      if (t !== null) out[k] = slot(t, null, 'part:row')
      continue
    }
    if (draft.indicator.value === 'area' && draft.line === null && USE_OF_LAND.test(before)) {
      const t = earlier(drafts, k, (d) => d.line === null && !USE_OF_LAND.test(text.slice(Math.max(0, d.mention.start - 14), d.mention.start)))
      if (t !== null) out[k] = slot(t, null, 'part:use-of-land')
    } else if (draft.stage.value === 'result' && draft.mention.kind === 'money' && ARRIVED.test(before)) {
      const t = earlier(
        drafts,
        k,
        (d) =>
          d.line === null &&
          draft.sentence - d.sentence <= 2 &&
          d.subject.value === draft.subject.value &&
          d.stage.value !== 'plan' &&
          DECLARED.test(text.slice(units[d.sentence]!.start, d.mention.end)),
      )
      if (t !== null) out[k] = slot(t, null, 'part:arrived')
    }
    // "1공장과 합친": the part stands before
    if (TOGETHER.test(before) && draft.mention.kind !== 'money') {
      const t = drafts
        .slice(Math.max(0, k - 6), k)
        .findLastIndex((d) => alike(d, draft) && amountOf(d) < amountOf(draft) && draft.sentence - d.sentence <= 2)
      const at = Math.max(0, k - 6) + t
      if (t >= 0 && out[at] === null) out[at] = slot(k, null, 'part:together')
    }
  }
  for (let t = 0; t < drafts.length; t++) divided(drafts, t, out)
}

/** "전체면적 1,982 | 산업용지 1,210": of a park that one row is about. */
function wholeOfRow(text: string, drafts: readonly Draft[], k: number): number | null {
  const part = drafts[k]!
  const { span } = part.indicator
  if (part.indicator.value !== 'area' || span === null || !PART_OF_LAND.test(text.slice(span.start, span.end))) return null
  for (let t = k - 1; t >= 0 && k - t <= ROW; t--) {
    const whole = drafts[t]!
    if (whole.line === null || whole.line.start !== part.line!.start) return null
    if (alike(whole, part) && amountOf(whole) > amountOf(part)) return t
  }
  return null
}

const PART_OF_LAND = /산업(?:시설)?용지|분양|가처분|유상공급|공급면적/
/** Columns of a row between a whole and its part. */
const ROW = 6

/** The nearest larger number of its kind before, of those that may be the whole. */
function earlier(drafts: readonly Draft[], k: number, may: (draft: Draft) => boolean): number | null {
  const part = drafts[k]!
  for (let t = k - 1; t >= 0 && k - t <= NUMBERS && part.sentence - drafts[t]!.sentence <= REACH; t--)
    if (alike(part, drafts[t]!) && part.indicator.value === drafts[t]!.indicator.value && amountOf(drafts[t]!) > amountOf(part) && may(drafts[t]!))
      return t
  return null
}

/** The items of a programme under its total. */
function itemsOf(text: string, units: readonly Span[], drafts: readonly Draft[], out: Parts): void {
  const items: number[] = []
  drafts.forEach((draft, k) => {
    const unit = units[draft.sentence]!
    if (draft.line === null && draft.mention.kind === 'money' && unit.end - unit.start <= 42 && ITEM.test(text.slice(unit.start, unit.end)))
      items.push(k)
  })
  for (let i = 0; i < items.length; ) {
    const first = items[i]!
    const group = [first]
    while (i + group.length < items.length && group.length < NUMBERS && drafts[items[i + group.length]!]!.sentence - drafts[first]!.sentence <= 24)
      group.push(items[i + group.length]!)
    i += group.length
    if (group.length < 2) continue
    const sum = group.reduce((all, k) => all + amountOf(drafts[k]!), 0)
    for (let t = first - 1; t >= 0 && first - t <= NUMBERS; t--) {
      const total = drafts[t]!
      if (!alike(total, drafts[first]!) || total.subject.value !== drafts[first]!.subject.value) continue
      if (amountOf(total) * NEARLY < sum || amountOf(total) <= amountOf(drafts[first]!)) continue
      for (const k of group) if (amountOf(drafts[k]!) < amountOf(total)) out[k] ??= slot(t, null, 'part:item')
      break
    }
  }
}

/** "업종을 갈라 보면 물류 1억200만 달러, 첨단제조 6,100만 달러, 바이오 2,400만 달러다": the numbers of one sentence that add up to one said before. */
function divided(drafts: readonly Draft[], t: number, out: Parts): void {
  const total = drafts[t]!
  if (total.line !== null) return
  const value = amountOf(total)
  const isPart = (k: number): boolean =>
    drafts[k]!.sentence !== total.sentence && alike(total, drafts[k]!) && drafts[k]!.line === null && out[k] === null
  // of one sentence after another: the first number that may be a part, how many there are and what they add up to
  let first = 0
  let count = 0
  let sum = 0
  let k = t + 1
  for (; k < drafts.length && k - t <= NUMBERS && drafts[k]!.sentence - total.sentence <= REACH; k++) {
    if (count > 0 && drafts[first]!.sentence !== drafts[k]!.sentence) {
      if (count > 1 && Math.abs(sum - value) <= value * ROUNDED) break
      count = 0
      sum = 0
    }
    if (!isPart(k)) continue
    if (count++ === 0) first = k
    sum += amountOf(drafts[k]!)
  }
  if (count < 2 || Math.abs(sum - value) > value * ROUNDED) return
  for (let m = first; m < k; m++) if (isPart(m)) out[m] = slot(t, null, 'part:divided')
}
