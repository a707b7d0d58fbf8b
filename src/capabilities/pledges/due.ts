import type { DueItem } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { pledgesOf } from './view.ts'

/** 공약의 기한: pledges that are not done and have a day by which they are to be (their own, else the end of the term). */
export async function dueItems(db: Db, officeId: string, at: { today: string; confidential: boolean }): Promise<DueItem[]> {
  const pledges = await pledgesOf(db, officeId, { kind: 'staff', confidential: at.confidential }, at.today)
  return pledges.flatMap((one) => {
    const dueOn = one.dueOn ?? one.termTo
    if (dueOn === null || one.done || one.stage === 'dropped') return []
    return [
      {
        key: `pledge:${one.id}`,
        kind: 'pledge' as const,
        subjectId: one.id,
        subjectName: one.nameKo,
        titleKo: '공약 이행 기한',
        titleEn: 'Pledge is due',
        dueOn,
        ownerId: one.owner?.id ?? null,
        to: `/pledges/${one.id}`,
        confidential: one.confidential,
      },
    ]
  })
}
