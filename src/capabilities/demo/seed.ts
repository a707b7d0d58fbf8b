import { createOffice } from '#capabilities/accounts/index'
import { seedAnalyses } from '#capabilities/analyses/index'
import { checkDocument } from '#capabilities/checks/index'
import { seedDemonstrationTables } from '#capabilities/economy/index'
import { addRelation, createSubject, officeSubject, recordStage } from '#capabilities/portfolio/index'
import { figureSeries, publish } from '#capabilities/publishing/index'
import { ansan } from '#data/demo/ansan'
import { guseul } from '#data/demo/guseul'
import { gwangju } from '#data/demo/gwangju'
import { namyangju } from '#data/demo/namyangju'
import { demoPlans } from '#data/demo/plans'
import type { DemoFact, DemoOffice, DemoStep, DemoSubject } from '#data/demo/types'
import { machineOf } from '#engines/accounting/stages'
import { addDays } from '#quantity/day'
import type { SaidStage } from '#record/claim'
import { appendAudit } from '#store/audit'
import { holdFact } from '#store/log/facts'
import { newId } from '#store/log/ids'
import { appendJudgement } from '#store/log/judgements'
import type { Store, Tx } from '#store/store'
import { seedPlans } from './plans.ts'
import { demoUserId, type KeptDigest, keepClaim, keepDigest } from './said.ts'

const offices: readonly DemoOffice[] = [namyangju, gwangju, ansan, guseul]

/**
 * 시범 자료: put the demonstration offices into an installation that has no office yet. Each office is one transaction, so a start that is cut off leaves whole offices or none,
 * and the next start goes on with those that are missing.
 *
 * @returns the names of the offices that were made
 */
export async function seedDemo(store: Store, now: Date): Promise<string[]> {
  const state = await store.global(async (db) => {
    const mark = await db.selectFrom('installation_setting').select('value').where('key', '=', 'demo').executeTakeFirst()
    const present = await db.selectFrom('office').select(['slug', 'demo']).execute()
    return { done: mark?.value === 'done', present }
  })
  if (state.done || state.present.some((office) => !office.demo)) return []
  await store.global((tx) =>
    tx
      .insertInto('app_user')
      .values({
        user_id: demoUserId,
        email: 'demo@localhost',
        name: '시범 자료 (demonstration)',
        password_hash: null,
        locked_until: null,
        deactivated_at: new Date().toISOString(),
      })
      .onConflict((oc) => oc.column('user_id').doNothing())
      .execute(),
  )
  const made: string[] = []
  for (const office of offices) {
    const existing = await store.global((db) => db.selectFrom('office').select('office_id').where('slug', '=', office.slug).executeTakeFirst())
    const officeId =
      existing?.office_id ??
      (
        await createOffice(
          store,
          { slug: office.slug, nameKo: office.nameKo, nameEn: office.nameEn, kind: 'city', place: office.place, contact: null },
          { by: null, demo: true },
        )
      ).office_id
    if (await store.inOffice(officeId, demoUserId, (tx) => seedOffice(tx, officeId, office))) made.push(office.nameKo)
    await publishOffice(store, officeId, office, now)
  }
  await store.global((tx) =>
    tx
      .insertInto('installation_setting')
      .values({ key: 'demo', value: JSON.stringify('done') })
      .onConflict((oc) => oc.column('key').doNothing())
      .execute(),
  )
  return made
}

/** Publish what is not public yet, so that a start that was cut off between filling and publishing is made good by the next. */
async function publishOffice(store: Store, officeId: string, office: DemoOffice, now: Date): Promise<void> {
  const place = { officeId, timeZone: 'Asia/Seoul', now }
  const actor = { userId: demoUserId, name: '시범 자료 (demonstration)' }
  const there = await store.readOffice(officeId, demoUserId, async (db) => ({
    subjects: await db.selectFrom('subject').select(['subject_id', 'name_ko']).where('office_id', '=', officeId).execute(),
    publications: await db.selectFrom('publication').select(['series', 'subject_id']).where('office_id', '=', officeId).execute(),
  }))
  for (const { headline, top } of [
    ...office.headlines.map((one) => ({ headline: one, top: true })),
    ...(office.figures ?? []).map((one) => ({ headline: one, top: false })),
  ])
    if (!there.publications.some((row) => row.series === figureSeries(headline.formula, headline.parameters ?? {})))
      await publish(
        store,
        place,
        actor,
        { kind: 'figure', formula: headline.formula, parameters: { ...headline.parameters }, asOf: null, knownOn: null },
        { reason: headline.reason, headline: top, contentHash: null },
      )
  for (const key of office.publicProjects) {
    const name = office.subjects.find((subject) => subject.key === key)?.nameKo
    const subjectId = there.subjects.find((row) => row.name_ko === name)?.subject_id
    if (subjectId && !there.publications.some((row) => row.subject_id === subjectId))
      await publish(store, place, actor, { kind: 'project', subjectId }, { reason: '첫 공표', headline: false, contentHash: null })
  }
}

