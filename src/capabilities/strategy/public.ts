import type { Db } from '#store/store'
import { flatten, type NodeView, treeOf } from './view.ts'

/**
 * 공개 전략: a node of the tree with what is below it, as an outsider may know it on a day, for its page to be frozen; progress is worked out from that alone,
 * so that nothing held back can be read out of it.
 */
export async function branchOfPublic(db: Db, officeId: string, subjectId: string, today: string): Promise<NodeView | null> {
  return flatten(await treeOf(db, officeId, { kind: 'public', today }, today)).find((one) => one.id === subjectId) ?? null
}
