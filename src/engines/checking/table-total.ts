import { add, compare, toNumber, ZERO } from '#quantity/decimal'
import { type Checkable, type Counted, wordsOf } from './checkable.ts'
import { addsUp } from './sum.ts'

/** The name of a row that holds the total of its table. */
const totalRow = /^\|?\s*(?:합\s?계|총\s?계|총\s?합\s?계?|계|전\s?체|total|grand total)\s*(?=\t|\s\|\s|\|)/i
/** A row that itself adds up some of the others: with one of them nothing is said. */
const partTotal =
  /^\|?\s*(?:소\s?계|중\s?계|누\s?계|평\s?균|증\s?감|전\s?년|subtotal)|(?:^|[\s|])(?:소\s?계|중\s?계|누\s?계|합\s?계|계|subtotal)\s*(?=\t|\||$)/i
/** A row with more cells than this is no table that a person reads. */
const mostColumns = 60
const separator = /\t|\s\|\s/

/** What stands in the cell of a quantity beside it: its label, else the place of the cell in its row. Values of one column share it. */
function columnOf(check: Checkable, one: Counted): string {
  // the sentence of a row leaves out the empty cells at its end
  const empty = /^\t+/.exec(check.text.slice(one.sentence.end, one.sentence.end + mostColumns))
  const cells = wordsOf(check, one.sentence) + (empty?.[0] ?? '')
  const at = one.start - one.sentence.start
  const before = cells.slice(0, at).split(separator)
  const label = before.at(-1)!.trim()
  return label === '' ? `#${before.length}/${cells.split(separator).length}` : label
}

