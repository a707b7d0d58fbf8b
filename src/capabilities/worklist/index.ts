/** What others may use of the work list. */
export { worklist } from './list.ts'
