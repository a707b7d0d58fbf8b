import { areaOf, isFirm } from '../discourse.ts'
import type { Indicator, Mention, Span, Stage } from '../reading.ts'
import { type Draft, slot } from './draft.ts'

/** Stages that something signed or begun is in. */
const UNDER_WAY: ReadonlySet<Stage> = new Set(['mou', 'contract', 'construction'])
/** What is expected of a project rather than done by it. */
const EXPECTED: ReadonlySet<Indicator> = new Set(['jobs', 'production_inducement', 'value_added', 'employment_inducement'])
const NEAR = 3
/** What is looked for from what stands already. */
const EFFECT = /^[^.]{0,40}(?:효과|기대|전망|도움|보탬)/

/**
 * "2026년까지 넣는 돈을 다 더하면 8000억원에 이른다": what lies ahead is no result, whatever its verb; it is in the stage of the same one's numbers before it.
 * "1000여 명의 고용 효과를 기대한다": effects are in the stage of their project.
 */
export function stagesOfProject(text: string, drafts: readonly Draft[], published: string | null): void {
  for (let k = 0; k < drafts.length; k++) {
    const draft = drafts[k]!
    if (draft.line !== null) continue
    const before = drafts
      .slice(Math.max(0, k - 6), k)
      .findLast((d) => d.subject.value === draft.subject.value && draft.sentence - d.sentence <= NEAR && d.line === null)
    const ahead =
      published !== null &&
      draft.stage.value === 'result' &&
      isAfter(draft, published) &&
      (draft.stage.rule === 'stage:flow' || isPresent(text, draft))
    if (ahead) draft.stage = { ...(before && UNDER_WAY.has(before.stage.value) ? before.stage : slot<Stage>('plan', null, '')), rule: 'stage:ahead' }
    else if (
      before !== undefined &&
      draft.stage.value === 'plan' &&
      /^stage:(?:plan-word|default)$/.test(draft.stage.rule) &&
      (EXPECTED.has(draft.indicator.value) || draft.indicator.value === 'output') &&
      (UNDER_WAY.has(before.stage.value) ||
        (before.stage.value === 'operation' && EFFECT.test(text.slice(draft.mention.end, draft.mention.end + 60))))
    )
      draft.stage = { ...before.stage, rule: 'stage:of-project' }
  }
}

/** "이른다", "달한다": said of a sum, past or to come. */
const isPresent = (text: string, { stage }: Draft): boolean =>
  stage.span !== null && /^(?:에 )?(?:이르|이른|이를|달하|달한|달할)/.test(text.slice(stage.span.start, stage.span.end))

function isAfter(draft: Draft, published: string): boolean {
  const { value, rule } = draft.due
  if (value === null || rule !== 'due:until') return false
  const last = typeof value === 'string' ? value : value.to
  return last > published.slice(0, last.length)
}

/** The head of a text about works that have begun. */
const BEGUN =
  /(?<!(?:[월년말초]|내년|올해|연내|[상하]반기|이달|내달|오는)\s)착공(?=\s*(?:\n|$|…))|첫\s?삽(?!\s?(?:도|을|조차)?\s?(?:못|뜨지))|기공식|기공(?=$|[\s…])|착공식|공사에\s?들어갔|공사를\s?시작했|본격\s?착공|기초공사/
/** What only works under way have: "공정률은 10%다", "공사는 지난 4월 시작됐다". */
const GOES_ON = /공정률|공사(?:는|가)\s(?:[가-힣0-9]{1,6}\s){0,3}(?:시작됐|한창|순조)/
/** Works that are only about to begin. */
const TO_BEGIN =
  /(?:내년|내후년|연내|하반기|오는|앞두고|이르면|다음 달|다음달|내달|이달|조만간)[^.]{0,14}(?:첫\s?삽|기공식|착공)|(?:첫\s?삽|기공식|착공)[^.,]{0,10}(?:예정|앞두|계획|목표)|(?:기공식|착공식)\s?(?:날짜|일정)|20\d{2}년\s(?:\d{1,2}월\s)?첫\s?삽을?\s(?:떠|뜬다|뜨)|첫\s?삽을?\s(?:뜬다|뜹니다|뜰\s)|(?<!(?:지난|이미|앞서)[^.]{0,12})첫\s?삽을?\s(?:떠|뜨고)\s[^.]{0,24}(?:준공|완공|문을|끝)(?:한다|된다|연다|낸다|합니다|됩니다|할|될)/
