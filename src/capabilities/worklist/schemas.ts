import { z } from '@hono/zod-openapi'
import { workRules } from '#engines/accounting/worklist'
import { Bound, Day, DecimalText, Id } from '#record/scalars'
import { WorklistSettings } from './settings.ts'

export const WorkRuleName = z.enum(workRules)

/** Money that opens down to its sentences by its formula. */
export const Stake = z.object({
  formula: z.string(),
  parameters: z.record(z.string(), z.string()),
  value: DecimalText,
  valueMax: DecimalText.nullable(),
  bound: Bound.nullable(),
  approximate: z.boolean(),
  unit: z.string(),
})
export type Stake = z.infer<typeof Stake>

export const WorkItemView = z
  .object({
    id: z.string(),
    rule: WorkRuleName,
    subject: z.object({ id: Id, nameKo: z.string(), nameEn: z.string().nullable(), kind: z.string(), stage: z.string().nullable() }).nullable(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    team: z.string().nullable(),
    dueOn: Day.nullable(),
    /** Days past (more than 0) or to go (less than 0). */
    days: z.number().int().nullable(),
    /** What the office announced for the subject; null where nothing is disclosed. */
    atStake: Stake.nullable(),
    task: z.object({ id: Id, kind: z.enum(['task', 'milestone', 'obligation']), title: z.string(), version: z.number().int() }).nullable(),
    /** What falls due outside the tasks of projects, with where the console shows it. */
    due: z
      .object({
        kind: z.enum(['pledge', 'measure', 'agreement', 'obligation', 'award_check']),
        titleKo: z.string(),
        titleEn: z.string(),
        to: z.string(),
      })
      .nullable(),
    step: z.object({ to: z.string(), ko: z.string(), en: z.string(), ruleId: z.string(), source: z.string().nullable() }).nullable(),
    indicator: z.string().nullable(),
    facet: z.string().nullable(),
    values: z.array(z.object({ factId: Id, value: DecimalText, unit: z.string() })),
    check: z.object({ id: Id, rule: z.string(), name: z.object({ ko: z.string(), en: z.string() }) }).nullable(),
    /** The document that it was found in. */
    document: z.object({ id: Id, title: z.string() }).nullable(),
    /** Won that the sentences themselves speak of, where no project of that money is known. */
    said: DecimalText.nullable(),
    /** Of a limit: that nothing was heard of it either, and since when that counts. */
    silent: z.object({ dueOn: Day, days: z.number().int() }).nullable(),
  })
  .openapi('WorkItem')
export type WorkItemView = z.infer<typeof WorkItemView>

export const WorklistQuery = z.object({
  owner: z.string().max(60).optional().openapi({ description: '`me`, `none`, or the id of a person' }),
  team: z.string().max(200).optional(),
  rule: z
    .string()
    .max(300)
    .optional()
    .openapi({ description: `One or more of ${workRules.join(', ')}, with commas` }),
  sort: z
    .enum(['stake', 'due', 'reason'])
    .default('stake')
    .openapi({ description: 'Most money first, what is due first, or by reason and the most money of each first' }),
})
export type WorklistQuery = z.infer<typeof WorklistQuery>

const Group = z.object({
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  count: z.number().int(),
  late: z.number().int(),
  /** The announced money of the subjects in the group, each once. */
  atStake: Stake.nullable(),
})

export const Worklist = z
  .object({
    today: Day,
    settings: WorklistSettings,
    items: z.array(WorkItemView),
    next: z.string().nullable(),
    total: z.number().int(),
    counts: z.record(WorkRuleName, z.number().int()),
    groups: z.array(Group),
    unread: z.array(
      z.object({
        id: Id,
        title: z.string(),
        outlet: z.string().nullable(),
        publishedOn: Day.nullable(),
        pending: z.number().int(),
        atStake: DecimalText.nullable(),
      }),
    ),
  })
  .openapi('Worklist')
export type Worklist = z.infer<typeof Worklist>
