/** What others may use of the strategy tree. */
export { dueItems } from './due.ts'
export { branchOfPublic } from './public.ts'
export { insertMeasure, insertNode } from './queries/tree.ts'
export type { NodeView } from './view.ts'
