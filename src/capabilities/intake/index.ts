/** What others may use of intake. */
export { closeFormats, parseCells } from './formats/parse-file.ts'
export type { ParseFailure, SheetCells } from './formats/types.ts'
export { intakeJobs } from './jobs.ts'
export { type Added, type AddedFile, addFile, addText, type DocumentFacts, readingJob } from './service/add-document.ts'
export { decideMany, decideOne, undo, type Who } from './service/decisions.ts'
export { textOf } from './service/file-text.ts'
export { namesOfOffice } from './service/propose.ts'
export { reviewOf } from './service/review.ts'
