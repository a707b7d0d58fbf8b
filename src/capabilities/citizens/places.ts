import { notFound, ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import type { Store } from '#store/store'
import { type PlacePointRow, placePoint, putPlacePoint, removePlacePoint } from './queries/places.ts'

/** Where a place is drawn. */
export interface Point {
  north: string
  east: string
  source: string
  illustrative: boolean
}

/**
 * 자리 정하기: where the name of a place stands on the public sketch. `seen` is the version that the caller saw, 0 for none.
 *
 * @throws ProblemError 412 where somebody set it meanwhile
 */
export const setPlace = (
  store: Store,
  at: { officeId: string; by: string; now: Date },
  name: string,
  seen: (before: PlacePointRow | undefined) => void,
  point: Point,
): Promise<PlacePointRow> =>
  store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await placePoint(tx, at.officeId, name)
    seen(before)
    const row = await putPlacePoint(tx, {
      office_id: at.officeId,
      name,
      north: point.north,
      east: point.east,
      source: point.source,
      illustrative: point.illustrative,
      changed_by: at.by,
      changed_at: at.now.toISOString(),
    })
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: 'place.set',
      detail: { name, from: before ? { north: before.north, east: before.east, source: before.source } : null, to: { ...point } },
    })
    return row
  })

/** Take a place off the sketch. @throws ProblemError 404 where it has no point */
export const unsetPlace = (store: Store, at: { officeId: string; by: string }, name: string): Promise<void> =>
  store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await placePoint(tx, at.officeId, name)
    if (!before) throw notFound({ ko: '그 장소의 자리', en: 'The point of that place' })
    await removePlacePoint(tx, at.officeId, name)
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: 'place.unset',
      detail: { name, from: { north: before.north, east: before.east, source: before.source } },
    })
  })

/** What a degree may be: a decimal number inside Korea and its seas. @throws ProblemError 422 */
export function degree(path: string, text: string, from: number, to: number): string {
  const value = Number(text.trim().replace(/°$/, ''))
  if (text.trim() !== '' && Number.isFinite(value) && value >= from && value <= to) return String(value)
  throw new ProblemError(
    422,
    'invalid',
    { ko: '입력을 확인해 주세요', en: 'Please check the input' },
    { fields: [{ path, expected: `${from}부터 ${to}까지의 도 (degrees from ${from} to ${to}), such as 37.64`, got: text.slice(0, 40) }] },
  )
}
