import type { Indicator, Span, Stage } from '../../reading.ts'
import type { Card } from '../../tables/cards.ts'
import { emptyFacts, type TableSink } from '../../tables/facts.ts'
import { type Draft, isOpenDue, nothing, slot } from '../draft.ts'

/** Rules that a record does not speak over: the number's own words say so. */
const OWN = /:(?:table|row|topic|party|beside|clause|line|raised|undone)$/
/** People and firms of a place in use were counted there. */
const COUNTED: ReadonlySet<Indicator> = new Set(['jobs', 'firms', 'other'])

const MONEY_ALONE = /^(?:총\s?)?(?:약\s)?\d[\d,.]*\s?(?:조|억|천만|백만|만|천)?(?:\s?\d[\d,.]*\s?(?:[천백]?억|천만|백만|만|천))?\s?원$/
const AREA_ALONE = /^(?:약\s)?\d[\d,.]*\s?(?:만|천)?\s?(?:\d[\d,.]*\s?(?:천|백))?\s?(?:㎡|m²|m2|평|㎢|ha|제곱미터)(?:\s?\([^()]{1,20}\))?$/

/** A line of a record that is nothing but an amount is what the project costs, one that is nothing but an area what it takes up. */
export function cardCells(sink: TableSink, lines: readonly Span[], cards: readonly Card[]): void {
  for (const { place } of cards) if (place.span !== null) sink.names.push({ kind: 'place', ...place.span })
  let k = 0
  for (const line of lines) {
    while (k < cards.length && cards[k]!.end <= line.start) k++
    const card = cards[k]
    if (card === undefined) return
    if (line.start < card.start || line.end - line.start > 30 || sink.lines.has(line.start)) continue
    const { subject, place, due, begin, stage } = card
    for (const part of partsOf(sink.text, line)) {
      const words = sink.text.slice(part.start, part.end)
      const indicator: Indicator | null = MONEY_ALONE.test(words) ? 'budget' : AREA_ALONE.test(words) ? 'area' : null
      if (indicator === null) continue
      const facts = { subject, place, due, start: begin, stage }
      sink.cells.push({ ...part, label: card.name, labelText: '', indicator, facts, line, total: false })
    }
  }
}

/** "약 2조 9천억 원 · 40MW": what a line lists between dots. */
function partsOf(text: string, line: Span): Span[] {
  const out: Span[] = []
  let start = line.start
  for (let at = text.indexOf(' · ', start); at >= 0 && at < line.end; at = text.indexOf(' · ', start)) {
    out.push({ start, end: at })
    start = at + 3
  }
  out.push({ start, end: line.end })
  return out
}

/** Where amounts on lines of their own are lent or priced. */
const LENT = /한도|융자|대출|이자|보증|분양가|매출|수수료|1인당|기업당|업체당/

/** "시장 종합 정비 / 80억원 / 상권 활성화": titles with their amounts on lines of their own, two and more, list what works cost. */
export function listedCosts(sink: TableSink, lines: readonly Span[]): void {
  const { text } = sink
  if (LENT.test(text)) return
  const costs: { title: Span; line: Span }[] = []
  lines.forEach((line, i) => {
    const title = lines[i - 1]
    if (title === undefined || line.end - line.start > 24 || sink.lines.has(line.start)) return
    const words = text.slice(line.start, line.end)
    const name = text.slice(title.start, title.end)
    if (!MONEY_ALONE.test(words) || !/[조억]/.test(words)) return
    if (
      name.length < 4 ||
      name.length > 44 ||
      !/(?:사업|조성|건립|구축|개선|정비|육성|지원|설치|확충|개발|리뉴얼|시스템|패키지|센터|단지|공원|타운|광장|도로|시설)$/.test(name)
    )
      return
    costs.push({ title, line })
  })
  if (costs.length < 2) return
  for (const { title, line } of costs)
    sink.cells.push({ start: line.start, end: line.end, label: title, labelText: '', indicator: 'budget', facts: emptyFacts(), line, total: false })
}

/** What a record says of its project holds for every number in it that says nothing else itself. */
export function applyCards(drafts: readonly Draft[], cards: readonly Card[]): void {
  let k = 0
  for (const draft of drafts) {
    while (k < cards.length && cards[k]!.end <= draft.mention.start) k++
    const card = cards[k]
    if (card === undefined) return
    if (draft.mention.start < card.start) continue
    // the address is where it lies, not who does it
    if (card.subject !== null) draft.subject = card.subject
    else if (!OWN.test(draft.subject.rule)) draft.subject = nothing('subject:none')
    if (!OWN.test(draft.place.rule)) draft.place = card.place
    if (card.stage !== null && !OWN.test(draft.stage.rule))
      draft.stage =
        card.stage.value === 'operation' && COUNTED.has(draft.indicator.value) ? slot<Stage>('result', card.stage.span, 'stage:card') : card.stage
    if (card.due !== null && isOpenDue(draft)) draft.due = card.due
    if (card.begin !== null && draft.start.value === null) draft.start = card.begin
  }
}
