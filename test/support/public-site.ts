import { pino } from 'pino'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { insertObligation, putAgreement } from '#capabilities/agreements/index'
import { putAward, putCondition } from '#capabilities/awards/index'
import { setPlace } from '#capabilities/citizens/places'
import { insertGrading, pledgeRubrics, putTerms } from '#capabilities/pledges/index'
import { setHeadlines } from '#capabilities/publishing/index'
import { insertMeasure, insertNode } from '#capabilities/strategy/index'
import { gradeByRubric, rubricOn } from '#engines/accounting/pledge-grade'
import { appendAudit } from '#store/audit'
import type { Tx } from '#store/store'
import type { Get } from '#support/crawl'
import { type FreshStore, freshStore } from '#support/database'
import { article, type Desk, figureChoice, hold, portfolioOf, publishNow, reach, subject } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'

export const now = new Date('2026-11-22T03:00:00Z')

/** A whole site in a test: an office that has published, restated and withdrawn, and what it stands on. */
export interface Site extends FreshStore {
  request: (path: string, init?: RequestInit) => Promise<Response>
  get: Get
  desk: Desk
  made: Made
}

export type Made = Awaited<ReturnType<typeof portfolioOf>> & { pledge: string; vision: string }

/** The application over a store, as a stranger reaches it. */
export function strangersApp(fresh: FreshStore): Pick<Site, 'request' | 'get'> {
  const app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async () => ({ kind: 'anonymous' }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => now,
  })
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { host: 'gusul.example', ...(init.headers as Record<string, string>) } })
  return {
    request,
    get: async (path) => {
      const answer = await request(path)
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
    },
  }
}

const write = (desk: Desk, work: (tx: Tx) => Promise<unknown>) =>
  desk.store.inOffice(desk.officeId, desk.userId, async (tx) => {
    await work(tx)
    await appendAudit(tx, desk.officeId, { actor: desk.userId, action: 'test.made' })
  })
const point = (desk: Desk, place: string, north: string, east: string) =>
  setPlace(desk.store, { officeId: desk.officeId, by: desk.userId, now }, place, () => {}, { north, east, source: '지도', illustrative: false })
const year = (of: number) => ({ from: `${of}-01-01`, to: `${of + 1}-01-01` })
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000)

/** What the office holds before anything is published: projects, a pledge with a grade, a vision with a strategy. */
async function held(desk: Desk): Promise<Made> {
  const made = await portfolioOf(desk)
  await point(desk, '송내읍', '37.61', '127.21')
  await point(desk, '북면', '37.64', '127.26')
  const pledge = await subject(desk, '청년 일자리 약속', { kind: 'pledge' })
  const promise = await article(desk, {
    title: '공약집',
    outlet: '나래시',
    publishedOn: '2022-05-01',
    text: '청년 일자리 800개를 약속한다. 지난해까지 620개를 만들었다. 사업비는 100억원이다. 그 가운데 48억원을 마련했다.',
  })
  const jobs = { document: promise, indicator: 'jobs', unit: 'persons' }
  await hold(desk, { ...jobs, words: '800개', subject: pledge, value: '800', facet: 'target' })
  await hold(desk, { ...jobs, words: '620개', subject: pledge, value: '620', facet: 'actual' })
  await hold(desk, { document: promise, words: '100억원', subject: pledge, indicator: 'budget', value: '10000000000', unit: 'KRW', facet: 'plan' })
  await hold(desk, {
    document: promise,
    words: '48억원',
    subject: pledge,
    indicator: 'budget_secured',
    value: '4800000000',
    unit: 'KRW',
    facet: 'actual',
  })
  await reach(desk, { subject: pledge, stage: 'in_progress', on: '2023-01-01', document: promise, words: '만들었다' })
  const vision = await subject(desk, '나래 2030', { kind: 'strategy' })
  const strategy = await subject(desk, '청년 전략', { kind: 'strategy' })
  await hold(desk, { ...jobs, words: '800개', subject: strategy, value: '800', facet: 'target', period: year(2026) })
  await hold(desk, { ...jobs, words: '620개', subject: strategy, value: '620', facet: 'actual', period: year(2025) })
  await write(desk, async (tx) => {
    await putTerms(tx, desk.officeId, pledge, 0, { promisor: '나래시장', promisedOn: '2022-05-01', termFrom: '2022-07-01', termTo: '2026-07-01' })
    await insertGrading(tx, desk.officeId, gradeOf(desk, pledge, null))
    await insertNode(tx, desk.officeId, { id: vision, level: 'vision', parentId: null, weight: '1', ord: 10 })
    await insertNode(tx, desk.officeId, { id: strategy, level: 'strategy', parentId: vision, weight: '1', ord: 10 })
    await insertMeasure(tx, desk.officeId, measureOf(strategy))
  })
  return { ...made, pledge, vision }
}

