import { type PlanLine, saying } from '#capabilities/plans/index'
import { decimal, multiply, round, toText } from '#quantity/decimal'
import type { NodeView } from './view.ts'

/** 전략의 줄: what a node hangs below and weighs, its indicators with weight, direction and base year; its progress follows from the values. */
export function linesOfNode(one: NodeView, nameOf: (id: string) => string | null): PlanLine[] {
  const subject = { id: one.id, nameKo: one.nameKo, kind: 'strategy' as const }
  const base = { subject, part: null, documentId: null }
  const actions = ['strategy.node_added', 'strategy.node_changed']
  const { progress } = one.progress
  return saying([
    {
      ...base,
      id: `term ${one.id} parent`,
      what: 'strategy.parent',
      text: one.parentId === null ? null : nameOf(one.parentId),
      told: { actions, field: 'parentId' },
    },
    { ...base, id: `term ${one.id} weight`, what: 'strategy.weight', text: one.weight, told: { actions, field: 'weight' } },
    {
      ...base,
      id: `term ${one.id} progress`,
      what: 'strategy.progress',
      text: progress === null ? null : `${toText(round(multiply(decimal(progress), decimal('100')), 1))}%`,
      told: null,
    },
    ...one.measures.flatMap((measure) => {
      const line = (what: 'weight' | 'direction' | 'baselineYear', text: string | null) => ({
        ...base,
        id: `measure ${measure.id} ${what}`,
        what: `measure.${what}`,
        part: [measure.indicator, measure.series].filter(Boolean).join(' '),
        text,
        told: {
          actions: ['strategy.measure_added', 'strategy.measure_changed', 'strategy.measure_removed'],
          of: { keys: ['measureId'], ids: [measure.id] },
          field: what,
        },
      })
      return [
        line('weight', measure.weight),
        line('direction', String(measure.direction)),
        line('baselineYear', measure.baselineYear === null ? null : String(measure.baselineYear)),
        // the values of every year, whatever day is looked at: a target of 2030 is said long before
        ...measure.progress.years.flatMap((row) =>
          (['target', 'actual'] as const).flatMap((facet) => {
            const said = row[facet]
            if (!said) return []
            const part = [measure.indicator, measure.series, row.year].filter(Boolean).join(' ')
            const amount = { value: said.value, unit: measure.unit }
            return [
              {
                ...base,
                id: `measure ${measure.id} ${facet} ${row.year}`,
                what: `measure.${facet}`,
                part,
                text: null,
                amount,
                factId: said.id,
                told: null,
              },
            ]
          }),
        ),
      ]
    }),
  ])
}
