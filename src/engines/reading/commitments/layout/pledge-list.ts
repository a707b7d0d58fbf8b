import type { Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Draft, nothing, slot } from '../draft.ts'

/** A line that heads a list of promises: "분야별 공약 세부현황", "공약 변경 현황", "6대 핵심 공약". */
const TITLE =
  /공약\s?(?:사업)?\s?(?:명|변경|세부|이행|목록|현황|실천|추진|과제|내용|총괄|지도|사항)|(?:핵심|분야별|대표|면단위|읍면별|지역별|동별|주요|선거|\d대)\s?(?:핵심\s)?공약|^공약$/
/** Titles stand in the first lines. */
const HEAD_LINES = 12
const RUNNING = /[다요]\.$/

/** Stages that the list itself gives where its lines say none. */
const SAID_BY_NOBODY = /^stage:(?:default|flow|heading|plan-word|head|headline)$/

/**
 * Whether a document is a list of promises (공약 목록·변경 현황): a title in its first lines says so, and its lines are no running text.
 * A tracker that tells in sentences what came of each promise says its own stages.
 */
export function isPledgeList(text: string, sentences: readonly Span[]): boolean {
  if (!text.includes('공약')) return false
  const titled = sentences
    .slice(0, HEAD_LINES)
    .some(({ start, end }) => end - start <= 30 && !RUNNING.test(text.slice(end - 2, end)) && TITLE.test(text.slice(start, end)))
  // a card keeps what has come of one promise: its works have stages of their own
  if (!titled || /관리\s?카드/.test(text.slice(0, 200))) return false
  let running = 0
  for (const { end } of sentences) if (RUNNING.test(text.slice(end - 2, end))) running++
  return running * 3 <= sentences.length
}

const ELSEWHERE = /^place:(?:flow|title|of-project|head(?::area)?)$/

const ARROW = /^\)?\s?(?:→|➝|->|⇒)\s?\(?$/

/** "일자리 400명 → 301명", "사업비 변경(555억원 → 505억원)": in a list of promises the first was promised as well. */
export const wasPromised = (text: string, mention: Mention, next: Mention | undefined): boolean =>
  next !== undefined && next.kind === mention.kind && ARROW.test(text.slice(mention.end, next.start))

/** The lines of a list of promises are promises, and a changed one keeps the term that was changed with it. */
export function asPledges(text: string, sentences: readonly Span[], mentions: readonly Mention[], drafts: readonly Draft[]): void {
  for (const draft of drafts) if (SAID_BY_NOBODY.test(draft.stage.rule)) draft.stage = slot<Stage>('pledge', null, 'stage:pledge-list')
  changedTerms(text, sentences, mentions, drafts)
}

/** Every line of a list of promises is a matter of its own: what stands at its head or in another line says nothing of it. */
export function ownLines(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (ELSEWHERE.test(draft.place.rule)) draft.place = nothing('place:none')
    if (draft.subject.rule === 'subject:only-name') draft.subject = nothing('subject:none')
  }
}

const TERM = /^[○ㅇ\-·*]?\s?(?:사업|추진|공사|이행)?\s?기간\s?(?:변경|연장|단축)/
const NEAR = 3

/** "사업비 변경(A → B) / 사업기간 변경(X → Y)": A was due at the end of X, B is at the end of Y. */
function changedTerms(text: string, sentences: readonly Span[], mentions: readonly Mention[], drafts: readonly Draft[]): void {
  sentences.forEach((line, s) => {
    if (!TERM.test(text.slice(line.start, Math.min(line.end, line.start + 24)))) return
    const dates = mentions.filter((m) => m.kind === 'date' && m.start >= line.start && m.end <= line.end)
    const [old, now] = dates
    if (old === undefined || now === undefined || !ARROW.test(text.slice(old.end, now.start))) return
    const from = sentences[Math.max(0, s - NEAR)]!.start
    const to = sentences[Math.min(sentences.length - 1, s + NEAR)]!.end
    for (const draft of drafts) {
      const { mention } = draft
      if (mention.start < from || mention.end > to || draft.due.span !== null) continue
      const behind = text.slice(Math.max(0, mention.start - 6), mention.start)
      const ahead = text.slice(mention.end, mention.end + 6)
      if (/(?:→|➝|->|⇒)\s?$/.test(behind)) draft.due = lastDay(now)
      else if (/^\s?(?:→|➝|->|⇒)/.test(ahead)) draft.due = lastDay(old)
    }
  })
}

function lastDay({ value, start, end }: Mention): Draft['due'] {
  const day = typeof value === 'object' && value !== null ? (value as { to: string }).to : (value as string | null)
  return slot(day, { start, end }, 'due:changed-term') as Slot<string | null>
}
