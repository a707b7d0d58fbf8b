import { announcedUnits, headerUnit } from './header-unit.ts'

/** Longer words beside a table are a text, not its name. */
const longestLabel = 40

/**
 * 표 안의 표의 이름: the line over a table that stands in a cell: the words of the cell before it in the row, and the unit that those or its own cell announce; else the unit
 * that stands in its cell behind it (`after`).
 *
 * `nestedTitle('투자계획(억원)', '') // => '투자계획 (단위: 억원)'`
 * `nestedTitle('연차별 투자계획', '아래와 같음 (단위: 억원)') // => '연차별 투자계획 (단위: 억원)'`
 */
export function nestedTitle(label: string, words: string, after = ''): string {
  const name = headerUnit(label.replace(/\s+/g, ' ').trim())
  const announced = announcedUnits(words)
  const above = announced.length > 0 ? announced : name.unit === null ? announcedUnits(label) : [name.unit]
  const units = above.length > 0 ? above : announcedUnits(after)
  const called =
    name.label.length <= longestLabel && /\p{L}/u.test(name.label) && !/\d/.test(name.label) ? name.label.replace(/\(단위.*$/, '').trim() : ''
  const unit = units.length === 0 ? '' : `(단위: ${units.join(', ')})`
  return [called, unit].filter((word) => word !== '').join(' ')
}
