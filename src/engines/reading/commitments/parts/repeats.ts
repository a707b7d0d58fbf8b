import { isFirm } from '../../discourse.ts'
import type { Mention, Span } from '../../reading.ts'
import type { StageReading } from '../../stages/stages.ts'
import { isTotal } from '../../tables/compare.ts'
import { type Draft, isOpenDue, isOutlay } from '../draft.ts'

/** Body before title, the verb's own clause before a passing mention. */
export function weightOf(text: string, mention: Mention, s: number, inHead: boolean, sentence: Span, own: StageReading | null): number {
  const ends = text.charAt(sentence.end - 1)
  const full = ends === '.' || ends === '”' || ends === '"'
  // what somebody is quoted with is told by the text itself elsewhere
  const quoted = isQuoted(text, sentence.start, mention.start)
  return (
    (full ? 4 : 0) +
    (quoted ? -3 : 0) +
    (s === 0 || inHead ? -2 : 0) +
    (own === null ? 0 : 1) +
    (/^\s?규모/.test(text.slice(mention.end, mention.end + 4)) ? 2 : 0)
  )
}

/** Whether a position stands inside quotation marks of its sentence. */
function isQuoted(text: string, from: number, to: number): boolean {
  let open = false
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) open = !open
    else if (code === 0x201c) open = true
    else if (code === 0x201d) open = false
  }
  return open
}

/** One number said twice of one matter is one commitment: the sentence that says it best. */
export function dropRepeats(text: string, drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft[]>()
  for (const draft of drafts) {
    // "일자리 560개" in the headline are the 560명 of the body
    const unit = draft.indicator.value === 'jobs' ? 'jobs' : draft.mention.unit
    const key = `${draft.indicator.value}|${draft.mention.value}|${unit}`
    const others = best.get(key)
    if (others === undefined) {
      best.set(key, [draft])
      continue
    }
    // the newest ones are compared: a register of thousands of like amounts stays linear
    const at = others.findLastIndex((other, k) => k >= others.length - MOST_COMPARED && !isAnother(text, draft, other))
    const other = others[at]
    if (other === undefined) {
      others.push(draft)
      continue
    }
    // "사업비 298억 원(국비 140·도비 47·시비 111억 원)" says more than the cell of the table behind it
    if (draft.cell?.column !== undefined && other.cell === undefined && DIVIDED_THERE.test(text.slice(other.mention.end, other.mention.end + 16)))
      continue
    const better = draft.sentence === other.sentence || draft.weight > other.weight + (other.weight < SENTENCE ? 0 : FIRST)
    const [kept, dropped] = better ? [draft, other] : [other, draft]
    if (isOpenDue(kept) && dropped.due.value !== null) kept.due = { ...dropped.due, rule: 'due:repeated' }
    if (kept.place.span === null && dropped.place.span !== null) kept.place = dropped.place
    others[at] = kept
  }
  return withoutRoundedHeads(
    text,
    [...best.values()].flat().sort((a, b) => a.mention.start - b.mention.start),
  )
}

