/** What other capabilities may use of the portfolio. Everything runs in the caller's transaction; the caller writes the audit entry. */
export { recordStage, type StageToRecord, voidStageOfJudgement } from './queries/stages.ts'
export { addRelation, createSubject, ensureOrganisation, officeSubject, type RelationToAdd, type SubjectToCreate } from './queries/subjects.ts'
