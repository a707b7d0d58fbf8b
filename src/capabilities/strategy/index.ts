/** What others may use of the strategy tree. */
export { dueItems } from './due.ts'
export { type PublicStrategyNode, publicStrategy, strategyFormulas } from './public.ts'
export { insertMeasure, insertNode } from './queries/tree.ts'
