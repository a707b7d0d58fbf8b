import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { DateValue, Mention, Span, Stage } from '../../reading.ts'
import { type Flow, nothingGoesOn, slot } from '../draft.ts'
import { GENERAL } from '../place/clues.ts'

/** A question line before a quoted answer, or a speaker's mark: the matter is a new one. */
export function isDialogue(text: string, units: readonly Span[], s: number): boolean {
  const { start } = units[s]!
  if (!/^[-–—]\s/.test(text.slice(start, start + 2))) return false
  const next = units[s + 1]
  return next !== undefined && /^["“‘']/.test(text.slice(next.start, next.start + 1))
}

/** "○박해정 위원 …까?": a question of minutes. */
const isQuestion = (body: string): boolean => /^[○◯●◎]/.test(body) && /(?:까|요|죠|지요|는데|나)[?？][”"]?$/.test(body)
/** "―인구 4만 명을 회복할 방안이 있는가.": what an interviewer asks is promised by nobody. */
export const isAsked = (body: string): boolean =>
  /^[―—–-]{1,2}\s?[^\s\d]/.test(body) && /(?:는가|은가|인가|는지|은지|나요|까|까요|면)[.?？]?$/.test(body)
/** A topic of its own, which goes back to nothing. */
const TURNS_TO = /(?:^|\s)(?!그러면|그럼|나머지|이)[가-힣A-Za-z0-9]{2,}(?:은|는|이|가)\s/
/** "바이오 산단은요?": another project. */
const TURNS_TO_PROJECT = /(?:산단|단지|센터|사업|지구|특구|공항|공장|펀드|철도|도로|클러스터|밸리|타운|파크)(?:은|는)(?:요|\s)/
const ASKS_WHAT_CAME = /실제(?:로)?\s?(?:[가-힣]{1,4}\s)?(?:들어온|집행|투자|이행|착공|고용|채용|쓴|뽑)/

/** "Q. 내년 계획을 들려주십시오.", "문: 돈은 얼마나 썼습니까": the question of an interview, on a line of its own. */
const INTERVIEWS =
  /^(?:Q\d{0,2}|문|질문|물음|기자)\s?[.:)]\s?[^\n]{2,80}(?:까|요|죠|지요|다면|은|는|십시오|세요|주시죠|달라|나|면|데|지|가|냐)[.?？]?$/
/** What it asks for: what was done, or what is to come. */
const ASKS_DONE = /성적표|성과|실적|결산|얼마나\s(?:썼|뽑|지원|유치|들었)|한 해를 (?:돌아|평가)/
const ASKS_AHEAD = /계획|목표|구상|청사진|포부|앞으로|예정/

/** A question of an interview turns to another matter of whoever answers (문답): nothing told of a firm goes on; its year and its site ("송도 11공구는 어떻게 되나") are those of the answer. */
export function noteInterview(body: string, sentence: Span, s: number, dates: readonly Mention[], names: readonly NameCandidate[], flow: Flow): void {
  if (!INTERVIEWS.test(body)) return
  const site = names.find((n) => n.kind === 'place' && !GENERAL.has(n.rule) && !n.absorbed)
  flow.askedPlace = site === undefined ? null : { slot: slot(site.value, { start: site.start, end: site.end }, 'place:asked'), sentence: s }
  nothingGoesOn(flow)
  flow.matter = null
  flow.aims = null
  flow.topics++
  const done = ASKS_DONE.test(body)
  flow.stage = done ? slot<Stage>('result', sentence, 'stage:asked') : ASKS_AHEAD.test(body) ? slot<Stage>('plan', sentence, 'stage:asked') : null
  flow.stageAge = 0
  const year = dates.find((d) => typeof d.value === 'string' && d.value.length === 4)
  if (year !== undefined && flow.stage !== null)
    flow.aims = { due: slot<DateValue | null>(year.value as DateValue, { start: year.start, end: year.end }, 'due:asked'), sentence: s, done }
}

/** What a question of minutes leaves to its answer: a new topic closes the old matter, "실제 들어온 것은요?" asks what came of it. */
export function noteQuestion(body: string, sentence: Span, names: readonly NameCandidate[], flow: Flow): void {
  if (!isQuestion(body)) return
  if (names.every((n) => n.kind !== 'organisation') && TURNS_TO.test(body) && isFirm(flow.subject?.value ?? '시')) {
    flow.subject = null
    flow.stage = null
    flow.place = null
    flow.lastPlace = null
  } else if (names.every((n) => n.kind !== 'organisation') && TURNS_TO_PROJECT.test(body)) {
    flow.stage = null
    flow.place = null
    flow.lastPlace = null
  }
  // "협약 말고 실제 들어온 것은요?": the answer says what came of it
  if (ASKS_WHAT_CAME.test(body)) {
    flow.stage = slot<Stage>('result', sentence, 'stage:asked')
    flow.stageAge = 0
  }
}

/** "[박서연 의원]", "○나경민 의원": one who asks in minutes. */
const MEMBER = /^(?:\[|[○◯●◎])\s?[가-힣]{2,4}\s(?:의원|위원)\]?\s{1,2}/
const ASKED_SITE =
  /^([가-힣A-Za-z0-9 ]{1,16}(?:산단|산업단지|농공단지|지구|특구|센터|단지|공원|밸리|타워))(?:은|는|이|가)\s[^.]{0,40}(?:묻겠|어디까지|왜|언제|어떻게|궁금)/

/** "용현항공산단은 어디까지 왔는지 묻겠습니다": the site that a member asks about is that of the answer (질의의 대상지), until another is asked about. */
export function noteAskedPlace(text: string, sentence: Span, s: number, flow: Flow): void {
  const lead = MEMBER.exec(text.slice(sentence.start, sentence.start + 16))
  if (lead === null) return
  const from = sentence.start + lead[0].length
  const site = ASKED_SITE.exec(text.slice(from, Math.min(sentence.end, from + 70)))
  if (site !== null) flow.askedPlace = { slot: slot(site[1]!, { start: from, end: from + site[1]!.length }, 'place:asked'), sentence: s }
}
