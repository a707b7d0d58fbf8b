import { sql } from 'kysely'
import type { Clocks } from '#capabilities/plans/index'
import { newId } from '#store/log/ids'
import { keepPast, knownNow, rowsAt } from '#store/log/past'
import type { Db, Tx } from '#store/store'

export type Level = 'vision' | 'strategy' | 'action'

/** A node of the tree as it is kept. */
export interface NodeRow {
  id: string
  level: Level
  parentId: string | null
  weight: string
  ord: number
  version: number
}

/** An indicator of a node as it is kept. */
export interface MeasureRow {
  id: string
  nodeId: string
  indicator: string
  series: string
  weight: string
  direction: 1 | -1 | null
  baselineYear: number | null
  version: number
}

/** Every node of the office as the tree stood at the clock, parents before children, by order. */
export async function nodesOf(db: Db, officeId: string, { knownOn = null }: Clocks = {}): Promise<NodeRow[]> {
  const { rows } = await sql<{ subject_id: string; level: Level; parent_id: string | null; weight: string; ord: number; version: number }>`
    select t.* from ${rowsAt(officeId, 'strategy_node', knownOn)} t
    where t.office_id = ${officeId}::uuid
    order by case t.level when 'vision' then 0 when 'strategy' then 1 else 2 end, t.ord, t.subject_id`.execute(db)
  return rows.map((row) => ({
    id: row.subject_id,
    level: row.level,
    parentId: row.parent_id,
    weight: row.weight,
    ord: row.ord,
    version: knownOn === null ? row.version : 0,
  }))
}

/** Every indicator of these nodes that stood at the clock. */
export async function measuresOf(db: Db, officeId: string, nodeIds: readonly string[], { knownOn = null }: Clocks = {}): Promise<MeasureRow[]> {
  if (nodeIds.length === 0) return []
  const { rows } = await sql<{
    measure_id: string
    subject_id: string
    indicator_id: string
    series: string
    weight: string
    direction: 1 | -1 | null
    baseline_year: number | null
    version: number
  }>`
    select t.* from ${rowsAt(officeId, 'strategy_measure', knownOn)} t
    where t.office_id = ${officeId}::uuid and t.subject_id = any(${[...nodeIds]}::uuid[]) and t.removed_at is null
    order by t.indicator_id, t.series, t.measure_id`.execute(db)
  return rows.map((row) => ({
    id: row.measure_id,
    nodeId: row.subject_id,
    indicator: row.indicator_id,
    series: row.series,
    weight: row.weight,
    direction: row.direction,
    baselineYear: row.baseline_year,
    version: knownOn === null ? row.version : 0,
  }))
}

export async function insertNode(tx: Tx, officeId: string, node: Omit<NodeRow, 'version'>): Promise<void> {
  await tx
    .insertInto('strategy_node')
    .values({ office_id: officeId, subject_id: node.id, level: node.level, parent_id: node.parentId, weight: node.weight, ord: node.ord })
    .execute()
}

/** Change a node of a known version; false where somebody changed it since. */
export async function updateNode(
  tx: Tx,
  officeId: string,
  id: string,
  version: number,
  change: { weight?: string | undefined; ord?: number | undefined; parentId?: string | undefined },
): Promise<boolean> {
  await keepPast(tx, officeId, 'strategy_node', sql`t.subject_id = ${id}::uuid and t.version = ${version}`)
  const { numUpdatedRows } = await tx
    .updateTable('strategy_node')
    .set({
      ...(change.weight === undefined ? {} : { weight: change.weight }),
      ...(change.ord === undefined ? {} : { ord: change.ord }),
      ...(change.parentId === undefined ? {} : { parent_id: change.parentId }),
      version: version + 1,
      known_from: knownNow,
    })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertMeasure(tx: Tx, officeId: string, measure: Omit<MeasureRow, 'id' | 'version'>): Promise<string> {
  const id = newId()
  await tx
    .insertInto('strategy_measure')
    .values({
      office_id: officeId,
      measure_id: id,
      subject_id: measure.nodeId,
      indicator_id: measure.indicator,
      series: measure.series,
      weight: measure.weight,
      direction: measure.direction,
      baseline_year: measure.baselineYear,
    })
    .execute()
  return id
}

/** Change or remove an indicator of a known version; its facts stay. False where somebody changed it since. */
export async function updateMeasure(
  tx: Tx,
  officeId: string,
  id: string,
  version: number,
  change: { weight?: string | undefined; direction?: 1 | -1 | null | undefined; baselineYear?: number | null | undefined; removed?: true },
): Promise<boolean> {
  await keepPast(tx, officeId, 'strategy_measure', sql`t.measure_id = ${id}::uuid and t.version = ${version} and t.removed_at is null`)
  const { numUpdatedRows } = await tx
    .updateTable('strategy_measure')
    .set({
      ...(change.weight === undefined ? {} : { weight: change.weight }),
      ...(change.direction === undefined ? {} : { direction: change.direction }),
      ...(change.baselineYear === undefined ? {} : { baseline_year: change.baselineYear }),
      ...(change.removed ? { removed_at: sql<string>`now()` } : {}),
      version: version + 1,
      known_from: knownNow,
    })
    .where('office_id', '=', officeId)
    .where('measure_id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Facts of a series and year that are closed because the cell was emptied: that they were held stays known. */
export async function closeFacts(tx: Tx, officeId: string, factIds: readonly string[]): Promise<void> {
  if (factIds.length === 0) return
  await tx
    .updateTable('fact')
    .set({ recorded: sql<string>`tstzrange(lower(recorded), greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond'))` })
    .where('office_id', '=', officeId)
    .where('fact_id', 'in', factIds)
    .where(sql<boolean>`upper_inf(recorded)`)
    .execute()
}
