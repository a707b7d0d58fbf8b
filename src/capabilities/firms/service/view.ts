import { ksicRevisions, sectorOfKsic } from '#data/economy/ksic'
import type { FirmRow } from '../queries/firms.ts'
import type { FirmView } from '../schemas.ts'

/** A row of the register as the API gives it. */
export function firmView(row: FirmRow): FirmView {
  const sector = row.ksic === null ? null : sectorOfKsic(row.ksic, ksicRevisions[0]!)
  return {
    id: row.subject_id,
    name: row.name_ko,
    nameEn: row.name_en,
    ksic: row.ksic,
    products: row.products,
    place: row.place,
    latitude: row.latitude === null ? null : Number(row.latitude),
    longitude: row.longitude === null ? null : Number(row.longitude),
    capacity: row.capacity,
    employees: row.employees,
    source: row.source,
    sector: sector && { code: sector.code, ko: sector.ko, en: sector.en },
    confidential: row.confidential,
    illustrative: row.illustrative,
    archived: row.archived_at !== null,
    changedAt: new Date(row.changed_at).toISOString(),
    version: row.version,
  }
}
