import { type Checkable, type Counted, type Said, wordsOf } from './checkable.ts'

/** The name of a row that holds the total of its table. */
const totalRow = /^(?:합\s?계|총\s?계|총\s?합\s?계?|계|전\s?체|total|grand total)\s*(?=\t|\s\|\s|\|)/i
/** A row that itself adds up some of the others: with one of them nothing is said. */
const partTotal = /^(?:소\s?계|중\s?계|누\s?계|subtotal)|(?:^|[\s|])(?:소\s?계|중\s?계|누\s?계|합\s?계|계|subtotal)\s*(?=\t|\||$)/i
const separator = /\t|\s\|\s/

/** What stands in the cell of a quantity beside it: its label, else the place of the cell in its row. Values of one column share it. */
function columnOf(check: Checkable, one: Counted): string {
  const row = wordsOf(check, one.sentence)
  const at = one.start - one.sentence.start
  const before = row.slice(0, at).split(separator)
  const label = before.at(-1)!.trim()
  return label === '' ? `#${before.length}/${row.split(separator).length}` : label
}

/**
 * 합계 행: the rows of a table that a row of totals adds up, for one of its values: those above it up to the titles, or those below it where the totals come first.
 * `whole` where every row states its value. Null where the line is no row of totals, where a row among them is a subtotal, or where fewer than two rows have a value.
 */
export function rowsOfTotal(check: Checkable, total: Said): { parts: Said[]; whole: boolean } | null {
  if (!totalRow.test(wordsOf(check, total.sentence).trimStart())) return null
  const column = columnOf(check, total)
  const rows = rowsFrom(check, total, column, -1) ?? rowsFrom(check, total, column, 1)
  return rows && isRounding(total, rows.parts) ? null : rows
}

/** 단수 조정: rows that are printed in 억원 or 천㎡ are rounded each by itself, so that their sum may be half a unit a row beside the total; things that are counted are not. */
function isRounding(total: Said, parts: readonly Said[]): boolean {
  if (total.mention.kind === 'count') return false
  const printed = Math.abs(Number(total.mention.printed?.amount.replace(/,/g, '')))
  if (!(printed > 0)) return false
  const unit = Math.abs(total.commitment.value) / printed
  const gap = Math.abs(parts.reduce((sum, part) => sum + part.commitment.value, 0) - total.commitment.value)
  return unit > 1 && gap > unit * 1e-6 && gap <= (unit * (parts.length + 1)) / 2
}

function rowsFrom(check: Checkable, total: Said, column: string, step: 1 | -1): { parts: Said[]; whole: boolean } | null {
  const parts: Said[] = []
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
    const said = own.length === 1 ? check.saidOn(own[0]!) : undefined
    if (said && said.family === total.family && said.mention.per === null) parts.push(said)
    else whole = false
    last = sentence
  }
  return parts.length < 2 ? null : { parts: step < 0 ? parts.reverse() : parts, whole }
}
