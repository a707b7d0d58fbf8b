import { randomUUID } from 'node:crypto'
import { conflict } from '#api/problem'
import { add, decimal, multiply, shift, toText } from '#quantity/decimal'
import { appendAudit } from '#store/audit'
import { enqueue, type JobContext, JobRefused } from '#store/jobs'
import { appendClaims } from '#store/log/claims'
import { keepSpans } from '#store/log/spans'
import type { Json } from '#store/schema'
import type { Db, Store } from '#store/store'
import { type Extraction, ExtractorFailed } from '../extractors/extractor.ts'
import { languageModel, type ModelSettings } from '../extractors/model.ts'
import { documentRow } from '../queries/documents.ts'
import { latestJob } from '../queries/rereading.ts'
import { readInThread } from '../reading-thread/read-in-thread.ts'
import type { ExtractionView } from '../schemas-extractor.ts'
import { lockedDocument } from './change-document.ts'
import { modelSettings } from './extractor-settings.ts'
import { noText } from './problems.ts'
import { readingOptions } from './read-job.ts'

/** The name under which the queue knows the asking of a language model. */
export const extractJob = 'intake.extract'

/** Ask the language model about a document. @throws ProblemError 409 where none is set up, the document is confidential, is being read or has no text */
export async function startExtraction(store: Store, officeId: string, by: string, documentId: string): Promise<string> {
  return store.inOffice(officeId, by, async (tx) => {
    const settings = await modelSettings(tx, officeId)
    if (!settings?.enabled) throw conflict('no-model', '언어 모델을 쓰지 않는 기관입니다', 'The office uses no language model')
    const row = await lockedDocument(tx, officeId, documentId)
    if (row.confidential)
      throw conflict('confidential-document', '대외비 문서는 언어 모델에 보내지 않습니다', 'A confidential document is sent to no language model')
    if (row.body === null || row.erased_at !== null) throw noText()
    if (row.reading_state !== 'read') throw conflict('not-read', '먼저 문서를 읽어야 합니다', 'The document must be read first')
    const running = await latestJob(tx, officeId, extractJob, documentId)
    if (running && (running.state === 'waiting' || running.state === 'running')) return running.job_id
    const jobId = await enqueue(tx, { officeId, kind: extractJob, payload: { documentId }, subjectId: documentId, createdBy: by, maxAttempts: 1 })
    await appendAudit(tx, officeId, { actor: by, action: 'document.ask-model', subjectId: documentId, detail: { jobId, model: settings.model } })
    return jobId
  })
}

/** 언어 모델에 묻는다: the job that asks it about a document. What is kept waits for a person like any claim; time, cost and refusals are kept beside it. */
export async function extractHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const { documentId } = context.payload as { documentId: string }
  const { settings, row } = await store.readOffice(officeId, null, async (db) => ({
    settings: await modelSettings(db, officeId),
    row: await documentRow(db, officeId, documentId),
  }))
  if (!settings?.enabled) throw new JobRefused('no language model is set up')
  if (!row || row.body === null || row.erased_at !== null || row.confidential) throw new JobRefused('the document may not be sent')
  const started = performance.now()
  const reading = await readInThread(row.body, readingOptions(row), context.signal)
  context.progress(0, 1, 'asking')
  let found: Extraction
  try {
    found = await languageModel(settings).extract({ documentId, text: row.body, reading }, context.signal)
  } catch (error) {
    if (context.signal.aborted) throw error
    const words = error instanceof ExtractorFailed ? `${error.code}: ${error.message}` : 'failed'
    await store.inOffice(officeId, null, (tx) => note(tx, context, documentId, settings, Math.round(performance.now() - started), null, 0, words))
    throw new JobRefused(words)
  }
  return store.inOffice(officeId, null, async (tx): Promise<Json> => {
    const now = await lockedDocument(tx, officeId, documentId)
    // erased or made confidential while it was asked: nothing of the answer is kept
    if (now.body !== row.body || now.erased_at !== null || now.confidential) throw new JobRefused('the document changed while the model was asked')
    const spanIds = await keepSpans(tx, officeId, documentId, reading.text, found.spans)
    const { added } = await appendClaims(
      tx,
      officeId,
      found.claims.map((claim, at) => ({ ...claim, spanId: spanIds[at]! })),
    )
    await note(tx, context, documentId, settings, found.milliseconds, found, added, null)
    const result = { proposed: found.proposed, kept: found.claims.length, added, refused: { ...found.refused }, model: settings.model }
    await appendAudit(tx, officeId, {
      actor: context.createdBy ?? 'system',
      action: 'document.model-answered',
      subjectId: documentId,
      detail: result,
    })
    return result
  })
}

/**
 * 값: what an answer cost: tokens in × price in + tokens out × price out, over a million. Null where a price or a count is not known.
 *
 * `costOf({ priceIn: '0.15', priceOut: '0.6' }, { tokensIn: 1000000, tokensOut: 500000 }) // => '0.45'`
 */
export function costOf(settings: Pick<ModelSettings, 'priceIn' | 'priceOut'>, spent: Pick<Extraction, 'tokensIn' | 'tokensOut'>): string | null {
  if (settings.priceIn === null || settings.priceOut === null || spent.tokensIn === null || spent.tokensOut === null) return null
  const sum = add(
    multiply(decimal(settings.priceIn), decimal(String(spent.tokensIn))),
    multiply(decimal(settings.priceOut), decimal(String(spent.tokensOut))),
  )
  return toText(shift(sum, -6))
}

async function note(
  tx: Parameters<Parameters<Store['inOffice']>[2]>[0],
  context: JobContext,
  documentId: string,
  settings: ModelSettings,
  milliseconds: number,
  found: Extraction | null,
  kept: number,
  error: string | null,
): Promise<void> {
  await tx
    .insertInto('extraction')
    .values({
      office_id: context.officeId,
      extraction_id: randomUUID(),
      document_id: documentId,
      extractor: 'model',
      model: settings.model,
      state: error === null ? 'done' : 'failed',
      milliseconds,
      requests: found?.requests ?? 0,
      tokens_in: found?.tokensIn ?? null,
      tokens_out: found?.tokensOut ?? null,
      cost: found && costOf(settings, found),
      currency: settings.currency,
      proposed: found?.proposed ?? 0,
      kept,
      refused: JSON.stringify(found?.refused ?? {}),
      error,
      asked_by: context.createdBy,
    })
    .execute()
}

/** What models were asked about a document, the latest first. */
export async function extractionsOf(db: Db, officeId: string, documentId: string): Promise<ExtractionView[]> {
  const rows = await db
    .selectFrom('extraction')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.extraction_id,
    extractor: row.extractor,
    model: row.model,
    state: row.state,
    milliseconds: row.milliseconds,
    requests: row.requests,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    cost: row.cost,
    currency: row.currency,
    proposed: row.proposed,
    kept: row.kept,
    refused: row.refused as Record<string, number>,
    error: row.error,
    askedAt: row.asked_at,
  }))
}
