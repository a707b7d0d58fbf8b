import { isAmbiguousArea } from '../../gazetteer/areas.ts'
import type { NameCandidate } from '../candidate.ts'
import type { SentenceNames } from '../names.ts'

/** What stands at the place that colours it: "남원 2공장", "구미 사업장". */
const STANDS_THERE = /^\s(?:제?\s?\d{1,2}\s?)?(?:공장|사업장|캠퍼스|물류센터|물류기지|연구소|데이터센터|조선소|제철소|발전소)/

/** The names of a sentence, with the areas that only colour a plant: for the question where, "남원 2공장" is in 남원. */
export function namesAt(text: string, { names, colours }: SentenceNames): readonly NameCandidate[] {
  if (colours.length === 0) return names
  const plants = colours.filter((c) => c.kind === 'place' && !isAmbiguousArea(c.value) && STANDS_THERE.test(text.slice(c.end, c.end + 14)))
  if (plants.length === 0) return names
  return [...names, ...plants.map((p) => ({ ...p, rule: 'place:of-plant' }))].sort((a, b) => a.start - b.start)
}
