import { dueItems as ofAgreements } from '#capabilities/agreements/index'
import { dueItems as ofAwards } from '#capabilities/awards/index'
import type { DueItem } from '#capabilities/plans/index'
import type { Db } from '#store/store'

/**
 * 협약·의무·지원금의 기한: what falls due outside the tasks of projects: agreements that run out, obligations that are not met, yearly checks of awards that were not made.
 * A pledge's day and a year's target are promises; the list has them as such.
 */
export async function dueElsewhere(db: Db, officeId: string, at: { today: string; confidential: boolean }): Promise<DueItem[]> {
  return [...(await ofAgreements(db, officeId, at)), ...(await ofAwards(db, officeId, at))]
}
