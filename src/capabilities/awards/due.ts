import type { DueItem } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { awardsOf } from './view.ts'

/** 연차 점검의 기한: the years of awards that were not checked, up to the last of follow-up. */
export async function dueItems(db: Db, officeId: string, at: { today: string; confidential: boolean }): Promise<DueItem[]> {
  const awards = await awardsOf(db, officeId, { kind: 'staff', confidential: at.confidential }, at.today)
  return awards.flatMap((one) =>
    one.stage === 'released' || one.stage === 'recovered' || one.stage === 'rejected'
      ? []
      : one.schedule
          .filter((year) => year.check === null)
          .map((year) => ({
            key: `award_check:${one.id}:${year.year}`,
            kind: 'award_check' as const,
            subjectId: one.id,
            subjectName: one.nameKo,
            titleKo: `${year.year}년 차 ${year.phase === 'investment' ? '투자기간' : '사후관리'} 점검`,
            titleEn: `Check of year ${year.year} (${year.phase === 'investment' ? 'investment' : 'follow-up'})`,
            dueOn: year.dueOn,
            ownerId: one.owner?.id ?? null,
            to: `/awards/${one.id}`,
            confidential: one.confidential,
          })),
  )
}
