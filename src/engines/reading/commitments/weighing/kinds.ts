import { areaByFullName, areaByShortName } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { isFacility, isVillage } from '../../names/joined-places.ts'
import { isCountry } from '../place-clues.ts'

/** What kind of place a name says: sites that something is built at, and areas that are governed or lie abroad. */
export type Kind = 'park' | 'village' | 'facility' | 'plant' | 'road' | 'works' | 'other' | 'city' | 'province' | 'country'

/** What follows the name of a place: the particle of siting, or what stands in its stead. */
export type Follows =
  | 'at'
  | 'in'
  | 'to'
  | 'near'
  | 'land'
  | 'topic'
  | 'of'
  | 'object'
  | 'subject'
  | 'number'
  | 'paren'
  | 'close'
  | 'and'
  | 'bare'
  | 'else'

const PARK =
  /(?:산업단지|산단|공단|단지|지구|밸리|특구|구역|도시|테크노파크|파크|캠퍼스|부두|신항|항만|간척지|매립지|터|부지|용지|공구|블록|클러스터)$/
const ROAD = /(?:도로|국도|대교|교량|철도|노선|터널|전철|\d호선|나들목|IC)$/
const AREA_RULE = /^place:area(?:-if-named)?$/
const ABROAD_RULE = /^place:(?:region|abroad)$/

/** Whether something is built at places of a kind. */
export const isSiteKind = (kind: Kind): boolean => kind !== 'city' && kind !== 'province' && kind !== 'country'

export function areaKind(value: string): Kind | null {
  const area = areaByShortName(value) ?? areaByFullName(value)
  return area === undefined ? null : area.level === 'province' ? 'province' : 'city'
}

export function kindOf({ value, rule }: NameCandidate): Kind {
  if (isCountry(value) || ABROAD_RULE.test(rule)) return 'country'
  if (isVillage(value)) return 'village'
  if (AREA_RULE.test(rule)) return areaKind(value) ?? 'city'
  if (value.endsWith('공장')) return 'plant'
  if (isFacility(value)) return 'facility'
  if (ROAD.test(value)) return 'road'
  return PARK.test(value) ? 'park' : (areaKind(value) ?? 'other')
}

/** In order: the first that fits says what follows. */
const FOLLOWS: readonly (readonly [RegExp, Follows])[] = [
  [/^(?:에|에다|에는|엔)(?=[\s,])/, 'at'],
  [/^(?:에서는?|에선)(?=[\s,])/, 'in'],
  [/^(?:으로|로)(?=[\s,])/, 'to'],
  [/^(?:\s?(?:인근|옆|맞은편|부근|가까|주변)|에 (?:인접|접한|가까|붙은)|에서 (?:가까|\d))/, 'near'],
  [/^\s?(?:내|안|일원|일대|부지|터|관내|지역)(?=[에의으로을를\s,(])/, 'land'],
  [/^(?:\s?지역)?(?:은|는)\s/, 'topic'],
  [/^의\s/, 'of'],
  [/^(?:을|를)\s/, 'object'],
  [/^(?:이|가)\s/, 'subject'],
  [/^\s?\d/, 'number'],
  [/^\s?\(/, 'paren'],
  [/^\)/, 'close'],
  [/^(?:와|과|,|·|ㆍ)/, 'and'],
  [/^\s[가-힣A-Z‘'“]/, 'bare'],
]
export const followsOf = (after: string): Follows => FOLLOWS.find(([pattern]) => pattern.test(after))?.[1] ?? 'else'