/** @returns false where the office was filled before */
async function seedOffice(tx: Tx, officeId: string, office: DemoOffice): Promise<boolean> {
  const filled = await tx.selectFrom('document').select('document_id').where('office_id', '=', officeId).limit(1).executeTakeFirst()
  if (filled) return false
  const digests = new Map<string, KeptDigest>()
  for (const digest of office.digests) digests.set(digest.key, await keepDigest(tx, officeId, digest))

  const subjects = new Map<string, string>([['office', await officeSubject(tx, officeId)]])
  for (const subject of office.subjects) {
    const id = await createSubject(tx, officeId, {
      kind: subject.kind,
      nameKo: subject.nameKo,
      nameEn: subject.nameEn,
      place: subject.place,
      industry: subject.industry,
      illustrative: subject.illustrative ?? false,
      by: demoUserId,
    })
    subjects.set(subject.key, id)
    if (subject.aliases)
      await tx
        .insertInto('subject_alias')
        .values(subject.aliases.map((name) => ({ office_id: officeId, subject_id: id, name, claim_id: null })))
        .execute()
  }
  for (const subject of office.subjects) {
    const id = subjects.get(subject.key)!
    for (const party of subject.parties ?? [])
      await addRelation(tx, officeId, {
        fromSubject: subjects.get(party.organisation)!,
        toSubject: id,
        role: party.role,
        part: party.part ?? null,
        by: demoUserId,
      })
    for (const step of subject.stages ?? (subject.stage ? [subject.stage] : []))
      await seedStage(tx, officeId, { id, kind: subject.kind, name: subject.nameKo }, step, digests.get(step.document)!)
    for (const task of subject.tasks ?? [])
      await tx
        .insertInto('milestone')
        .values({
          office_id: officeId,
          milestone_id: newId(),
          subject_id: id,
          kind: 'task',
          title: task.title,
          due_on: task.dueOn,
          created_by: demoUserId,
        })
        .execute()
  }

  if (office.points.length > 0)
    await tx
      .insertInto('place_point')
      .values(
        office.points.map((point) => ({
          office_id: officeId,
          ...point,
          source: '지도에서 눈으로 어림한 자리 (read off a map by eye)',
          illustrative: true,
          changed_by: demoUserId,
        })),
      )
      .execute()
  const factIds: (string | null)[] = []
  for (const fact of office.facts) factIds.push(await seedFact(tx, officeId, fact, digests.get(fact.document)!, subjects, factIds))
  const target = office.facts.findIndex((fact) => fact.facet === 'target' && fact.indicator === 'jobs' && fact.period !== undefined)
  const targetFact = office.facts[target]
  const targetId = factIds[target]
  await seedAnalyses(
    tx,
    officeId,
    office.slug,
    demoUserId,
    targetFact?.period && targetId ? { factId: targetId, value: targetFact.value, year: Number(targetFact.period.from.slice(0, 4)) } : null,
  )
  const plans = demoPlans[office.slug]
  if (plans) await seedPlans(tx, officeId, plans, subjects)
  for (const digest of digests.values()) await checkDocument(tx, officeId, digest.documentId, digest.reading)
  await seedDemonstrationTables(tx, officeId, demoUserId)
  await appendAudit(tx, officeId, {
    actor: demoUserId,
    action: 'demo.seed',
    subjectId: null,
    detail: { office: office.slug, documents: digests.size, subjects: subjects.size, facts: factIds.filter(Boolean).length },
  })
  return true
}

