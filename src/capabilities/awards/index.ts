/** What others may use of awards. */
export { dueItems } from './due.ts'
export { insertCheck, putAward, putCondition } from './queries/awards.ts'
export { type Award, awardsOf } from './view.ts'
