/** What others may use of agreements counted twice. */
export { twinsOf } from './service.ts'
