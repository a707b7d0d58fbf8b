import { type PlanLine, saying } from '#capabilities/plans/index'
import type { Pledge } from './view.ts'

const fields = ['promisor', 'promisedOn', 'termFrom', 'termTo', 'dueOn'] as const

/** 공약의 줄: who promised when and for which term, and every grade that stands. */
export function linesOfPledge(one: Pledge): PlanLine[] {
  const subject = { id: one.id, nameKo: one.nameKo, kind: one.kind }
  return saying([
    ...fields.map((field) => ({
      id: `term ${one.id} ${field}`,
      subject,
      what: `pledge.${field}`,
      part: null,
      text: one[field],
      documentId: null,
      told: { actions: ['pledge.added', 'pledge.changed'], field },
    })),
    ...one.gradings
      .filter((row) => row.withdrawnAt === null)
      .map((row) => ({
        id: `grade ${row.id}`,
        subject,
        what: 'pledge.grade',
        part: `${row.assessor} ${row.gradedOn} (${row.result.version})`,
        text: row.result.grade ?? row.result.outcome,
        documentId: row.documentId,
        told: { actions: ['pledge.graded', 'pledge.grade_withdrawn'], of: { keys: ['gradingId'], ids: [row.id] } },
      })),
  ])
}
