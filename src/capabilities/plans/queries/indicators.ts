import type { Db } from '#store/store'

/** An indicator by its id. */
export interface IndicatorRow {
  readonly id: string
  readonly nameKo: string
  readonly nameEn: string
  readonly unit: string
  readonly direction: number
}

/** 지표: the office's indicators by id. */
export async function indicatorsOf(db: Db, officeId: string): Promise<Map<string, IndicatorRow>> {
  const rows = await db
    .selectFrom('indicator')
    .select(['indicator_id', 'name_ko', 'name_en', 'unit', 'direction'])
    .where('office_id', '=', officeId)
    .orderBy('ord')
    .orderBy('indicator_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.indicator_id,
      { id: row.indicator_id, nameKo: row.name_ko, nameEn: row.name_en, unit: row.unit, direction: Number(row.direction) },
    ]),
  )
}
