/** What others may use of the strategy tree. */
export { dueItems } from './due.ts'
export { linesOfNode } from './lines.ts'
export { branchOfPublic } from './public.ts'
export { insertMeasure, insertNode } from './queries/tree.ts'
export { flatten, type NodeView, treeOf } from './view.ts'
