import { z } from '@hono/zod-openapi'
import { tableIds } from '#engines/interchange/tables'
import { Day, Id, Instant } from '#record/scalars'

const text = (max: number) => z.string().max(max)

/** What a download is narrowed by, as the list of projects is. */
export const ExportQuery = z.object({
  format: z.enum(['xlsx', 'csv', 'dictionary', 'oc4ids', 'sdmx', 'ftm']).default('xlsx'),
  table: z.enum(tableIds).default('projects').openapi({ description: 'Which table, for CSV: a CSV file holds one' }),
  kind: z
    .string()
    .regex(/^[a-z_,]+$/)
    .max(200)
    .optional()
    .openapi({ description: 'Kinds with commas; all of them unless told' }),
  stage: text(400).optional(),
  phase: text(100).optional(),
  place: text(400).optional(),
  industry: text(400).optional(),
  team: text(400).optional(),
  owner: text(1000).optional(),
  subject: text(8000).optional(),
  q: text(200).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  archived: z.enum(['true', 'false']).optional().openapi({ description: 'true: the table of projects lists those that were put away, too' }),
  asOf: Day.optional().openapi({ description: 'True on this day' }),
  knownOn: Instant.optional().openapi({ description: 'As known at this instant' }),
})
export type ExportQuery = z.output<typeof ExportQuery>

/** A sentence in both languages. */
export const BothWords = z.object({ ko: z.string(), en: z.string() })

export const ImportState = z.enum(['checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'refused', 'failed', 'cancelled'])

export const ImportRun = z
  .object({
    id: Id,
    fileName: z.string(),
    format: z.enum(['xlsx', 'csv']).nullable(),
    size: z.number().int(),
    sha256: z.string(),
    state: ImportState,
    /** The work that is under way: how many rows of how many. */
    progress: z.number().int(),
    total: z.number().int().nullable(),
    refusal: BothWords.nullable(),
    warnings: z.array(BothWords),
    rows: z.number().int(),
    unchanged: z.number().int(),
    conflictsTaken: z.enum(['keep', 'replace']),
    reason: z.string().nullable(),
    madeBy: z.string().nullable(),
    madeAt: Instant,
    appliedBy: z.string().nullable(),
    appliedAt: Instant.nullable(),
    undoneBy: z.string().nullable(),
    undoneAt: Instant.nullable(),
    counts: z.object({
      changes: z.number().int().openapi({ description: 'Cells that change' }),
      additions: z.number().int().openapi({ description: 'Rows that are added' }),
      conflicts: z.number().int().openapi({ description: 'Cells that somebody changed meanwhile' }),
      errors: z.number().int().openapi({ description: 'Rows that cannot be taken' }),
      applied: z.number().int(),
      left: z.number().int(),
      kept: z.number().int().openapi({ description: 'Not taken back, because somebody changed it again since' }),
    }),
    before: z.array(z.object({ id: Id, at: z.string() })).openapi({ description: 'Imports of the very same file that stand' }),
  })
  .openapi('ImportRun')
export type ImportRun = z.infer<typeof ImportRun>

export const ImportChange = z
  .object({
    ord: z.number().int(),
    kind: z.enum(['change', 'addition', 'conflict', 'error']),
    table: z.enum(tableIds),
    sheet: z.string(),
    row: z.number().int(),
    column: z.string().nullable(),
    columnName: BothWords.nullable(),
    cell: z.string().nullable(),
    recordId: Id.nullable(),
    subjectId: Id.nullable(),
    subjectName: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    unit: z.string().nullable(),
    heldBy: z.string().nullable().openapi({ description: 'Who set what stands there now' }),
    heldSince: Instant.nullable(),
    /** Of a row that cannot be taken: what was expected, and what to do. */
    expected: BothWords.nullable(),
    todo: BothWords.nullable(),
    /** Of an added row: its cells. */
    cells: z.array(z.object({ column: z.string(), cell: z.string(), after: z.string().nullable() })),
    state: z.enum(['planned', 'applied', 'left', 'undone', 'kept']),
  })
  .openapi('ImportChange')
export type ImportChange = z.infer<typeof ImportChange>

export const ApplyOrder = z
  .object({
    conflicts: z
      .enum(['keep', 'replace'])
      .default('keep')
      .openapi({ description: 'Cells that somebody changed meanwhile: keep theirs, or replace them by the file' }),
    reason: text(2000).nullable().default(null),
  })
  .openapi('ImportApplyOrder')

export const InterchangeSettings = z
  .object({
    oc4idsPrefix: z.string(),
    registered: z.boolean().openapi({ description: 'Whether the office entered it; else it is a stand-in that is not registered' }),
  })
  .openapi('InterchangeSettings')
