import { digitValue } from '../characters.ts'
import { readDate } from '../dates/dates.ts'
import { isTitle } from '../gazetteer/people.ts'
import { officeOfHead } from '../offices.ts'
import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import { isTotal } from './compare.ts'
import type { Header } from './labels.ts'
import { isEmptyCell } from './lines.ts'
import type { HeaderUnit } from './units.ts'

/** What a row or a block of a table says besides its numbers. */
export interface RowFacts {
  subject: Slot<string | null> | null
  place: Slot<string> | null
  due: Slot<DateValue | null> | null
  start: Slot<DateValue | null> | null
  stage: Slot<Stage> | null
}

/** A number in a table, with the label of its row or column. */
export interface Cell extends Span {
  readonly label: Span
  readonly labelText: string
  readonly indicator: Indicator | null
  readonly facts: RowFacts
  /** Evidence: the line the number stands in. */
  readonly line: Span
  /** The row adds up the others. */
  readonly total: boolean
  /** Where the column's head stands, and whether the column adds up those beside it; absent where no columns stand side by side. */
  readonly column?: number
  readonly sum?: boolean
}

/** A name that a column or a label says is one. */
export interface TableName extends Span {
  readonly kind: 'organisation' | 'place' | 'person'
}

/** Where the readers of the several kinds of table put what they find. */
export interface TableSink {
  readonly text: string
  readonly mentions: Mention[]
  readonly cells: Cell[]
  readonly names: TableName[]
  readonly lines: Set<number>
  /** Tables on their side: what stands in them says nothing of what stands around them. */
  readonly turned: Span[]
  unitLine: readonly HeaderUnit[]
  /** What the heading that gives the unit says is measured: 지원예산(백만원). */
  over: Header['role']
  /** The year that such a heading gives: 2026년 지원예산. */
  overDue: Slot<string> | null
  /** The line above the table that is being read. */
  above: Span | null
  /** What was found out about lines already, by their number. */
  readonly known: Known
}

/** Answers about single lines that several readers ask for. */
export interface Known {
  readonly labels: Map<number, Header | null>
  readonly stacks: Map<number, unknown>
}

export const nothingKnown = (): Known => ({ labels: new Map(), stacks: new Map() })

export const emptyFacts = (): RowFacts => ({ subject: null, place: null, due: null, start: null, stage: null })

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/취소|무산|철회|해지|포기|폐기|백지화/, 'cancelled'],
  [/착공\s?(?:예정|전)|미착공|준공\s?예정|완공\s?예정/, 'plan'],
  [/공사\s?중|건설\s?중|시공\s?중|조성\s?중/, 'construction'],
  [/준공|완공|가동|운영|입주\s?완료|개장/, 'operation'],
  [/착공|공사|시공/, 'construction'],
  [/계약|분양\s?완료/, 'contract'],
  [/협약|MOU|양해각서/, 'mou'],
  [/계획|예정|검토|추진|구상|협의|승인|설계|보상/, 'plan'],
]

const HEADED_BY = /^(?:대표|대표자|대표자명|대표이사|대표자\s?성명|성명)$/

