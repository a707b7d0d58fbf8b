import { type Draft, isOpenDue, slot } from './commitment-draft.ts'
import { type Discourse, isFirm } from './discourse.ts'
import type { SentenceNames } from './names.ts'
import type { DateValue, Mention, Span } from './reading.ts'

/** How far back a finishing date reaches, in sentences. */
const REACH = 3

/** After a date: what ends the work. */
const FINISHES =
  /^(?:까지|에|이면|께|쯤)?(?:\s?[가-힣0-9]{1,8}(?:을|를|이|가)?){0,2}\s?(?:완공|준공|개장|개소|개관|개원|상업\s?(?:가동|운전)|가동|양산|완료|마무리|마치|마친|끝내|끝낸|끝난|끝나|문을 연|문을 열|문을 엽|문 연|들어선|완성)/
/** Before a date: "준공은 2028년", "가동 시점은 내년 6월". */
const FINISH_BEFORE = /(?:완공|준공|개장|개소|개관|가동|양산|완료|입주)\s?(?:예정일|시기|시점|목표|예정)?(?:은|는|이|가|:)\s?$/
/** Those who share one time-table: "세 회사 모두 2028년까지". */
const ALL_OF_THEM = /(?:(?:두|세|네|다섯|\d+개?)\s?(?:회사|기업|업체|곳|사)|양사|이들|각\s?(?:사|기업)|모두)/
const DONE = /^(?:했|됐|하였|되었|돼|한 |된 )/

/**
 * A finishing date in a sentence of its own holds for the matter before it (기한): "세 회사 모두 2028년까지 투자를 끝낸다", "준공은 2028년이다", "내년 6월 완공된다".
 * It reaches back over the numbers of the same subject that have no date yet; results, pledges and counts of firms take none.
 */
export function finishDates(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  discourse: Discourse,
): void {
  if (drafts.length === 0) return
  let cursor = 0
  let first = 0
  for (let s = 0; s < units.length; s++) {
    const unit = units[s]!
    let due: { value: DateValue; span: Span; explicit: boolean } | null = null
    while (cursor < mentions.length && mentions[cursor]!.start < unit.end) {
      const mention = mentions[cursor++]!
      if (mention.kind !== 'date' || mention.value === null || mention.start < unit.start) continue
      const after = text.slice(mention.end, Math.min(unit.end, mention.end + 34))
      const ends = FINISHES.exec(after)
      const explicit =
        (ends !== null && !DONE.test(after.slice(ends[0].length))) ||
        FINISH_BEFORE.test(text.slice(Math.max(unit.start, mention.start - 14), mention.start))
      if (explicit) due = { value: mention.value as DateValue, span: { start: mention.start, end: mention.end }, explicit }
    }
    while (first < drafts.length && drafts[first]!.sentence < s - REACH) first++
    if (due === null) continue
    const body = text.slice(unit.start, unit.end)
    const firm = named[s]!.names.find((n) => n.kind === 'organisation' && isFirm(n.value) && discourse.firms.includes(n.value))?.value ?? null
    const all = ALL_OF_THEM.test(body)
    let anchor: string | null | undefined = firm ?? undefined
    for (let k = first; k < drafts.length && drafts[k]!.sentence < s; k++) if (firm === null) anchor = drafts[k]!.subject.value
    for (let k = first; k < drafts.length && drafts[k]!.sentence <= s; k++) {
      const draft = drafts[k]!
      if (!takesDue(draft) || draft.line !== null) continue
      if (draft.sentence === s && draft.mention.start > due.span.start && firm === null && !all) continue
      if (draft.sentence === s && draft.stage.value === 'operation') continue
      if (!all && anchor !== undefined && draft.subject.value !== anchor) continue
      draft.due = slot(due.value, due.span, 'due:finish')
    }
  }
}

const takesDue = (draft: Draft): boolean =>
  isOpenDue(draft) &&
  draft.stage.value !== 'result' &&
  draft.stage.value !== 'pledge' &&
  draft.stage.value !== 'operation' &&
  draft.indicator.value !== 'firms'