const DIVIDED_THERE = /^\s?\([가-힣]{2,6}\s?\d/

/** What a full sentence told is told again by the way. */
const FIRST = 1
const SENTENCE = 4

/** Where a text begins with round figures. */
const ROUND_AT = 6
const PASSED = /^(?:을|를)\s(?:[가-힣]{2,4}\s)?(?:넘어섰|넘었|넘겼|돌파|웃돌|채운|채웠|채워)|^대(?:를|로|에)\s/
const MOST_COMPARED = 8
/** How long a table may be. */
const TABLE = 4000
/** The words that a bracketed amount belongs to: "부두시설 건설(30억원)". Null where it stands in no brackets of its own. */
function itemOf(text: string, { start, end }: Mention): string | null {
  const from = Math.max(0, start - 60)
  const before = text.slice(from, start)
  const mark = Math.max(before.lastIndexOf('▲'), before.lastIndexOf('△'), before.lastIndexOf('▶'))
  if (mark >= 0 && !before.includes('\n', mark)) return text.slice(from + mark, from + mark + 14)
  return text.charAt(start - 1) === '(' && text.charAt(end) === ')' ? text.slice(Math.max(0, start - 7), start - 1) : null
}

/** What stands before the first figure of a line, with nothing but its nouns: the name of a row, or of what an amount in brackets is for. */
function nameOf(text: string, draft: Draft): string | null {
  if (draft.cell?.column !== undefined) {
    const { start } = draft.cell.line
    return /^[^\d|\t\n]{2,24}/.exec(text.slice(start, start + 26))?.[0].trim() ?? null
  }
  const before = text.slice(Math.max(0, draft.mention.start - 24), draft.mention.start)
  return (
    /(?:^|[\s(,·])((?:국|도|시|군|구|지방)비|민자|자부담|융자)\s?$/.exec(before)?.[1] ??
    /([가-힣]{2,10}(?:\s[가-힣]{2,8})?)\s?\($/.exec(before)?.[1] ??
    null
  )
}

/** A cell of a table and an amount in brackets of another name: "장비 구축 12,000" and "차고지(120억 원)". */
function isOtherItem(text: string, a: Draft, b: Draft): boolean {
  if ((a.cell?.column === undefined) === (b.cell?.column === undefined)) return false
  const [one, two] = [nameOf(text, a), nameOf(text, b)]
  if (one === null || two === null || isTotal(one)) return false
  const words = new Set(one.split(/[\s·,]+/))
  return !two.split(/[\s·,]+/).some((word) => words.has(word) || one.includes(word))
}

/** Two of one sentence, of two rows of tables, of two items of a list, or of two firms: alike amounts, not one told again. */
function isAnother(text: string, a: Draft, b: Draft): boolean {
  // "5동을 추가로 유치하고"
  if (/^(?:을|를)?\s(?:추가로|더)\s/.test(text.slice(a.mention.end, a.mention.end + 6))) return true
  if (isOtherItem(text, a, b)) return true
  const item = itemOf(text, a.mention)
  if (item !== null && itemOf(text, b.mention) !== null && item !== itemOf(text, b.mention)) return true
  const [here, there] = [headOf(text, a.mention), headOf(text, b.mention)]
  if (here !== null && there !== null && here !== there) return true
  // a headline and the line below it may be taken for one sentence
  const told =
    a.sentence === b.sentence && !TITLE_ENDS.test(text.slice(Math.min(a.mention.end, b.mention.end), Math.max(a.mention.start, b.mention.start)))
  if (told || (a.line !== null && b.line !== null && !isExact(text, a.mention))) return true
  const [one, two] = [a.subject.value, b.subject.value]
  return one !== null && two !== null && one !== two && isFirm(one) && isFirm(two) && withoutForm(one) !== withoutForm(two)
}

/** Behind a headline: its line, or the dash of an item ("▶ 기금 112억 원 확보 - 군은 112억 원을 따냈다"). */
const TITLE_ENDS = /\n|\s[-–—]\s/

/** Small sums of a budget are often alike. */
const SMALL = 1e10
/** "타당성 조사 3억 원", "설계비 3억 원": the noun that a small sum is for. Null where a particle or a word for money stands before it. */
function headOf(text: string, { start, kind, value }: Mention): string | null {
  if (kind !== 'money' || (value as number) >= SMALL) return null
  const head = /(?:^|[\s(])([가-힣]{2,10}) $/.exec(text.slice(Math.max(0, start - 14), start))?.[1]
  return head === undefined || NO_HEAD.test(head) ? null : head
}
const NO_HEAD =
  /(?:[은는이가을를에의로와과도]|서|까지|부터|해|하고|하며|들여|약|총|모두|각각|최대|사업비|투자비|예산|국비|도비|시비|군비|금액|규모|투자|협약|[가-힣](?:아|어|여|려|해|돼))$/

/** Land to the last square metre: the tables of a page (토지이용계획·유치업종) print it again and mean the same. */
const isExact = (text: string, { kind, start, end }: Mention): boolean =>
  kind === 'area' &&
  text
    .slice(start, end)
    .replace(/[^\d.]/g, '')
    .replace(/\.0*$/, '').length >= 6

/** 가온소재㈜ in a sentence is 가온소재 in a table. */
const withoutForm = (name: string): string => name.replace(/㈜|\([주유]\)|주식회사|유한회사|\s/g, '')

/** "2천억 들여" in a headline is told again in the body; "3조 투입" in a headline is the 3조1천억 of the body, rounded. */
function withoutRoundedHeads(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => {
    // "190개를 넘어섰다" over the 191 that the next sentence counts
    if (draft.sentence <= ROUND_AT && PASSED.test(text.slice(draft.mention.end, draft.mention.end + 12))) {
      const round = draft.mention.value as number
      const told = (other: Draft): boolean => {
        const exact = other.mention.value as number
        const near = exact >= round && exact <= round * 1.12
        return near && other !== draft && other.sentence - draft.sentence <= 3 && other.indicator.value === draft.indicator.value
      }
      if (drafts.some(told)) return false
    }
    if (draft.sentence > ROUND_AT || draft.weight >= 4) return true
    const value = draft.mention.value as number
    // "4만5000여 명" over the 45,192 of the body
    if (draft.mention.kind === 'count' && draft.mention.approximate)
      return !drafts.some(
        (other) =>
          other.sentence > draft.sentence &&
          other.indicator.value === draft.indicator.value &&
          (other.mention.value as number) >= value &&
          (other.mention.value as number) - value <= value * 0.02,
      )
    return !drafts.some((other) => {
      if (other === draft || other.sentence <= draft.sentence || other.mention.kind !== draft.mention.kind) return false
      // two lines of a tracker speak of two offices
      if (other.subject.rule === 'subject:line' && draft.subject.rule === 'subject:line' && other.subject.value !== draft.subject.value) return false
      // two cells of a table speak of two things
      if (other.cell?.column !== undefined && draft.cell?.column !== undefined && other.mention.start - draft.mention.end < TABLE) return false
      const exact = other.mention.value as number
      // "6만 개" over the 62,500 of the body, "30만 평" over its 98만㎡
      if (draft.mention.kind !== 'money')
        return (
          other.indicator.value === draft.indicator.value &&
          value >= ROUND &&
          (isCut(value, exact) || (draft.mention.kind === 'area' && exact !== value && Math.abs(exact - value) <= exact * 0.02))
        )
      if (exact !== value && other.mention.unit === draft.mention.unit && isOutlay(other) && isOutlay(draft) && isCut(value, exact)) return true
      if (draft.sentence > 2) return false
      if (exact === value) {
        if (other.mention.unit !== draft.mention.unit) return false
        // "1천억 투자" in the headline says whose the 사업비 of the body is
        if (draft.indicator.value === 'investment' && other.indicator.value === 'budget' && draft.indicator.span !== null && byFirms(other))
          other.indicator = draft.indicator
        return true
      }
      return Math.abs(exact - value) <= exact * 0.1 && value % 10 ** (Math.floor(Math.log10(value)) - 1) === 0
    })
  })
}

/** Whether what a number measures is done by firms. */
const byFirms = ({ subject, stage }: Draft): boolean => stage.value === 'mou' || (subject.value !== null && isFirm(subject.value))

/** From here on a headline rounds: fewer are counted as they are. */
const ROUND = 1e4

/** Whether a headline cut off the end of a figure: "3조" of 3조4400억, "16조" of 16조6830억. */
function isCut(round: number, exact: number): boolean {
  let unit = 1
  while (round % (unit * 10) === 0) unit *= 10
  return exact > round && exact < round + unit && round / unit < 100
}
