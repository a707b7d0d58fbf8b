import { slot } from '../commitments/draft.ts'
import { officeOfHead } from '../offices.ts'
import type { DateValue, Mention, Slot, Span } from '../reading.ts'
import type { SheetFacts } from './sheets.ts'

/** Mentions in a stretch of text, by binary search. */
export class MentionFinder {
  constructor(private readonly mentions: readonly Mention[]) {}

  within({ start, end }: Span): Mention[] {
    let low = 0
    let high = this.mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.mentions[middle]!.start < start) low = middle + 1
      else high = middle
    }
    const out: Mention[] = []
    for (let k = low; k < this.mentions.length && this.mentions[k]!.start < end; k++) out.push(this.mentions[k]!)
    return out
  }
}

/** The first of those named, without what stands in brackets after it. */
export function nameIn(text: string, value: Span): Slot<string> | null {
  const match =
    /^((?:\((?:주|유|재|사)\)\s?)?[^(（[,，·/\n]{2,30}?(?:\((?:주|유|재|사)\))?)\s*(?:$|(?:대표이사|대표자|대표)\s|[(（[,，·/&|]|\s?외\s\d|\s및\s|\s외\s|\s등\s|\s\d{1,3}(?:\.\d+)?\s?%)/.exec(
      text.slice(value.start, value.end),
    )
  if (match === null || (/\d{3}|[다요함임]$/.test(match[1]!) && !/(?:㈜|\(주\)|주식회사)$/.test(match[1]!))) return null
  const name = match[1]!.trim().replace(/외$/, '')
  // "대전광역시장": the office acts by its head
  const office = officeOfHead(name)
  return slot(office, { start: value.start, end: value.start + office.length }, 'subject:sheet')
}

const PLACE =
  /^(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s)?(?:[가-힣]{1,5}(?:특별자치도|특별자치시|광역시|특별시|도|시|군|구|읍|면)\s)*[가-힣0-9A-Za-z·-]{1,16}(?:시|군|구|읍|면|동|리|가|단지|산단|지구|구역|밸리|특구|공구|항|신도시|벨트|로\s\d가)(?=[\s,(]|$)/
/** Further villages of the same site: ", 삼성면 상곡리". */
const MORE = /^(?:,\s?(?:[가-힣]{1,5}(?:시|군|구|읍|면)\s)*[가-힣0-9]{1,6}(?:읍|면|동|리|가)(?=[\s,(]|$))+/
/** "유성구 학하, 덕명, 계산동": only the last village of a list says what they all are. */
const SHORTENED = /^(?:[가-힣]{1,5}(?:도|시|군|구|읍|면)\s)+[가-힣]{0,3}[^읍면동리가로\s,\d](?:,\s?[가-힣]{1,4})+(?:읍|면|동|리)(?=[\s(]|$)/

/** The address without its lot and 일원, else the first place named. */
export function placeIn(text: string, value: Span, at: MentionFinder): Slot<string> | null {
  const list = SHORTENED.exec(text.slice(value.start, value.end))
  if (list !== null) return slot(list[0], { start: value.start, end: value.start + list[0].length }, 'place:sheet')
  const match = PLACE.exec(text.slice(value.start, value.end))
  if (match !== null) {
    const more = MORE.exec(text.slice(value.start + match[0].length, value.end))?.[0] ?? ''
    const end = value.start + match[0].length + more.length
    return slot(text.slice(value.start, end), { start: value.start, end }, 'place:sheet')
  }
  const named = at.within(value).find((m) => m.kind === 'place')
  // "먹골역 7번 출구 일대 (22,208㎡)"
  const around = /^[가-힣0-9A-Za-z ]{3,24}?\s(?:일대|인근)(?=\s?[(,]|$)/.exec(text.slice(value.start, value.end))
  if (around !== null) return slot(around[0], { start: value.start, end: value.start + around[0].length }, 'place:sheet')
  return named === undefined ? null : slot(named.value as string, { start: named.start, end: named.end }, 'place:sheet')
}

/** Term, end or beginning (기간·준공·착공) as a value says it. */
export function noteDates(text: string, whole: Span, at: MentionFinder, role: 'period' | 'due' | 'start', facts: SheetFacts): void {
  // "당초 2021. 3. ~ 2025. 12. / 변경 2021. 3. ~ 2027. 12.": what it was changed to counts
  const changed = text.slice(whole.start, whole.end).lastIndexOf('변경')
  const value = changed > 0 ? { start: whole.start + changed, end: whole.end } : whole
  const dates = at.within(value).filter((m) => m.kind === 'date' && m.value !== null)
  const first = dates[0]
  if (first === undefined) return
  const of = (date: Mention, end: 'from' | 'to', rule: string): Slot<DateValue | null> =>
    slot(
      typeof date.value === 'object' ? ((date.value as { from: string; to: string })[end] as DateValue) : (date.value as DateValue),
      { start: date.start, end: date.end },
      rule,
    )
  if (role === 'start') {
    facts.begin ??= of(first, 'from', 'start:sheet')
    return
  }
  if (role === 'due') {
    facts.due = slot(first.value as DateValue, { start: first.start, end: first.end }, 'due:sheet')
    return
  }
  if (facts.due !== null) return
  const last = dates.at(-1)!
  if (typeof first.value === 'object') {
    facts.begin ??= of(first, 'from', 'start:sheet')
    facts.due = of(first, 'to', 'due:sheet')
    return
  }
  const between = dates.length > 1 && /[~∼〜～–-]|부터/.test(text.slice(first.end, last.start))
  if (between) facts.begin ??= of(first, 'from', 'start:sheet')
  if (between || /[~∼〜～]\s*$/.test(text.slice(value.start, last.start)) || /^\s?까지/.test(text.slice(last.end, last.end + 3)))
    facts.due = of(last, 'to', 'due:sheet')
  else if (/^\s*[~∼〜～]|^부터/.test(text.slice(first.end, first.end + 3))) facts.begin ??= of(first, 'from', 'start:sheet')
}

/** "착공 2026.11. → 준공 1단계 2028.12. / 2단계 2030.6.": the last day after 준공 ends the whole. */
export function noteSchedule(text: string, value: Span, at: MentionFinder, facts: SheetFacts): void {
  const done = /준공|완공|개장|가동/.exec(text.slice(value.start, value.end))
  if (done === null || facts.due !== null) return
  const last = at.within({ start: value.start + done.index, end: value.end }).findLast((m) => m.kind === 'date' && m.value !== null)
  if (last !== undefined) facts.due = slot(last.value as DateValue, { start: last.start, end: last.end }, 'due:sheet')
}
