import { areaByShortName } from '../../gazetteer/areas.ts'
import { HIDDEN_COUNTIES, OF_COUNTY, speaksOfCounty } from '../../gazetteer/hidden-counties.ts'
import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'

const IN_THERE = new Set(['에', '에는', '에서', '에서는', '에선', '으로'])
/** What firms do there: "에 공장을 짓고", "에는 부품업체인", "에,". */
const DONE_THERE =
  /^(?:,| [^.\n]{0,60}(?:업체|기업)인 | [^.\n]{0,60}(?:공장|생산시설|생산라인|물류센터|본사|연구소|둥지)[을를] (?:[가-힣]{1,4} ){0,2}(?:짓|지어|지을|세우|세운|신설|증설|건립|신축|이전|넓|늘|옮|둔|두고|틀|설립))/

const isNeighbour = (word: Word | undefined, province: string): boolean =>
  word !== undefined && word.cls.kind === 'short-area' && areaByShortName(word.cls.stem)?.province === province

const isJoint = (gap: string): boolean => /^(?:, ?|[·ㆍ‧・] ?)$/.test(gap)

/** "서산 예산 서천 등 6개 시군", "천안·부여에", "예산에는 부품업체인 …": told by its neighbours in a list, or by its province and what firms do there. */
export function hiddenCounties(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const stem = word.text.slice(0, 2)
    const province = HIDDEN_COUNTIES.get(stem)
    if (province === undefined || taken[i]) continue
    const particle = word.text.slice(2)
    const before = words[i - 1]
    const after = words[i + 1]
    const listedBefore = isNeighbour(before, province[0]) && before!.cls.particle === ''
    const listedAfter = isNeighbour(after, province[0]) && particle === ''
    const listed =
      (listedBefore && isJoint(text.slice(before!.end, word.start))) ||
      (listedAfter && isJoint(text.slice(word.end, after!.start))) ||
      (listedBefore && listedAfter && spaced(text, before!, word) && spaced(text, word, after!))
    // "예산의 바른켐은", where the text has spoken of the county
    const proved = OF_COUNTY.test(text.slice(word.start + 2, word.start + 60)) && speaksOfCounty(text, stem)
    const sited =
      proved ||
      (IN_THERE.has(particle) && (text.includes(province[0]) || text.includes(province[1])) && DONE_THERE.test(text.slice(word.end, word.end + 80)))
    // "(예산=새벽뉴스)": where a report was written
    const dateline =
      particle === '' && /^=[가-힣]/.test(text.slice(word.end, word.end + 2)) && '[(【/\n'.includes(text.charAt(word.start - 1) || '\n')
    if (!listed && !sited && !dateline) continue
    if (!listed && /^ (?:편성|반영|포함|맞춰|맞게|따라|대한|대해|관한|넣|담)/.test(text.slice(word.end, word.end + 4))) continue
    names.push({ kind: 'place', start: word.start, end: word.start + 2, value: stem, certainty: 0.7, rule: 'place:area' })
    taken[i] = 1
  }
}
