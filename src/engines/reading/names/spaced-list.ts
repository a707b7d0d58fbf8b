import { cued } from '../cue.ts'
import type { Word } from '../words.ts'
import { mayBeFirm, type NameCandidate, spaced } from './candidate.ts'

/** "… 등 4개 기업이": how many firms stand before. */
const COUNTED = / 등 (?:모두 )?(\d{1,2})(?:개 ?(?:기업|업체|회사)|개사)/g
/** Asked of whole sentences. */
export const SPACED_FIRMS = cued(/ 등 (?:모두 )?\d{1,2}(?:개 ?(?:기업|업체|회사)|개사)/)
/** From so many in a row on, words with nothing but spaces between them are a list. */
const ROW = 3

/** Firms listed with nothing between them (띄어 쓴 나열): "명솔메탈 이온지스틸 동람에프이 성가금속 등 4개 기업". No more than are counted. */
export function spacedList(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], start: number, end: number): void {
  for (const match of text.slice(start, end).matchAll(COUNTED)) {
    const closes = start + match.index
    const last = words.findIndex((word) => word.end === closes)
    let first = last
    while (first >= 0 && last - first < Number(match[1]) && isMember(names, words[first]!, taken[first] === 1)) {
      if (first < last && !spaced(text, words[first]!, words[first + 1]!)) break
      first--
    }
    if (last - first < ROW) continue
    for (let k = first + 1; k <= last; k++)
      if (!taken[k]) {
        // what closes a name like a particle is its own: 동람에프이
        names.push({
          kind: 'organisation',
          start: words[k]!.start,
          end: words[k]!.end,
          value: words[k]!.text,
          certainty: 0.6,
          rule: 'organisation:spaced-list',
        })
        taken[k] = 1
      }
  }
}

const isMember = (names: readonly NameCandidate[], word: Word, isTaken: boolean): boolean =>
  isTaken
    ? names.some((name) => name.kind === 'organisation' && name.start === word.start && name.end === word.end)
    : word.text.length >= 2 && mayBeFirm(word) && (word.cls.particle === '' || word.cls.particle === '이')
