/** What others may use of the interchange: the public downloads, and the words of schema.org for public pages. */
export { type PublicOfficeAsked, publicExport } from './public-export.ts'
export { claimsOfFacts, datasetJsonLd, observationJsonLd, projectJsonLd } from './schema-org.ts'
export { type ExchangeFormat, exchangeFormats, exchangeTypes } from './service/exchange.ts'
