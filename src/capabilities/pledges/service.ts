import { invalid, notFound } from '#api/problem'
import {
  alreadyWithdrawn,
  changedMeanwhile,
  documentSeen,
  headOf,
  makeSubject,
  seeingOf,
  type TypedValue,
  typeValues,
} from '#capabilities/plans/index'
import type { Reader } from '#capabilities/portfolio/index'
import { pledgeRubrics } from '#data/pledge-rubrics'
import { type GradeInputs, gradeByRubric, rubricOn } from '#engines/accounting/pledge-grade'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { insertGrading, withdrawGradingRow } from './queries/gradings.ts'
import { type PledgeFields, pledgeTerms, putTerms } from './queries/pledges.ts'

export interface NewPledge extends Partial<PledgeFields> {
  nameKo: string
  nameEn?: string | null
  field?: string | null
  note?: string | null
  confidential?: boolean
  values?: readonly TypedValue[]
}

/** 공약을 더한다: a pledge by hand with its term and its values, in one transaction. */
export function addPledge(store: Store, reader: Reader, by: string, input: NewPledge): Promise<string> {
  const { nameKo, nameEn, field, note, confidential = false, values = [], ...terms } = input
  return store.inOffice(reader.officeId, by, async (tx) => {
    checkTerm(terms)
    const id = await makeSubject(tx, reader, by, { kind: 'pledge', nameKo, nameEn, industry: field, note, confidential })
    await putTerms(tx, reader.officeId, id, 0, terms)
    await typeValues(tx, reader, by, { id, confidential }, values, null)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'pledge.added',
      subjectId: id,
      detail: { nameKo, ...terms, values: values.length } as Json,
    })
    return id
  })
}

/**
 * 공약을 고친다: its term and its values; what was held before stays known for its time.
 *
 * @throws ProblemError 404, 412 where somebody changed it since, 422 for a term that ends before it begins
 */
export function changePledge(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  termsVersion: number,
  change: Partial<PledgeFields> & { values?: readonly TypedValue[]; reason?: string | null },
): Promise<void> {
  const { values = [], reason = null, ...terms } = change
  return store.inOffice(reader.officeId, by, async (tx) => {
    const head = await neededPledge(tx, reader, id)
    const before = (await pledgeTerms(tx, reader.officeId, [id])).get(id)
    checkTerm({ ...before, ...terms })
    if (Object.keys(terms).length > 0 && !(await putTerms(tx, reader.officeId, id, termsVersion, terms))) throw changedMeanwhile()
    const typed = await typeValues(tx, reader, by, head, values, reason)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'pledge.changed',
      subjectId: id,
      detail: { from: (before ?? null) as Json, to: terms as Json, judgementId: typed.judgementId, reason },
    })
  })
}

/**
 * 등급을 매긴다: by the version of the rubric that holds on the day of the grade; version and inputs are kept with it, so that a later version changes nothing.
 *
 * @throws ProblemError 404; 422 for a rubric that did not exist on that day or points that there are not
 */
export function gradePledge(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  input: { rubric: string; gradedOn: string; assessor: string; inputs: GradeInputs; documentId: string | null; reason: string | null },
): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededPledge(tx, reader, id)
    const rubric = rubricOn(pledgeRubrics, input.rubric, input.gradedOn)
    if (rubric === null)
      throw invalid(
        'json.rubric',
        {
          ko: `그날 있던 기준표: ${pledgeRubrics.map((one) => `${one.id}(${one.validFrom}부터)`).join(', ')}`,
          en: `a rubric of that day: ${pledgeRubrics.map((one) => `${one.id} (from ${one.validFrom})`).join(', ')}`,
        },
        `${input.rubric} ${input.gradedOn}`,
      )
    if (input.documentId !== null && !(await documentSeen(tx, reader.officeId, input.documentId, seeingOf(reader))))
      throw notFound({ ko: '문서', en: 'The document' })
    const result = graded(() => gradeByRubric(rubric, input.inputs))
    const gradingId = await insertGrading(tx, reader.officeId, { ...input, subjectId: id, result, by })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'pledge.graded',
      subjectId: id,
      detail: { gradingId, rubric: rubric.id, version: rubric.version, grade: result.grade, total: result.total, outcome: result.outcome },
    })
    return gradingId
  })
}

/** 등급을 거둔다: with a reason; it stays in the record. @throws ProblemError 404, 409 */
export function withdrawGrading(store: Store, reader: Reader, by: string, id: string, gradingId: string, reason: string): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededPledge(tx, reader, id)
    if (!(await withdrawGradingRow(tx, reader.officeId, id, gradingId, by, reason))) throw alreadyWithdrawn()
    await appendAudit(tx, reader.officeId, { actor: by, action: 'pledge.grade_withdrawn', subjectId: id, detail: { gradingId, reason } })
  })
}

async function neededPledge(tx: Tx, reader: Reader, id: string) {
  const head = await headOf(tx, reader.officeId, id, ['pledge'], seeingOf(reader))
  if (!head) throw notFound({ ko: '공약', en: 'The pledge' })
  return head
}

function graded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw invalid('json.scores', { ko: `배점 안의 점수 (${error.message})`, en: error.message })
    throw error
  }
}

function checkTerm(of: Partial<PledgeFields>): void {
  if (of.termFrom && of.termTo && of.termFrom >= of.termTo)
    throw invalid('json.termTo', { ko: '임기가 시작하는 날보다 늦은 날', en: 'a day after the term begins' }, of.termTo)
}
