import { type RawBuilder, sql } from 'kysely'

/**
 * 그때의 근거: whether a basis of a fact (a row of `fact_basis` by this alias) stood at an instant: it had been given by then and not been taken away. A source that came to be known later
 * supports nothing that was asked of before it. Null is now.
 */
export const basisThen = (alias: string, knownOn: string | null): RawBuilder<boolean> =>
  knownOn === null
    ? sql<boolean>`${sql.ref(`${alias}.voided_at`)} is null`
    : sql<boolean>`((${sql.ref(`${alias}.voided_at`)} is null or ${sql.ref(`${alias}.voided_at`)} > ${knownOn}::timestamptz) and not exists (
        select 1 from judgement given where given.office_id = ${sql.ref(`${alias}.office_id`)} and given.judgement_id = ${sql.ref(`${alias}.judgement_id`)}
          and given.made_at > ${knownOn}::timestamptz))`
