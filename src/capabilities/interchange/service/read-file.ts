import { parseCells, type SheetCells } from '#capabilities/intake/index'
import type { Words } from '#engines/interchange/cell'
import { unguarded } from '#engines/interchange/csv-line'

/** 10,000 rows in five sheets have about half a million cells; a file may have six times as many. */
const limits = { cells: 3_000_000, milliseconds: 120_000, megabytes: 1_536 }

/** The sheets of a file, or why it cannot be read. */
export async function readFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ ok: true; format: 'xlsx' | 'csv'; sheets: readonly SheetCells[] } | { ok: false; refusal: Words }> {
  const parsed = await parseCells(bytes, { name }, limits)
  if (!parsed.ok) return { ok: false, refusal: parsed.detail }
  if (parsed.format === 'xlsx') return parsed
  // an apostrophe guarded these texts on their way out
  const sheets = parsed.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, text: unguarded(cell.text) })) }))
  return { ...parsed, sheets }
}
