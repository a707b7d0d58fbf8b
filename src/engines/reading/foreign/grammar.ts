import type { Indicator } from '../reading.ts'

/** The words by which one language commits somebody to something: data for `commitments/commitments.ts`. */
export interface Grammar {
  /** Words that say what a figure measures, one expression an indicator; tried on a sentence that holds a figure. */
  readonly indicators: readonly (readonly [Indicator, RegExp])[]
  /** Verbs by which money is spent or work built: money without a nearer word is an investment of a firm, a budget of a government. */
  readonly builds: RegExp
  /** Public money. */
  readonly publicMoney: RegExp
  /** Investment as a thing that is counted (総投資額, investments worth), not as an act of spending. */
  readonly investmentNoun: RegExp
  /** Money of others that a government draws in. */
  readonly drawn: RegExp
  readonly cancelled: RegExp
  /** What is denied, unconfirmed or refused: no commitment at all. */
  readonly denied: RegExp
  readonly operation: RegExp
  readonly construction: RegExp
  readonly contract: RegExp
  readonly mou: RegExp
  /** Signing that is yet to come. */
  readonly toSign: RegExp
  readonly result: RegExp
  readonly pledge: RegExp
  readonly plan: RegExp
  /** Words before or behind a verb that put it in the future. */
  readonly ahead: RegExp
  readonly behindAhead: RegExp
  /** National statistics, markets, prices. */
  readonly statistic: RegExp
  /** Comes before the old value of a change. */
  readonly baselineBefore: RegExp
  readonly baselineAfter: RegExp
  /** Right before or right behind a date. */
  readonly dueBefore: RegExp
  readonly dueAfter: RegExp
  readonly startBefore: RegExp
  readonly startAfter: RegExp
  /** Before or behind a day on which something else came about: established in 2012. */
  readonly cameAbout: RegExp
  readonly cameAboutAfter: RegExp
  /** Words before and behind a day (a zero between) from which a finished plant runs. */
  readonly runsFrom: RegExp
  /** Opens the parts of a total. */
  readonly partsOpen: RegExp
  /** The other side of an agreement stands behind or before this. */
  readonly withBefore: RegExp
  readonly withAfter: RegExp
  /** What a clause ends with. */
  readonly clauseEnd: RegExp
  /** A government by its name. */
  readonly government: RegExp
  /** "The company", 同社: the subject goes on. */
  readonly pronoun: RegExp
  /** Opens a sentence about the firm, or the government, named before. */
  readonly meansFirm: RegExp
  readonly meansGovernment: RegExp
  /** Right behind an organisation that acts. */
  readonly actsBehind: RegExp
  /** Right before a place. */
  readonly locative: RegExp
  /** Before or behind a place where nothing is built: where a firm is at home, a paper is signed, a distance is measured to. */
  readonly elsewhereBefore: RegExp
  readonly elsewhereAfter: RegExp
  /** A firm's staff and sales as it is. */
  readonly profile: RegExp
  /** At the end of a sentence: which government says so. */
  readonly saysBehind: RegExp
  /** Says that what follows is of all firms together. */
  readonly together: RegExp
  /** Words of finishing (준공): a day beside them is when all of a matter is due. */
  readonly finish: RegExp
  /** An aim for a share: raise to 85 %. */
  readonly aimed: RegExp
}
