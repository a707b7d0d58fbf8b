import { areaOf, isFirm } from '../discourse.ts'
import type { DateValue, Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import { headlineOpens, stageOf } from '../stages/stages.ts'
import { type Draft, isOpenDue, slot } from './draft.ts'

/** Lines that say what a text is about. */
const HEAD = 4
/** Works that were only just finished, or are sold since: "준공 8개월 만에", "준공식을 갖는다". */
const FINISHED = /(?:준공|완공|개장|개소|개관|개통)\s?(?:\d+\s?(?:개월|년|일)\s?만에|식(?:을|이)?\s?(?:갖|가졌|가진|열|열렸|개최|마))/
/** Works that are still to be finished. */
const TO_FINISH =
  /(?:내년|내후년|연내|연말|하반기|오는|앞두고|이르면|다음 달|다음달|내달|조만간|까지)[^.]{0,16}(?:준공|완공|개장|개소|개관|개통)|(?:준공|완공|개장|개소|개관|개통)[^.,]{0,10}(?:예정|앞두|앞둔|계획|목표|되면|하면)/
/** What works cost and hold, and what is looked for from them. */
const OF_WORKS: ReadonlySet<Indicator> = new Set(['budget', 'investment', 'area', 'capacity'])
const EXPECTED: ReadonlySet<Indicator> = new Set(['jobs', 'output', 'production_inducement', 'value_added', 'employment_inducement'])
/** Words of building and paying, told as done. */
const BUILT = /^(?:조성|구축|설치|건설|건립|투입|투자|들였|에 이른|에 달한|달했)/
/** Words that look ahead, or set the number apart from what is finished. */
const AHEAD = /계획|예정|방침|추진|검토|구상|목표|하기로|기로 했|겠다|겠습니다|나설|앞으로|향후|다음|더 |추가|내년|20\d{2}년까지/
const LOOKED_FOR = /효과|기대|전망|추정|추산|예상|도움|보탬/

/** A text that opens with works finished is about works in use: what they cost, hold and are looked to bring is in that stage (준공 기사). Another stage that its words say stays. */
export function worksOpened(
  text: string,
  units: readonly Span[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  published: string | null,
): void {
  if (drafts.length === 0 || drafts.some(({ stage }) => stage.value === 'mou' || stage.value === 'pledge')) return
  const head = units.slice(0, HEAD).filter((unit) => opens(text.slice(unit.start, unit.end), published))
  if (head.length === 0) return
  const opening = text.slice(head[0]!.start, head.at(-1)!.end)
  const byFirm = drafts.some(({ subject }) => subject.value !== null && isFirm(subject.value))
  for (const draft of drafts) {
    if (draft.line !== null) continue
    const { value, rule, span } = draft.stage
    const unit = units[draft.sentence]!
    const body = text.slice(unit.start, unit.end)
    const built = value === 'result' && OF_WORKS.has(draft.indicator.value) && span !== null && BUILT.test(text.slice(span.start, span.end))
    const plain = value === 'plan' && /^stage:(?:plan-word|default|flow|sentence)$/.test(rule) && !AHEAD.test(body)
    const { value: subject } = draft.subject
    // what an office does beside the works of a firm, and what firms do that come to the office's park
    const beside =
      subject !== null && (isFirm(subject) ? !opening.includes(subject) : byFirm && draft.indicator.value === 'budget' && areaOf(subject) !== null)
    if (beside || !(built || (plain && (OF_WORKS.has(draft.indicator.value) || (EXPECTED.has(draft.indicator.value) && LOOKED_FOR.test(body))))))
      continue
    draft.stage = slot<Stage>('operation', null, 'stage:works-opened')
  }
  const day = openingDay(text, head, mentions) ?? onlyDay(drafts)
  if (day === null) return
  for (const draft of drafts) {
    const unit = units[draft.sentence]!
    if (draft.line !== null || draft.stage.value !== 'operation' || !OF_WORKS.has(draft.indicator.value) || !isOpenDue(draft)) continue
    // what is looked for has no day
    if (!LOOKED_FOR.test(text.slice(draft.mention.end, unit.end))) draft.due = day
  }
}

/** "지난 5월 준공된", "20일 준공식을 열고": the day that stands before the words of opening. */
const ON_THAT_DAY = /^(?:에|,)?\s(?:[^\s.,]{1,10}\s){0,4}?(?:준공|완공|개장|개소|개관|개통)/

function openingDay(text: string, head: readonly Span[], mentions: readonly Mention[]): Slot<DateValue | null> | null {
  for (const { kind, value, start, end } of mentions) {
    const unit = head.find((u) => start >= u.start && end <= u.end)
    if (kind === 'date' && value !== null && unit !== undefined && ON_THAT_DAY.test(text.slice(end, unit.end)))
      return slot<DateValue | null>(value as DateValue, { start, end }, 'due:opened')
  }
  return null
}

/** The one day on which what is in use was finished. */
function onlyDay(drafts: readonly Draft[]): Slot<DateValue | null> | null {
  const days = drafts.filter(({ stage, due }) => stage.value === 'operation' && due.value !== null)
  const one = days.every(({ due }) => JSON.stringify(due.value) === JSON.stringify(days[0]!.due.value))
  return days.length > 0 && one ? { ...days[0]!.due, rule: 'due:opened' } : null
}

/** Words of finishing; what runs already may stand beside another work that the text is about. */
const FINISHES = /^(?:준공|완공|개장|개관|개소|개통|개원|공사)/

function opens(body: string, published: string | null): boolean {
  if (TO_FINISH.test(body)) return false
  if (headlineOpens(body) || FINISHED.test(body)) return true
  const found = stageOf(body, 0, published)
  return found?.stage === 'operation' && FINISHES.test(found.word)
}
