import { areaByFullName, areaOf, type Discourse, isFirm } from '../../discourse.ts'
import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { stageOf } from '../../stages/stages.ts'
import { dueIn, labelled, placeOfLine } from '../../tables/cell-line.ts'
import { stageIn } from '../../tables/sheets.ts'
import type { Cell } from '../../tables/tables.ts'
import { type Draft, type Flow, nothing, slot } from '../draft.ts'

/** Cells in the order of the text, asked in the order of the text. */
export class CellFinder {
  #cells: readonly Cell[]
  #next = 0

  constructor(cells: readonly Cell[]) {
    this.#cells = [...cells].sort((a, b) => a.start - b.start)
  }

  /** The cell that holds a position, or null. Positions must not fall. */
  at(position: number): Cell | null {
    while (this.#next < this.#cells.length && this.#cells[this.#next]!.end <= position) this.#next++
    const cell = this.#cells[this.#next]
    return cell !== undefined && cell.start <= position ? cell : null
  }
}

const lastDay = (value: DateValue | null): string => (value === null ? '' : typeof value === 'string' ? value : value.to)

/** The last cell of a row, where it tells how far the matter is: "준공(’24. 12.)". */
function remarkOf(text: string, { line }: Cell): Span | null {
  const bar = Math.max(text.lastIndexOf('|', line.end - 2), text.lastIndexOf('\t', line.end - 2))
  if (bar < line.start) return null
  const start = bar + 1
  return /^\s?(?:[’'‘]?\d{2,4}[년.]\s?(?:\d{1,2}[월.]?)?\s?)?(?:준공|완공|개장|가동|운영\s?중|공사\s?중|건설\s?중|공정률|착공|보상|협약|MOU|해지|취소|철회|완료)/.test(
    text.slice(start, line.end),
  )
    ? { start, end: line.end }
    : null
}

/** "○ 투자계획" over the works of an office that has told of no firm: what it will spend itself. */
const isOwnPlan = (cell: Cell, subject: string | null, flow: Flow): boolean =>
  cell.indicator === 'investment' &&
  !/투자|민자|민간|자본|FDI/.test(cell.labelText) &&
  (subject === null || !isFirm(subject)) &&
  flow.firm === null &&
  flow.agreement === null

/** "(국비 4,200, 민자 6,000)": private money, also as a part of public works. */
const PRIVATE_SHARE = /(?:민자|민간\s?(?:자본|투자))\s?$/

/** What a firm brings. */
const OF_FIRMS: ReadonlySet<Indicator> = new Set(['investment', 'jobs', 'area', 'output', 'revenue', 'capacity', 'exports'])

/** The one firm that an office has just signed with: a table of investment and jobs under it that names nobody is the firm's. */
const signedFirm = ({ facts, indicator, labelText }: Cell, flow: Flow): string | null =>
  facts.subject === null &&
  indicator !== null &&
  OF_FIRMS.has(indicator) &&
  !/유치|누적|실적/.test(labelText) &&
  flow.agreement !== null &&
  !flow.agreement.several &&
  !flow.agreement.counted &&
  flow.investors.size === 1 &&
  flow.firm !== null &&
  flow.investors.has(flow.firm.value)
    ? flow.firm.value
    : null

/** What a city spends of its own and others' money, and on how much land. */
const OF_CITY: ReadonlySet<Indicator> = new Set(['budget', 'area', 'capacity', 'other'])

/** "순천시 160 80 24" in the table of a ministry, or under shares that cities pay: the city of the row does it (시군별 사업). */
function cityOfRow({ facts, indicator, total }: Cell, { office }: Discourse, flow: Flow): Slot<string> | null {
  const { place } = facts
  if (place?.rule !== 'place:row' || total || indicator === null || !OF_CITY.has(indicator) || flow.agreement !== null) return null
  const area = areaByFullName(place.value)
  if (area === undefined || area.level === 'province' || (office !== null && areaOf(office) !== null)) return null
  return { value: place.value, span: place.span, rule: 'subject:row' }
}

/** What the heading over a table says of it, unless the sentence that leads to the table tells of an agreement: "1분기 투자유치 실적 / 시는 6개사와 협약을 체결했다. 내역은 다음과 같다". */
const headingOver = ({ heading, stage, stageAge, sentence }: Flow): Slot<Stage> | null =>
  heading !== null && heading.stage.value === 'result' && stage?.value === 'mou' && stage.span !== null && sentence - stageAge > heading.sentence
    ? null
    : (heading?.stage ?? null)

/** A number of a table: its column says what it measures, its row or block whose it is. */
export function draftOfCell(
  text: string,
  cell: Cell,
  mentionIndex: number,
  mention: Mention,
  sentence: number,
  flow: Flow,
  discourse: Discourse,
  now: string | null,
): Draft | null {
  if (cell.indicator === null || typeof mention.value !== 'number') return null
  // "면적/사업비: 62만㎡ / 1,480억원"
  const both =
    cell.indicator === 'area' && mention.kind === 'money' && cell.label !== null && /사업비/.test(text.slice(cell.label.start, cell.label.end))
  if (mention.kind === 'percent' || mention.kind === 'length') return null
  if (cell.indicator === 'jobs' && mention.unit !== 'persons' && mention.unit !== 'jobs') return null
  if (cell.indicator === 'area' && mention.kind !== 'area' && !both) return null
  if (cell.indicator === 'firms' && mention.unit !== 'firms') return null
  if ((cell.indicator === 'investment' || cell.indicator === 'budget') && mention.kind !== 'money') return null
  // "첫째 300·둘째 500·셋째 이상 1,000만원": what one person gets
  if (mention.kind === 'money' && mention.unit === 'KRW' && mention.value < 3e7) return null
  // "98만원/3.3㎡", "기업당 최대 50억원", "20억원 초과분의 10%": what a unit costs, what each may get, and from where on
  const before = text.slice(Math.max(cell.line.start, mention.start - 14), mention.start)
  if (
    /(?:원\s?\/\s?|당\s?(?:최대\s?|연\s?|월\s?|약\s?)?)$/.test(before) ||
    /^\s?(?:당\s|초과분|\s?초과\s|이상\s?투자|이내\s?지원|의\s\d)/.test(text.slice(mention.end, mention.end + 8)) ||
    (mention.kind === 'money' && /초과$/.test(mention.text))
  )
    return null
  // "입주수요 78개사": who might come is promised by nobody
  if (cell.label !== null && /수요/.test(text.slice(cell.label.start, cell.label.end)) && !/협약|계약/.test(text.slice(mention.end, cell.line.end)))
    return null
  // land that is sold already
  if (cell.indicator === 'area' && cell.label !== null && /분양\s?(?:면적|실적)|매각/.test(text.slice(cell.label.start, cell.label.end))) return null
  const { facts } = cell
  const signed = signedFirm(cell, flow)
  const office = signed ?? flow.lineOffice ?? discourse.office
  const subject =
    // the row that adds the firms up is told by the office that reports them
    (facts.subject?.rule === 'subject:total' && office !== null ? slot(office, null, 'subject:total') : facts.subject) ??
    cityOfRow(cell, discourse, flow) ??
    (office !== null ? slot(office, null, 'subject:document') : (flow.subject ?? nothing('subject:none')))
  const place =
    facts.place ??
    (signed === null ? undefined : flow.sites.get(signed)) ??
    placeOfLine(text, cell.line) ??
    (discourse.headPlace !== null && !discourse.headPlace.rule.endsWith(':area') && subject.value !== null && /부$/.test(subject.value)
      ? discourse.headPlace
      : null) ??
    // a list of firms under a title that names their site
    (discourse.titleSite !== null && subject.rule === 'subject:table' && subject.value !== null && isFirm(subject.value)
      ? discourse.titleSite
      : null) ??
    // a notice of a public corporation about one site
    (discourse.published &&
    subject.value !== null &&
    areaOf(subject.value) === null &&
    /공사$|공단$/.test(subject.value) &&
    !(discourse.headPlace?.rule.endsWith(':area') ?? true)
      ? discourse.headPlace
      : null) ??
    (subject.value !== null && areaOf(subject.value) !== null ? slot(areaOf(subject.value), null, 'place:of-government') : nothing('place:none'))
  // a milestone of a day that is still to come is none yet
  const ahead =
    facts.stage?.rule === 'stage:milestone' &&
    facts.stage.value === 'operation' &&
    (now === null || lastDay(facts.due?.value ?? null) > now.slice(0, 4))
  // "[표] 2025년 업종별 FDI", in a text of the year after: what came in that year
  const attained =
    facts.due?.rule === 'due:table-title' && now !== null && lastDay(facts.due.value) < now.slice(0, 4) && cell.indicator !== 'budget'
      ? slot<Stage>('result', facts.due.span, 'stage:table-title')
      : null
  const said = ahead ? slot<Stage>('plan', null, 'stage:milestone-ahead') : facts.stage?.span == null ? null : stageIn(text, facts.stage.span)
  const remark = facts.stage === null ? remarkOf(text, cell) : null
  const own = stageOf(text.slice(cell.line.start, cell.line.end), cell.line.start)
  const stage =
    said ??
    facts.stage ??
    attained ??
    (remark === null ? null : stageIn(text, remark)) ??
    (own?.strong === true && cell.line.end - cell.line.start > 16
      ? slot<Stage>(own.stage, { start: own.start, end: own.start + own.word.length }, 'stage:clause')
      : null) ??
    (discourse.cancelled
      ? slot<Stage>('cancelled', null, 'stage:document-cancelled')
      : flow.stage !== null && flow.stageAge < 12
        ? subject.value === signed && signed !== null
          ? flow.stage
          : { ...(headingOver(flow) ?? flow.stage), rule: 'stage:flow' }
        : flow.heading !== null && sentence - flow.heading.sentence <= 90
          ? flow.heading.stage
          : slot<Stage>(discourse.headAgreement ? 'mou' : 'plan', null, discourse.headAgreement ? 'stage:head' : 'stage:default'))
  return {
    mentionIndex,
    mention,
    sentence,
    indicator:
      cell.indicator === 'budget' && PRIVATE_SHARE.test(before)
        ? slot<Indicator>('investment', null, 'indicator:private-share')
        : slot(both || isOwnPlan(cell, subject.value, flow) ? 'budget' : labelled(cell), cell.label, 'indicator:label'),
    // a total told by the sheet or by a part is told there
    weight: cell.total ? 2 : 3,
    step: null,
    line: cell.line,
    cell,
    matter: null,
    counted: null,
    subject,
    due:
      labelled(cell) === 'firms' && stage.value === 'mou'
        ? nothing('due:count-of-firms')
        : stage.value === 'operation' && remark !== null && dueIn(text, remark) !== null
          ? dueIn(text, remark)!
          : (facts.due ??
            (facts.stage?.span == null ? null : dueIn(text, facts.stage.span)) ??
            (remark === null ? null : dueIn(text, remark)) ??
            nothing('due:none')),
    start: facts.start ?? nothing('start:none'),
    place,
    stage,
  }
}