/** A row that is a part of the row above it: (메모리) 2,400, - 팹리스 1,000, └ 본관. */
const nested = /^[|\s]*(?:[(（\-–·ㆍ└ㄴ∟*](?!-)|(?:중|내)\s)/
/** What may be added up: no shares, no rates, no daily amounts. */
const isAdded = (one: Counted): boolean =>
  one.mention.per === null &&
  one.mention.valueMax === null &&
  one.mention.bound === null &&
  ['money', 'area', 'count', 'power'].includes(one.mention.kind)
const sameFamily = (check: Checkable, a: Counted, b: Counted): boolean => {
  const [left, right] = [check.saidOn(a), check.saidOn(b)]
  return !left || !right || left.family === right.family
}

/** Whether a row is the sum of those right below it: then it is a total of its own, though not named so. */
function hasSubtotal(parts: readonly Counted[]): boolean {
  return parts.some((one, at) => {
    let sum = ZERO
    for (let next = at + 1; next < parts.length && compare(sum, one.value) < 0; next++) {
      sum = add(sum, parts[next]!.value)
      if (next > at + 1 && compare(sum, one.value) === 0) return true
    }
    return false
  })
}

/** Whether the rows are groups, each of which makes the total: men and women, then young and old. */
function isDividedTwice(total: Counted, parts: readonly Counted[]): boolean {
  let sum = ZERO
  let groups = 0
  for (const part of parts) {
    sum = add(sum, part.value)
    if (compare(sum, total.value) === 0) {
      groups++
      sum = ZERO
    }
  }
  return groups >= 2 && compare(sum, ZERO) === 0
}

/**
 * 합계 행: the rows of a table that a row of totals adds up, for one of its values: those above it up to the titles, or those below it where the totals come first.
 * `whole` where every row states its value. Null where the line is no row of totals, where a row among them is a subtotal, or where fewer than two rows have a value.
 */
export function rowsOfTotal(check: Checkable, total: Counted): { parts: Counted[]; whole: boolean } | null {
  if (!isAdded(total) || !totalRow.test(wordsOf(check, total.sentence).trimStart())) return null
  const column = columnOf(check, total)
  const rows = rowsFrom(check, total, column, -1) ?? rowsFrom(check, total, column, 1)
  return rows && isRounding(total, rows.parts) ? null : rows
}

/** 단수 조정: rows that are printed in 억원 or 천㎡ are rounded each by itself, so that their sum may be half a unit a row beside the total; things that are counted are not. */
function isRounding(total: Counted, parts: readonly Counted[]): boolean {
  if (total.mention.kind === 'count') return false
  const printed = Math.abs(Number(total.mention.printed?.amount.replace(/,/g, '')))
  if (!(printed > 0)) return false
  const unit = Math.abs(toNumber(total.value)) / printed
  const gap = Math.abs(parts.reduce((sum, part) => sum + toNumber(part.value), 0) - toNumber(total.value))
  return unit > 1 && gap > unit * 1e-6 && gap <= (unit * (parts.length + 1)) / 2
}

function rowsFrom(check: Checkable, total: Counted, column: string, step: 1 | -1): { parts: Counted[]; whole: boolean } | null {
  const parts: Counted[] = []
  let whole = true
  for (let at = total.sentenceAt + step, last = total.sentence; ; at += step) {
    const sentence = check.reading.sentences[at]
    if (!sentence) break
    const words = wordsOf(check, sentence)
    const [from, to] = step < 0 ? [sentence.end, last.start] : [last.end, sentence.start]
    if (!separator.test(words.trim()) || /\n\s*\n|\S/.test(check.text.slice(from, to))) break
    const quantities = check.countedIn(at).filter((one) => one.unit === total.unit)
    if (check.countedIn(at).length === 0) break
    if (partTotal.test(words.trimStart()) || totalRow.test(words.trimStart())) return null
    const own = quantities.filter((one) => columnOf(check, one) === column)
    if (nested.test(words.trimStart())) return null
    const part = own.length === 1 ? own[0]! : undefined
    if (part && isAdded(part) && sameFamily(check, part, total)) parts.push(part)
    else whole = false
    last = sentence
  }
  if (step < 0) parts.reverse()
  if (parts.length < 2 || (!addsUp(total, parts) && (hasSubtotal(parts) || isDividedTwice(total, parts)))) return null
  return { parts, whole }
}

/** A share of a table: the amount of a row, the same of the row of totals, and the percentage of the row. */
export interface TableShare {
  readonly above: Counted
  readonly below: Counted
  readonly printed: Counted
}

/**
 * 표의 비율: what the percentages of a table may be shares of, where its row of totals says 100%: one list for each column of amounts, row by row. Which column they are of
 * is for the reader of the lists to tell.
 */
export function tableShares(check: Checkable): TableShare[][] {
  const lists: TableShare[][] = []
  const wholes = check.counted.filter((one) => one.mention.kind === 'percent' && one.mention.value === 1)
  for (const whole of wholes) {
    if (!totalRow.test(wordsOf(check, whole.sentence).trimStart())) continue
    if (check.countedIn(whole.sentenceAt).length > mostColumns) continue
    const column = columnOf(check, whole)
    const amounts = check.countedIn(whole.sentenceAt).filter(isAdded)
    const rows = rowsAbove(check, whole).map((at) => {
      const cells = new Map(check.countedIn(at).map((one) => [columnOf(check, one), one]))
      return { printed: cells.get(column), cells }
    })
    for (const below of amounts) {
      const own = columnOf(check, below)
      lists.push(
        rows.flatMap(({ printed, cells }) => {
          const above = cells.get(own)
          return printed?.mention.kind === 'percent' && above?.unit === below.unit ? [{ above, below, printed }] : []
        }),
      )
    }
  }
  return lists
}

/** The rows right above a row of totals, up to the titles of the table. */
function rowsAbove(check: Checkable, total: Counted): number[] {
  const rows: number[] = []
  for (let at = total.sentenceAt - 1; at >= 0; at--) {
    const words = wordsOf(check, check.reading.sentences[at]!)
    if (!separator.test(words.trim()) || totalRow.test(words.trimStart()) || check.countedIn(at).length === 0) break
    rows.push(at)
  }
  return rows
}
