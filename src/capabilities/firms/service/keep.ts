import { conflict, invalid, notFound, ProblemError } from '#api/problem'
import { ensureOrganisation } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import type { Store, Tx } from '#store/store'
import { changeFirm, type FirmRow, firmById, hideOrganisation, insertFirm, renameOrganisation } from '../queries/firms.ts'
import type { FirmChange, NewFirm } from '../schemas.ts'

/** Who keeps the register. */
export interface Keeper {
  readonly store: Store
  readonly officeId: string
  readonly by: string
  readonly now: Date
  readonly confidential: boolean
}

/** KSIC digits without the letter of the section: C2611 is 2611. */
export const ksicDigits = (code: string | null): string | null => (code === null ? null : code.replace(/^[A-U]/, ''))

const place = (of: { latitude?: number | null; longitude?: number | null }): void => {
  if (((of.latitude ?? null) === null) !== ((of.longitude ?? null) === null))
    throw invalid('latitude', { ko: '위도와 경도는 함께 적어 주세요', en: 'latitude and longitude together' })
}

/** 기업 넣기: the organisation of this name (found by its name, or made) becomes a firm of the register. The caller's transaction and audit entry. */
export async function addFirm(tx: Tx, officeId: string, by: string, firm: NewFirm): Promise<string> {
  place(firm)
  const id = await ensureOrganisation(tx, officeId, firm.name, by)
  if (await firmById(tx, officeId, id, true))
    throw conflict('in-register', '이미 명부에 있는 기업입니다. 그 기업을 고쳐 주세요', 'The firm is in the register already: change it there')
  if (firm.nameEn) await renameOrganisation(tx, officeId, id, { name_en: firm.nameEn })
  if (firm.confidential) await hideOrganisation(tx, officeId, id)
  await insertFirm(tx, {
    office_id: officeId,
    subject_id: id,
    ksic: ksicDigits(firm.ksic),
    products: firm.products,
    place: firm.place,
    latitude: firm.latitude === null ? null : String(firm.latitude),
    longitude: firm.longitude === null ? null : String(firm.longitude),
    capacity: firm.capacity,
    employees: firm.employees,
    source: firm.source,
    archived_at: null,
    created_by: by,
    changed_by: by,
  })
  return id
}

/** 기업 하나 넣기, with its audit entry. @throws ProblemError 409 where it is in the register already */
export const keepFirm = (at: Keeper, firm: NewFirm): Promise<string> =>
  at.store.inOffice(at.officeId, at.by, async (tx) => {
    const id = await addFirm(tx, at.officeId, at.by, firm)
    await appendAudit(tx, at.officeId, { actor: at.by, action: 'firm.add', subjectId: id, detail: { name: firm.name } })
    return id
  })

/** What changes of a row; undefined where nothing does. The caller's transaction and audit entry. */
export async function applyChange(tx: Tx, at: Pick<Keeper, 'officeId' | 'by' | 'now'>, before: FirmRow, to: FirmChange): Promise<void> {
  const after = {
    latitude: to.latitude === undefined ? (before.latitude === null ? null : Number(before.latitude)) : to.latitude,
    longitude: to.longitude === undefined ? (before.longitude === null ? null : Number(before.longitude)) : to.longitude,
  }
  place(after)
  if (to.name !== undefined || to.nameEn !== undefined)
    await renameOrganisation(tx, at.officeId, before.subject_id, {
      ...(to.name === undefined ? {} : { name_ko: to.name.normalize('NFC') }),
      ...(to.nameEn === undefined ? {} : { name_en: to.nameEn }),
    })
  const text = (value: number | null) => (value === null ? null : String(value))
  const done = await changeFirm(tx, at.officeId, before.subject_id, before.version, {
    ...(to.ksic === undefined ? {} : { ksic: ksicDigits(to.ksic) }),
    ...(to.products === undefined ? {} : { products: to.products }),
    ...(to.place === undefined ? {} : { place: to.place }),
    latitude: text(after.latitude),
    longitude: text(after.longitude),
    ...(to.capacity === undefined ? {} : { capacity: to.capacity }),
    ...(to.employees === undefined ? {} : { employees: to.employees }),
    ...(to.source === undefined ? {} : { source: to.source }),
    ...(to.archived === undefined ? {} : { archived_at: to.archived ? at.now.toISOString() : null }),
    changed_by: at.by,
    changed_at: at.now.toISOString(),
  })
  if (!done) throw new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' })
}

/** 기업 고치기. @throws ProblemError 404, 412 */
export const editFirm = (at: Keeper, id: string, seen: (version: number) => void, to: FirmChange): Promise<void> =>
  at.store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await firmById(tx, at.officeId, id, at.confidential)
    if (!before) throw notFound({ ko: '기업', en: 'The firm' })
    seen(before.version)
    await applyChange(tx, at, before, to)
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: to.archived === undefined ? 'firm.change' : to.archived ? 'firm.archive' : 'firm.restore',
      subjectId: id,
      detail: { name: before.name_ko, fields: Object.keys(to) },
    })
  })
