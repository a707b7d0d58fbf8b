import { cityPoints } from '#data/city-points'
import type { PlacePointRow } from './queries/places.ts'
import type { Place } from './schemas.ts'

/**
 * 장소 이름에 드는 시·군: the city or county that a place's name begins with, or is. A province's short name decides between cities of one name.
 *
 * @example
 * cityOf('경북 포항시 북구', null)?.name // => '포항시'
 * cityOf('왕숙 도시첨단산업단지', null) // => null
 */
export function cityOf(place: string, province: string | null) {
  const words = place.split(/\s+/)
  const named = cityPoints.filter((one) => words.includes(one.name) || words[0] === one.name.replace(/(특별|광역|특별자치)시$/, ''))
  const own = named.find((one) => one.province === province || words.some((word) => word.startsWith(one.province)))
  return own ?? (named.length === 1 ? named[0]! : null)
}

/** Places that subjects name, with the points that the office gave them or the table of cities knows. */
export function placeList(named: readonly { place: string | null; subjects: number }[], points: readonly PlacePointRow[]): Place[] {
  const own = new Map(points.map((row) => [row.name, row]))
  const names = new Map(named.flatMap((row) => (row.place ? [[row.place, row.subjects] as const] : [])))
  for (const row of points) if (!names.has(row.name)) names.set(row.name, 0)
  return [...names].map(([name, subjects]) => {
    const row = own.get(name)
    if (row)
      return {
        name,
        subjects,
        north: row.north,
        east: row.east,
        source: row.source,
        illustrative: row.illustrative,
        version: row.version,
        fromTable: false,
      }
    const city = placeIsCity(name)
    return {
      name,
      subjects,
      north: city ? String(city.north) : null,
      east: city ? String(city.east) : null,
      source: null,
      illustrative: false,
      version: 0,
      fromTable: city !== null,
    }
  })
}

/** The city that a name is, whole: a part of a city has no point until somebody gives it one. */
export function placeIsCity(name: string) {
  const city = cityOf(name, null)
  return city && (name === city.name || name.endsWith(` ${city.name}`)) ? city : null
}
