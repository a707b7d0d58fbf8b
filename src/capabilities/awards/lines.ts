import { type PlanLine, saying } from '#capabilities/plans/index'
import type { Award } from './view.ts'

const fields = ['programme', 'grantedOn', 'settledOn', 'withdrawnOn', 'investmentYears', 'followUpYears'] as const

/** 교부의 줄: its days and terms, to whom and for what, its conditions, the checks that were made and what was assessed and stands. */
export function linesOfAward(one: Award): PlanLine[] {
  const subject = { id: one.id, nameKo: one.nameKo, kind: one.kind }
  const base = { subject, part: null, documentId: null }
  const actions = ['award.added', 'award.changed']
  return saying([
    ...fields.map((field) => ({
      ...base,
      id: `term ${one.id} ${field}`,
      what: `award.${field}`,
      text: one[field] === null ? null : String(one[field]),
      told: { actions, field },
    })),
    {
      ...base,
      id: `term ${one.id} recipient`,
      what: 'award.recipient',
      text: one.recipient?.nameKo ?? null,
      told: { actions, field: 'recipientId' },
    },
    { ...base, id: `term ${one.id} project`, what: 'award.project', text: one.project?.nameKo ?? null, told: { actions, field: 'projectId' } },
    ...one.conditions.map((row) => ({
      ...base,
      id: `condition ${one.id} ${row.indicator}`,
      what: 'award.condition',
      part: row.indicator,
      text: [`× ${row.weight}`, row.note].filter(Boolean).join(' · '),
      told: { actions: ['award.added', 'award.condition_set', 'award.condition_removed'], of: { keys: ['indicator'], ids: [row.indicator] } },
    })),
    ...one.schedule.flatMap(({ year, check }) =>
      check === null
        ? []
        : [
            {
              ...base,
              id: `check ${check.id}`,
              what: 'award.check',
              part: String(year),
              text: [check.checkedOn, check.note].filter(Boolean).join(' · '),
              documentId: check.documentId,
              told: { actions: ['award.checked'], of: { keys: ['year'], ids: [String(year)] } },
            },
          ],
    ),
    ...one.assessments
      .filter((row) => row.withdrawnAt === null)
      .map((row) => ({
        ...base,
        id: `assessment ${row.id}`,
        what: 'award.assessment',
        part: `${row.assessedOn} ${row.rule.id} ${row.rule.version}`,
        text: row.amount === null ? (row.shortfall ?? '') : null,
        ...(row.amount === null ? {} : { amount: { value: row.amount, unit: 'KRW' } }),
        documentId: row.evidence[0]?.documentId ?? null,
        told: { actions: ['award.assessed', 'award.assessment_withdrawn'], of: { keys: ['assessmentId'], ids: [row.id] } },
      })),
  ])
}
