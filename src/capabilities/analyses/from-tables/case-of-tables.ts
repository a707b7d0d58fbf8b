import { z } from '@hono/zod-openapi'
import { invalid } from '#api/problem'
import { employmentOf, flowsOf } from '#capabilities/economy/index'
import { Id } from '#record/scalars'
import type { Db } from '#store/store'
import type { AnalysisCase } from '../cases.ts'
import { chainOfTable } from './chain-of-table.ts'
import { structureOfTables } from './structure-of-tables.ts'

const Region = z.string().trim().min(1).max(200)
const more = { name: z.string().trim().max(300).optional(), confidential: z.boolean().default(false) }

/** What is asked of imported tables: which, of which region. */
export const FromTables = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('structure'),
      tables: z.array(Id).min(1).max(60).openapi({ description: 'Employment tables, one a year' }),
      region: Region,
      nation: Region.nullish().openapi({ description: 'The whole; without it 전국 or 합계 of the table, else all regions together' }),
      level: z.enum(['code', 'sector', 'section']).default('code').openapi({ description: 'By the codes of the table, the 33 sectors, or sections' }),
      absentIsZero: z.boolean().default(false).openapi({ description: 'Whether a region without a row of an industry has nobody there' }),
      ...more,
    }),
    z.object({
      kind: z.literal('chain'),
      table: Id.describe('A table of flows'),
      core: z
        .array(z.object({ sector: z.string().max(200), amount: z.number().finite() }))
        .min(1)
        .max(50)
        .openapi({ description: 'What the cluster makes a year, in 억원, by sector of the table' }),
      employment: z.object({ table: Id, region: Region, nation: Region.nullish() }).nullish(),
      ...more,
    }),
  ])
  .openapi('AnalysisFromTables')
export type FromTables = z.infer<typeof FromTables>

/**
 * 들인 표로 분석: the case that imported tables are, with their names and hashes.
 * @throws ProblemError 404 for a table that is not there, EconomyError for what cannot be worked out
 */
export async function caseOfTables(db: Db, officeId: string, asked: FromTables): Promise<AnalysisCase> {
  if (asked.kind === 'structure') {
    if (new Set(asked.tables).size < asked.tables.length)
      throw invalid('tables', { ko: '표마다 한 번씩', en: 'each table once' }, asked.tables.join(', '))
    const given = []
    for (const id of asked.tables) given.push(await employmentOf(db, officeId, id))
    return structureOfTables(given, asked)
  }
  const { row, table } = await flowsOf(db, officeId, asked.table)
  const employment = asked.employment && { ...(await employmentOf(db, officeId, asked.employment.table)), ...asked.employment }
  return chainOfTable({ row, table, core: asked.core, employment: employment ?? null, name: asked.name })
}
