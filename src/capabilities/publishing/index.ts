/** What other places may use of publishing: the public's view for the pages, and what the wiring needs. */
export { type CountMember, type CountStep, countFigure, countHistory, countOf, type PublicCount, publicCounts } from './counts.ts'
export { columns, publicationsCsv } from './csv.ts'
export { dayIn, heldBack } from './embargo.ts'
export { mainFact, type PhaseCount, type PublicPhase, phases, projectsByPhase, publicFormulas } from './figures.ts'
export { newsJob } from './news.ts'
export type { FigurePayload, Payload, ProjectPayload, PublicFact, PublicQuote, PublicStage } from './payload.ts'
export { factsOf, gradesOf, nodesOf } from './payload.ts'
export type { PledgePlan, PublicGrade, PublicMeasure, PublicNode } from './plan-payload.ts'
export {
  type Found,
  isFigure,
  isPledge,
  isProject,
  isStrategy,
  isUndertaking,
  type PublicEdition,
  type PublicFigure,
  type PublicOffice,
  type PublicProject,
  publicOffice,
  publicSeries,
  searchPublic,
  shown,
} from './public.ts'
export { printed, printedText, quantityOf, roundedRate, type Valued } from './quantity.ts'
export { allEditions, listedOffices, type OfficeForPublic, officeRow, type PublicationRow } from './queries/publications.ts'
export { receiptOf } from './receipt.ts'
export { scopeWords, stageName } from './scope-words.ts'
export { figureSeries } from './series.ts'
export { type Choice, publish, setHeadlines, withdraw } from './service.ts'
