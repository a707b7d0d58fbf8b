/** What others may use of the analyses. */
export { AnalysisCase, type CaseOf } from './cases.ts'
export { seedAnalyses } from './demonstration/seed.ts'
export { answerOf } from './service/answer.ts'
