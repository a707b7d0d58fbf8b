import { contentColumns, type TableOf } from './tables.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const edition = 2
const length = 5

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), of which 30 are written as five letters. */
function mark(...parts: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
    }
    // parts are kept apart by a unit that text does not hold
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  let text = ''
  for (let at = 0; at < length; at++) text += letters[(hash >>> (at * 6)) & 63]!
  return text
}

/** The mark of one cell's value. `null` and '' are the same: an empty cell. */
const markOf = (id: string, column: string, value: string | null) => mark(id, column, value ?? '')

/**
 * 대조: the marks of a row's cells as they were exported. A file carries them along, so that on its way back a cell that a person changed is told from one that somebody
 * else changed in the office meanwhile, without the office keeping every file it gave out.
 */
export function checkOf(table: TableOf, id: string, values: Readonly<Record<string, string | null>>): string {
  return `c${edition}${mark(id)}${contentColumns(table)
    .map((column) => markOf(id, column.id, values[column.id] ?? null))
    .join('')}`
}

/** What the marks of a row say: `none` where there are none to go by, `other-row` where they belong to another row, else which cells still are as exported. */
export type Marks =
  | { readonly kind: 'none' }
  | { readonly kind: 'other-row' }
  | { readonly kind: 'marks'; readonly isAsExported: (column: string, value: string | null) => boolean }

/** Read the check of a row, also one of an earlier edition: that has no marks of columns that came since. */
export function readCheck(table: TableOf, id: string, check: string | null): Marks {
  const text = check?.trim() ?? ''
  const named = /^c([1-9])/.exec(text)
  if (!named || Number(named[1]) > edition) return { kind: 'none' }
  const columns = contentColumns(table).filter((column) => column.since <= Number(named[1]))
  const head = named[0].length
  if (text.length !== head + length * (columns.length + 1)) return { kind: 'none' }
  if (text.slice(head, head + length) !== mark(id)) return { kind: 'other-row' }
  const at = new Map(columns.map((column, index) => [column.id, head + length * (index + 1)]))
  return {
    kind: 'marks',
    isAsExported: (column, value) => {
      const from = at.get(column)
      return from !== undefined && text.slice(from, from + length) === markOf(id, column, value)
    },
  }
}

/** What became of one cell: nobody touched it, the file changed it, both changed it differently, or the office already has what the file says. */
export type CellFate = 'untouched' | 'changed' | 'conflict' | 'same'

/**
 * Three ways at once (내보낼 때 · 파일 · 지금). Without marks the file is compared with the present alone: then nothing can be a conflict.
 */
export function fateOf(marks: Marks, column: string, file: string | null, now: string | null): CellFate {
  if ((file ?? '') === (now ?? '')) return 'same'
  if (marks.kind !== 'marks') return 'changed'
  if (marks.isAsExported(column, file)) return 'untouched'
  return marks.isAsExported(column, now) ? 'changed' : 'conflict'
}
