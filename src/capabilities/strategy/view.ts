import { type Head, type HeldFact, headsOf, heldFacts, type IndicatorRow, indicatorsOf, type Seeing } from '#capabilities/plans/index'
import { type MeasureProgress, measureProgress, type NodeProgress, nodeProgress, type YearValue } from '#engines/accounting/strategy-progress'
import type { Db } from '#store/store'
import { type Level, type MeasureRow, measuresOf, type NodeRow, nodesOf } from './queries/tree.ts'

/** 지표 with its values by year and what follows from them. */
export interface MeasureView {
  readonly id: string
  readonly indicator: string
  readonly nameKo: string
  readonly nameEn: string
  readonly unit: string
  readonly series: string
  readonly weight: string
  /** 1: more is better, -1: less is better, 0: nobody has said, so there is no progress. */
  readonly direction: number
  readonly baselineYear: number | null
  readonly baseline: YearValue | null
  readonly progress: MeasureProgress
  /** The facts behind every target and actual, with their sentences. */
  readonly facts: readonly HeldFact[]
  readonly version: number
}

/** 마디: a vision, a strategy or an action with its indicators, its progress and what is below it. */
export interface NodeView extends Pick<Head, 'id' | 'nameKo' | 'nameEn' | 'note' | 'illustrative' | 'confidential' | 'owner'> {
  readonly level: Level
  readonly parentId: string | null
  readonly weight: string
  readonly ord: number
  /** Of the node and of its subject together. */
  readonly version: number
  readonly nodeVersion: number
  readonly measures: readonly MeasureView[]
  /** Components are its own indicators and the nodes below it. */
  readonly progress: NodeProgress
  readonly children: readonly NodeView[]
}

/** 전략 나무: the tree as one may see it, at the clocks of the look, with progress by the year of `today`. What hangs below a node that is held back is held back with it. */
export async function treeOf(db: Db, officeId: string, seeing: Seeing, today: string): Promise<NodeView[]> {
  const rows = await nodesOf(db, officeId, seeing)
  const ids = rows.map((row) => row.id)
  const heads = new Map((ids.length === 0 ? [] : await headsOf(db, officeId, { kinds: ['strategy'], ids, seeing })).map((one) => [one.id, one]))
  const measures = await measuresOf(db, officeId, ids, seeing)
  const facts = await heldFacts(db, officeId, [...heads.keys()], seeing)
  const indicators = await indicatorsOf(db, officeId)
  const year = Number(today.slice(0, 4))
  const below = (parentId: string | null): NodeView[] =>
    rows
      .filter((row) => row.parentId === parentId && heads.has(row.id))
      .map((row) => {
        const own = measures.filter((one) => one.nodeId === row.id).map((one) => measureView(one, facts, indicators, year))
        return nodeView(row, heads.get(row.id)!, own, below(row.id))
      })
  return below(null)
}

function nodeView(row: NodeRow, head: Head, measures: readonly MeasureView[], children: readonly NodeView[]): NodeView {
  return {
    id: head.id,
    nameKo: head.nameKo,
    nameEn: head.nameEn,
    note: head.note,
    illustrative: head.illustrative,
    confidential: head.confidential,
    owner: head.owner,
    level: row.level,
    parentId: row.parentId,
    weight: row.weight,
    ord: row.ord,
    version: row.version + head.version,
    nodeVersion: row.version,
    measures,
    progress: nodeProgress([
      ...measures.map((one) => ({ id: one.id, weight: one.weight, progress: one.progress.progress })),
      ...children.map((one) => ({ id: one.id, weight: one.weight, progress: one.progress.progress })),
    ]),
    children,
  }
}

function measureView(row: MeasureRow, facts: readonly HeldFact[], indicators: ReadonlyMap<string, IndicatorRow>, year: number): MeasureView {
  const indicator = indicators.get(row.indicator)
  const unit = indicator?.unit ?? ''
  const own = facts.filter(
    (one) =>
      one.subjectId === row.nodeId &&
      one.indicator === row.indicator &&
      one.series === row.series &&
      one.unit === unit &&
      (one.facet === 'target' || one.facet === 'actual') &&
      yearOf(one) !== null,
  )
  const values = (facet: 'target' | 'actual'): YearValue[] =>
    own.filter((one) => one.facet === facet).map((one) => ({ year: yearOf(one)!, value: one.value, id: one.factId }))
  const direction = row.direction ?? indicator?.direction ?? 0
  const baseline = row.baselineYear === null ? null : (values('actual').find((one) => one.year === row.baselineYear) ?? null)
  const worked = measureProgress({ direction: direction === -1 ? -1 : 1, baseline, targets: values('target'), actuals: values('actual') }, year)
  return {
    id: row.id,
    indicator: row.indicator,
    nameKo: indicator?.nameKo ?? row.indicator,
    nameEn: indicator?.nameEn ?? row.indicator,
    unit,
    series: row.series,
    weight: row.weight,
    direction,
    baselineYear: row.baselineYear,
    baseline,
    progress: direction === 0 ? { ...worked, progress: null, years: worked.years.map((one) => ({ ...one, attainment: null })) } : worked,
    facts: own,
    version: row.version,
  }
}

/** The year that a value belongs to: the one in which its period begins; a value without a period belongs to none. */
const yearOf = (fact: HeldFact): number | null => (fact.period.from === null ? null : Number(fact.period.from.slice(0, 4)))

/** Every node of a tree, parents first. */
export const flatten = (nodes: readonly NodeView[]): NodeView[] => nodes.flatMap((one) => [one, ...flatten(one.children)])
