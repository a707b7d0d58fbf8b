import pg from 'pg'

const oid = {
  numeric: 1700,
  date: 1082,
  timestamptz: 1184,
  timestamp: 1114,
  interval: 1186,
  numericArray: 1231,
  dateArray: 1182,
  timestamptzArray: 1185,
}
const textArray = pg.types.getTypeParser(1009 as number) as unknown as (text: string) => (string | null)[]
const asText = (text: string) => text

/**
 * An instant as PostgreSQL writes it, as ISO 8601 in UTC with its microseconds kept (a cursor needs them).
 * `isoInstant('2026-11-22 03:02:11.123456+00')` // => '2026-11-22T03:02:11.123456Z'
 */
export function isoInstant(text: string): string {
  if (text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
  if (text.endsWith('infinity')) return text
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const own = new Map<number, (text: string) => unknown>([
  // Money is exact: a float would lose won.
  [oid.numeric, asText],
  [oid.numericArray, textArray],
  // A date is a date, not the midnight of some time zone.
  [oid.date, asText],
  [oid.dateArray, textArray],
  [oid.timestamp, asText],
  [oid.interval, asText],
  [oid.timestamptz, isoInstant],
  [oid.timestamptzArray, (text) => textArray(text).map((item) => (item === null ? null : isoInstant(item)))],
])

/** How values come back: numeric, bigint, date, ranges and uuid as text; instants as ISO text in UTC; jsonb parsed; bytea as Buffer. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && own.get(id)) || pg.types.getTypeParser(id, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
