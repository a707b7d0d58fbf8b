import { notFound } from '#api/problem'
import { matchFirms, registerFirms } from '#capabilities/firms/index'
import { organisationKey } from '#engines/accounting/organisation-name'
import { wonPerUnit } from '#engines/economy/tables/import/unit'
import type { Db } from '#store/store'
import type { AnalysisCase } from '../cases.ts'
import { type AnalysisHead, analysisById } from '../queries/analyses.ts'
import { alarmNotes, type KeptRow, keptForecasts } from '../queries/kept.ts'
import type { AnalysisHeadView, KeptView, NoteView, ReportOptions, ReportView } from '../schemas.ts'
import { answerOrProblem } from './answer.ts'
import { turned } from './options.ts'
import { promisedItems } from './promised.ts'
import { assumptionsOf } from './stage-assumptions.ts'

/** Who reads, and when. */
export interface Reading {
  readonly officeId: string
  readonly confidential: boolean
  readonly today: string
}

export const headView = (row: AnalysisHead): AnalysisHeadView => ({
  id: row.analysis_id,
  kind: row.kind,
  name: row.name,
  source: row.source,
  synthetic: row.synthetic,
  confidential: row.confidential,
  archived: row.archived_at !== null,
  changedAt: row.changed_at,
  version: row.version,
})

/** A case as the reader may see it: a confidential firm is somebody, somewhere. */
export function visibleCase(of: AnalysisCase, confidential: boolean): AnalysisCase {
  if (of.kind !== 'chain' || confidential) return of
  return {
    ...of,
    firms: of.firms.map((one, i) => (one.confidential ? { ...one, name: `비공개 기업 ${i + 1}`, place: null, distanceKm: null } : one)),
  }
}

export const keptView = (row: KeptRow): KeptView => ({
  id: row.forecast_id,
  madeOn: row.made_on,
  targetValue: row.target_value,
  targetYear: row.target_year,
  chance: row.chance,
  predictions: row.predictions as unknown as KeptView['predictions'],
})

export const noteView = (row: Awaited<ReturnType<typeof alarmNotes>>[number]): NoteView => ({
  id: row.note_id,
  series: row.series,
  month: row.month,
  verdict: row.verdict,
  reason: row.reason,
  madeBy: row.made_by_name,
  madeAt: row.made_at,
})

/** A chain with the candidates that the register has today; a firm that the case names for a part itself stands as the case says. */
async function withRegister(db: Db, at: Reading, of: AnalysisCase): Promise<AnalysisCase> {
  if (of.kind !== 'chain' || !of.register) return of
  const said = new Set(of.firms.map((one) => `${one.part} ${organisationKey(one.name)}`))
  const found = matchFirms(of.parts, await registerFirms(db, at.officeId, at.confidential), {
    at: of.register.at ?? null,
    wonPerUnit: wonPerUnit(of.unit),
  }).filter((one) => !said.has(`${one.part} ${organisationKey(one.name)}`))
  return { ...of, firms: [...of.firms, ...found] }
}

/**
 * 분석 결과: the answer of a kept case as the reader turned it, with what people kept and made of it.
 * @throws ProblemError 404, 422
 */
export async function reportOf(db: Db, at: Reading, id: string, options: ReportOptions): Promise<ReportView> {
  const row = await analysisById(db, at.officeId, id, at.confidential)
  if (!row) throw notFound({ ko: '분석', en: 'The analysis' })
  const of = turned(await withRegister(db, at, visibleCase(row.body as unknown as AnalysisCase, at.confidential)), options)
  const kept = of.kind === 'forecast' ? await keptForecasts(db, at.officeId, id) : []
  const indicator = of.kind === 'forecast' ? of.pipeline?.portfolio?.indicator : undefined
  const promised = indicator ? await promisedItems(db, at.officeId, indicator, at.today, of.kind === 'forecast' ? of.pipeline?.chances : []) : []
  const answer = answerOrProblem(of, {
    pipeline: promised,
    kept: kept.map((one) => ({
      madeOn: one.made_on,
      target: { value: Number(one.target_value), year: one.target_year },
      chance: one.chance === null ? null : Number(one.chance),
      predictions: one.predictions as unknown as KeptView['predictions'],
    })),
  })
  return {
    answer,
    notes: of.kind === 'warning' ? (await alarmNotes(db, at.officeId, id)).map(noteView) : [],
    kept: kept.map(keptView),
    promised: promised.map(({ name, factId, subjectId, phase, startYear, rampYears, meanSlipYears }) => ({
      name,
      factId,
      subjectId,
      phase,
      startYear,
      rampYears,
      meanSlipYears,
    })),
    assumptions: of.kind === 'forecast' && indicator ? assumptionsOf(of.pipeline?.chances ?? []) : [],
  }
}
