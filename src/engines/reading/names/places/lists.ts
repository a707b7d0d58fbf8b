import { TRACTS } from '../../gazetteer/areas.ts'
import type { Word } from '../../words.ts'
import { mayBegin, type NameCandidate } from '../candidate.ts'

const isDivided = (text: string, from: number, to: number): boolean =>
  to - from === 1 ? '·ㆍ‧・'.includes(text.charAt(from)) : to - from === 2 && text.startsWith(', ', from)

const isLocated = (word: Word): boolean => word.cls.kind === 'short-area' || TRACTS.has(word.cls.stem)

/** "오송, 대구와 함께", "울산·포항·대산 3곳": an unknown word listed with known areas is a place. */
export function placeLists(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let first = 0; first + 1 < words.length; ) {
    let last = first
    while (last + 1 < words.length && isDivided(text, words[last]!.end, words[last + 1]!.start)) last++
    if (last > first) {
      let known = 0
      for (let k = first; k <= last; k++) if (taken[k] && isLocated(words[k]!)) known++
      const members = last - first + 1
      for (let k = first; k <= last && known > 0; k++) {
        const word = words[k]!
        if (taken[k] || word.cls.kind !== 'unknown') continue
        const { stem } = word.cls
        const name = k === last ? stem : word.text
        if (name.length < 2 || name.length > 4 || /[년월일]$/.test(name) || !mayBegin(word) || (k > 0 && /[을를]$/.test(words[k - 1]!.text))) continue
        // "금양, 기장에 공장": who acts stands before the comma of a headline
        const headline = members === 2 && text.charCodeAt(word.end) === 0x2c && /^에/.test(words[k + 1]?.cls.particle ?? '')
        const before = k < last && words[k + 1]!.cls.kind === 'short-area' && taken[k + 1] && !headline
        // among two or more areas; with one alone only right before it
        if (
          !before &&
          (known < 2 ||
            known * 2 < members ||
            !/^[가-힣]{2}$/.test(name) ||
            !(k < last || COUNTS_OR_ENDS.test(text.slice(word.start + name.length, word.end + 4))))
        )
          continue
        names.push({ kind: 'place', start: word.start, end: word.start + name.length, value: name, certainty: 0.6, rule: 'place:list' })
        taken[k] = 1
      }
    }
    first = last + 1
  }
}

const COUNTS_OR_ENDS = /^(?:$|[.,\n]|\s(?:등|\d|지역|일대)|[을를에의과와은는]|에서)/
