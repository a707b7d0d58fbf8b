import type { Span } from './reading.ts'

const HEADING =
  /^[[(<【▶■●◆·\s]*(?:관련\s?(?:기사|뉴스)|많이\s?본\s?(?:뉴스|기사)|실시간\s?(?:인기\s?)?(?:기사|뉴스)|인기\s?(?:기사|뉴스)|최신\s?(?:기사|뉴스)|추천\s?(?:기사|뉴스)|주요\s?(?:기사|뉴스)|이\s?시각\s?(?:주요\s?)?뉴스|핫\s?(?:이슈|뉴스)|함께\s?(?:본|볼만한)\s?(?:기사|뉴스)|다른\s?기사|오늘의\s?뉴스|베스트\s?(?:기사|뉴스)|이\s?기사와\s?함께)[\])>】:\s]*$/

const LONGEST_HEADING = 24
const LONGEST_HEADLINE = 70
const MOST = 15

/**
 * Headlines of other articles (관련기사 목록) that a page lists beside its own: the lines below "관련기사" or "많이 본 뉴스" that are headlines and no sentences.
 * They name people, firms and places of other matters. Gives the starts of their lines.
 */
export function otherHeadlines(text: string, sentences: readonly Span[]): ReadonlySet<number> {
  const out = new Set<number>()
  let left = 0
  for (const { start, end } of sentences) {
    const length = end - start
    if (length <= LONGEST_HEADING && HEADING.test(text.slice(start, end))) {
      out.add(start)
      left = MOST
      continue
    }
    if (left === 0) continue
    const line = length <= LONGEST_HEADLINE ? text.slice(start, end) : ''
    if (line === '' || /다\.$|ⓒ|©|저작권|기자\s?[\w.]*@|Copyright/.test(line)) left = 0
    else {
      out.add(start)
      left--
    }
  }
  return out
}
