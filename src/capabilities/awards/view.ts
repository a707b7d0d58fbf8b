import {
  type Head,
  type HeldFact,
  headsOf,
  heldFacts,
  indicatorsOf,
  latestOf,
  namesOf,
  onlyBy,
  type Seeing,
  titlesOf,
} from '#capabilities/plans/index'
import { type AwardCheckDue, awardSchedule } from '#engines/accounting/award-schedule'
import { attainment } from '#engines/accounting/strategy-progress'
import type { Db } from '#store/store'
import { type AssessmentRow, assessmentRows } from './queries/assessments.ts'
import { type AwardTerms, awardTerms, type CheckRow, checkRows, conditionRows, noTerms } from './queries/awards.ts'

type Named = { readonly id: string; readonly nameKo: string; readonly nameEn: string | null }

/** 교부 조건: what was promised and what was reached, by the facts of the award. */
export interface Condition {
  readonly indicator: string
  readonly nameKo: string
  readonly nameEn: string
  readonly unit: string
  readonly weight: string
  readonly note: string | null
  readonly promised: HeldFact | null
  readonly reached: HeldFact | null
  readonly attainment: string | null
}

/** A year of the schedule with the check that was made. */
export interface YearOfAward extends AwardCheckDue {
  readonly check: (Omit<CheckRow, 'subjectId'> & { readonly documentTitle: string | null }) | null
  readonly state: 'checked' | 'late' | 'open'
}

/** 환수 산정 with the titles of its evidence. */
export interface Assessment extends AssessmentRow {
  readonly evidence: readonly { readonly documentId: string; readonly title: string }[]
}

/** 보조금 교부 한 건. */
export interface Award extends Head, Omit<AwardTerms, 'version' | 'recipientId' | 'projectId'> {
  readonly termsVersion: number
  readonly recipient: Named | null
  readonly project: Named | null
  readonly granted: HeldFact | null
  readonly conditions: readonly Condition[]
  readonly schedule: readonly YearOfAward[]
  readonly assessments: readonly Assessment[]
  readonly facts: readonly HeldFact[]
}

/** 교부 대장: awards with their conditions, their years and what was assessed, as one may see them, at the clocks of the look; `today` is the day by which they are judged. */
export async function awardsOf(
  db: Db,
  officeId: string,
  seeing: Seeing,
  today: string,
  narrow: { ids?: readonly string[]; words?: string | undefined } = {},
): Promise<Award[]> {
  const heads = await headsOf(db, officeId, { kinds: ['award'], seeing, ...narrow })
  const ids = heads.map((one) => one.id)
  const terms = await awardTerms(db, officeId, ids, seeing)
  const named = await namesOf(
    db,
    officeId,
    [...terms.values()].flatMap((one) => [one.recipientId, one.projectId]),
    seeing,
  )
  const facts = await heldFacts(db, officeId, ids, seeing)
  const rows = await conditionRows(db, officeId, ids, seeing)
  const checks = await checkRows(db, officeId, ids, seeing)
  const assessments = await assessmentRows(db, officeId, ids, seeing)
  const indicators = await indicatorsOf(db, officeId)
  const titles = await titlesOf(db, officeId, [...checks.map((one) => one.documentId), ...assessments.flatMap((one) => one.documents)], seeing)
  return heads.map((head) => {
    const { version: termsVersion, recipientId, projectId, ...written } = terms.get(head.id) ?? noTerms
    // what had not happened by the day had not happened
    const own = { ...written, settledOn: onlyBy(seeing, written.settledOn), withdrawnOn: onlyBy(seeing, written.withdrawnOn) }
    const ownFacts = facts.filter((one) => one.subjectId === head.id)
    return {
      ...head,
      ...own,
      termsVersion: seeing.knownOn ? 0 : termsVersion,
      recipient: recipientId === null ? null : (named.get(recipientId) ?? null),
      project: projectId === null ? null : (named.get(projectId) ?? null),
      granted: latestOf(ownFacts, 'grant', 'actual', today),
      conditions: rows
        .filter((one) => one.subjectId === head.id)
        .map((row): Condition => {
          const indicator = indicators.get(row.indicator)
          const { promised, reached } = measured(ownFacts, row.indicator, today)
          return {
            indicator: row.indicator,
            nameKo: indicator?.nameKo ?? row.indicator,
            nameEn: indicator?.nameEn ?? row.indicator,
            unit: indicator?.unit ?? '',
            weight: row.weight,
            note: row.note,
            promised,
            reached,
            attainment: promised && reached && promised.unit === reached.unit ? attainment(reached.value, promised.value, 1, null) : null,
          }
        }),
      schedule: awardSchedule(own).map((year): YearOfAward => {
        const check = checks.find((one) => one.subjectId === head.id && one.year === year.year)
        const title = check?.documentId ? (titles.get(check.documentId) ?? null) : null
        return {
          ...year,
          check: check ? { ...check, documentId: title === null ? null : check.documentId, documentTitle: title } : null,
          state: check ? 'checked' : year.dueOn < today ? 'late' : 'open',
        }
      }),
      assessments: assessments
        .filter((one) => one.subjectId === head.id)
        .map((one) => ({ ...one, evidence: one.documents.flatMap((id) => (titles.has(id) ? [{ documentId: id, title: titles.get(id)! }] : [])) })),
      facts: ownFacts,
    }
  })
}

/** What was promised (the target) and the last that was measured on or before a day. */
export function measured(facts: readonly HeldFact[], indicator: string, day: string): { promised: HeldFact | null; reached: HeldFact | null } {
  return { promised: latestOf(facts, indicator, 'target', '9999-12-31'), reached: latestOf(facts, indicator, 'actual', day) }
}
