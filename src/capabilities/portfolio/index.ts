/** What other capabilities may use of the portfolio. Everything runs in the caller's transaction; the caller writes the audit entry. */
export { computeFigure, computeFigures, dayIn, type FigureQuery } from './compute.ts'
export { type FactWithSentences, factWithSentences } from './facts.ts'
export type { Formula } from './figures/formula.ts'
export { formulaOf, formulas } from './figures.ts'
export { recordStage, refoldStage, type StageToRecord, voidStageOfJudgement } from './queries/stages.ts'
export { addRelation, createSubject, ensureOrganisation, officeSubject, type RelationToAdd, type SubjectToCreate } from './queries/subjects.ts'
