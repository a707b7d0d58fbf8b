/** What other capabilities may use of the portfolio. Everything runs in the caller's transaction; the caller writes the audit entry. */
export { computeFigure, computeFigures, dayIn, type FigureQuery, figureOfLedger, ledgerFor } from './compute.ts'
export { hideStatements } from './edit.ts'
export { csv, type Out } from './export.ts'
export { type FactWithSentences, factWithSentences } from './facts.ts'
export type { Formula, Worked } from './figures/formula.ts'
export type { Ledger, LedgerFact, LedgerSubject } from './figures/ledger.ts'
export { cohortOfParameters, commitmentsOf, formulaIds, kindOfParameters, rateOfLedger, unitOf } from './figures/rate.ts'
export type { Parameters } from './figures/scope.ts'
export { scope } from './figures/scope.ts'
export { type StatedCohort, statedCohorts, statedUnits } from './figures/stated-rate.ts'
export { announced, total } from './figures/total.ts'
export { formulaOf, formulas } from './figures.ts'
export { joinSubjects, keepApart } from './identity.ts'
export { microsecondsOf, notAfter } from './instants.ts'
export { basisThen } from './queries/basis-then.ts'
export { cellOf, measures as rowMeasures } from './queries/cells.ts'
export { clustersKnownOn } from './queries/clusters-known-on.ts'
export { type DocumentThen, documentsThen } from './queries/documents-then.ts'
export { type FactRow, factRows } from './queries/facts.ts'
export { type FieldsThen, fieldsKnownOn } from './queries/known-fields.ts'
export { type LedgerQuery, loadLedger } from './queries/ledger.ts'
export { type ListFilter, subjectIds } from './queries/list.ts'
export { membersOf } from './queries/members-then.ts'
export {
  deleteMilestone,
  insertMilestone,
  type MilestoneFields,
  type MilestoneRow,
  milestones,
  updateMilestone,
} from './queries/milestones.ts'
export { type SubjectRow, subjectById } from './queries/project.ts'
export { quotesOfFacts, quotesOfStageEvents } from './queries/quotes.ts'
export { recordStage, refoldStage, type StageToRecord, voidStageOfJudgement } from './queries/stages.ts'
export { addRelation, createSubject, ensureOrganisation, officeSubject, type RelationToAdd, type SubjectToCreate } from './queries/subjects.ts'
export { dayOfClocks, type Reader, readerOf } from './reader.ts'
export { ClockQuery } from './routes/schemas.ts'
export {
  changeStage,
  changeStageIn,
  type StageChange,
  type StageChanged,
  voidStage,
} from './stage-change.ts'
export { type Entered, type Entering, enterValues, type ValueToEnter } from './values.ts'
