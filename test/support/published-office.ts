import { createHash, randomUUID } from 'node:crypto'
import { createSubject, recordStage } from '#capabilities/portfolio/index'
import type { Choice } from '#capabilities/publishing/index'
import { publish } from '#capabilities/publishing/index'
import type { Facet } from '#record/fact'
import type { SubjectKind } from '#record/subject'
import { appendAudit } from '#store/audit'
import { appendClaims } from '#store/log/claims'
import { holdFact } from '#store/log/facts'
import { appendJudgement } from '#store/log/judgements'
import { keepSpans } from '#store/log/spans'
import type { Store, Tx } from '#store/store'

/** An office at work in a test: who acts, and when. */
export interface Desk {
  store: Store
  officeId: string
  userId: string
}

/** A document of sentences; the words of `hold` are looked for in it. */
export interface Article {
  title: string
  outlet: string | null
  publishedOn: string | null
  text: string
  url?: string
  confidential?: boolean
  illustrative?: boolean
}

const write = <T>(desk: Desk, action: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  desk.store.inOffice(desk.officeId, desk.userId, async (tx) => {
    const result = await work(tx)
    await appendAudit(tx, desk.officeId, { actor: desk.userId, action })
    return result
  })

/** Keep an article as a read document. */
export function article(desk: Desk, given: Article): Promise<{ id: string; text: string }> {
  const id = randomUUID()
  return write(desk, 'test.document', async (tx) => {
    await tx
      .insertInto('document')
      .values({
        office_id: desk.officeId,
        document_id: id,
        title: given.title,
        outlet: given.outlet,
        url: given.url ?? null,
        published_on: given.publishedOn,
        published_from: given.publishedOn ? 'given' : null,
        text_sha256: createHash('sha256').update(`${id}${given.text}`).digest(),
        body: given.text,
        reading_state: 'read',
        confidential: given.confidential ?? false,
        illustrative: given.illustrative ?? false,
      })
      .execute()
    return { id, text: given.text }
  })
}

/** Make a project (or another subject). */
export const subject = (desk: Desk, nameKo: string, more: { kind?: SubjectKind; place?: string; confidential?: boolean } = {}): Promise<string> =>
  write(desk, 'test.subject', async (tx) => {
    const id = await createSubject(tx, desk.officeId, { kind: more.kind ?? 'project', nameKo, place: more.place ?? null, by: desk.userId } as never)
    if (more.confidential)
      await tx.updateTable('subject').set({ confidential: true }).where('office_id', '=', desk.officeId).where('subject_id', '=', id).execute()
    return id
  })

/** A value that stands in a document, held as a fact of a subject. */
export interface Said {
  document: { id: string; text: string }
  /** The words of the value, as they stand in the text. */
  words: string
  subject: string
  indicator: string
  value: string
  unit: string
  facet?: Facet
  approximate?: boolean
  bound?: 'min' | 'max' | null
  period?: { from: string; to: string }
}

const sentenceAround = (text: string, at: number) => {
  const start = text.lastIndexOf('. ', at) < 0 ? 0 : text.lastIndexOf('. ', at) + 2
  const end = text.indexOf('.', at) < 0 ? text.length : text.indexOf('.', at) + 1
  return { start, end }
}

async function claimOf(tx: Tx, desk: Desk, said: Pick<Said, 'document' | 'words'> & Partial<Said>): Promise<string> {
  const at = said.document.text.indexOf(said.words)
  if (at < 0) throw new Error(`expected "${said.words}" in the text of the test's article`)
  const sentence = sentenceAround(said.document.text, at)
  const [spanId] = await keepSpans(tx, desk.officeId, said.document.id, said.document.text, [
    { start: at, end: at + said.words.length, sentenceStart: sentence.start, sentenceEnd: sentence.end },
  ])
  const { ids } = await appendClaims(
    tx,
    desk.officeId,
    [
      {
        documentId: said.document.id,
        spanId: spanId!,
        kind: said.value ? 'quantity' : 'stage',
        subject: null,
        counterparts: [],
        what: null,
        indicator: said.indicator ?? null,
        value: said.value ?? null,
        valueMax: null,
        bound: said.bound ?? null,
        approximate: said.approximate ?? false,
        unit: said.unit ?? null,
        per: null,
        due: null,
        dueText: null,
        start: null,
        startText: null,
        place: null,
        stage: null,
        reader: 'person',
        readerVersion: '1',
        slots: {},
        certainty: 1,
      },
    ],
    'accepted',
  )
  return ids[0]!
}

export const hold = (desk: Desk, said: Said): Promise<string> =>
  write(desk, 'test.fact', async (tx) => {
    const claim = await claimOf(tx, desk, said)
    const judgementId = await appendJudgement(tx, desk.officeId, { kind: 'accept', claimId: claim, madeBy: desk.userId })
    const { factId } = await holdFact(tx, desk.officeId, {
      subjectId: said.subject,
      indicator: said.indicator,
      facet: said.facet ?? 'announced',
      value: said.value,
      unit: said.unit,
      approximate: said.approximate ?? false,
      bound: said.bound ?? null,
      ...(said.period ? { period: said.period } : {}),
      judgementId,
      method: 'accepted',
      claims: [claim],
    })
    return factId
  })

/** A stage that words of a document say. */
export const reach = (
  desk: Desk,
  given: { subject: string; stage: string; on: string | null; document: { id: string; text: string }; words: string },
) =>
  write(desk, 'test.stage', async (tx) => {
    const claim = await claimOf(tx, desk, given)
    await recordStage(tx, desk.officeId, {
      subjectId: given.subject,
      toStage: given.stage,
      occurred: { from: given.on, to: given.on, text: null },
      documentId: given.document.id,
      claimId: claim,
      reason: null,
      overridden: false,
      judgementId: null,
      by: desk.userId,
    })
  })

/** Publish without a preview. */
export const publishNow = (desk: Desk, choice: Choice, words: { reason?: string; headline?: boolean; now?: Date } = {}) =>
  publish(
    desk.store,
    { officeId: desk.officeId, timeZone: 'Asia/Seoul', now: words.now ?? new Date() },
    { userId: desk.userId, name: '시험' },
    choice,
    { reason: words.reason ?? null, headline: words.headline ?? null, contentHash: null },
  )

export const figureChoice = (formula: string, parameters: Record<string, string> = {}): Choice => ({
  kind: 'figure',
  formula,
  parameters,
  asOf: null,
  knownOn: null,
})

/** Two projects with money, jobs, area and stages out of two invented articles. Nothing is published. */
export async function portfolioOf(desk: Desk) {
  const news = await article(desk, {
    title: '나래시, 데이터센터 협약',
    outlet: '나래일보',
    publishedOn: '2026-03-02',
    url: 'https://news.example/1',
    text: '나래시는 2일 한빛데이터와 협약을 맺었다. 한빛데이터는 송내읍에 약 1조원을 들여 데이터센터를 짓는다. 상시 고용은 300명 이상이다. 이어진 이야기는 인용하지 않는다.',
  })
  const notice = await article(desk, {
    title: '이차전지 공장 착공',
    outlet: '나래시',
    publishedOn: '2026-05-11',
    text: '푸른전지 공장이 11일 착공했다. 투자 금액은 6천400억원이다. 면적은 15만㎡이다.',
  })
  const centre = await subject(desk, '한빛 데이터센터 2단계', { place: '송내읍' })
  const factory = await subject(desk, '푸른전지 공장', { place: '북면' })
  const facts = {
    money: await hold(desk, {
      document: news,
      words: '약 1조원',
      subject: centre,
      indicator: 'investment',
      value: '1000000000000',
      unit: 'KRW',
      approximate: true,
    }),
    jobs: await hold(desk, { document: news, words: '300명 이상', subject: centre, indicator: 'jobs', value: '300', unit: 'persons', bound: 'min' }),
    factoryMoney: await hold(desk, {
      document: notice,
      words: '6천400억원',
      subject: factory,
      indicator: 'investment',
      value: '640000000000',
      unit: 'KRW',
    }),
    area: await hold(desk, { document: notice, words: '15만㎡', subject: factory, indicator: 'area', value: '150000', unit: 'm2' }),
  }
  await reach(desk, { subject: centre, stage: 'mou', on: '2026-03-02', document: news, words: '협약을 맺었다' })
  await reach(desk, { subject: factory, stage: 'construction', on: '2026-05-11', document: notice, words: '착공했다' })
  return { news, notice, centre, factory, facts }
}
