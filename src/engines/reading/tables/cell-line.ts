import { slot } from '../commitments/draft.ts'
import { areaByShortName } from '../gazetteer/areas.ts'
import type { DateValue, Indicator, Slot, Span } from '../reading.ts'
import type { Cell } from './tables.ts'

/** "공사중(공정률 71%, ’26.12 준공예정)", "준공·가동(’26.8)": the month that a cell of progress gives for the end. */
export function dueIn(text: string, { start, end }: Span): Slot<DateValue | null> | null {
  const words = text.slice(start, end)
  const match =
    /[’'‘]?(\d{4}|\d{2})(?:년|\.)\s?(?:(\d{1,2})(?:월|\.)?)?\s?(?:준공|완공|개장|가동|완료)/.exec(words) ??
    /(?:준공|완공|개장|가동|완료)[^()\d]{0,6}\([’'‘]?(\d{4}|\d{2})(?:년|\.)\s?(?:(\d{1,2})(?:월|\.)?)?\s?\)/.exec(words)
  if (match === null) return null
  const year = match[1]!.length === 2 ? `20${match[1]}` : match[1]!
  const at = start + match.index
  return slot(match[2] === undefined ? year : `${year}-${match[2].padStart(2, '0')}`, { start: at, end: at + match[0].length }, 'due:table-stage')
}

/** "고용유발", "취업유발, "부가가치": effects that are worked out are no jobs and no investment. */
export function labelled(cell: Cell): Indicator {
  if (/^(?:고용|취업)\s?유발/.test(cell.labelText)) return 'employment_inducement'
  if (/^부가가치/.test(cell.labelText)) return 'value_added'
  if (/^생산\s?유발/.test(cell.labelText)) return 'production_inducement'
  return cell.indicator!
}

/** "- 세풍산업단지: 2.42", "수도권 경기 용인 반도체 710": the place that a row begins with. */
export function placeOfLine(text: string, { start, end }: Span): Slot<string> | null {
  const line = text.slice(start, Math.min(end, start + 40))
  const led = /^[-·•○ㅇ*\s]*([가-힣0-9A-Za-z ]{2,16}(?:산업단지|산단|지구|특구|구역|단지|밸리|클러스터))\s?[:：]/.exec(line)
  if (led !== null) {
    const at = start + line.indexOf(led[1]!)
    return slot(led[1]!, { start: at, end: at + led[1]!.length }, 'place:line')
  }
  const words = [...line.matchAll(/[^\s|]+/g)]
  for (const [k, word] of words.slice(0, 3).entries()) {
    const province = areaByShortName(word[0])
    if (province === undefined || province.level !== 'province') continue
    const next = words[k + 1]
    const city = next === undefined ? undefined : areaByShortName(next[0])
    const at = start + word.index
    return next !== undefined && city !== undefined && city.level !== 'province' && city.province === province.province
      ? slot(`${word[0]} ${next[0]}`, { start: at, end: start + next.index + next[0].length }, 'place:line')
      : slot(word[0], { start: at, end: at + word[0].length }, 'place:line')
  }
  return null
}
