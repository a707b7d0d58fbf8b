import type { Span } from '../../reading.ts'
import type { NameCandidate } from '../candidate.ts'

const QUOTED_PLACE =
  /[‘'“"]([가-힣A-Za-z0-9·\s]{3,24}?(?:단지|지구|특구|산단|밸리|타운|허브|클러스터|파크|캠퍼스|도시|구역))[’'”"](?=에|에서|내|인근|일대|일원)/g

/** "‘글로벌 미래차 특화단지’에": a quoted name in the place of a place. */
export function quotedPlaces(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const body = text.slice(start, end)
  if (!/[‘'“"]/.test(body)) return
  QUOTED_PLACE.lastIndex = 0
  for (let match = QUOTED_PLACE.exec(body); match !== null; match = QUOTED_PLACE.exec(body)) {
    const from = start + match.index + 1
    const to = from + match[1]!.length
    if (names.some((name) => name.kind === 'place' && name.start <= from && name.end >= to)) continue
    names.push({ kind: 'place', start: from, end: to, value: match[1]!, certainty: 0.7, rule: 'place:quoted' })
  }
}
