import { areaOf, isCorporation, isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Slot, Span } from '../../reading.ts'
import { OF_FIRMS, of, type Told } from './told.ts'

/** What others pay: who gives the rest gives not the whole. */
export const REST = /(?:남은|나머지)\s/

/** What one who pays does. */
export const GIVES = /^(?:이|가|에서)\s[^.]{0,20}(?:낸다|내고|내며|냅니다|대고|댄다|댑니다|대며|부담|맡|채운|채우|보탠|투자|조달|출자)/

/** Of one in a list, or of the last of it. */
const MAKES = /^(?:\([^)]{1,16}\))?(?:(?:이|가)\s|,\s[^.]{0,40}(?:은|는)\s[^.,]{0,24}(?:이|가)\s)(?:각각\s|나눠\s)?(?:개발|조성|시공|시행|건립|짓|맡)/

/** Words between a number and the firm that they colour: "을 들여 공장을 짓고 있는 ", "을 넣기로 했던 독일 ". */
const COLOURED =
  /^(?:여)?(?:\s?원)?(?:을|를|에|로|으로)?\s[^.,]{0,60}(?:있는|있던|하던|했던|하려던|려던|겠다던|겠다는|기로 한|는|지은|세운|들인|투자한|맺은|낸)\s(?:[가-힣·]{1,7}[^고며을를은는이가에서,.\s]\s){0,5}$/

/** What leads to a name behind the number. */
const POINTS = /(?:곳|기업|회사|업체)(?:은|는)\s[^.]{0,24}$/

/** What one who builds does, and the role that says so. */
const BUILDS = /^(?:\([^)]{1,12}\))?(?:이|가)\s(?:[^\s.,]{1,14}\s){0,4}?(?:짓는|조성하는|건립하는|세우는|추진하는|개발하는|짓고 있는)\s/
const AS_BUILDER = /(?:시행자|시행사|개발사|사업자)인\s$/
/** What one who only tells does. */
const TELLS = /(?:다고|라고|했다고|됐다고|다며)\s(?:[0-9]{1,2}일\s)?(?:밝혔|말했|설명했|발표했|알렸|전했|덧붙였)/

/** "시는 ㈜가람이 짓는 공장이 연말 준공된다고 밝혔다", "시는 시행자인 ㈜가람이 … 냈다고 알렸다": the office only tells; what follows is the builder's. */
export function builderTold(text: string, sentence: Span, actors: readonly NameCandidate[]): NameCandidate | null {
  const [teller, builder] = actors
  if (teller === undefined || builder === undefined || areaOf(teller.value) === null || !(isFirm(builder.value) || isCorporation(builder.value)))
    return null
  if (
    !/^(?:은|는)\s/.test(text.slice(teller.end, teller.end + 2)) ||
    !TELLS.test(text.slice(Math.max(sentence.start, sentence.end - 24), sentence.end))
  )
    return null
  const acts =
    BUILDS.test(text.slice(builder.end, builder.end + 70)) || AS_BUILDER.test(text.slice(Math.max(sentence.start, builder.start - 8), builder.start))
  return acts ? builder : null
}

/** Who stands behind the number: "남은 17억 원은 ㈜가람이 낸다", "몫이 가장 큰 곳은 ㈜가람이다". */
export function pointedAt({ text, sentence, mention, actors, names, indicator }: Told): Slot<string> | null {
  // "남은 17억 원은 ㈜가람이 낸다": the amount first, who pays it after
  const giver = /^(?:여)?(?:\s?원)?(?:은|는)\s/.test(text.slice(mention.end, mention.end + 4)) ? actors.find((a) => a.start > mention.end) : undefined
  if (
    giver !== undefined &&
    giver.start - mention.end < 16 &&
    !/[,.]/.test(text.slice(mention.end, giver.start)) &&
    GIVES.test(text.slice(giver.end, sentence.end))
  )
    return of(giver, 'subject:giver')
  // "1구역(372만㎡)은 한국토지주택공사, 2구역(220만㎡)은 가람공사가 개발하고": who makes each part
  const maker =
    text.charAt(mention.end) === ')' && /^\)(?:은|는)\s/.test(text.slice(mention.end, mention.end + 3))
      ? names.find((n) => n.kind === 'organisation' && n.start > mention.end)
      : undefined
  if (maker !== undefined && maker.start - mention.end < 5 && MAKES.test(text.slice(maker.end, sentence.end))) return of(maker, 'subject:giver')
  // "2조1000억원을 들여 공장을 짓고 있는 ㈜가람이": the number stands in words that colour the firm behind it
  const coloured = names.find((n) => n.start > mention.end)
  if (
    coloured !== undefined &&
    coloured.kind === 'organisation' &&
    OF_FIRMS.has(indicator) &&
    isFirm(coloured.value) &&
    COLOURED.test(text.slice(mention.end, coloured.start)) &&
    /^(?:[·ㆍ][가-힣A-Za-z0-9]{2,12}\s합작(?:사|법인)?)?(?:은|는|이|가|도|을|를|와의|과의|의)\s/.test(text.slice(coloured.end, coloured.end + 22))
  )
    return of(coloured, 'subject:coloured')
  // "덩치가 가장 큰 곳은 ㈜가람으로, 3만㎡에 920억 원을 넣겠다고 했다"
  const told = names.find(
    (n) =>
      n.kind === 'organisation' &&
      n.end < mention.start &&
      isFirm(n.value) &&
      /^(?:으로|로),\s/.test(text.slice(n.end, n.end + 4)) &&
      POINTS.test(text.slice(sentence.start, n.start)),
  )
  if (told !== undefined) return of(told, 'subject:pointed')
  // "3000만 달러로 몫이 가장 큰 곳은 ㈜가람이다"
  const pointed = names.find(
    (n) =>
      n.kind === 'organisation' &&
      n.start > mention.end &&
      isFirm(n.value) &&
      POINTS.test(text.slice(mention.end, n.start)) &&
      /^(?:이다|다[.\s]|이었|였|으로|로[,\s])/.test(text.slice(n.end, n.end + 3)),
  )
  return pointed === undefined ? null : of(pointed, 'subject:pointed')
}
