import { conflict, invalid, notFound } from '#api/problem'
import {
  alreadyWithdrawn,
  changedMeanwhile,
  documentSeen,
  headOf,
  indicatorsOf,
  makeSubject,
  seeingOf,
  type TypedValue,
  typeValues,
} from '#capabilities/plans/index'
import { ensureOrganisation, type Reader } from '#capabilities/portfolio/index'
import type { ClawbackRule } from '#data/clawback-rules'
import { awardSchedule } from '#engines/accounting/award-schedule'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Store, Tx } from '#store/store'
import { assessAward, rulesFor } from './assess.ts'
import { insertAssessment } from './queries/assessments.ts'
import {
  type AwardTerms,
  awardTerms,
  deleteCondition,
  insertCheck,
  insertRule,
  noTerms,
  putAward,
  putCondition,
  withdrawAssessmentRow,
} from './queries/awards.ts'

export interface NewCondition {
  indicator: string
  target: string
  unit?: string | undefined
  weight?: string | undefined
  note?: string | null | undefined
}

export type AwardFields = Partial<Omit<AwardTerms, 'version' | 'recipientId'>>

export interface NewAward extends AwardFields {
  nameKo: string
  nameEn?: string | null
  note?: string | null
  confidential?: boolean
  recipient?: string | null
  /** In won. */
  granted?: string | null
  conditions?: readonly NewCondition[]
}

/** 교부를 더한다: to whom, how much, on what conditions; amounts become own statements with their facts. */
export function addAward(store: Store, reader: Reader, by: string, input: NewAward): Promise<string> {
  const { nameKo, nameEn, note, confidential = false, recipient, granted, conditions = [], ...terms } = input
  return store.inOffice(reader.officeId, by, async (tx) => {
    await checkProject(tx, reader, terms.projectId)
    const id = await makeSubject(tx, reader, by, { kind: 'award', nameKo, nameEn, note, confidential })
    const recipientId = recipient?.trim() ? await ensureOrganisation(tx, reader.officeId, recipient, by) : null
    await putAward(tx, reader.officeId, id, 0, { ...terms, recipientId })
    const subject = { id, confidential }
    if (granted) await typeValues(tx, reader, by, subject, [{ indicator: 'grant', facet: 'actual', value: granted, unit: 'KRW' }], null)
    for (const condition of conditions) await keepCondition(tx, reader, by, subject, condition)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'award.added',
      subjectId: id,
      detail: { nameKo, recipientId, granted: granted ?? null, grantedOn: terms.grantedOn ?? null, conditions: conditions as unknown as Json },
    })
    return id
  })
}

/** 교부를 고친다. @throws ProblemError 404, 412 */
export function changeAward(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  version: number,
  change: AwardFields & { granted?: string | null; reason?: string | null },
): Promise<void> {
  const { granted, reason = null, ...terms } = change
  return store.inOffice(reader.officeId, by, async (tx) => {
    const head = await neededAward(tx, reader, id)
    await checkProject(tx, reader, terms.projectId)
    const before = (await awardTerms(tx, reader.officeId, [id])).get(id) ?? noTerms
    if (!(await putAward(tx, reader.officeId, id, version, terms))) throw changedMeanwhile()
    const typed = granted
      ? await typeValues(tx, reader, by, head, [{ indicator: 'grant', facet: 'actual', value: granted, unit: 'KRW' }], reason)
      : null
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'award.changed',
      subjectId: id,
      detail: { from: before as unknown as Json, to: terms as Json, judgementId: typed?.judgementId ?? null, reason },
    })
  })
}

/** 조건을 건다: what must be reached, as a target that is a fact. @throws ProblemError 404, 422 */
export function addCondition(store: Store, reader: Reader, by: string, id: string, condition: NewCondition): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const head = await neededAward(tx, reader, id)
    await keepCondition(tx, reader, by, head, condition)
    await appendAudit(tx, reader.officeId, { actor: by, action: 'award.condition_set', subjectId: id, detail: condition as unknown as Json })
  })
}

/** 조건을 뗀다: its facts stay. @throws ProblemError 404 */
export function removeCondition(store: Store, reader: Reader, by: string, id: string, indicator: string): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededAward(tx, reader, id)
    if (!(await deleteCondition(tx, reader.officeId, id, indicator))) throw notFound({ ko: '조건', en: 'The condition' })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'award.condition_removed', subjectId: id, detail: { indicator } })
  })
}

/**
 * 점검을 적는다: the check of a year with what was measured on its day and the document that shows it.
 *
 * @throws ProblemError 404; 409 for a year that was checked already; 422 for a year that the schedule does not have
 */
