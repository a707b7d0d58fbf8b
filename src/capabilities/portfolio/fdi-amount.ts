import { invalid } from '#api/problem'
import { holdFact } from '#store/log/facts'
import type { Tx } from '#store/store'
import { enterValues } from './values.ts'

/** Where an amount of foreign investment is entered. */
interface Where {
  officeId: string
  subject: { id: string; confidential: boolean }
  judgementId: string
  by: string
  today: string
}

const indicators: Readonly<Record<string, { id: string; facet: 'announced' | 'actual' }>> = {
  notice: { id: 'fdi_notified', facet: 'announced' },
  changed: { id: 'fdi_notified', facet: 'announced' },
  arrival: { id: 'fdi_arrived', facet: 'actual' },
}

/**
 * 신고액·도착액: what was notified holds from its day until a changed notification; each arrival is a value of its own, so that instalments add up and none replaces another.
 * Neither is ever counted as announced investment.
 *
 * @throws ProblemError 422 for a stage that has no amount
 */
export async function enterForeignAmount(
  tx: Tx,
  where: Where,
  step: { stage: string; day: string | null; ordinal: number | null; amount: { value: string; unit: string } },
): Promise<void> {
  const what = indicators[step.stage]
  if (!what)
    throw invalid('json.amount', {
      ko: '금액은 외국인투자의 신고·변경신고·도착에만 적습니다',
      en: 'an amount only with a notification of foreign investment, its change or an arrival',
    })
  const [entered] = await enterValues(
    tx,
    {
      officeId: where.officeId,
      subjectId: where.subject.id,
      judgementId: where.judgementId,
      by: where.by,
      today: where.today,
      confidential: where.subject.confidential,
    },
    [
      {
        indicator: what.id,
        facet: what.facet,
        series: step.stage === 'arrival' ? `${step.ordinal ?? 1}차 도착` : '',
        ...step.amount,
        period: step.day === null ? undefined : { from: step.day, to: null },
      },
    ],
  )
  if (!entered || entered.replaced.length === 0) return
  if (step.day !== null) for (const factId of entered.replaced) await holdUntil(tx, where, factId, step.day)
  const { detail } = await tx
    .selectFrom('judgement')
    .select('detail')
    .where('office_id', '=', where.officeId)
    .where('judgement_id', '=', where.judgementId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('judgement')
    .set({ detail: JSON.stringify({ ...(detail as object), replaced: entered.replaced }) })
    .where('office_id', '=', where.officeId)
    .where('judgement_id', '=', where.judgementId)
    .execute()
}

/** What was held before stays true for the time before. */
async function holdUntil(tx: Tx, where: Where, factId: string, day: string): Promise<void> {
  const row = await tx
    .selectFrom('fact')
    .selectAll()
    .select(({ fn }) => fn<string | null>('lower', ['period']).as('period_from'))
    .where('office_id', '=', where.officeId)
    .where('fact_id', '=', factId)
    .executeTakeFirstOrThrow()
  if (row.period_from !== null && row.period_from >= day) return
  const basis = await tx
    .selectFrom('fact_basis')
    .select('claim_id')
    .where('office_id', '=', where.officeId)
    .where('fact_id', '=', factId)
    .where('role', '=', 'supports')
    .where('voided_at', 'is', null)
    .execute()
  await holdFact(tx, where.officeId, {
    subjectId: row.subject_id,
    indicator: row.indicator_id,
    facet: row.facet,
    series: row.series,
    period: { from: row.period_from, to: day },
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    judgementId: where.judgementId,
    method: row.method,
    confidential: row.confidential,
    claims: basis.map((one) => one.claim_id),
  })
}
