import type { HeldFact } from '#capabilities/plans/index'
import type { MeasureProgress, NodeProgress } from '#engines/accounting/strategy-progress'
import type { Db } from '#store/store'
import { type NodeView, treeOf } from './view.ts'

/** The names and versions of the formulas behind the numbers of a public strategy page. */
export const strategyFormulas = {
  attainment: { formula: 'strategy_attainment', version: 1 },
  progress: { formula: 'strategy_progress', version: 1 },
} as const

/** 공개 마디: a node as the public reads it, with its indicators, their facts and sentences. */
export interface PublicStrategyNode {
  readonly subjectId: string
  readonly level: NodeView['level']
  readonly nameKo: string
  readonly nameEn: string | null
  readonly illustrative: boolean
  readonly weight: string
  readonly progress: NodeProgress
  readonly measures: readonly {
    readonly id: string
    readonly indicator: string
    readonly nameKo: string
    readonly nameEn: string
    readonly unit: string
    readonly series: string
    readonly weight: string
    readonly direction: number
    readonly baselineYear: number | null
    readonly progress: MeasureProgress
    readonly facts: readonly HeldFact[]
  }[]
  readonly children: readonly PublicStrategyNode[]
}

/** 공개 전략 나무: what public pages may say on a day; progress is worked out from that alone, so that nothing held back can be read out of it. */
export async function publicStrategy(
  db: Db,
  officeId: string,
  today: string,
  /** Only these visions, such as those whose page was published. */
  only?: readonly string[],
): Promise<{ readonly formulas: typeof strategyFormulas; readonly visions: readonly PublicStrategyNode[] }> {
  const tree = await treeOf(db, officeId, { kind: 'public', today }, today)
  return { formulas: strategyFormulas, visions: tree.filter((one) => only === undefined || only.includes(one.id)).map(shown) }
}

const shown = (one: NodeView): PublicStrategyNode => ({
  subjectId: one.id,
  level: one.level,
  nameKo: one.nameKo,
  nameEn: one.nameEn,
  illustrative: one.illustrative,
  weight: one.weight,
  progress: one.progress,
  measures: one.measures.map(({ version: _version, baseline: _baseline, ...measure }) => measure),
  children: one.children.map(shown),
})
