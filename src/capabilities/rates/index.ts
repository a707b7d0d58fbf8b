/** What others may use of the realisation rates. */
export { type Asking, ratesOf } from './rates.ts'
export { vintageOf } from './vintage.ts'
