import { isTitle } from './gazetteer/people.ts'
import type { NameCandidate } from './name-candidate.ts'
import type { Span } from './reading.ts'
import type { Word } from './words.ts'

const HEADED = /\((?:공동|각자)?(?:대표이사|대표|CEO|회장|사장)\s?:?\s?([가-힣]{2,6} [가-힣]{1,6})(?=[,)])/g

/** "하이나(CEO 레이먼드 가람)", "나래가스(대표 윌리엄 송)": a head of two words, in brackets behind the firm. */
export function headsAbroad(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(HEADED)) {
    const name = match[1]!
    if (name.split(' ').some((word) => isTitle(word))) continue
    const to = start + match.index + match[0].length
    const from = to - name.length
    names.push({ kind: 'person', start: from, end: to, value: name, certainty: 0.75, rule: 'person:head-abroad' })
    words.forEach((word, k) => {
      if (word.start >= from && word.end <= to) taken[k] = 1
    })
  }
}
