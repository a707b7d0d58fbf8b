import { isFirm } from '../../discourse.ts'
import type { Slot, Span } from '../../reading.ts'
import { type Draft, isOutlay, slot } from '../draft.ts'
import { partsByClue } from './clues.ts'
import { partsOfTable } from './table.ts'

/** How far a total and its parts stand apart at most: numbers and sentences. */
const NUMBERS = 40
const SENTENCES = 12
/** Cells of a table stand one on a line. */
const CELLS = 120
/** Printed parts are rounded. */
const ROUNDED = 0.005
const NEAR = 4
const EXACT = 1e-4

const amountOf = (draft: Draft): number => draft.mention.value as number

/** Money of one currency, or counts of one thing, that may be added up. */
const sameKind = (a: Draft, b: Draft): boolean =>
  a.mention.kind === 'money'
    ? b.mention.kind === 'money' && a.mention.unit === b.mention.unit && (a.indicator.value === b.indicator.value || (isOutlay(a) && isOutlay(b)))
    : a.indicator.value === b.indicator.value && (a.mention.unit === b.mention.unit || a.indicator.value === 'jobs')

const OF_WHICH = /(?:이 가운데|이 중|이중|그중|그 가운데|가운데서)/
const OF_THE = /(?:사업비|투자액|투자금액|투자금|예산|금액|면적|인원|규모|투자|협약액) (?:가운데|중)\s/
const AMONG = /^(?:여|가량)?(?:\s?원)?(?:의)?\s?(?:중|가운데)(?:에서)?\s[^.]{0,24}$/
const INCLUDED = /^(?:원)?(?:을|를)?\s?포함(?:해|한|하여|하면)\s(?:총\s?|모두\s?|약\s?|전체\s?)*$/
const SHARE = /의\s?(?:약\s)?\d+(?:\.\d+)?%인\s$|(?:명|개사|곳|개)의 [가-힣\s]{1,12}인\s$/
const BY_KIND = /^[^.]{0,24}별(?:로는|로 보면|로|\s투자|:)/
const MAIN_ITEMS = /^(?:[□○ㅇ\-·]\s?)?(?:주요|세부|대표)\s?(?:사업|내용|과제|투자)/
const RUNNING = /(?:누계|누적)\s?(?:으로\s?)?$/

/** The total each part belongs to (부분): what is said to be a part, what adds up, the firms of an office's total, what came of a promise. */
export function totalsOf(text: string, units: readonly Span[], drafts: readonly Draft[]): (Slot<number> | null)[] {
  const out: (Slot<number> | null)[] = drafts.map(() => null)
  for (let k = 0; k < drafts.length; k++) said(text, units, drafts, k, out)
  partsOfTable(drafts, out)
  partsByClue(text, units, drafts, out)
  // the larger total first: what adds up to the whole is not also a part of one of its parts
  const amounts = drafts.map(amountOf)
  const order = drafts.map((_, t) => t).sort((a, b) => amounts[b]! - amounts[a]! || a - b)
  for (const t of order) {
    if (RUNNING.test(text.slice(Math.max(0, drafts[t]!.mention.start - 6), drafts[t]!.mention.start))) continue
    addsUp(drafts, t, 1, out)
    addsUp(drafts, t, -1, out)
  }
  for (let t = 0; t < drafts.length; t++) firmsOf(drafts, t, out)
  for (let k = 1; k < drafts.length; k++) cameOf(drafts, k, out)
  return out
}

/** The nearest larger number of its kind before a place in the text. */
function totalBefore(
  drafts: readonly Draft[],
  k: number,
  before: number,
  sentences: number,
  out: readonly (Slot<number> | null)[] | null = null,
): number | null {
  const part = drafts[k]!
  for (let t = k - 1; t >= 0 && k - t <= NUMBERS; t--) {
    const total = drafts[t]!
    if (part.sentence - total.sentence > sentences) return null
    if (out !== null && out[t] !== null) continue
    // an aim beside a result is the whole of nothing
    if (total.stage.rule === 'stage:target' && part.stage.rule !== 'stage:target') continue
    if (total.mention.start < before && sameKind(part, total) && amountOf(total) > amountOf(part)) return t
  }
  return null
}

function said(text: string, units: readonly Span[], drafts: readonly Draft[], k: number, out: (Slot<number> | null)[]): void {
  const part = drafts[k]!
  const unit = units[part.sentence]!
  const put = (t: number | null, from: number, rule: string): boolean => {
    if (t !== null) out[k] = slot(t, { start: from, end: part.mention.start }, rule)
    return t !== null
  }
  const next = drafts[k + 1]
  if (
    next !== undefined &&
    sameKind(part, next) &&
    amountOf(next) > amountOf(part) &&
    INCLUDED.test(text.slice(part.mention.end, next.mention.start))
  ) {
    out[k] = slot(k + 1, { start: part.mention.end, end: next.mention.start }, 'part:included')
    return
  }
  for (let t = k - 1; t >= 0 && k - t <= 8; t--) {
    const total = drafts[t]!
    if (total.sentence !== part.sentence) break
    if (!sameKind(part, total) || amountOf(total) <= amountOf(part)) continue
    const gap = text.slice(total.mention.end, part.mention.start)
    if (/^\s?원?\s?\([^)]*$/.test(gap) || AMONG.test(gap) || SHARE.test(gap)) {
      put(t, total.mention.end, 'part:said')
      return
    }
  }
  const lead = text.slice(unit.start, part.mention.start)
  const of = lead.includes('중') || lead.includes('가운데') ? (OF_WHICH.exec(lead) ?? OF_THE.exec(lead)) : null
  if (of !== null && put(totalBefore(drafts, k, unit.start + of.index, 3), unit.start + of.index, 'part:said')) return
  if (lead.includes('별') && BY_KIND.test(lead)) {
    if (put(totalBefore(drafts, k, unit.start, 4, out), unit.start, 'part:breakdown')) return
  }
  if (MAIN_ITEMS.test(lead)) put(totalBefore(drafts, k, unit.start, 2), unit.start, 'part:items')
}

