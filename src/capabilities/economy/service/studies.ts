import { conflict, notFound, ProblemError } from '#api/problem'
import { enterValues, type Reader, subjectById, type ValueToEnter } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import { appendJudgement } from '#store/log/judgements'
import type { Store } from '#store/store'
import type { ImpactAnswer } from '../answer-schemas.ts'
import type { ImpactCase } from '../case.ts'
import { changeStudy, insertStudy, studyById } from '../queries/studies.ts'

const sumText = (texts: readonly string[]): string => texts.reduce((sum, one) => sum + BigInt(one), 0n).toString()

/** 검토 남기기: keep a question with its answer as they are. @throws ProblemError 404 for a subject that is not there */
export async function keepStudy(
  store: Store,
  reader: Reader,
  by: string,
  study: { question: ImpactCase; answer: ImpactAnswer; subjectId: string | null },
): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    if (study.subjectId && !(await subjectById(tx, reader.officeId, study.subjectId, reader.confidential)))
      throw notFound({ ko: '사업', en: 'The project' })
    const id = newId()
    await insertStudy(tx, reader.officeId, {
      id,
      title: study.question.title,
      subjectId: study.subjectId,
      tableId: study.answer.table?.id ?? null,
      question: study.question,
      answer: study.answer,
      by,
    })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'impact-study.kept',
      subjectId: study.subjectId ?? id,
      detail: { study: id, title: study.question.title, table: study.answer.table?.hash ?? null },
    })
    return id
  })
}

/** 검토 치우기: put a study away or take it out again. @throws ProblemError 404, 412 */
export async function archiveStudy(store: Store, reader: Reader, by: string, studyId: string, version: number, archived: boolean): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await studyById(tx, reader.officeId, studyId, reader.confidential))) throw notFound({ ko: '검토', en: 'The study' })
    if (!(await changeStudy(tx, reader.officeId, studyId, version, { archived }))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: archived ? 'impact-study.archived' : 'impact-study.restored',
      subjectId: studyId,
      detail: {},
    })
  })
}

const changedMeanwhile = () =>
  new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' })

/** The parts of an answer that become estimates of the portfolio. */
const estimates = [
  { measure: 'output', indicator: 'production_inducement', unit: 'KRW' },
  { measure: 'valueAdded', indicator: 'value_added', unit: 'KRW' },
  { measure: 'employed', indicator: 'employment_inducement', unit: 'persons' },
] as const

/**
 * 포트폴리오의 추정값으로: the totals of a study (type I, all phases and years) become estimates of its subject: own statements with a sentence that names the table, under one judgement that the project's history can take back.
 * What was worked out from synthetic data is a part of its own, called so.
 * @throws ProblemError 404, 409 where they stand there already, 412, 422 for a study without a subject
 */
export async function studyToPortfolio(
  store: Store,
  reader: Reader,
  by: string,
  studyId: string,
  version: number,
  chosen: string | null,
): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    const study = await studyById(tx, reader.officeId, studyId, reader.confidential)
    if (!study) throw notFound({ ko: '검토', en: 'The study' })
    if (study.inPortfolio) throw conflict('in-portfolio', '이미 포트폴리오에 넣은 검토입니다', 'The study stands in the portfolio already')
    const subjectId = chosen ?? study.subjectId
    if (!subjectId)
      throw new ProblemError(
        422,
        'no-subject',
        { ko: '어느 사업의 값인지 골라 주세요', en: 'Say of which project' },
        { detail: { ko: '사업을 고른 뒤 다시 넣어 주세요.', en: 'Choose a project and try again.' } },
      )
    const subject = await subjectById(tx, reader.officeId, subjectId, reader.confidential)
    if (!subject) throw notFound({ ko: '사업', en: 'The project' })
    const answer = study.answer as unknown as ImpactAnswer
    const years = answer.phases
      .map((one) => `${one.phase === 'construction' ? '건설' : '운영'} ${one.from === null ? '연도 미정' : `${one.from}–${one.to}`}`)
      .join(', ')
    const by_ = answer.table ? `${answer.table.name} (${answer.table.hash?.slice(0, 12) ?? '해시 없음'})` : '공표된 전국 계수'
    const note = `파급효과 검토 “${study.title}”: ${years}의 합, 직접+간접, ${by_}`
    const values: ValueToEnter[] = estimates.flatMap(({ measure, indicator, unit }) => {
      const totals = answer.phases.flatMap((one) => one.effects[measure]?.total ?? [])
      if (totals.length === 0) return []
      const value = unit === 'KRW' ? sumText(totals) : String(Math.round(totals.reduce((sum, one) => sum + Number(one), 0)))
      return [{ indicator, facet: 'estimate', series: answer.synthetic ? '합성 자료' : '', value, unit, approximate: true, note }]
    })
    const judgementId = await appendJudgement(tx, reader.officeId, { kind: 'enter', subjectA: subjectId, reason: note, detail: {}, madeBy: by })
    const entered = await enterValues(
      tx,
      { officeId: reader.officeId, subjectId, judgementId, by, today: reader.today, confidential: subject.confidential },
      values,
    )
    if (entered.length === 0) throw conflict('same-values', '같은 추정값이 이미 있습니다', 'The same estimates stand there already')
    const detail = {
      origin: 'portfolio',
      study: studyId,
      replaced: entered.flatMap((one) => one.replaced),
      values: entered.map((one) => ({ indicator: one.indicator, facet: one.facet, from: one.from, to: one.to })),
    }
    await tx
      .updateTable('judgement')
      .set({ detail: JSON.stringify(detail) })
      .where('office_id', '=', reader.officeId)
      .where('judgement_id', '=', judgementId)
      .execute()
    if (!(await changeStudy(tx, reader.officeId, studyId, version, { judgementId, subjectId }))) throw changedMeanwhile()
    await appendAudit(tx, reader.officeId, { actor: by, action: 'impact-study.to-portfolio', subjectId, detail: { ...detail, judgementId } })
  })
}