/** A stage stands on its sentence, as a value does. */
async function seedStage(
  tx: Tx,
  officeId: string,
  subject: { readonly id: string; readonly kind: DemoSubject['kind']; readonly name: string },
  stage: DemoStep,
  digest: KeptDigest,
): Promise<void> {
  const start = digest.starts[stage.sentence]!
  const end = (digest.starts[stage.sentence + 1] ?? digest.text.length + 1) - 1
  const claimId = await keepClaim(
    tx,
    officeId,
    digest,
    { start, end, sentenceStart: start, sentenceEnd: end },
    { kind: 'stage', subject: subject.name, what: null, indicator: null, value: null, unit: null, stage: saidStages[stage.to] ?? 'plan' },
  )
  const judgementId = await appendJudgement(tx, officeId, { kind: 'stage', claimId, subjectA: subject.id, madeBy: demoUserId })
  await recordStage(tx, officeId, {
    subjectId: subject.id,
    toStage: stage.to,
    occurred: { from: stage.occurred, to: stage.occurred === null ? null : addDays(stage.occurred, 1), text: stage.text },
    documentId: digest.documentId,
    claimId,
    reason: null,
    overridden: false,
    judgementId,
    by: demoUserId,
    ...(stage.proof
      ? { ruled: { ruleId: `${machineOf(subject.kind)}.${stage.to}`, evidenceKind: stage.proof, lateDays: null, numbered: false } }
      : {}),
  })
  await markAccepted(tx, officeId, claimId, { judgementId, factId: null, subjectId: subject.id })
}

/** What a source says where a subject has come to a stage. */
const saidStages: Readonly<Record<string, SaidStage>> = {
  mou: 'mou',
  contract: 'contract',
  withdrawn: 'cancelled',
  relocated: 'cancelled',
  signed: 'mou',
  construction: 'construction',
  operation: 'operation',
  running: 'operation',
  stated: 'pledge',
}

const markAccepted = (tx: Tx, officeId: string, claimId: string, to: { judgementId: string; factId: string | null; subjectId: string }) =>
  tx
    .updateTable('claim_state')
    .set({ state: 'accepted', judgement_id: to.judgementId, fact_id: to.factId, subject_id: to.subjectId })
    .where('office_id', '=', officeId)
    .where('claim_id', '=', claimId)
    .execute()

async function seedFact(
  tx: Tx,
  officeId: string,
  fact: DemoFact,
  digest: KeptDigest,
  subjects: ReadonlyMap<string, string>,
  before: readonly (string | null)[],
): Promise<string | null> {
  const sentenceStart = digest.starts[fact.sentence]!
  const sentenceEnd = (digest.starts[fact.sentence + 1] ?? digest.text.length + 1) - 1
  const start = digest.text.indexOf(fact.mark, sentenceStart)
  if (start < 0 || start + fact.mark.length > sentenceEnd)
    throw new Error(`"${fact.mark}" does not stand in sentence ${fact.sentence} of ${fact.document}`)
  const subjectId = subjects.get(fact.subject)!
  const name = (
    await tx.selectFrom('subject').select('name_ko').where('office_id', '=', officeId).where('subject_id', '=', subjectId).executeTakeFirstOrThrow()
  ).name_ko
  const claimId = await keepClaim(
    tx,
    officeId,
    digest,
    { start, end: start + fact.mark.length, sentenceStart, sentenceEnd },
    {
      kind: 'quantity',
      subject: name,
      what: fact.what,
      indicator: fact.indicator,
      value: fact.value,
      unit: fact.unit,
      stage: fact.stage,
      bound: fact.bound ?? null,
      approximate: fact.approximate ?? false,
      due: fact.due ?? null,
    },
  )
  if (fact.pending) return null
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'accept',
    claimId,
    subjectA: subjectId,
    madeBy: demoUserId,
    detail: { replaced: [] },
  })
  const { factId } = await holdFact(tx, officeId, {
    subjectId,
    indicator: fact.indicator,
    facet: fact.facet,
    value: fact.value,
    unit: fact.unit,
    series: fact.series ?? '',
    partOf: fact.partOf === undefined ? null : (before[fact.partOf] ?? null),
    period: fact.on === undefined ? fact.period : { from: fact.on, to: addDays(fact.on, 1) },
    bound: fact.bound ?? null,
    approximate: fact.approximate ?? false,
    due: fact.due ?? null,
    funding: fact.funding ?? null,
    judgementId,
    method: 'accepted',
    claims: [claimId],
  })
  await tx.updateTable('judgement').set({ fact_id: factId }).where('office_id', '=', officeId).where('judgement_id', '=', judgementId).execute()
  await markAccepted(tx, officeId, claimId, { judgementId, factId, subjectId })
  return factId
}