/** Numbers of one kind right after (or before) a larger one that add up to it. */
/** Subjects of a row that gives each firm its own. */
const IN_ROW = /^subject:(?:respectively|roll)$/

function addsUp(drafts: readonly Draft[], t: number, step: 1 | -1, out: (Slot<number> | null)[]): void {
  const total = drafts[t]!
  const value = amountOf(total)
  const members: number[] = []
  let sum = 0
  for (let k = t + step; k >= 0 && k < drafts.length && Math.abs(k - t) <= NUMBERS; k += step) {
    const part = drafts[k]!
    const cells = total.line !== null && part.line !== null
    if (Math.abs(part.sentence - total.sentence) > (cells ? CELLS : SENTENCES)) break
    if (!sameKind(part, total) || (cells && part.indicator.value !== total.indicator.value)) continue
    // what stands beside each other in a row is summed only by its sum
    if (cells && part.line!.start === total.line!.start && part.cell?.column !== undefined && total.cell?.sum === false && part.cell.sum === false)
      continue
    // "각각 100, 200, 300억원": one firm's amount is no sum of the others'
    if (IN_ROW.test(total.subject.rule) && part.subject.value !== total.subject.value && part.sentence === total.sentence) continue
    if (amountOf(part) >= value) {
      if (amountOf(part) > value || members.length > 0) break
      continue
    }
    // a part of another part is no part of the whole
    if (out[k] !== null && out[k]!.value !== t) continue
    members.push(k)
    sum += amountOf(part)
    if (sum > value * (1 + ROUNDED)) return
    // numbers told far apart add up by chance
    const apart = Math.abs(drafts[members[0]!]!.sentence - part.sentence)
    if (members.length > 1 && Math.abs(sum - value) <= value * (cells || apart <= NEAR ? ROUNDED : EXACT)) {
      for (const m of members) out[m] ??= slot(t, null, 'part:adds-up')
      return
    }
  }
}

/** "5개 기업과 총 4,200억 원": what the firms of an office's total bring, told one by one. */
function firmsOf(drafts: readonly Draft[], t: number, out: (Slot<number> | null)[]): void {
  const total = drafts[t]!
  if (total.subject.value === null || isFirm(total.subject.value) || out[t] !== null) return
  if (
    total.stage.value !== 'mou' &&
    total.stage.value !== 'contract' &&
    !(total.subject.rule === 'subject:reports-total' && total.stage.value === 'plan')
  )
    return
  if (total.indicator.value !== 'investment' && total.indicator.value !== 'jobs' && total.indicator.value !== 'area') return
  const members: number[] = []
  let sum = 0
  for (let k = t + 1; k < drafts.length && k - t <= NUMBERS; k++) {
    const part = drafts[k]!
    if (part.sentence - total.sentence > SENTENCES) break
    if (out[k] !== null || !sameKind(part, total) || part.subject.value === null || !isFirm(part.subject.value)) continue
    if (part.indicator.value !== total.indicator.value || amountOf(part) >= amountOf(total)) continue
    sum += amountOf(part)
    if (sum > amountOf(total) * (1 + ROUNDED)) break
    members.push(k)
  }
  for (const m of members) out[m] = slot(t, null, 'part:of-firms')
}

/** "실제 투자된 금액은 2,150억 원", after what was promised: what came of it is a part of it. */
function cameOf(drafts: readonly Draft[], k: number, out: (Slot<number> | null)[]): void {
  const part = drafts[k]!
  if (out[k] !== null || part.stage.value === 'plan' || part.stage.value === 'pledge' || part.line !== null) return
  for (let t = k - 1; t >= 0 && k - t <= 12; t--) {
    const total = drafts[t]!
    if (part.sentence - total.sentence > 6) return
    if (!sameKind(part, total) || part.indicator.value !== total.indicator.value || total.subject.value !== part.subject.value) continue
    const promised =
      total.stage.value === 'pledge' || (total.stage.value === 'mou' && (part.stage.value === 'result' || part.indicator.value === 'firms'))
    if (!promised || total.line !== null) continue
    if (amountOf(total) > amountOf(part) && part.stage.value !== total.stage.value) {
      // what came of the promise was told before it: this is a part of that
      const came = [t - 1, t - 2].find((at) => {
        const d = drafts[at]
        return (
          d !== undefined &&
          sameKind(part, d) &&
          d.stage.value === 'result' &&
          amountOf(d) > amountOf(part) &&
          amountOf(d) < amountOf(total) &&
          d.subject.value === part.subject.value
        )
      })
      out[k] = came !== undefined && part.stage.value === 'result' ? slot(came, null, 'part:of-result') : slot(t, null, 'part:came-of')
    }
    return
  }
}
