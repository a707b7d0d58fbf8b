import { type Checkable, type Counted, type Said, wordsOf } from './checkable.ts'

/** Words that open the parts of a total: 세부적으로는, 내역은. All parts follow. */
export const opensAll = /^[\s“"'‘(△▲■◦·-]*(세부적으로|구체적으로|세부\s*내역|내역은|나눠\s*보면|나누면|각각|이를\s*나누)/
/** A list that says of itself that it is not whole. */
export const notWhole = /(순(?:이다|이었|으로|서)|등(?:을|이|에|으로|의|도|\s|,|$)|주요|대표적|가장|나머지)/
/** What stands between two parts of a list: the name of the next, 생산직 310명, 연구직 150명. */
const nextName = /^[가-힣]{0,4}(?:,|·|ㆍ|、|;|과|와|및|이며|이고|고|\s*[△▲■◦○-])\s?[^\d,.·ㆍ:]{1,20}$/
const bound = /이상|이하|넘|미만|포함|제외|별도/

/**
 * 늘어놓은 부분: the parts of a total in the sentence behind it that tells all of them (구체적으로 생산직 310명, 연구직 150명, 사무직 120명), where they are quantities and no
 * claims of their own: every quantity of that sentence is one of them, and nothing but a name stands between two. Null where it is no such list.
 */
export function listedParts(check: Checkable, total: Said): { parts: readonly Counted[]; whole: boolean } | null {
  const parts = check.countedIn(total.sentenceAt + 1)
  const first = parts[0]
  if (!first || parts.length < 2 || parts.length > 40) return null
  const text = wordsOf(check, first.sentence)
  if (!opensAll.test(text) || notWhole.test(text) || bound.test(text) || total.mention.bound !== null) return null
  if (first.start - first.sentence.start > 30) return null
  const alike = parts.every((one) => one.unit === total.unit && one.mention.per === null && one.mention.valueMax === null)
  if (!alike || total.mention.valueMax !== null) return null
  const joined = parts.slice(1).every((one, at) => nextName.test(check.text.slice(parts[at]!.end, one.start)))
  const quantities = check.countedIn(total.sentenceAt).filter((one) => one.unit === total.unit)
  return joined && quantities.length === 1 ? { parts, whole: true } : null
}
