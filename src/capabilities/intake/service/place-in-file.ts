import { type Place, placeAt, placeLabel, type TextMap } from '../formats/text-map.ts'
import type { FilePlace } from '../schemas-review.ts'

/**
 * 파일의 자리: page, sheet and cell of the words of a claim. Where its first character stands in none (a title that was repeated behind the number), the first that does.
 * Null without a map.
 */
export function placeInFile(map: TextMap | null, span: { start: number; end: number }): FilePlace | null {
  if (map === null) return null
  for (let at = span.start; at < span.end; at++) {
    const place = placeAt(map, at)
    if (place) return { ...placeLabel(place), group: groupOf(place) }
  }
  return null
}

/** What a person turns to first: the page, else the sheet, else the table. */
function groupOf(place: Place): FilePlace['group'] {
  if (place.page) return { key: `page-${place.page}`, ...placeLabel({ page: place.page }) }
  if (place.sheet !== undefined) return { key: `sheet-${place.sheet}`, ...placeLabel({ sheet: place.sheet }) }
  if (place.table) return { key: `table-${place.table}`, ...placeLabel({ table: place.table }) }
  return null
}
