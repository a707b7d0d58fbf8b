import { decodeCursor, encodeCursor } from '#api/paging'
import { formulaOf } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { type Asking, type BothLedgers, ledgersOf, linesOf, momentsOf, narrowingOf } from './answer.ts'
import type { CompareAnswer, CompareQuery } from './schemas.ts'
import { differenceOfSides, sideOfValue } from './sides.ts'

const totals = [
  'announced_investment',
  'contracted_investment',
  'actual_investment',
  'notified_foreign_investment',
  'arrived_foreign_investment',
  'announced_jobs',
  'actual_jobs',
  'project_count',
  'overdue_count',
  'reported_investment',
] as const

/** 그때와 지금: what the office answers of one day as known at one moment, beside what it answers of another, total by total and line by line. */
export async function compareAnswers(db: Db, asking: Asking, query: CompareQuery, page: { limit: number; cursor?: string }): Promise<CompareAnswer> {
  const ledgers = await ledgersOf(db, asking, query)
  const lines = await linesOf(db, asking, query, ledgers)
  const cursor = decodeCursor(page.cursor, 1)
  const begin = cursor === null ? 0 : Number(cursor[0])
  const counts = { changed: 0, added: 0, gone: 0, same: 0 }
  for (const line of lines) counts[line.change]++
  return {
    ...momentsOf(query, asking),
    totals: totalsOf(ledgers, query),
    counts,
    items: lines.slice(begin, begin + page.limit),
    next: begin + page.limit < lines.length ? encodeCursor([begin + page.limit]) : null,
  }
}

/** The formulas of the portfolio over the two ledgers: the same numbers as /figures gives at these clocks. */
function totalsOf({ left, right }: BothLedgers, query: CompareQuery): CompareAnswer['totals'] {
  const { kind: _everyKind, ...parameters } = narrowingOf(query)
  if (query.kind) parameters.kind = query.kind
  return totals.flatMap((id) => {
    const formula = formulaOf(id)!
    const own = Object.fromEntries(Object.entries(parameters).filter(([name]) => formula.parameters.includes(name)))
    const before = sideOfValue(formula.work(left, own).value, formula.unit)
    const after = sideOfValue(formula.work(right, own).value, formula.unit)
    if (before === null && after === null) return []
    return [
      {
        formula: id,
        titleKo: formula.titleKo,
        titleEn: formula.titleEn,
        unit: formula.unit,
        before,
        after,
        difference: differenceOfSides(before, after),
      },
    ]
  })
}
