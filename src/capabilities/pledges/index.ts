/** What others may use of pledges. */

export { pledgeRubrics } from '#data/pledge-rubrics'
export { dueItems } from './due.ts'
export { linesOfPledge } from './lines.ts'
export { pledgeOfPublic } from './public.ts'
export { insertGrading } from './queries/gradings.ts'
export { type PledgeFields, putTerms } from './queries/pledges.ts'
export type { PledgeSummary } from './summary.ts'
export { type Pledge, pledgesOf } from './view.ts'
