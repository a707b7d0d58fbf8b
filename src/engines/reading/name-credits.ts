import { cued } from './cue.ts'
import { hasNameForm, isEverydayWord } from './gazetteer/people.ts'
import type { NameCandidate } from './name-candidate.ts'
import type { Span } from './reading.ts'
import type { Word } from './words.ts'

const ROLE = '영상취재|영상편집|영상기자|취재기자|촬영기자|촬영|편집|취재|그래픽|디자인|CG|자막|앵커|아나운서|리포터|진행|구성|연출|스크립터'
const CREDIT = new RegExp(`(?:${ROLE})\\s?[:：]?\\s?([가-힣]{3,4}?)(?=\\s*(?:$|\\n|[/·,▶▷|)\\]])|\\s(?:${ROLE}))`, 'g')
/** "<유도현 / 추진단장>", "[김새벽/주민 : …]": who speaks, in a broadcast script. */
const CAPTION = /[<[〈《]\s?([가-힣]{3,4})\s?[/ㅣ|]\s?[^<>[\]〈〉\n]{2,30}[>\]〉》:]/g

export const SPEAKS_OF_CREDIT = cued(/취재|편집|앵커|그래픽|촬영|아나운서|리포터|진행|[<[〈《]\s?[가-힣]{3,4}\s?[/ㅣ|]/)

const LONGEST_CREDIT = 90

/** People in the credits and captions of a broadcast (방송 크레디트): "영상취재 하늘찬 / 영상편집 문솔빛", "◀ 앵커 차누리 ▶". */
export function credits(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  if (end - start > LONGEST_CREDIT * 2) return
  const body = text.slice(start, end)
  for (const pattern of end - start > LONGEST_CREDIT ? [CAPTION] : [CREDIT, CAPTION]) {
    pattern.lastIndex = 0
    for (let found = pattern.exec(body); found !== null; found = pattern.exec(body)) {
      const name = found[1]!
      if (!hasNameForm(name) || isEverydayWord(name)) continue
      const from = start + found.index + found[0].indexOf(name, pattern === CREDIT ? found[0].length - name.length : 0)
      if (names.some((one) => one.start <= from && one.end > from)) continue
      names.push({ kind: 'person', start: from, end: from + name.length, value: name, certainty: 0.8, rule: 'person:credit' })
      const at = words.findIndex((word) => word.start === from)
      if (at >= 0) taken[at] = 1
    }
  }
}
