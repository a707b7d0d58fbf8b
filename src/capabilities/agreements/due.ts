import type { DueItem } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { agreementsOf, obligationsOf } from './view.ts'

/** 협약과 의무의 기한: agreements that run out (or are 730 days old without a stated end) and obligations that are neither met nor waived. */
export async function dueItems(db: Db, officeId: string, at: { today: string; confidential: boolean }): Promise<DueItem[]> {
  const seeing = { kind: 'staff', confidential: at.confidential } as const
  const agreements = await agreementsOf(db, officeId, seeing, at.today)
  const obligations = await obligationsOf(db, officeId, seeing, at.today)
  const owners = new Map(agreements.map((one) => [one.id, one.owner?.id ?? null]))
  return [
    ...agreements.flatMap((one): DueItem[] =>
      one.validity.state === 'ended' || one.validity.endsOn === null
        ? []
        : [
            {
              key: `agreement:${one.id}`,
              kind: 'agreement',
              subjectId: one.id,
              subjectName: one.nameKo,
              titleKo: one.validity.endsBy === 'stated' ? '협약 기한' : '협약 730일 (기한이 적히지 않음)',
              titleEn: one.validity.endsBy === 'stated' ? 'Agreement runs out' : 'Agreement is 730 days old (no end stated)',
              dueOn: one.validity.endsOn,
              ownerId: one.owner?.id ?? null,
              to: `/agreements/${one.id}`,
              confidential: one.confidential,
              usual: one.validity.endsBy !== 'stated',
            },
          ],
    ),
    ...obligations.flatMap((one): DueItem[] =>
      one.dueOn === null || one.state === 'met' || one.state === 'waived'
        ? []
        : [
            {
              key: `obligation:${one.id}`,
              kind: 'obligation',
              subjectId: one.subjectId,
              subjectName: one.subject.nameKo,
              titleKo: one.party ? `${one.party.nameKo}: ${one.title}` : one.title,
              titleEn: one.party ? `${one.party.nameEn ?? one.party.nameKo}: ${one.title}` : one.title,
              dueOn: one.dueOn,
              ownerId: owners.get(one.subjectId) ?? null,
              to: one.subject.kind === 'agreement' ? `/agreements/${one.subjectId}` : '/obligations',
              confidential: one.confidential,
            },
          ],
    ),
  ]
}
