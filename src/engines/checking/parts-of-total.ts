import { isFirm } from '#engines/reading/discourse'
import { absolute, add, compare, type Decimal, subtract } from '#quantity/decimal'
import type { Amount } from './amounts.ts'
import { type Checkable, type Said, wordsOf } from './checkable.ts'
import type { Finding } from './finding.ts'
import { listedParts, notWhole, opensAll } from './listed-parts.ts'
import { addsUp, gapOf, judge } from './sum.ts'
import { rowsOfTotal } from './table-total.ts'

/** Words that open some of the parts: 이 가운데, 산업별로. More may be left unsaid. */
const opensSome = /^[\s“"'‘(△▲■◦·-]*(이\s*가운데|이\s*중|그중|그\s*가운데|[가-힣]{1,4}별로)/
/** Words that close parts with their total: 두 회사를 합치면. All parts stand before. */
const closesAll = /(합치면|더하면|합하면|합쳐|더해|합산하면|모두\s*더하|도합|통틀어)/
const closesMaybe = /(모두|합계|누계|총계|총\s?$)/
/** Words before a value that make it the whole of others: 총 900억원, 3개 기업에서 900억원, 두 회사가 900억원. */
const saysTotal =
  /(?:총|전체|모두|합계|합치|합쳐|합하|합해|더하|더해|도합|누계|누적|(?:\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:개\s?)?(?:기업|회사|업체|사|곳|건|분야|단계|사업|지구|단지)(?![가-힣]*\s?(?:가운데|중\s)))[^.!?]{0,30}$/
/** Words before a value that make it one of several shares or steps of one thing. */
const saysPart = /(?:국비|도비|시비|군비|구비|지방비|민자|민간|자부담|기금|\d\s?단계|\d\s?차(?:년도)?)[^\d]{0,12}$/

/**
 * 부분과 합계 (a sum): whether the parts of a total add up to it: total = Σ parts ± slack.
 * A total and its parts are found where the reader says that one is a part of the other, where words say it (세부적으로, 합치면), or where at least two
 * values that follow add up to it exactly and words say that it is a total or they are shares of one thing (총, 3개 기업, 국비·시비, 1단계), and where a row of totals stands in a table. A list that is not whole (…등, …순) is never held to add up; parts that exceed their total always are.
 */
export function partsOfTotal(check: Checkable): Finding[] {
  const found: Finding[] = []
  const usedAsTotal = new Set<number>()
  const take = (total: Said, parts: readonly Said[], whole: boolean) => {
    if (usedAsTotal.has(total.at)) return
    const own = ownParts(total, parts)
    const finding = judge(check, total, own, whole)
    if (!finding || (finding.outcome === 'odd' && ofAnother(check, total, own))) return
    usedAsTotal.add(total.at)
    found.push(finding)
  }
  for (const total of check.said) {
    if (total.mention.per !== null || total.commitment.valueMax !== null) continue
    const named = check.partsOf(total.at).filter((one) => one.unit === total.unit && !isSibling(one, total))
    // a part of somebody else's total is a reader's slip unless the sum itself says otherwise
    const own = named.every((one) => one.commitment.subject.value === total.commitment.subject.value)
    if (named.length >= 2 && (own || addsUp(total, named)) && (named.some((one) => !byArithmetic(one)) || isDivided(check, total, named)))
      take(total, named, closesAll.test(sentenceOf(check, total)) || inBrackets(check, total, named))
  }
  for (const total of check.counted) {
    const rows = rowsOfTotal(check, total)
    const finding = rows && judge(check, total, rows.parts, rows.whole)
    const claim = check.saidOn(total)
    if (!finding || (claim && usedAsTotal.has(claim.at))) continue
    if (claim) usedAsTotal.add(claim.at)
    found.push(finding)
  }
  for (const total of check.said) {
    if (total.mention.per !== null || total.commitment.valueMax !== null || usedAsTotal.has(total.at)) continue
    const after = partsAfter(check, total)
    if (after) take(total, after.parts, after.whole)
    const before = partsBefore(check, total)
    if (before) take(total, before.parts, before.whole)
    const listed = usedAsTotal.has(total.at) ? null : listedParts(check, total)
    const finding = listed && judge(check, total, listed.parts, listed.whole)
    if (finding) found.push(finding)
  }
  return found
}

/** 총사업비 1,200억원(국비 500억원, 시비 700억원): brackets behind a total that name nothing but its parts name them all. */
function inBrackets(check: Checkable, total: Said, parts: readonly Said[]): boolean {
  const brackets = /^\s*(?:규모)?\s*[(（]([^()（）]*)[)）]/.exec(check.text.slice(total.end, total.end + 400))
  if (!brackets || notWhole.test(brackets[1]!) || /포함|제외|별도|이상|이하/.test(brackets[1]!)) return false
  const within = (one: { start: number; end: number }) => one.start >= total.end && one.end <= total.end + brackets[0].length
  const quantities = check.countedIn(total.sentenceAt).filter((one) => one.unit === total.unit && within(one))
  return parts.every(within) && quantities.length === parts.length
}

/** Of parts that exceed a total, those of its own sentence where they make it exactly: 7개사와 6개사 등 13개사를 …. 하반기에는 8개사, 5개사 등 13개사를 …. */
function ownParts(total: Said, parts: readonly Said[]): readonly Said[] {
  const own = parts.filter((one) => one.sentenceAt === total.sentenceAt)
  return own.length < parts.length && !addsUp(total, parts) && addsUp(total, own) ? own : parts
}

/** How many sentences before a total are searched for a number that its supposed parts fit better. */
const reach = 6

/**
 * 다른 전체의 부분: parts that make more than this total, where a number near by fits them better: they, or they and this total, make that one exactly, or the list that
 * they stand in names more than this total (특별회계 830억. 분야별로 사회복지 2,410억, 국토 720억). They are parts of that one, and this total is another part.
 */
function ofAnother(check: Checkable, total: Said, parts: readonly Said[]): boolean {
  const { sum, gap, slack } = gapOf(total, parts)
  if (gap.coefficient <= 0n) return false
  const mine = new Set([total.start, ...parts.map((one) => one.start)])
  const others = (at: number) => check.countedIn(at).filter((one) => one.unit === total.unit && one.mention.per === null && !mine.has(one.start))
  const fits = (value: Decimal) =>
    compare(absolute(subtract(value, sum)), slack) <= 0 || compare(absolute(subtract(value, add(sum, total.value))), slack) <= 0
  const last = Math.max(...parts.map((one) => one.sentenceAt))
  for (let at = Math.max(0, total.sentenceAt - reach); at <= last; at++) if (others(at).some((one) => fits(one.value))) return true
  const tooLarge = (one: Amount) => compare(one.value, total.value) > 0
  return parts.some((part) => part.sentenceAt !== total.sentenceAt && (tooLarge(part) || others(part.sentenceAt).some(tooLarge)))
}

/** Another firm with its own amount in the same list is no part of this one, whatever their sum. */
const isSibling = (one: Said, total: Said): boolean =>
  one.sentenceAt === total.sentenceAt && one.commitment.subject.value !== total.commitment.subject.value

/** The reader takes it for a part only since it adds up with others. */
const byArithmetic = (one: Said): boolean => one.commitment.partOf?.rule === 'part:adds-up' || one.commitment.partOf?.rule === 'part:divided'

const sentenceOf = (check: Checkable, one: Said): string => wordsOf(check, one.sentence)
const kin = (total: Said) => (one: Said) =>
  one.at !== total.at && one.family === total.family && one.mention.per === null && one.commitment.valueMax === null

/** Parts in one of the two sentences after the total. */
function partsAfter(check: Checkable, total: Said): { parts: Said[]; whole: boolean } | null {
  for (const step of [1, 2]) {
    const parts = check.saidIn(total.sentenceAt + step).filter(kin(total))
    if (parts.length === 0) continue
    if (parts.length < 2) return null
    const text = sentenceOf(check, parts[0]!)
    if (opensAll.test(text) && everyQuantityRead(check, total, parts)) return { parts, whole: !notWhole.test(text) }
    if (opensSome.test(text)) return { parts, whole: false }
    return isDivided(check, total, parts) && addsUp(total, parts) ? { parts, whole: false } : null
  }
  return null
}

/**
 * 나뉘는 전체: whether values are told as parts of a total and do not add up to it by chance, as some do among many numbers: words say that it is a total (총, 3개 기업)
 * or that they are its shares (국비·시비, 1단계, 나머지), firms bring what an office announced, or so many digits come out exactly.
 */
function isDivided(check: Checkable, total: Said, parts: readonly Said[]): boolean {
  const lead = check.text.slice(Math.max(total.sentence.start, total.start - 40), total.start)
  const opening = sentenceOf(check, parts[0]!)
  if (saysTotal.test(lead) || opensAll.test(opening) || opensSome.test(opening) || /(?:이|그)\s?(?:가운데|중)/.test(opening)) return true
  const leads = parts.map((part) => check.text.slice(Math.max(part.sentence.start, part.start - 20), part.start))
  return leads.every((words) => saysPart.test(words)) || /나머지[^\d]{0,8}$/.test(leads.at(-1)!) || ofFirms(total, parts) || isExact(total, parts)
}

/** A city, or nobody, says the total and as many firms as there are parts say theirs. */
function ofFirms(total: Said, parts: readonly Said[]): boolean {
  const firms = parts.map((one) => one.commitment.subject.value)
  return firms.every((one) => one !== null && isFirm(one)) && differentOwners(parts) && !isFirm(total.commitment.subject.value ?? '')
}

/** 1,711,540 = 1,082,300 + 45,210 + 584,030: four digits that come out, or three of a sum of four and more, are no chance. */
function isExact(total: Said, parts: readonly Said[]): boolean {
  const { gap } = gapOf(total, parts)
  if (gap.coefficient !== 0n || total.approximate || parts.some((one) => one.approximate)) return false
  const digits = (total.mention.printed?.amount ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '').length
  return digits >= 4 || (digits >= 3 && parts.length >= 4)
}

/** Parts before the total: in its own sentence, else in the three sentences before. */
function partsBefore(check: Checkable, total: Said): { parts: Said[]; whole: boolean } | null {
  const lead = check.text.slice(Math.max(total.sentence.start, total.start - 40), total.start)
  const closing = closesAll.test(lead)
  if (!closing && !closesMaybe.test(lead)) return null
  const own = check.saidIn(total.sentenceAt).filter((one) => one.start < total.start && kin(total)(one))
  const near = [3, 2, 1, 0]
    .flatMap((back) => check.saidIn(total.sentenceAt - back))
    .filter((one) => one.start < total.start && kin(total)(one) && !sameValue(one, total))
  for (const parts of [own, near]) {
    if (parts.length < 2) continue
    if (addsUp(total, parts)) return { parts, whole: closing }
    if (closing && everyQuantityRead(check, total, parts) && (differentOwners(parts) || areSteps(check, parts))) return { parts, whole: true }
  }
  return null
}

/** 1단계 600억원, 2단계 700억원: every part has the name of a share or a step before it, and no two the same. */
function areSteps(check: Checkable, parts: readonly Said[]): boolean {
  const names = parts.map((part) => saysPart.exec(check.text.slice(Math.max(part.sentence.start, part.start - 20), part.start))?.[0].trim())
  return names.every((name) => name !== undefined) && new Set(names).size === names.length
}

const sameValue = (a: Said, b: Said): boolean => compare(a.value, b.value) === 0
const differentOwners = (parts: readonly Said[]): boolean => new Set(parts.map((one) => one.commitment.subject.value ?? '')).size === parts.length

/** Whether every quantity of this unit around the parts is one of them: an unread part must not make a sum wrong. */
function everyQuantityRead(check: Checkable, total: Said, parts: readonly Said[]): boolean {
  const sentences = new Set(parts.map((one) => one.sentenceAt))
  const quantities = [...sentences]
    .flatMap(check.countedIn)
    .filter((one) => one.mention.kind === total.mention.kind && one.unit === total.unit && one.start !== total.start)
  return quantities.every((one) => parts.some((part) => part.start === one.start))
}