/** What a labelled value says about its row or block: whose, where, by when, how far. */
export function noteFact(sink: TableSink, header: Header, value: Span, facts: RowFacts): void {
  const { text } = sink
  const words = text.slice(value.start, value.end).trim()
  if (isEmptyCell(words) || isTotal(words)) return
  switch (header.role) {
    // 대표자: whoever heads the firm
    case 'name':
      if (HEADED_BY.test(header.label) && /^[가-힣]{2,4}$/.test(words) && !isTitle(words))
        sink.names.push({ kind: 'person', start: text.indexOf(words, value.start), end: text.indexOf(words, value.start) + words.length })
      return
    case 'subject': {
      const name = words
        .split(/[,，[［|]|\s?(?:대표이사|대표자|대표)\s|(?<=㈜|\(주\))대표|\s?외\s\d|\s\d|(?!^)\((?!(?:주|유|재|사|합|의|농|학)\))/)[0]!
        .replace(/\s*\d+(?:\.\d+)?%.*$/, '')
        .trim()
        .replace(/^.+[시도군구](?:장|수|청장|지사)$/, officeOfHead)
        .replace(/(?<=조합|공사|공단|회사)외$/, '')
      if (name === '' || isTotal(name) || digitValue(name.charCodeAt(0)) >= 0) return
      // "전라남도 순천시": the city acts
      const own = /^[가-힣]+도 [가-힣]+[시군]$/.test(name) ? name.indexOf(' ') + 1 : 0
      const span = { start: value.start + own, end: value.start + name.length }
      // "새벽개발·솔숲시": the first of several leads
      const parts = /^[가-힣A-Za-z㈜()]{2,}(?:\s?[·ㆍ/]\s?[가-힣A-Za-z㈜()]{2,})+$/.test(name)
        ? name.split(/[·ㆍ/]/).map((part) => part.trim())
        : [name.slice(own)]
      let at = span.start
      for (const part of parts) {
        const from = text.indexOf(part, at)
        sink.names.push({ kind: 'organisation', start: from, end: from + part.length })
        at = from + part.length
      }
      const first = parts.length > 1 ? { start: span.start, end: span.start + parts[0]!.length } : span
      facts.subject = { value: parts[0]!, span: first, rule: 'subject:table' }
      return
    }
    case 'place': {
      if (digitValue(words.charCodeAt(0)) >= 0) return
      const name = placeOfCell(words)
      const span = { start: value.start, end: value.start + name.length }
      facts.place = { value: name, span, rule: 'place:table' }
      sink.names.push({ kind: 'place', ...span })
      return
    }
    case 'period': {
      const date = firstDate(text, value)
      if (date !== null && typeof date.value === 'object' && date.value !== null) {
        facts.start = { value: date.value.from, span: date, rule: 'start:table' }
        facts.due = { value: date.value.to, span: date, rule: 'due:table' }
      } else if (date !== null && /까지|[~∼～]\s*['‘’]?\d/.test(words)) facts.due = { value: date.value, span: date, rule: 'due:table' }
      return
    }
    case 'year':
    case 'due':
    case 'start': {
      const date = firstDate(text, value)
      if (date === null) return
      const slot = { value: date.value, span: date, rule: `${header.role === 'start' ? 'start' : 'due'}:table` }
      if (header.role === 'start') facts.start = slot
      else facts.due = slot
      return
    }
    case 'stage':
      for (const [pattern, stage] of STAGES)
        if (pattern.test(words)) {
          facts.stage = { value: stage, span: value, rule: 'stage:table' }
          // "준공(’25. 11.)": finished on that day
          const date = stage === 'operation' ? firstDate(text, value) : null
          if (date !== null) facts.due = { value: date.value, span: date, rule: 'due:table-stage' }
          return
        }
      return
    default:
  }
}

/** "구미시 산동읍 봉산리 산 21번지 일원", "오창읍 각리 640-1 (오창과학산단 내)": the name of the place without lot numbers and what follows. */
function placeOfCell(words: string): string {
  const cut = words.search(
    /\s(?:[가-힣0-9]{2,12}(?:로|길)\s)?(?:산\s?)?\d[\d-]*(?:번지)?(?=[\s,(]|$)|\s*\((?![^()]*\)[가-힣]{0,4}(?:산단|단지|지구|특구))|\s*,(?!\s?(?:[가-힣]{1,4},\s?)*(?:[가-힣]{1,5}(?:시|군|구|읍|면)\s)*[가-힣0-9]{1,8}(?:읍|면|동|리|가)(?=[\s,]|$))|\s(?:일원|일대|내|일부|인근|등|외|개별입지|부지|소재)(?=[\s\d]|$)|\s옛\s|\s\/\s/,
  )
  const name = (cut > 0 ? words.slice(0, cut) : words).trim()
  return name === '' ? words : name
}

/** The first date of a cell, or its bare year. */
export function firstDate(text: string, value: Span): (Span & { value: DateValue | null }) | null {
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i)
    if (digitValue(code) < 0 && code !== 0x27 && code !== 0x2019 && code !== 0x2018) continue
    const read = readDate(text, i, null, null)
    if (read !== null && read.end <= value.end + 1) return { start: read.start, end: Math.min(read.end, value.end), value: read.value }
    const year = /^(?:19|20)\d\d$/.exec(text.slice(i, value.end).trim())
    if (year !== null) return { start: i, end: i + 4, value: year[0] }
    while (i + 1 < value.end && digitValue(text.charCodeAt(i + 1)) >= 0) i++
  }
  return null
}
