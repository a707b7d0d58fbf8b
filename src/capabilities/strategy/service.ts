import { conflict, invalid, notFound } from '#api/problem'
import { changedMeanwhile, headOf, heldFacts, indicatorsOf, makeSubject, seeingOf, typeValues } from '#capabilities/plans/index'
import type { Reader } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import { appendJudgement } from '#store/log/judgements'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import {
  closeFacts,
  insertMeasure,
  insertNode,
  type Level,
  type MeasureRow,
  measuresOf,
  type NodeRow,
  nodesOf,
  updateMeasure,
  updateNode,
} from './queries/tree.ts'

/** What may hang below what. */
const parentLevel: Readonly<Record<Level, Level | null>> = { vision: null, strategy: 'vision', action: 'strategy' }

export interface NewNode {
  level: Level
  parentId?: string | null
  nameKo: string
  nameEn?: string | null
  note?: string | null
  weight?: string
  ord?: number
  confidential?: boolean
  /** A subject of the kind strategy that is there already (a vision that was read from a plan) and joins the tree. */
  subjectId?: string | null
}

/**
 * 마디를 더한다: a vision, a strategy below a vision, an action below a strategy.
 *
 * @throws ProblemError 404 for a parent that is not there, 422 for one of the wrong level, 409 for a subject that stands in the tree already
 */
export function addNode(store: Store, reader: Reader, by: string, input: NewNode): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const rows = await nodesOf(tx, reader.officeId)
    const parentId = input.parentId ?? null
    await checkParent(tx, reader, rows, input.level, parentId)
    if (input.subjectId && rows.some((row) => row.id === input.subjectId))
      throw conflict('in-tree', '이미 전략 나무에 있습니다', 'It stands in the tree already')
    if (input.subjectId && !(await headOf(tx, reader.officeId, input.subjectId, ['strategy'], seeingOf(reader)))) throw noNode()
    const id = input.subjectId ?? (await makeSubject(tx, reader, by, { kind: 'strategy', ...input }))
    const last = Math.max(0, ...rows.filter((row) => row.parentId === parentId).map((row) => row.ord))
    await insertNode(tx, reader.officeId, { id, level: input.level, parentId, weight: input.weight ?? '1', ord: input.ord ?? last + 10 })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'strategy.node_added',
      subjectId: id,
      detail: { level: input.level, parentId, nameKo: input.nameKo, weight: input.weight ?? '1' },
    })
    return id
  })
}

/** 마디를 고친다: its weight, its place among its siblings, what it hangs below. @throws ProblemError 404, 412, 422 */
export function changeNode(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  version: number,
  change: { weight?: string | undefined; ord?: number | undefined; parentId?: string | undefined },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const rows = await nodesOf(tx, reader.officeId)
    const before = await neededNode(tx, reader, rows, id)
    if (change.parentId !== undefined) await checkParent(tx, reader, rows, before.level, change.parentId)
    if (!(await updateNode(tx, reader.officeId, id, version, change))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'strategy.node_changed',
      subjectId: id,
      detail: { from: { weight: before.weight, ord: before.ord, parentId: before.parentId }, to: change as Json },
    })
  })
}

/** 지표를 건다: an indicator of the office on a node, once a part. @throws ProblemError 404, 422 for an unknown indicator or one without a direction, 409 */
export function addMeasure(
  store: Store,
  reader: Reader,
  by: string,
  nodeId: string,
  input: { indicator: string; series: string; weight: string; direction: 1 | -1 | null; baselineYear: number | null },
): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededNode(tx, reader, await nodesOf(tx, reader.officeId), nodeId)
    const indicators = await indicatorsOf(tx, reader.officeId)
    const indicator = indicators.get(input.indicator)
    if (!indicator) {
      const ids = [...indicators.keys()].join(', ')
      throw invalid('json.indicator', { ko: `지표 가운데 하나: ${ids}`, en: `one of the indicators: ${ids}` }, input.indicator)
    }
    if (indicator.direction === 0 && input.direction === null)
      throw invalid(
        'json.direction',
        {
          ko: '이 지표는 큰 쪽이 나은지 작은 쪽이 나은지 정해져 있지 않습니다: 1 또는 -1',
          en: 'this indicator has no direction of its own: 1 (more is better) or -1 (less is better)',
        },
        'null',
      )
    const there = await measuresOf(tx, reader.officeId, [nodeId])
    if (there.some((one) => one.indicator === input.indicator && one.series === input.series))
      throw conflict('measure-there', '이미 걸려 있는 지표입니다', 'The indicator is on this node already')
    const id = await insertMeasure(tx, reader.officeId, { nodeId, ...input })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'strategy.measure_added', subjectId: nodeId, detail: { measureId: id, ...input } })
    return id
  })
}

