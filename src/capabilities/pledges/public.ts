import type { Db } from '#store/store'
import { type Pledge, pledgesOf } from './view.ts'

/**
 * 공개 공약: a pledge as an outsider may know it on a day, for its page to be frozen. Neither a subject that is held back, nor facts without a sentence that may be read,
 * nor steps and grades that rest on hidden documents are in it.
 */
export async function pledgeOfPublic(db: Db, officeId: string, subjectId: string, today: string): Promise<Pledge | null> {
  return (await pledgesOf(db, officeId, { kind: 'public', today }, today, { ids: [subjectId] }))[0] ?? null
}
