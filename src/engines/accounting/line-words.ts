import { type CodeName, codeLists, nameOfCode } from '../interchange/codes.ts'

type Locale = 'ko' | 'en'
type Words = Readonly<Record<string, { readonly ko: string; readonly en: string }>>

const both = (ko: string, en: string) => ({ ko, en })

/** What a line of a comparison is about, beside facts (which carry the name of their indicator). */
const whats: Words = {
  subject: both('대상', 'Subject'),
  stage: both('단계', 'Stage'),
  nameKo: both('이름', 'Name'),
  place: both('곳', 'Place'),
  industry: both('산업', 'Industry'),
  team: both('팀', 'Team'),
  ownerId: both('담당', 'Owner'),
  investmentKind: both('신규·증설', 'New or expansion'),
  party: both('당사자', 'Party'),
  'agreement.signedOn': both('체결한 날', 'Signed on'),
  'agreement.validUntil': both('기한', 'Valid until'),
  'agreement.endedOn': both('끝난 날', 'Ended on'),
  'agreement.endedHow': both('어떻게 끝났나', 'How it ended'),
  'agreement.endedReason': both('끝난 까닭', 'Why it ended'),
  'agreement.validity': both('효력', 'Validity'),
  'obligation.state': both('의무', 'Obligation'),
  'obligation.title': both('의무의 이름', 'Title of the obligation'),
  'obligation.party': both('의무를 진 곳', 'Who owes it'),
  'obligation.dueOn': both('의무의 기한', 'Obligation due'),
  'obligation.metOn': both('이행한 날', 'Met on'),
  'obligation.waivedOn': both('면제한 날', 'Waived on'),
  'obligation.waivedReason': both('면제한 까닭', 'Why it was waived'),
  'obligation.note': both('의무의 메모', 'Note on the obligation'),
  'task.state': both('할 일', 'Task'),
  'task.title': both('할 일의 이름', 'Title of the task'),
  'task.dueOn': both('할 일의 기한', 'Task due'),
  'pledge.promisor': both('약속한 사람', 'Who promised'),
  'pledge.promisedOn': both('약속한 날', 'Promised on'),
  'pledge.termFrom': both('임기 시작', 'Term begins'),
  'pledge.termTo': both('임기 끝', 'Term ends'),
  'pledge.dueOn': both('이행 기한', 'Due'),
  'pledge.grade': both('등급', 'Grade'),
  'award.programme': both('보조사업', 'Programme'),
  'award.grantedOn': both('교부일', 'Granted on'),
  'award.settledOn': both('정산일', 'Settled on'),
  'award.withdrawnOn': both('취소일', 'Withdrawn on'),
  'award.investmentYears': both('투자 기간 (해)', 'Years of investment'),
  'award.followUpYears': both('사후관리 기간 (해)', 'Years of follow-up'),
  'award.recipient': both('받는 곳', 'Recipient'),
  'award.project': both('사업', 'Project'),
  'award.condition': both('교부 조건', 'Condition'),
  'award.check': both('연차 점검', 'Yearly check'),
  'award.assessment': both('환수 산정액', 'Clawback assessed'),
  'strategy.parent': both('위 마디', 'Below'),
  'strategy.weight': both('비중', 'Weight'),
  'strategy.progress': both('진척', 'Progress'),
  'measure.target': both('목표', 'Target'),
  'measure.actual': both('실적', 'Actual'),
  'measure.weight': both('지표의 비중', 'Weight of the indicator'),
  'measure.direction': both('지표의 방향', 'Direction of the indicator'),
  'measure.baselineYear': both('지표의 기준 연도', 'Base year of the indicator'),
}

const done: Words = {
  met: both('이행', 'met'),
  waived: both('면제', 'waived'),
  late: both('늦음', 'late'),
  open: both('남음', 'open'),
}

/** Codes that a line says in place of words. */
const codes: Readonly<Record<string, Words>> = {
  'agreement.validity': {
    ended: both('끝남', 'ended'),
    expired: both('기한 지남', 'run out'),
    past_usual: both('730일 지남', 'past 730 days'),
    ends_soon: both('곧 끝남', 'ends soon'),
    in_force: both('유효', 'in force'),
    not_yet: both('체결 전', 'not signed yet'),
    unknown: both('기한 모름', 'end not known'),
  },
  'agreement.endedHow': { terminated: both('해지', 'terminated'), fulfilled: both('이행 완료', 'fulfilled') },
  'obligation.state': done,
  'task.state': done,
  'pledge.grade': {
    below: both('등급 없음', 'no letter'),
    gate_failed: both('일치도 미달', 'consistency failed'),
    incomplete: both('채점 안 됨', 'incomplete'),
  },
  'measure.direction': {
    '1': both('큰 쪽이 낫다', 'more is better'),
    '-1': both('작은 쪽이 낫다', 'less is better'),
    '0': both('정하지 않음', 'not said'),
  },
}

const lists: Readonly<Record<string, readonly CodeName[] | undefined>> = { party: codeLists.role, investmentKind: codeLists.investment }

/**
 * 줄의 이름: what a line of a comparison is about; what has no word of its own is given back as it is.
 *
 * @example
 * lineWord('obligation.dueOn', 'ko') // => '의무의 기한'
 */
export const lineWord = (what: string, locale: Locale): string => whats[what]?.[locale] ?? what

/**
 * 줄의 말: what a line says: a stage or a code in words, else the text itself.
 *
 * @example
 * lineText({ what: 'obligation.state', kind: 'agreement' }, 'met', 'ko') // => '이행'
 * lineText({ what: 'stage', kind: 'project' }, 'construction', 'en') // => 'Construction'
 */
export function lineText(line: { readonly what: string; readonly kind: string }, text: string, locale: Locale): string {
  const list = line.what === 'stage' ? codeLists[`stage:${line.kind}`] : lists[line.what]
  return list ? nameOfCode(text, list, locale) : (codes[line.what]?.[text]?.[locale] ?? text)
}
