import { cued } from '../cue.ts'
import { areaByShortName } from '../gazetteer/areas.ts'
import type { NameCandidate } from '../names/candidate.ts'
import type { Span } from '../reading.ts'

/** A house with its city's name whose works begin or end: "솔은 소재연구센터 기공식", "솔은테크노파크 건설사업을 착공했다". */
const HOUSE =
  /(?:^|[\s'‘“"])([가-힣]{2})( ?)((?:[가-힣0-9A-Za-z]{1,8} )?[가-힣0-9]{0,8}(?:센터|기지|테크노파크|발전소|연구소|연구원|박물관|미술관|도서관|병원|터미널|타운))['’”"]?(?:\s(?:건립|건설|신축|구축|조성))?(?:\s?(?:사업|공사))?(?:을|를|이|가|은|는|의)?\s(?:[가-힣0-9]{1,6}\s){0,2}(?:기공|착공|준공|완공|개소|개관|첫\s?삽|공사에 들어)/
const BEGUN = cued(/기공|착공|준공|완공|개소|개관|첫\s?삽|공사에 들어/)

export const WORKS = 'place:works'

/**
 * The one house that the first sentences of a text tell the works of (시설), by its name with the city's: it says where better than the city does.
 * `namedWorks('속초시가 속초 해양치유센터 기공식을 열었다.', [{ start: 0, end: 25 }], 2)?.value // => '속초 해양치유센터'`
 */
export function namedWorks(text: string, units: readonly Span[], lead: number): NameCandidate | null {
  for (let s = 0; s < Math.min(lead, units.length); s++) {
    const { start, end } = units[s]!
    const body = text.slice(start, Math.min(end, start + LONGEST))
    if (!BEGUN.test(body)) continue
    const found = HOUSE.exec(body)
    if (found === null || areaByShortName(found[1]!) === undefined) continue
    const value = `${found[1]}${found[2]}${found[3]}`
    const at = start + found.index + found[0].indexOf(value)
    return { kind: 'place', start: at, end: at + value.length, value, certainty: 0.6, rule: WORKS }
  }
  return null
}

const LONGEST = 200

/** Sentences that speak of a house by its name or by what it is. */
export function speakOf(text: string, units: readonly Span[], house: NameCandidate): number[] {
  const kind = /(?:센터|기지|테크노파크|발전소|연구소|연구원|박물관|미술관|도서관|병원|터미널|타운)$/.exec(house.value)![0]
  const out: number[] = []
  units.forEach(({ start, end }, s) => {
    const body = text.slice(start, end)
    if (body.includes(house.value) || new RegExp(`(?:^|\\s)${kind}(?:은|는|이|가|의)\\s`).test(body)) out.push(s)
  })
  return out
}
