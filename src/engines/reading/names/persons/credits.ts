import { cued } from '../../cue.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { hasNameForm, isEverydayWord } from '../../gazetteer/people.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import type { NameCandidate } from '../candidate.ts'

const ROLE = '영상취재|영상편집|영상기자|취재기자|촬영기자|촬영|편집|취재|그래픽|디자인|CG|자막|앵커|아나운서|리포터|진행|구성|연출|스크립터|속기'
const CREDIT = new RegExp(`(?:${ROLE})\\s?[:：]?\\s?([가-힣]{3,4}?)(?=\\s*(?:$|\\n|[/·,▶▷|)\\]])|\\s(?:${ROLE}))`, 'g')
/** "<유도현 / 추진단장>", "[김새벽/주민 : …]": who speaks, in a broadcast script. */
const CAPTION = /[<[〈《]\s?([가-힣]{3,4})\s?[/ㅣ|]\s?[^<>[\]〈〉\n]{2,30}[>\]〉》:]/g

/** "▶ 인터뷰 : 박솔빛 / 새벽수 대표이사", "◀INT▶ 박솔빛/새벽시장": who is asked, and the firm that is headed. */
const ASKED =
  /(?:인터뷰|SYNC|싱크|스탠딩|녹취|INT▶)\s?[:：]?\s?([가-힣]{3,4})\s?[/ㅣ]\s?(?:([가-힣A-Za-z]{2,12})\s(?:대표이사|대표|사장|회장|부사장|상무|전무))?/g

export const SPEAKS_OF_CREDIT = cued(
  /인터뷰|SYNC|싱크|스탠딩|녹취|INT▶|취재|편집|앵커|그래픽|촬영|아나운서|리포터|진행|속기|[<[〈《]\s?[가-힣]{3,4}\s?[/ㅣ|]/,
)

const LONGEST_CREDIT = 90

/** People in the credits and captions of a broadcast (방송 크레디트): "영상취재 하늘찬 / 영상편집 문솔빛", "◀ 앵커 차누리 ▶". */
export function credits(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  if (end - start > LONGEST_CREDIT * 2) return
  const body = text.slice(start, end)
  ASKED.lastIndex = 0
  for (let found = ASKED.exec(body); found !== null; found = ASKED.exec(body)) {
    const name = found[1]!
    if (!hasNameForm(name) || isEverydayWord(name)) continue
    const from = start + found.index + found[0].indexOf(name)
    add(names, words, taken, from, name, 'person', 'person:asked')
    const firm = found[2]
    if (firm !== undefined && !isEverydayNoun(firm))
      add(names, words, taken, from + found[0].slice(found[0].indexOf(name)).lastIndexOf(firm), firm, 'organisation', 'organisation:headed')
  }
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

function add(
  names: NameCandidate[],
  words: readonly Word[],
  taken: Uint8Array,
  from: number,
  name: string,
  kind: 'person' | 'organisation',
  rule: string,
): void {
  const end = from + name.length
  const known = names.findIndex((one) => one.start < end && one.end > from)
  if (known >= 0 && names[known]!.kind === kind) return
  if (known >= 0) names.splice(known, 1)
  names.push({ kind, start: from, end, value: name, certainty: 0.8, rule })
  const at = words.findIndex((word) => word.start === from)
  if (at >= 0) taken[at] = 1
}
