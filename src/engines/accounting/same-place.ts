import { organisationKey } from './organisation-name.ts'

/** The same letters, or one of at least three inside the other. */
function within(a: string, b: string): boolean {
  const [x, y] = [organisationKey(a), organisationKey(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short !== '' && (short === long || (short.length >= 3 && long.includes(short)))
}

/**
 * 같은 곳인가: whether two places may be one: the last word of the one stands in the other (남양주시 화도읍, 화도읍). Null where one only contains the other's district.
 *
 * samePlace('솔빛일반산업단지', '솔빛산단') // => true
 * samePlace('나래시', '나래시 물빛읍') // => null
 */
export function samePlace(a: string, b: string): boolean | null {
  // 문산2산단 is 문산2산업단지, 솔빛일반산업단지 is 솔빛산단
  // 별빛 국가산업단지 is 별빛국가산단, 나래시 국가산업단지 is none of 나래시국가산단
  const short = (place: string) =>
    place.replace(/(?:(?<=[가-힣\d])(?<![시군구도읍면동리])\s)?(?:(?:일반|국가|첨단|도시첨단|농공)?\s?산업\s?단지|(?:일반|국가)\s?산단)/gu, '산단')
  const words = (place: string) =>
    short(place)
      .split(/[\s,·]+/)
      .filter((word) => word !== '')
  const [x, y] = [words(a), words(b)]
  const [lastX, lastY] = [x.at(-1), y.at(-1)]
  if (!lastX || !lastY) return null
  if (within(lastX, lastY)) return true
  if (x.some((word) => within(word, lastY)) || y.some((word) => within(word, lastX))) return null
  return false
}
