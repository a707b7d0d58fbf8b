/** What others may use of intake. */
export { textOf } from './commands/read.ts'
export { intakeJobs } from './jobs.ts'
export { type Added, addFile, addText, type DocumentFacts, readingJob } from './service/add-document.ts'
export { decideMany, decideOne, undo, type Who } from './service/decisions.ts'
export { namesOfOffice } from './service/propose.ts'
export { reviewOf } from './service/review.ts'
