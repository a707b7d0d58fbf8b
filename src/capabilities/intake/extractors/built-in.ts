import { claimsOfReading } from '../service/claims-of-reading.ts'
import type { Extractor } from './extractor.ts'

/** 내장 읽기: the built-in reader as an extractor. All that it finds is kept, as its values come out of the text itself. */
export const builtIn: Extractor = {
  name: 'gusul',
  extract: async ({ documentId, reading }) => {
    const { spans, claims } = claimsOfReading(reading, documentId)
    return {
      extractor: reading.reader,
      version: reading.version,
      spans,
      claims,
      milliseconds: 0,
      requests: 0,
      tokensIn: null,
      tokensOut: null,
      proposed: claims.length,
      refused: {},
    }
  },
}
