import type { DueItem } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { flatten, treeOf } from './view.ts'

/** 측정할 것: targets of years that are over, or of this one, without an actual; due at the end of January of the year after. */
export async function dueItems(db: Db, officeId: string, at: { today: string; confidential: boolean }): Promise<DueItem[]> {
  const tree = await treeOf(db, officeId, { kind: 'staff', confidential: at.confidential }, at.today)
  const thisYear = Number(at.today.slice(0, 4))
  return flatten(tree).flatMap((node) =>
    node.measures.flatMap((measure) =>
      measure.progress.years
        .filter((one) => one.actual === null && one.target !== null && one.year <= thisYear)
        .map((one) => ({
          key: `measure:${measure.id}:${one.year}`,
          kind: 'measure' as const,
          subjectId: node.id,
          subjectName: node.nameKo,
          titleKo: `${one.year}년 ${measure.nameKo}${measure.series ? ` (${measure.series})` : ''} 실적 측정`,
          titleEn: `Measure ${measure.nameEn}${measure.series ? ` (${measure.series})` : ''} of ${one.year}`,
          dueOn: `${one.year + 1}-01-31`,
          ownerId: node.owner?.id ?? null,
          to: `/strategy?node=${node.id}`,
          confidential: node.confidential,
        })),
    ),
  )
}