/** 지표를 고치거나 뗀다: its facts stay. @throws ProblemError 404, 412 */
export function changeMeasure(
  store: Store,
  reader: Reader,
  by: string,
  measureId: string,
  version: number,
  change: Parameters<typeof updateMeasure>[4],
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const measure = await neededMeasure(tx, reader, measureId)
    if (!(await updateMeasure(tx, reader.officeId, measureId, version, change))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: change.removed ? 'strategy.measure_removed' : 'strategy.measure_changed',
      subjectId: measure.nodeId,
      detail: { measureId, from: { weight: measure.weight, direction: measure.direction, baselineYear: measure.baselineYear }, to: change as Json },
    })
  })
}

/**
 * 연도 값을 적는다: the target or the actual of a year, as an own statement with its claim and fact; null empties the cell (the fact closes, that it was held stays known).
 * Progress is never typed: it follows.
 *
 * @returns the judgement, to take it back; null where nothing changed
 */
export function typeYear(
  store: Store,
  reader: Reader,
  by: string,
  measureId: string,
  cell: { year: number; facet: 'target' | 'actual'; value: string | null; reason: string | null },
): Promise<{ judgementId: string | null }> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const measure = await neededMeasure(tx, reader, measureId)
    const head = (await headOf(tx, reader.officeId, measure.nodeId, ['strategy'], seeingOf(reader)))!
    const unit = (await indicatorsOf(tx, reader.officeId)).get(measure.indicator)!.unit
    const { judgementId } =
      cell.value === null
        ? await emptyCell(tx, reader, by, measure, cell)
        : await typeValues(
            tx,
            reader,
            by,
            head,
            [{ indicator: measure.indicator, facet: cell.facet, series: measure.series, value: cell.value, unit, year: cell.year }],
            cell.reason,
          )
    if (judgementId !== null)
      await appendAudit(tx, reader.officeId, {
        actor: by,
        action: 'strategy.value_typed',
        subjectId: measure.nodeId,
        detail: {
          measureId,
          indicator: measure.indicator,
          series: measure.series,
          year: cell.year,
          facet: cell.facet,
          value: cell.value,
          judgementId,
        },
      })
    return { judgementId }
  })
}

async function emptyCell(tx: Tx, reader: Reader, by: string, measure: MeasureRow, cell: { year: number; facet: string; reason: string | null }) {
  const facts = await heldFacts(tx, reader.officeId, [measure.nodeId], seeingOf(reader), [measure.indicator])
  const closed = facts
    .filter((one) => one.facet === cell.facet && one.series === measure.series && one.period.from?.startsWith(`${cell.year}-`))
    .map((one) => one.factId)
  if (closed.length === 0) return { judgementId: null }
  const judgementId = await appendJudgement(tx, reader.officeId, {
    kind: 'edit',
    subjectA: measure.nodeId,
    reason: cell.reason,
    detail: { origin: 'portfolio', closed },
    madeBy: by,
  })
  await closeFacts(tx, reader.officeId, closed)
  return { judgementId }
}

const noNode = () => notFound({ ko: '전략 마디', en: 'The node of the strategy' })

async function neededNode(tx: Tx, reader: Reader, rows: readonly NodeRow[], id: string): Promise<NodeRow> {
  const row = rows.find((one) => one.id === id)
  if (!row || !(await headOf(tx, reader.officeId, id, ['strategy'], seeingOf(reader)))) throw noNode()
  return row
}

async function neededMeasure(tx: Tx, reader: Reader, id: string): Promise<MeasureRow> {
  const rows = await nodesOf(tx, reader.officeId)
  const measure = (
    await measuresOf(
      tx,
      reader.officeId,
      rows.map((row) => row.id),
    )
  ).find((one) => one.id === id)
  if (!measure) throw notFound({ ko: '지표', en: 'The indicator' })
  await neededNode(tx, reader, rows, measure.nodeId)
  return measure
}

async function checkParent(tx: Tx, reader: Reader, rows: readonly NodeRow[], level: Level, parentId: string | null): Promise<void> {
  const wanted = parentLevel[level]
  if (wanted === null) {
    if (parentId !== null)
      throw invalid('json.parentId', { ko: '비전은 무엇 아래에도 달리지 않습니다', en: 'nothing: a vision stands at the top' }, parentId)
    return
  }
  const parent = parentId === null ? undefined : rows.find((row) => row.id === parentId)
  if (parentId !== null && (!parent || !(await headOf(tx, reader.officeId, parentId, ['strategy'], seeingOf(reader))))) throw noNode()
  if (parent?.level !== wanted) {
    const words = { vision: '비전', strategy: '전략', action: '과제' }
    throw invalid('json.parentId', { ko: `${words[level]}가 달릴 ${words[wanted]}`, en: `the ${wanted} above this ${level}` }, parentId ?? 'null')
  }
}
