import { conflict, notFound, ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import type { Store } from '#store/store'
import type { AnalysisCase } from '../cases.ts'
import { type AnalysisRow, analysisById, changeAnalysis, insertAnalysis } from '../queries/analyses.ts'
import { insertKept, insertNote, type KeptRow, keptForecasts, type NoteRow } from '../queries/kept.ts'
import { answerOrProblem } from './answer.ts'
import { promisedItems } from './promised.ts'

/** Who keeps or changes an analysis. */
export interface Keeping {
  readonly store: Store
  readonly officeId: string
  readonly by: string
  readonly now: Date
  readonly today: string
}

const missing = () => notFound({ ko: '분석', en: 'The analysis' })
const nameOf = (of: AnalysisCase) => ({ name: of.name, source: of.source.name, synthetic: of.source.synthetic, body: JSON.stringify(of) })

/**
 * 분석 보관: keep a case. It must be answerable: what cannot be worked out is refused with its cell, so that no screen opens on an error that the upload could have told.
 * @throws ProblemError 422
 */
export async function keepAnalysis(at: Keeping, of: AnalysisCase, confidential: boolean): Promise<AnalysisRow> {
  answerOrProblem(of)
  return at.store.inOffice(at.officeId, at.by, async (tx) => {
    const row = await insertAnalysis(tx, {
      office_id: at.officeId,
      analysis_id: newId(),
      kind: of.kind,
      ...nameOf(of),
      confidential,
      created_by: at.by,
    })
    await appendAudit(tx, at.officeId, { actor: at.by, action: 'analysis.keep', detail: { analysis: row.analysis_id, kind: of.kind, name: of.name } })
    return row
  })
}

/** What is to become of an analysis; what is left out stays. */
export interface Change {
  readonly case?: AnalysisCase
  readonly confidential?: boolean
  readonly archived?: boolean
}

/**
 * 분석 고치기: the data of a kept case; what it was stays as an edition.
 * @throws ProblemError 404, 412 where somebody changed it meanwhile, 422
 */
export async function editAnalysis(at: Keeping, id: string, seen: (version: number) => void, change: Change): Promise<AnalysisRow> {
  if (change.case) answerOrProblem(change.case)
  return at.store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await analysisById(tx, at.officeId, id, true)
    if (!before) throw missing()
    seen(before.version)
    if (change.case && change.case.kind !== before.kind)
      throw conflict('other-kind', '분석의 갈래는 바꿀 수 없습니다. 새로 만들어 주세요', 'The kind of an analysis cannot change: make a new one')
    const of = change.case ?? (before.body as unknown as AnalysisCase)
    const after = await changeAnalysis(tx, before, {
      ...nameOf(of),
      confidential: change.confidential ?? before.confidential,
      archived_at: change.archived === undefined ? before.archived_at : change.archived ? at.now.toISOString() : null,
      by: at.by,
      at: at.now.toISOString(),
    })
    if (!after) throw new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' })
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: change.archived === undefined ? 'analysis.change' : change.archived ? 'analysis.archive' : 'analysis.restore',
      detail: { analysis: id, name: after.name, from: before.version, to: after.version },
    })
    return after
  })
}

/**
 * 전망 보관: what the forecast says today, to be scored when the years have come. Once a day: a second one of the same day would count a day twice.
 * @throws ProblemError 404, 409 where today's is kept already or it is no forecast
 */
export const keepForecast = (at: Keeping, id: string): Promise<KeptRow> =>
  at.store.inOffice(at.officeId, at.by, async (tx) => {
    const row = await analysisById(tx, at.officeId, id, true)
    if (!row) throw missing()
    const of = row.body as unknown as AnalysisCase
    if (of.kind !== 'forecast') throw conflict('no-forecast', '목표 전망만 보관할 수 있습니다', 'Only forecasts are kept')
    const kept = await keptForecasts(tx, at.officeId, id)
    if (kept.some((one) => one.made_on === at.today))
      throw conflict('kept-today', '오늘의 전망은 이미 보관했습니다', 'Today’s forecast is kept already')
    const indicator = of.pipeline?.portfolio?.indicator
    const answer = answerOrProblem(of, indicator ? { pipeline: await promisedItems(tx, at.officeId, indicator, at.today, of.pipeline?.chances) } : {})
    if (answer.kind !== 'forecast') throw conflict('no-forecast', '목표 전망만 보관할 수 있습니다', 'Only forecasts are kept')
    const { report } = answer
    const predictions = (report.forecast.trend?.level ?? []).map(({ year, low, high }) => ({ year, low, high }))
    const made = await insertKept(tx, {
      office_id: at.officeId,
      forecast_id: newId(),
      analysis_id: id,
      made_on: at.today,
      target_value: String(report.target.value),
      target_year: report.target.year,
      chance: report.chance === null ? null : String(report.chance),
      predictions: JSON.stringify(predictions),
      report: JSON.stringify(answer),
      made_by: at.by,
    })
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: 'forecast.keep',
      detail: { analysis: id, name: row.name, target: String(report.target.value), year: report.target.year, chance: made.chance },
    })
    return made
  })

/**
 * 경보 판단: what a person made of an alarm.
 * @throws ProblemError 404 for an analysis or series that is not there
 */
export const noteAlarm = (
  at: Keeping,
  id: string,
  note: { series: string; month: string; verdict: 'watching' | 'real' | 'explained'; reason: string },
): Promise<NoteRow> =>
  at.store.inOffice(at.officeId, at.by, async (tx) => {
    const row = await analysisById(tx, at.officeId, id, true)
    const of = row?.body as unknown as AnalysisCase | undefined
    if (of?.kind !== 'warning' || !of.series.some((one) => one.id === note.series)) throw missing()
    const made = await insertNote(tx, { office_id: at.officeId, note_id: newId(), analysis_id: id, ...note, made_by: at.by })
    await appendAudit(tx, at.officeId, { actor: at.by, action: 'alarm.note', detail: { analysis: id, ...note } })
    return made
  })
