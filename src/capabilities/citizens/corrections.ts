import { notFound, ProblemError } from '#api/problem'
import { type MailSettings, readMailSettings, sendMail } from '#capabilities/accounts/index'
import { publicSeries } from '#capabilities/publishing/index'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import type { Store } from '#store/store'
import { answerMail } from './mails.ts'
import { answerCorrection, type CorrectionRow, correctionById, insertCorrection, markMailed, recentCorrections } from './queries/corrections.ts'
import { type Limit, senderOf, withinLimit } from './sender.ts'

const limit: Limit = { hourly: 5, daily: 200 }
const hour = 3_600_000

/** What somebody outside writes about a public page. */
export interface Complaint {
  series: string
  edition: number
  words: string
  /** Where to answer; null where they want no answer. */
  address: string | null
}

/** The office that is written to, and the moment. */
export interface Addressed {
  officeId: string
  /** Today in the office's time zone. */
  today: string
  now: Date
  /** The sender's network address, where known. */
  from: string | null
}

/**
 * 정정 요청: keep what somebody outside says about a published page. It becomes open work for the office; nothing of it is public.
 *
 * @throws ProblemError 404 where the page is not public, 429 after five letters an hour from one place or two hundred a day
 */
export async function askForCorrection(store: Store, at: Addressed, said: Complaint): Promise<string> {
  const editions = await store.readOffice(at.officeId, null, (db) => publicSeries(db, at.officeId, said.series, at.today))
  if (!editions.some(({ row }) => row.edition === said.edition)) throw notFound({ ko: '공표', en: 'The publication' })
  const sender = senderOf(at.officeId, at.from)
  const requestId = newId()
  await store.inOffice(at.officeId, null, async (tx) => {
    const since = (ms: number) => new Date(at.now.getTime() - ms).toISOString()
    if (!withinLimit(await recentCorrections(tx, at.officeId, sender, since(hour), since(24 * hour)), limit)) throw tooMany()
    await insertCorrection(tx, {
      office_id: at.officeId,
      request_id: requestId,
      series: said.series,
      edition: said.edition,
      words: said.words,
      address: said.address,
      sender,
      created_at: at.now.toISOString(),
    })
    await appendAudit(tx, at.officeId, {
      actor: 'public',
      action: 'correction.ask',
      detail: { request: requestId, series: said.series, edition: said.edition },
    })
  })
  return requestId
}

export const tooMany = () =>
  new ProblemError(
    429,
    'too-many-letters',
    { ko: '잠시 뒤에 다시 보내 주세요', en: 'Please send it again a little later' },
    {
      detail: {
        ko: '한곳에서 한 시간에 다섯 통까지 받습니다. 적은 것은 이 화면에 그대로 있습니다.',
        en: 'Five letters an hour are taken from one place. What you wrote is still on this page.',
      },
      headers: { 'retry-after': '3600' },
    },
  )

/** What a person of the office decides about a request. */
export interface Decision {
  state: 'corrected' | 'stands' | 'open'
  /** Goes to the sender where they left an address; null only to open it again. */
  answer: string | null
}

/**
 * 답하기: say what came of a request, or open it again. The answer is mailed where the sender left an address and mail is set up.
 *
 * @returns the request, and what the mail server said where it did not take the answer
 * @throws ProblemError 404 for an unknown request, 412 where somebody answered meanwhile, 422 for an answer without words
 */
export async function decideCorrection(
  store: Store,
  at: { officeId: string; officeName: string; by: string; now: Date },
  requestId: string,
  version: number,
  decision: Decision,
): Promise<{ row: CorrectionRow; mailProblem: string | null }> {
  const answer = decision.answer?.trim() || null
  if ((decision.state === 'open') !== (answer === null))
    throw new ProblemError(
      422,
      'answer-missing',
      { ko: '답을 적어 주세요', en: 'Write an answer' },
      { fields: [{ path: 'json.answer', expected: '답 (an answer); 다시 열 때만 비웁니다 (empty only to open it again)' }] },
    )
  const row = await store.inOffice(at.officeId, at.by, async (tx) => {
    const before = await correctionById(tx, at.officeId, requestId)
    if (!before) throw notFound({ ko: '정정 요청', en: 'The request' })
    const changed = await answerCorrection(tx, at.officeId, requestId, version, {
      state: decision.state,
      answer,
      answered_by: answer === null ? null : at.by,
      answered_at: answer === null ? null : at.now.toISOString(),
    })
    if (!changed) throw new ProblemError(412, 'changed-meanwhile', { ko: '그사이 다른 사람이 답했습니다', en: 'Somebody answered it meanwhile' })
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: answer === null ? 'correction.reopen' : 'correction.answer',
      detail: { request: requestId, series: before.series, from: before.state, to: decision.state, answer },
    })
    return changed
  })
  const settings = answer !== null && row.address !== null ? await readMailSettings(store) : null
  return { row, mailProblem: settings ? await mailAnswer(store, settings, at, row) : null }
}

async function mailAnswer(
  store: Store,
  settings: MailSettings,
  at: { officeId: string; officeName: string; by: string; now: Date },
  row: CorrectionRow,
): Promise<string | null> {
  try {
    await sendMail(settings, answerMail(row.address!, { office: at.officeName, words: row.words, answer: row.answer! }))
  } catch (error) {
    return (error as Error).message
  }
  await store.inOffice(at.officeId, at.by, async (tx) => {
    await markMailed(tx, at.officeId, row.request_id, at.now.toISOString())
    await appendAudit(tx, at.officeId, { actor: at.by, action: 'correction.mailed', detail: { request: row.request_id } })
  })
  return null
}