const measureOf = (nodeId: string) => ({ nodeId, indicator: 'jobs', series: '', weight: '1', direction: null, baselineYear: null })
const inputs = { scores: { total: '71' }, gates: { consistency: true } }
const gradeOf = (desk: Desk, subjectId: string, documentId: string | null) => ({
  subjectId,
  gradedOn: '2023-12-01',
  assessor: documentId ? '비밀 평가단' : '자체 점검',
  inputs,
  result: gradeByRubric(rubricOn(pledgeRubrics, 'manifesto-delivery', '2023-12-01')!, inputs),
  documentId,
  reason: null,
  by: desk.userId,
})

/** Words of the confidential lead: none of them may be anywhere. */
export const secretWords = /비밀|7770000000000|7조 7,700억|7\.77|9999|9,999/

/**
 * A confidential lead with everything that hangs on it: a project with value, stage, firm, place and a page that is approved for its day of disclosure; a pledge;
 * a strategy below the published vision; an agreement with an obligation; an award with a condition; a closed document with a value of an open project and a grade of an open pledge.
 */
export async function keepSecret(desk: Desk, made: Made): Promise<{ series: string }> {
  const closed = await article(desk, {
    title: '비밀 회의록',
    outlet: null,
    publishedOn: null,
    text: '비밀회의에서 9999명과 7조 7700억원을 말했다. 협약을 맺었다.',
    confidential: true,
  })
  const hidden = await subject(desk, '비밀유치사업 7호', { confidential: true, place: '비밀면' })
  const firm = await subject(desk, '비밀전자', { kind: 'organisation', confidential: true })
  const pledge = await subject(desk, '비밀 공약 99', { kind: 'pledge', confidential: true })
  const strategy = await subject(desk, '비밀 전략', { kind: 'strategy', confidential: true })
  const agreement = await subject(desk, '비밀 협약', { kind: 'agreement', confidential: true })
  const award = await subject(desk, '비밀 보조금', { kind: 'award', confidential: true })
  const money = { document: closed, words: '7조 7700억원', indicator: 'investment', value: '7770000000000', unit: 'KRW' }
  const jobs = { document: closed, words: '9999명', indicator: 'jobs', value: '9999', unit: 'persons' }
  await hold(desk, { ...money, subject: hidden })
  // what an open article says of a confidential subject, too
  await hold(desk, { ...money, document: made.news, words: '약 1조원', subject: hidden })
  await hold(desk, { ...jobs, subject: made.factory })
  for (const of of [pledge, strategy]) {
    await hold(desk, { ...jobs, subject: of, facet: 'target', period: year(2026) })
    await hold(desk, { ...jobs, subject: of, facet: 'actual', period: year(2025) })
  }
  await hold(desk, { ...money, subject: award, indicator: 'grant', facet: 'actual' })
  await reach(desk, { subject: hidden, stage: 'mou', on: '2026-05-05', document: closed, words: '협약을 맺었다' })
  await reach(desk, { subject: pledge, stage: 'done', on: '2026-05-05', document: closed, words: '협약을 맺었다' })
  await point(desk, '비밀면', '37.7', '127.4')
  await write(desk, async (tx) => {
    await insertGrading(tx, desk.officeId, gradeOf(desk, made.pledge, closed.id))
    await insertNode(tx, desk.officeId, { id: strategy, level: 'strategy', parentId: made.vision, weight: '9', ord: 5 })
    await insertMeasure(tx, desk.officeId, measureOf(strategy))
    await putAgreement(tx, desk.officeId, agreement, 0, { signedOn: '2026-01-01', validUntil: '2026-12-01' })
    await insertObligation(
      tx,
      desk.officeId,
      agreement,
      { title: '비밀 의무', kind: 'obligation', partyId: firm, dueOn: '2026-12-01', documentId: closed.id },
      desk.userId,
    )
    await putAward(tx, desk.officeId, award, 0, {
      grantedOn: '2026-01-01',
      investmentYears: 3,
      followUpYears: 5,
      recipientId: firm,
      projectId: hidden,
    })
    await putCondition(tx, desk.officeId, { subjectId: award, indicator: 'jobs', weight: '1', note: null })
    await tx
      .updateTable('subject')
      .set({ disclose_on: '2027-01-01' })
      .where('office_id', '=', desk.officeId)
      .where('subject_id', '=', hidden)
      .execute()
  })
  return publishNow(desk, { kind: 'project', subjectId: hidden, onDisclosure: true }, { now: minutesAgo(5) })
}

