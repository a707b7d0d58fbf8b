import { conflict, ProblemError } from '#api/problem'
import { createSubject, enterValues, type Reader } from '#capabilities/portfolio/index'
import { addDays } from '#quantity/day'
import type { SubjectKind } from '#record/subject'
import { appendJudgement } from '#store/log/judgements'
import type { Tx } from '#store/store'
import type { TypedValue } from './schemas.ts'

/** 없으면 만든다: a subject of a kind by hand, under a judgement that can be taken back. */
export async function makeSubject(
  tx: Tx,
  reader: Reader,
  by: string,
  subject: {
    kind: SubjectKind
    nameKo: string
    nameEn?: string | null
    place?: string | null
    industry?: string | null
    note?: string | null
    confidential?: boolean
  },
): Promise<string> {
  const id = await createSubject(tx, reader.officeId, { ...subject, by })
  await appendJudgement(tx, reader.officeId, { kind: 'enter', subjectA: id, detail: { origin: 'portfolio', created: id }, madeBy: by })
  return id
}

/** 값을 적는다: typed values become own statements, claims and facts under one judgement; nothing changed leaves nothing behind. */
export async function typeValues(
  tx: Tx,
  reader: Reader,
  by: string,
  subject: { id: string; confidential: boolean },
  values: readonly TypedValue[],
  reason: string | null,
): Promise<{ judgementId: string | null; factIds: string[] }> {
  if (values.length === 0) return { judgementId: null, factIds: [] }
  const judgementId = await appendJudgement(tx, reader.officeId, { kind: 'enter', subjectA: subject.id, reason, detail: {}, madeBy: by })
  const entered = await enterValues(
    tx,
    { officeId: reader.officeId, subjectId: subject.id, judgementId, by, today: reader.today, confidential: subject.confidential },
    values.map(({ year, on, ...one }) => ({
      ...one,
      ...(on ? { period: { from: on, to: addDays(on, 1) } } : year ? { period: { from: `${year}-01-01`, to: `${year + 1}-01-01` } } : {}),
    })),
  )
  if (entered.length === 0) {
    await tx.deleteFrom('judgement').where('office_id', '=', reader.officeId).where('judgement_id', '=', judgementId).execute()
    return { judgementId: null, factIds: [] }
  }
  await tx
    .updateTable('judgement')
    .set({
      detail: JSON.stringify({
        origin: 'portfolio',
        replaced: entered.flatMap((one) => one.replaced),
        values: entered.map(({ indicator, facet, from, to }) => ({ indicator, facet, from, to })),
      }),
    })
    .where('office_id', '=', reader.officeId)
    .where('judgement_id', '=', judgementId)
    .execute()
  return { judgementId, factIds: entered.map((one) => one.factId) }
}

/** Somebody else changed it since: what was typed is kept by the screen. */
export const changedMeanwhile = () =>
  new ProblemError(
    412,
    'changed-meanwhile',
    { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' },
    { detail: { ko: '지금 값을 다시 열어 견준 뒤 저장해 주세요.', en: 'Open the present values, compare, save again.' } },
  )

export const alreadyWithdrawn = () => conflict('already-withdrawn', '이미 거둔 것입니다', 'It was withdrawn already')
