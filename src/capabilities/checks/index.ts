/** What others may use of the checks. */
export { checkDocument } from './service/check-document.ts'