export function recordCheck(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  check: {
    year: number
    checkedOn: string
    documentId: string | null
    note: string | null
    values: readonly { indicator: string; value: string; unit: string }[]
  },
): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const head = await neededAward(tx, reader, id)
    const terms = (await awardTerms(tx, reader.officeId, [id])).get(id) ?? noTerms
    const year = awardSchedule(terms).find((one) => one.year === check.year)
    if (!year)
      throw invalid(
        'json.year',
        terms.grantedOn === null
          ? { ko: '교부일을 먼저 적어 주세요', en: 'the day of the grant first' }
          : {
              ko: `1부터 ${terms.investmentYears + terms.followUpYears}까지의 해`,
              en: `a year from 1 to ${terms.investmentYears + terms.followUpYears}`,
            },
        String(check.year),
      )
    await neededDocument(tx, reader, check.documentId)
    const kept = await insertCheck(tx, reader.officeId, { ...check, subjectId: id, dueOn: year.dueOn, by })
    if (!kept) throw conflict('year-checked', `${check.year}년 차는 이미 점검했습니다`, `Year ${check.year} was checked already`)
    const values = check.values.map((one): TypedValue => ({ ...one, facet: 'actual', on: check.checkedOn }))
    const typed = await typeValues(tx, reader, by, head, values, check.note)
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'award.checked',
      subjectId: id,
      detail: {
        year: check.year,
        checkedOn: check.checkedOn,
        documentId: check.documentId,
        judgementId: typed.judgementId,
        values: check.values as unknown as Json,
      },
    })
  })
}

/**
 * 환수를 산정하여 남긴다: rule, inputs and result as they are on this day; a later version of the rule or of a fact changes nothing of it.
 *
 * @throws ProblemError 404, 422
 */
export function keepAssessment(
  store: Store,
  reader: Reader,
  by: string,
  id: string,
  of: { ruleId: string; assessedOn: string; year: number | null; documents: readonly string[]; reason: string | null },
): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededAward(tx, reader, id)
    for (const document of of.documents) await neededDocument(tx, reader, document)
    const assessed = await assessAward(tx, reader.officeId, seeingOf(reader), id, of)
    const assessmentId = await insertAssessment(tx, reader.officeId, {
      subjectId: id,
      assessedOn: of.assessedOn,
      year: of.year,
      rule: assessed.rule,
      inputs: assessed.inputs,
      result: assessed.result,
      shortfall: assessed.result.shortfall,
      amount: assessed.result.amount,
      documents: [...new Set([...assessed.documents, ...of.documents])],
      reason: of.reason,
      by,
    })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'award.assessed',
      subjectId: id,
      detail: {
        assessmentId,
        rule: assessed.rule.id,
        version: assessed.rule.version,
        shortfall: assessed.result.shortfall,
        amount: assessed.result.amount,
        reason: of.reason,
      },
    })
    return assessmentId
  })
}

/** 산정을 거둔다: with a reason; it stays in the record. @throws ProblemError 404, 409 */
export function withdrawAssessment(store: Store, reader: Reader, by: string, id: string, assessmentId: string, reason: string): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    await neededAward(tx, reader, id)
    if (!(await withdrawAssessmentRow(tx, reader.officeId, id, assessmentId, by, reason))) throw alreadyWithdrawn()
    await appendAudit(tx, reader.officeId, { actor: by, action: 'award.assessment_withdrawn', subjectId: id, detail: { assessmentId, reason } })
  })
}

/** 규칙을 더한다: a version of the office's own, such as its ordinance; versions that are there are never changed. @throws ProblemError 409 */
export function addRule(store: Store, reader: Reader, by: string, rule: ClawbackRule): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const there = await rulesFor(tx, reader.officeId)
    if (there.some((one) => one.id === rule.id && one.version >= rule.version) || !(await insertRule(tx, reader.officeId, rule, by)))
      throw conflict('rule-there', '그 번호의 판이 이미 있습니다. 다음 번호로 더해 주세요.', 'That version is there already: add the next one')
    await appendAudit(tx, reader.officeId, { actor: by, action: 'award.rule_added', subjectId: null, detail: { ...rule } })
  })
}

async function keepCondition(
  tx: Tx,
  reader: Reader,
  by: string,
  subject: { id: string; confidential: boolean },
  condition: NewCondition,
): Promise<void> {
  const indicators = await indicatorsOf(tx, reader.officeId)
  const indicator = indicators.get(condition.indicator)
  if (!indicator) {
    const ids = [...indicators.keys()].join(', ')
    throw invalid('json.indicator', { ko: `지표 가운데 하나: ${ids}`, en: `one of the indicators: ${ids}` }, condition.indicator)
  }
  await putCondition(tx, reader.officeId, {
    subjectId: subject.id,
    indicator: condition.indicator,
    weight: condition.weight ?? '1',
    note: condition.note ?? null,
  })
  await typeValues(
    tx,
    reader,
    by,
    subject,
    [{ indicator: condition.indicator, facet: 'target', value: condition.target, unit: condition.unit ?? indicator.unit }],
    null,
  )
}

async function neededAward(tx: Tx, reader: Reader, id: string) {
  const head = await headOf(tx, reader.officeId, id, ['award'], seeingOf(reader))
  if (!head) throw notFound({ ko: '교부', en: 'The award' })
  return head
}

async function neededDocument(tx: Tx, reader: Reader, id: string | null): Promise<void> {
  if (id !== null && !(await documentSeen(tx, reader.officeId, id, seeingOf(reader)))) throw notFound({ ko: '문서', en: 'The document' })
}

async function checkProject(tx: Tx, reader: Reader, id: string | null | undefined): Promise<void> {
  if (id && !(await headOf(tx, reader.officeId, id, ['project', 'programme'], seeingOf(reader)))) throw notFound({ ko: '사업', en: 'The project' })
}
