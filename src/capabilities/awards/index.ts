/** What others may use of awards. */
export { assessAward } from './assess.ts'
export { dueItems } from './due.ts'
export { linesOfAward } from './lines.ts'
export { insertAssessment } from './queries/assessments.ts'
export { insertCheck, putAward, putCondition } from './queries/awards.ts'
export { type Award, awardsOf } from './view.ts'
