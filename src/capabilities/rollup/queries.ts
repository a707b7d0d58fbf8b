import { sql } from 'kysely'
import type { Tx } from '#store/store'

/** All offices by phase, summed. Null where no office gives a value: unknown, not zero. */
export const totalsByPhase = (db: Tx) =>
  db
    .selectFrom('office_roll_up')
    .select([
      'phase',
      sql<number>`sum(commitments)::int`.as('commitments'),
      sql<number>`sum(undisclosed)::int`.as('undisclosed'),
      sql<string | null>`sum(announced)`.as('announced'),
      sql<string | null>`sum(actual)`.as('actual'),
      sql<string | null>`sum(announced_jobs)`.as('announced_jobs'),
      sql<string | null>`sum(actual_jobs)`.as('actual_jobs'),
      sql<boolean>`bool_or(approximate)`.as('approximate'),
    ])
    .groupBy('phase')
    .having(sql<boolean>`sum(commitments) > 0`)
    .execute()

/** Every office with its sums over all phases but the lost, and when they were worked out; null where they never were. */
export const officesRolledUp = (db: Tx) =>
  db
    .selectFrom('office')
    .leftJoin('office_roll_up', 'office_roll_up.for_office', 'office.office_id')
    .select([
      'office.office_id',
      'office.slug',
      'office.name_ko',
      'office.name_en',
      sql<number>`coalesce(sum(commitments), 0)::int`.as('commitments'),
      sql<number>`coalesce(sum(commitments) filter (where phase = 'realised'), 0)::int`.as('realised'),
      sql<number>`coalesce(sum(commitments) filter (where phase = 'lost'), 0)::int`.as('lost'),
      sql<string | null>`sum(announced) filter (where phase <> 'lost')`.as('announced'),
      sql<string | null>`sum(actual)`.as('actual'),
      sql<boolean>`coalesce(bool_or(approximate), false)`.as('approximate'),
      sql<string | null>`max(computed_at)`.as('computed_at'),
    ])
    .groupBy(['office.office_id', 'office.slug', 'office.name_ko', 'office.name_en'])
    .orderBy('office.name_ko')
    .orderBy('office.slug')
    .execute()
