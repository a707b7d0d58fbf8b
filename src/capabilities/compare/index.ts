/** What others may use of the comparison. */
export { compareAnswers } from './service.ts'