/** A groundbreaking that is announced, "9일 기공식을 연다고 7일 밝혔다", and one that was held. */
const ANNOUNCED =
  /(?:기공식|착공식)(?:을|이)?\s(?:[가-힣0-9]{1,12}\s){0,3}(?:연다|엽니다|열린다|열립니다|개최한다|갖는다|가진다|치른다)|(?:기공식|착공식)(?:은|날은)\s(?:[가-힣0-9]{1,6}\s){0,2}\d{1,2}일|첫\s?삽[은도]?\s(?:내년|내후년|연내|하반기|내달|다음)|공사(?:가|는)\s[^.]{0,24}(?:내년|내후년|하반기|다음 달|내달|\d월)[^.]{0,12}(?:시작된다|시작한다|들어간다)/
const HELD =
  /(?:기공식|착공식)[^.]{0,30}(?:열었|열렸|열고|가졌|갖고|개최했|개최하고|치렀)|첫\s?삽을?\s(?:떴|뜨고|뜬)|착공했|공사(?:에 들어갔|를 시작했)/
const HEAD = 4
const FURTHER = 6
/** What even then is only planned. */
const ONLY_PLANNED = /검토|방침|구상|추진할|세울 계획|나설 계획|담기로|확보하기로|건의/

/** A text that opens with works begun is about works begun: its plain numbers are in that stage (착공 기사). Another stage that its words say stays. */
export function worksBegun(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  const subjects = new Set(drafts.map(({ subject }) => subject.value)).size
  const head = units.slice(0, HEAD)
  const opening = head.length === 0 ? '' : text.slice(head[0]!.start, head.at(-1)!.end)
  const further = units.slice(HEAD, FURTHER).some(({ start, end }) => GOES_ON.test(text.slice(start, end)))
  if (!(BEGUN.test(opening) || (further && subjects <= 2)) || TO_BEGIN.test(opening)) return
  if (ANNOUNCED.test(opening) && !HELD.test(opening)) return
  if (drafts.some((d) => d.stage.value === 'mou' || d.stage.value === 'pledge')) return
  const byFirm = drafts.some(({ subject }) => subject.value !== null && isFirm(subject.value))
  const firms = new Set(
    drafts.flatMap(({ subject }) => (subject.value !== null && isFirm(subject.value) && opening.includes(subject.value) ? [subject.value] : [])),
  )
  const begins = firms.size === 1 ? [...firms][0]! : null
  for (const draft of drafts) {
    // what the office does beside the firm's works
    if (
      byFirm &&
      (draft.indicator.value === 'budget' || draft.indicator.value === 'area') &&
      draft.subject.value !== null &&
      areaOf(draft.subject.value) !== null
    )
      continue
    // another firm's plans, told beside the works
    if (begins !== null && draft.subject.value !== null && isFirm(draft.subject.value) && draft.subject.value !== begins) continue
    if (draft.line !== null || draft.stage.value !== 'plan' || !/^stage:(?:plan-word|default|flow|sentence)$/.test(draft.stage.rule)) continue
    const unit = units[draft.sentence]!
    if (!ONLY_PLANNED.test(text.slice(unit.start, unit.end))) draft.stage = slot<Stage>('construction', null, 'stage:works-begun')
  }
}

const LEAD = 3

/** Ministries, as they announce. */
const MINISTRY = /(?:[가-힣]{2,}부|[가-힣]{2,}처|[가-힣]{2,}위원회)$/

/** "국토해양부가 발표했다. … 정부는": the government of a text that a ministry opens is that ministry. */
export function ministryOf(text: string, mentions: readonly Mention[], units: readonly Span[]): string | null {
  // a title, a date line and a byline may stand before the lead
  const end = units[Math.min(LEAD, units.length - 1)]?.end ?? 0
  for (const mention of mentions) {
    if (mention.start >= end) return null
    if (
      mention.kind === 'organisation' &&
      typeof mention.value === 'string' &&
      mention.value !== '정부' &&
      MINISTRY.test(mention.value) &&
      // "위원회를 열어": a meeting of somebody else
      !/^(?:를|을|에|의)\s/.test(text.slice(mention.end, mention.end + 2))
    )
      return mention.value
  }
  return null
}
