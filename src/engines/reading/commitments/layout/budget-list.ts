import { cued } from '../../cue.ts'
import { areaOf, type Discourse, isFirm } from '../../discourse.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { Span } from '../../reading.ts'
import { type Draft, isOpenDue, slot } from '../draft.ts'

/** How many sentences after the whole its items stand at most. */
const REACH = 8
/** From so many amounts in a row on, a sentence is a list. */
const ROW = 3
/** How far two items of a list stand apart. */
const APART = 60
/** Whole budgets are told in such words. */
const OF_BUDGET = cued(/예산|국비|도비|교부세|국고|추경|현안 ?사업비|특별회계/)
/** Between two items: a mark of a list, and no end of a clause. */
const BETWEEN = /[,·▲△▷◇○•]|^\)?[과와] |및 /
const CLAUSE = /(?:[했됐었였]|[다며고])(?:[,.]|\s[가-힣]+[은는이가]\s)/
const PRIVATE = /민자|민간|투자|자부담|출자/
/** Who pays what of one work, and what it is spent on there. */
const SHARES = /국비|도비|시비|군비|(?<!연)구비|지방비|민자|자부담|용지비|조성비|공사비|보상비|\d단계|토지|건축|장비/
/** "행복청의 내년도 예산도": another whole. */
const ANOTHERS = /^[^\s]{2,14}(?:청|부|처|시|군|도|공사|공단)(?:\([^)]{2,8}\))?의 [^.]{0,12}예산(?:은|도|이)\s/
/** Firms bring no budget. */
const OF_FIRMS = cued(/투자 ?(?:협약|유치|계획)|양해각서|㈜|\(주\)|기업(?:은|이|별)/)

/** Amounts of one sentence that follow each other as items: "하천 정비(176억 원), 도서관(52억 원)". */
function rowsOf(text: string, drafts: readonly Draft[]): Draft[][] {
  const rows: Draft[][] = []
  let row: Draft[] = []
  for (const draft of drafts) {
    if (draft.mention.kind !== 'money' || draft.line !== null) continue
    const last = row.at(-1)
    const gap = last === undefined ? '' : text.slice(last.mention.end, draft.mention.start)
    if (last !== undefined && (last.sentence !== draft.sentence || gap.length > APART || !BETWEEN.test(gap) || CLAUSE.test(gap))) {
      rows.push(row)
      row = []
    }
    row.push(draft)
  }
  rows.push(row)
  return rows
}

/**
 * Items of a budget (예산 목록): the amounts listed after a whole budget are the same office's, for the same year and at the same step, whatever
 * house or museum an item names. Each lies where its own words say, else in the office's area.
 */
export function itemsOfBudget(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  drafts: readonly Draft[],
  discourse: Discourse,
): void {
  let whole: Draft | null = null
  // once a list has begun, what stands alone after it goes on with it
  let listed = false
  for (const row of rowsOf(text, drafts)) {
    const first = row[0]
    if (first === undefined) continue
    const unit = units[first.sentence]!
    const body = text.slice(unit.start, unit.end)
    const office = first.subject.value !== null && areaOf(first.subject.value) !== null
    const shares = SHARES.test(text.slice(Math.max(unit.start, first.mention.start - 12), row.at(-1)!.mention.end))
    const items = row.every(({ indicator }) => indicator.value === 'budget' || indicator.value === 'investment')
    const near =
      whole !== null && first.sentence - whole.sentence <= REACH && row.length >= (listed ? 1 : first.sentence - whole.sentence > 2 ? ROW : 2)
    if (whole !== null && near && items && !shares && !OF_FIRMS.test(body)) {
      listed = true
      let from = unit.start
      if (whole.place.rule === 'place:of-government') whole.place = { ...whole.place, rule: 'place:of-list' }
      for (const item of row) {
        const { value } = item.subject
        // who acts in its own right is no item, nor is another office's budget
        if (value !== null && isFirm(value) && discourse.firms.includes(value) && item.subject.rule === 'subject:topic') break
        if (row.length === 1 && ANOTHERS.test(body)) break
        const { indicator } = item
        const others = value !== whole.subject.value
        // "민자 60억 원" among them is a firm's
        if (others || !PRIVATE.test(text.slice(from, item.mention.start))) {
          item.indicator = { ...indicator, value: 'budget' }
          if (others) item.subject = { ...whole.subject, rule: 'subject:of-budget' }
        }
        if (isOpenDue(item)) item.due = { ...whole.due, rule: 'due:of-total' }
        // the site of another item is not this one's
        const { span } = item.place
        if (others || (span !== null && (span.start < from || span.start > item.mention.end))) {
          const site = named[item.sentence]!.names.findLast((n) => n.kind === 'place' && n.start >= from && n.end <= item.mention.start)
          item.place =
            site === undefined
              ? slot(areaOf(whole.subject.value!), null, 'place:of-list')
              : slot(site.value, { start: site.start, end: site.end }, 'place:sentence')
        }
        // no site of the text is that of all items
        else if (item.place.rule === 'place:of-government') item.place = { ...item.place, rule: 'place:of-list' }
        from = item.mention.end
      }
      continue
    }
    if (row.length === 1 && office && first.indicator.value === 'budget' && OF_BUDGET.test(body)) {
      whole = first
      listed = false
    } else if (first.indicator.value !== 'budget' && !office) whole = null
  }
}
