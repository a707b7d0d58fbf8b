import { slot } from '../commitments/draft.ts'
import type { DateValue, Slot, Span, Stage } from '../reading.ts'

/** The heading over the days and steps of a project. */
const HEADING =
  /^(?:[○●◦■□▲△▶▷◇◆•·ㅇ*\-–]\s*|\d{1,2}[.)]\s*)?(?:그간\s?)?(?:사업\s?)?(?:추진\s?(?:현황|경과|경위|일정|실적|내역|상황)|연혁|경과)(?:\s?(?:및|·)\s?(?:향후\s?)?(?:계획|일정))?$/
const DAY =
  /^(?:[○●◦■□▲△▶▷◇◆•·ㅇ*\-–]\s*)?['‘’]?(\d{2}|\d{4})\s?[.년-](?:\s?(\d{1,2})\s?[.월-]?)?(?:\s?\d{1,2}\s?[.일]?)?(?:\s?[~∼〜～-].*)?(?=$|[\s:])/
const AHEAD = /예정|계획(?!\s?(?:승인|수립|확정|고시|공고|변경))|목표|\(\s?예\s?\)/
const BEGUN = /착공|기공|공사\s?(?:시작|착수)|조성\s?착수/
const FINISHED = /준공|완공|개장|개소|개관|개청|사업\s?완료|조성\s?완료/
const SIGNED = /(?:투자|입주|업무)\s?협약|MOU/
/** What an authority gives leave to, and other steps on the way to works. */
const PERMITTED = /승인|인가|고시|지정|보상|편입|설계|용역|시행자|공고|조사|심의/
/** Lines of a history hardly come in greater number; what is longer is a list of something else. */
const LONGEST = 60

/**
 * How far the history of a project (추진경과) says it has come: the last step that is past. A finish ahead keeps what was finished before it a part.
 * Plan where it tells of no works yet, null where no history stands in the lines.
 */
export function stageOfHistory(text: string, lines: readonly Span[], published: string | null): Slot<Stage> | null {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.end - line.start >= 20 || !(HEADING.test(text.slice(line.start, line.end)) || opensHistory(text, lines, i))) continue
    // the menu of a page names its parts before they come
    const stage = lastStep(text, lines, i + 1, published)
    if (stage !== null) return stage
  }
  return null
}

/** Days that stand in a row below a heading of any other wording. */
const DAYS_IN_A_ROW = 3

/** A short heading over a row of days and steps is that of a history, however it is worded. */
function opensHistory(text: string, lines: readonly Span[], i: number): boolean {
  const heading = text.slice(lines[i]!.start, lines[i]!.end)
  if (/\d|계획|예정|향후|[:：]/.test(heading)) return false
  let days = 0
  for (let k = i + 1; k < lines.length && days < DAYS_IN_A_ROW; k++) {
    const words = text.slice(lines[k]!.start, Math.min(lines[k]!.end, lines[k]!.start + 80))
    const day = DAY.exec(words)
    if (day === null) return false
    days++
    if (words.slice(day[0].length).replace(/^\s*:/, '').trim() === '') k++
  }
  return days === DAYS_IN_A_ROW
}

function lastStep(text: string, lines: readonly Span[], from: number, published: string | null): Slot<Stage> | null {
  let stage: Slot<Stage> | null = null
  let finishAhead = false
  let permitted = false
  let days = 0
  for (let i = from; i < lines.length && i < from + LONGEST; i++) {
    const line = lines[i]!
    const words = text.slice(line.start, Math.min(line.end, line.start + 80))
    const day = DAY.exec(words)
    if (day === null) break
    days++
    // the day alone on its line: the step is the next line
    const rest = words.slice(day[0].length).replace(/^\s*:/, '').trim()
    const step = rest === '' && lines[i + 1] !== undefined ? lines[++i]! : line
    const said = rest === '' ? text.slice(step.start, Math.min(step.end, step.start + 80)) : rest
    if (AHEAD.test(said) || isAfter(day[1]!, day[2], published)) {
      if (FINISHED.test(said)) finishAhead = true
      continue
    }
    const reached: Stage | null = BEGUN.test(said)
      ? 'construction'
      : FINISHED.test(said)
        ? 'operation'
        : // what is signed with firms once the project has its leave is one matter within it
          SIGNED.test(said) && stage === null && !permitted
          ? 'mou'
          : null
    permitted ||= PERMITTED.test(said)
    if (reached !== null) stage = slot(reached, step, 'stage:history')
    // an agreement that permits have followed lies behind
    else if (stage?.value === 'mou' && PERMITTED.test(said)) stage = slot<Stage>('plan', step, 'stage:history')
  }
  // days of approvals and of what is ahead alone: nothing is built yet
  if (stage === null && days > 0) return slot<Stage>('plan', lines[from]!, 'stage:history')
  return stage !== null && stage.value === 'operation' && finishAhead ? { ...stage, value: 'construction' } : stage
}

const SOLD = /(?:분양|입주|가동)[률율]\s*[:：]?\s*\d/

/** A park whose term was over when its rate of sale (분양률) was counted is in use: "사업기간 : 1994년 ~ 2016년", "분양률 : 58%(2022년 9월)". Null where the page does not say. */
export function soldSince(text: string, due: DateValue | null): Slot<Stage> | null {
  const sold = due === null ? null : SOLD.exec(text)
  if (sold === null) return null
  const end = typeof due === 'string' ? due : due!.to
  const years = /^[^\n]{0,30}?(20\d\d)[년.]/.exec(text.slice(sold.index))
  if (years === null || years[1]! <= end.slice(0, 4)) return null
  return slot<Stage>('operation', { start: sold.index, end: sold.index + sold[0].length }, 'stage:sold')
}

/** Lines rather than running text (누리집의 한 쪽). */
export function isPage(text: string, sentences: readonly Span[]): boolean {
  let running = 0
  for (const { end } of sentences) if (/[다요]\.$/.test(text.slice(end - 2, end))) running++
  return sentences.length >= 12 && running * 6 <= sentences.length
}

function isAfter(year: string, month: string | undefined, published: string | null): boolean {
  if (published === null) return false
  const full = year.length === 2 ? `20${year}` : year
  const day = month === undefined ? full : `${full}-${month.padStart(2, '0')}`
  return day > published.slice(0, day.length)
}
