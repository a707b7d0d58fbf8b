/** What others may use of partners. */
export { type PartnerView, partnerView } from './view.ts'
