/** What others may use of the analyses. */
export { AnalysisCase, type CaseOf } from './cases.ts'
export { insertAnalysis } from './queries/analyses.ts'
export { insertKept } from './queries/kept.ts'
export { answerOf } from './service/answer.ts'
