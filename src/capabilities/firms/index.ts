import type { Db } from '#store/store'
import type { RegisterFirm } from './match.ts'
import { everyFirm } from './queries/firms.ts'

/** What others may use of the register of firms. */
export { matchFirms, type RegisterFirm, type SoughtPart } from './match.ts'
export { addFirm } from './service/keep.ts'

/** 명부의 기업: every firm that the caller may see, as a chain takes it. */
export async function registerFirms(db: Db, officeId: string, confidential: boolean): Promise<RegisterFirm[]> {
  const number = (value: string | null) => (value === null ? null : Number(value))
  return (await everyFirm(db, officeId, { confidential })).map((one) => ({
    id: one.subject_id,
    name: one.name_ko,
    ksic: one.ksic,
    products: one.products,
    place: one.place,
    latitude: number(one.latitude),
    longitude: number(one.longitude),
    capacity: number(one.capacity),
    confidential: one.confidential,
    illustrative: one.illustrative,
  }))
}