/** Everything that the office publishes, a minute apart. */
async function publishAll(desk: Desk, made: Made): Promise<void> {
  let at = 60
  const later = () => minutesAgo(--at)
  await publishNow(desk, figureChoice('announced_investment'), { headline: true, now: later() })
  await publishNow(desk, figureChoice('announced_jobs'), { headline: true, now: later() })
  await publishNow(desk, figureChoice('announced_area'), { now: later() })
  await publishNow(desk, figureChoice('project_count', { kind: 'project' }), { now: later() })
  for (const subjectId of [made.centre, made.factory, made.pledge, made.vision])
    await publishNow(desk, { kind: 'project', subjectId }, { now: later() })
  await hold(desk, { document: made.notice, words: '15만㎡', subject: made.factory, indicator: 'area', value: '150001', unit: 'm2' })
  await publishNow(desk, figureChoice('announced_area'), { reason: '면적 1㎡를 바로잡음', now: later() })
  await setHeadlines(
    desk.store,
    { officeId: desk.officeId, timeZone: 'Asia/Seoul', now },
    { userId: desk.userId, name: '김하나' },
    ['announced-investment', 'announced-jobs', 'announced-area'],
    () => {},
  )
}

/** A site with one office that has published and one that has not; with `secret`, also a lead that must not show, there before anything was published. */
export async function site(name: string, secret: boolean): Promise<Site> {
  const fresh = await freshStore(name)
  const userId = await fresh.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
  const office = await createOffice(
    fresh.store,
    { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City', contact: '투자유치과 000-123-4567' },
    { by: null },
  )
  await createOffice(fresh.store, { slug: 'dasan', nameKo: '다산시', nameEn: 'Dasan City' }, { by: null })
  const desk = { store: fresh.store, officeId: office.office_id, userId }
  const made = await held(desk)
  if (secret) await keepSecret(desk, made)
  await publishAll(desk, made)
  return { ...fresh, ...strangersApp(fresh), desk, made }
}

/** A copy of a site to the last byte; the original's connections must be closed. */
export async function copyOf(original: Site, name: string): Promise<Site> {
  const fresh = await freshStore(name, { copyOf: original.database })
  return { ...fresh, ...strangersApp(fresh), desk: { ...original.desk, store: fresh.store }, made: original.made }
}
