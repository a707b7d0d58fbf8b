import type { Out } from '#capabilities/portfolio/index'
import type { NodeView } from './view.ts'
import { flatten } from './view.ts'

const levels = { vision: '비전', strategy: '전략', action: '과제' } as const
const states = { measured: '측정함', not_measured: '측정 안 됨', open: '아직 아님', no_target: '목표 없음' } as const
const number = (value: string | null | undefined): Out => (value === null || value === undefined ? null : { number: value })

/** One row a year of every indicator, the heading first; a node without an indicator is a row of its own. */
export function rowsForCsv(tree: readonly NodeView[]): Out[][] {
  const words = (text: string): Out => ({ text })
  const head = [
    '갈래',
    '이름',
    '마디 비중',
    '마디 진척',
    '지표',
    '부분',
    '단위',
    '지표 비중',
    '해',
    '목표',
    '실적',
    '달성도',
    '상태',
    '마디 번호',
    '지표 번호',
  ]
  return [
    head.map(words),
    ...flatten(tree).flatMap((node) => {
      const first: Out[] = [words(levels[node.level]), words(node.nameKo), number(node.weight), number(node.progress.progress)]
      if (node.measures.length === 0) return [[...first, null, null, null, null, null, null, null, null, null, words(node.id), null]]
      return node.measures.flatMap((measure) => {
        const own: Out[] = [words(measure.nameKo), words(measure.series), words(measure.unit), number(measure.weight)]
        const last: Out[] = [words(node.id), words(measure.id)]
        if (measure.progress.years.length === 0) return [[...first, ...own, null, null, null, null, words(states.no_target), ...last]]
        return measure.progress.years.map((one) => [
          ...first,
          ...own,
          { number: String(one.year) },
          number(one.target?.value),
          number(one.actual?.value),
          number(one.attainment),
          words(states[one.state]),
          ...last,
        ])
      })
    }),
  ]
}
