import type { Fact } from '#record/fact'
import type { FigureQuote } from '#record/figure'
import type { Db } from '#store/store'
import { factRows } from './queries/facts.ts'
import { quotesOfFacts } from './queries/quotes.ts'

/** A fact with the sentences that it stands on. */
export interface FactWithSentences {
  fact: Fact & { subjectName: string; confidential: boolean; ended: boolean; madeBy: string | null }
  quotes: FigureQuote[]
}

/** 사실과 그 문장: a fact of whatever time with its sentences; null where there is none or the reader may not see it. */
export async function factWithSentences(
  db: Db,
  officeId: string,
  factId: string,
  reader: { confidential: boolean } = { confidential: false },
): Promise<FactWithSentences | null> {
  const [fact] = await factRows(db, officeId, { factIds: [factId], confidential: reader.confidential })
  if (!fact) return null
  // of a fact that was closed the sentences are those it stood on while it was held
  const knownOn = fact.knownTo === null ? null : fact.knownFrom
  const quotes = (await quotesOfFacts(db, officeId, [factId], { confidential: reader.confidential, knownOn })).get(factId) ?? []
  return { fact, quotes }
}
