import { decodeCursor, encodeCursor } from '#api/paging'
import { computeFigures } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { type Asking, differenceOfSides, linesOf, type Moment, momentsOf, narrowingOf, sideOfFigure } from './answer.ts'
import type { CompareAnswer, CompareQuery } from './schemas.ts'

const totals = [
  'announced_investment',
  'actual_investment',
  'announced_jobs',
  'actual_jobs',
  'project_count',
  'overdue_count',
  'reported_investment',
] as const

/** 그때와 지금: what the office answers of one day as known at one moment, beside what it answers of another, total by total and line by line. */
export async function compareAnswers(db: Db, asking: Asking, query: CompareQuery, page: { limit: number; cursor?: string }): Promise<CompareAnswer> {
  const { before, after } = momentsOf(query, asking)
  const lines = await linesOf(db, asking, query)
  const cursor = decodeCursor(page.cursor, 1)
  const begin = cursor === null ? 0 : Number(cursor[0])
  const counts = { changed: 0, added: 0, gone: 0, same: 0 }
  for (const line of lines) counts[line.change]++
  return {
    before,
    after,
    totals: await totalsOf(db, asking, query, before, after),
    counts,
    items: lines.slice(begin, begin + page.limit),
    next: begin + page.limit < lines.length ? encodeCursor([begin + page.limit]) : null,
  }
}

async function totalsOf(db: Db, asking: Asking, query: CompareQuery, before: Moment, after: Moment): Promise<CompareAnswer['totals']> {
  const { kind: _everyKind, ...parameters } = narrowingOf(query)
  if (query.kind) parameters.kind = query.kind
  const at = (moment: Moment) =>
    computeFigures(db, asking.officeId, totals, {
      ...moment,
      parameters,
      confidential: asking.confidential,
      now: asking.now,
      timeZone: asking.timeZone,
      quotes: false,
    })
  const [first, second] = [await at(before), await at(after)]
  return first.flatMap((figure, index) => {
    const [left, right] = [sideOfFigure(figure), sideOfFigure(second[index]!)]
    if (left === null && right === null) return []
    return [
      {
        formula: figure.formula,
        titleKo: figure.titleKo,
        titleEn: figure.titleEn,
        unit: figure.unit,
        before: left,
        after: right,
        difference: differenceOfSides(left, right),
      },
    ]
  })
}
