/** What others may use of agreements. */
export { dueItems } from './due.ts'
export { linesOfAgreement, linesOfObligation } from './lines.ts'
export { type AgreementTerms, partiesOf, putAgreement } from './queries/agreements.ts'
export { insertObligation, obligationRows, updateObligation } from './queries/obligations.ts'
export { ObligationView } from './schemas.ts'
export { obligationOf } from './service.ts'
export { agreementsOf, type Obligation, obligationsOf } from './view.ts'
