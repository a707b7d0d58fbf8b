import { Parser } from 'htmlparser2'
import { FormatError } from './failure.ts'
import { nestedTitle } from './nested-table.ts'

/** Deeper than this, tables in tables are an attack. */
const deepest = 40
const local = (name: string) => name.slice(name.indexOf(':') + 1)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A table in a cell: where it stands, what the cell says before it, the cell before that, and the row with the place of the cell in it. */
interface Nested {
  start: number
  end: number
  words: string
  label: string
  row: readonly string[]
  column: number
}

interface Table {
  start: number
  rows: string[][]
  nested: Nested[]
  /** Where the content of its first cell begins and ends. */
  cell: [number, number] | null
}

/**
 * 표 안의 표(DOCX): a body whose tables stand one after another: one in a cell comes behind the table that it stood in, under the words of the cell that names it
 * (`투자계획 | [표]`) and the unit that was announced there. kordoc gives the words of such a cell in one line, so that no number would keep its title. A table of a single cell is a
 * frame and gives way to what it holds. The same words where there is none.
 *
 * @throws FormatError `too-deep`
 */
export function tablesApart(xml: string): string {
  const tables = outerTables(xml)
  if (tables.every((table) => table.nested.length === 0)) return xml
  const out: string[] = []
  let at = 0
  for (const table of tables) {
    if (table.nested.length === 0) continue
    const frame = table.rows.length === 1 && table.rows[0]!.length === 1 ? table.cell : null
    out.push(xml.slice(at, table.start))
    at = table.end
    if (frame) {
      out.push(tablesApart(xml.slice(...frame)))
      continue
    }
    let from = table.start
    for (const one of table.nested) {
      out.push(xml.slice(from, one.start), '<w:p/>')
      from = one.end
    }
    out.push(xml.slice(from, table.end))
    for (const [order, one] of table.nested.entries()) {
      const title = nestedTitle(one.label, one.words, wordsBehind(one, table.nested[order + 1]))
      out.push(
        title === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${escaped(title)}</w:t></w:r></w:p>`,
        tablesApart(xml.slice(one.start, one.end)),
      )
    }
  }
  out.push(xml.slice(at))
  return out.join('')
}

/** What its cell says behind a table, where that is the last in it. */
const wordsBehind = (one: Nested, next: Nested | undefined) =>
  next?.row === one.row && next.column === one.column ? '' : (one.row[one.column]?.slice(one.words.length) ?? '')

/** The tables that stand in no other, with those in their cells. Text boxes keep theirs. */
function outerTables(xml: string): (Table & { end: number })[] {
  const found: (Table & { end: number })[] = []
  let table: Table | null = null
  let depth = 0
  let boxes = 0
  let inText = false
  const parser = new Parser(
    {
      onopentag(raw) {
        const name = local(raw)
        if (name === 'txbxContent') boxes++
        if (boxes > 0) return
        if (name === 'tbl') {
          if (++depth > deepest) throw new FormatError('too-deep')
          if (depth === 1) table = { start: parser.startIndex, rows: [], nested: [], cell: null }
          else if (depth === 2) {
            const row = table!.rows.at(-1) ?? []
            table!.nested.push({
              start: parser.startIndex,
              end: 0,
              words: row.at(-1) ?? '',
              label: row.at(-2) ?? '',
              row,
              column: row.length - 1,
            })
          }
        } else if (depth === 1 && table && name === 'tr') table.rows.push([])
        else if (depth === 1 && table && name === 'tc') {
          table.rows.at(-1)?.push('')
          table.cell ??= [parser.endIndex + 1, 0]
        } else if (depth === 1 && name === 't') inText = true
      },
      ontext(words) {
        const row = table?.rows.at(-1)
        if (inText && depth === 1 && row && row.length > 0) row[row.length - 1] += words
      },
      onclosetag(raw) {
        const name = local(raw)
        if (name === 'txbxContent') boxes--
        if (boxes > 0) return
        if (name === 't') inText = false
        else if (depth === 1 && table && name === 'tc' && table.cell?.[1] === 0) table.cell[1] = parser.startIndex
        else if (name === 'tbl' && depth > 0) {
          depth--
          if (depth === 1) table!.nested.at(-1)!.end = parser.endIndex + 1
          else if (depth === 0) found.push({ ...table!, end: parser.endIndex + 1 })
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return found
}
