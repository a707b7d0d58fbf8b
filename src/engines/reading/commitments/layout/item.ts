import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Span } from '../../reading.ts'

/** What may stand between a firm and its amount: its site and what it does there, no particle of a clause. */
const PLAIN = /^(?:\s[가-힣A-Za-z0-9㈜()·&-]{1,14}){0,5}\s(?:약\s|총\s)?$/
const CLAUSE = /(?:은|는|이|가|을|를|에서|에게|와|과|며|고|해|로|한|된|할)\s/
const NEXT = /^(?:\s?\([^)]*\))?,\s/

/**
 * The words of one item of a list of firms (나열 항목): "A㈜ 동해사업장 증설 304억 원, B㈜ 홍천 제2공장 신설 125억 원". They name who pays and where.
 * Null where the number stands in no such list.
 */
export function itemOf(
  text: string,
  sentence: Span,
  mention: Mention,
  quantities: readonly Mention[],
  names: readonly NameCandidate[],
): { readonly owner: NameCandidate; readonly from: number } | null {
  if (mention.kind !== 'money') return null
  const k = quantities.indexOf(mention)
  const before = quantities[k - 1]
  const next = quantities[k + 1]
  const listed = before?.kind === 'money' && NEXT.test(text.slice(before.end, mention.start))
  if (!listed && !(next?.kind === 'money' && NEXT.test(text.slice(mention.end, next.start)))) return null
  const from = listed ? before.end : sentence.start
  const owner = names.findLast((n) => n.kind === 'organisation' && n.start >= from && n.end < mention.start)
  if (owner === undefined) return null
  const gap = text.slice(owner.end, mention.start)
  return PLAIN.test(gap) && !CLAUSE.test(gap) && !CLAUSE.test(text.slice(from, owner.start).slice(-6)) ? { owner, from: owner.start } : null
}

/** "1조3800억원 규모 함양 AI데이터센터(오리드코리아, 휴천일반산단)": the bracket behind what is built names who builds it and where. */
export function facilityOf(
  text: string,
  mention: Mention,
  names: readonly NameCandidate[],
): { readonly owner: NameCandidate; readonly site: NameCandidate | null } | null {
  if (mention.kind !== 'money') return null
  const found = /^\s규모(?:의)?\s[가-힣A-Za-z0-9·\s]{2,24}\(([^()\d]{2,40})\)/.exec(text.slice(mention.end, mention.end + 76))
  if (found === null) return null
  const end = mention.end + found[0].length
  const start = end - found[1]!.length - 1
  const inside = names.filter((n) => n.start >= start && n.end < end)
  const owner = inside.find((n) => n.kind === 'organisation')
  return owner === undefined ? null : { owner, site: inside.find((n) => n.kind === 'place') ?? null }
}
