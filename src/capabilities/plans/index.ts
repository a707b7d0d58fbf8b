/** What the capabilities of plans and promises share: who sees what, subjects, facts with sentences, proofs of stages, typed values. */
export { type AskedClocks, csvAnswer, csvFile, notKnownThen, planReading, reading, readingAt, sortQuery } from './answers.ts'
export type { DueItem } from './due.ts'
export { type PlanLine, saying, type ToldBy } from './lines.ts'
export { pageOfRows, type SortKey } from './page.ts'
export { documentSeen, titlesOf } from './queries/documents.ts'
export { type FactSentence, type HeldFact, heldFacts, latestOf } from './queries/facts.ts'
export { type IndicatorRow, indicatorsOf } from './queries/indicators.ts'
export { type StageProof, stageProofs } from './queries/proofs.ts'
export { type Head, headOf, headsOf, namesOf } from './queries/subjects.ts'
export {
  FactSentenceView,
  HeadView,
  HeldFactView,
  Named,
  nameKo,
  optionalDay,
  optionalText,
  StageProofView,
  TypedValue,
} from './schemas.ts'
export { type Clocks, happenedThen, knownThen, onlyBy, onlyKnown, type Seeing, seeingOf, subjectSeen } from './seeing.ts'
export { alreadyWithdrawn, changedMeanwhile, makeSubject, typeValues } from './write.ts'
