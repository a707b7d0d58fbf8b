import { insertObligation, putAgreement } from '#capabilities/agreements/index'
import { assessAward, insertAssessment, insertCheck, putAward, putCondition } from '#capabilities/awards/index'
import { insertGrading, putTerms } from '#capabilities/pledges/index'
import { addRelation, createSubject, recordStage } from '#capabilities/portfolio/index'
import { insertMeasure, insertNode } from '#capabilities/strategy/index'
import type { DemoPlans, DemoSaid } from '#data/demo/plans'
import { pledgeRubrics } from '#data/pledge-rubrics'
import { awardSchedule } from '#engines/accounting/award-schedule'
import { gradeByRubric, rubricOn } from '#engines/accounting/pledge-grade'
import { addDays } from '#quantity/day'
import { holdFact } from '#store/log/facts'
import { appendJudgement } from '#store/log/judgements'
import type { Tx } from '#store/store'
import { demoUserId, type KeptDigest, keepClaim, keepDigest } from './said.ts'

/** 시범 계획과 약속: put plans and promises into a demonstration office, in the transaction that fills it; `subjects` are those that are there by their keys. */
export async function seedPlans(tx: Tx, officeId: string, plans: DemoPlans, there: ReadonlyMap<string, string>): Promise<void> {
  const digests = new Map<string, KeptDigest>()
  for (const digest of plans.digests) digests.set(digest.key, await keepDigest(tx, officeId, digest))
  const subjects = new Map(there)
  const idOf = (key: string): string => {
    const id = subjects.get(key)
    if (id === undefined) throw new Error(`expected a subject with the key ${key} in the demonstration`)
    return id
  }
  for (const subject of plans.subjects) {
    const { key, stage, ...fields } = subject
    const id = await createSubject(tx, officeId, { ...fields, illustrative: true, by: demoUserId })
    subjects.set(key, id)
    if (stage) {
      const judgementId = await appendJudgement(tx, officeId, { kind: 'stage', subjectA: id, madeBy: demoUserId })
      await recordStage(tx, officeId, {
        subjectId: id,
        toStage: stage.to,
        occurred: { from: stage.on, to: addDays(stage.on, 1), text: null },
        documentId: digests.get(stage.document)!.documentId,
        claimId: null,
        reason: null,
        overridden: false,
        judgementId,
        by: demoUserId,
      })
    }
  }
  for (const said of plans.said) await seedSaid(tx, officeId, said, digests.get(said.document)!, idOf(said.subject))
  for (const [at, node] of plans.tree.entries()) {
    const id = idOf(node.subject)
    await insertNode(tx, officeId, {
      id,
      level: node.level,
      parentId: node.parent ? idOf(node.parent) : null,
      weight: node.weight,
      ord: (at + 1) * 10,
    })
    for (const measure of node.measures)
      await insertMeasure(tx, officeId, { nodeId: id, series: '', baselineYear: null, direction: null, ...measure })
  }
  for (const { subject, grade, ...terms } of plans.pledges) {
    await putTerms(tx, officeId, idOf(subject), 0, terms)
    if (grade) await seedGrade(tx, officeId, idOf(subject), grade)
  }
  for (const { subject, parties = [], ...terms } of plans.agreements) {
    await putAgreement(tx, officeId, idOf(subject), 0, terms)
    for (const party of parties)
      await addRelation(tx, officeId, {
        fromSubject: idOf(party.organisation),
        toSubject: idOf(subject),
        role: 'counterparty',
        part: party.part ?? null,
        by: demoUserId,
      })
  }
  for (const { subject, party, document, ...fields } of plans.obligations)
    await insertObligation(
      tx,
      officeId,
      idOf(subject),
      { ...fields, partyId: idOf(party), documentId: document ? digests.get(document)!.documentId : null },
      demoUserId,
    )
  for (const award of plans.awards) await seedAward(tx, officeId, award, idOf, digests)
}

async function seedSaid(tx: Tx, officeId: string, said: DemoSaid, digest: KeptDigest, subjectId: string): Promise<void> {
  const sentenceStart = digest.starts[said.sentence]!
  const sentenceEnd = (digest.starts[said.sentence + 1] ?? digest.text.length + 1) - 1
  const start = digest.text.indexOf(said.mark, sentenceStart)
  if (start < 0 || start + said.mark.length > sentenceEnd) throw new Error(`"${said.mark}" does not stand in sentence ${said.sentence}`)
  const claimId = await keepClaim(
    tx,
    officeId,
    digest,
    { start, end: start + said.mark.length, sentenceStart, sentenceEnd },
    {
      kind: 'quantity',
      subject: null,
      what: said.what,
      indicator: said.indicator,
      value: said.value,
      unit: said.unit,
      stage: said.facet === 'actual' ? 'result' : 'plan',
    },
  )
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'accept',
    claimId,
    subjectA: subjectId,
    madeBy: demoUserId,
    detail: { replaced: [] },
  })
  const { factId } = await holdFact(tx, officeId, {
    subjectId,
    indicator: said.indicator,
    facet: said.facet,
    value: said.value,
    unit: said.unit,
    ...(said.on
      ? { period: { from: said.on, to: addDays(said.on, 1) } }
      : said.year
        ? { period: { from: `${said.year}-01-01`, to: `${said.year + 1}-01-01` } }
        : {}),
    judgementId,
    method: 'accepted',
    claims: [claimId],
  })
  await tx
    .updateTable('claim_state')
    .set({ state: 'accepted', judgement_id: judgementId, fact_id: factId, subject_id: subjectId })
    .where('office_id', '=', officeId)
    .where('claim_id', '=', claimId)
    .execute()
}

async function seedGrade(tx: Tx, officeId: string, subjectId: string, grade: NonNullable<DemoPlans['pledges'][number]['grade']>): Promise<void> {
  const inputs = { scores: grade.scores, gates: { consistency: true } }
  await insertGrading(tx, officeId, {
    subjectId,
    gradedOn: grade.on,
    assessor: grade.assessor,
    inputs,
    result: gradeByRubric(rubricOn(pledgeRubrics, grade.rubric, grade.on)!, inputs),
    documentId: null,
    reason: null,
    by: demoUserId,
  })
}

async function seedAward(
  tx: Tx,
  officeId: string,
  award: DemoPlans['awards'][number],
  idOf: (key: string) => string,
  digests: ReadonlyMap<string, KeptDigest>,
): Promise<void> {
  const id = idOf(award.subject)
  const terms = { grantedOn: award.grantedOn, settledOn: null, investmentYears: 3, followUpYears: 5 }
  await putAward(tx, officeId, id, 0, {
    ...terms,
    programme: award.programme,
    recipientId: idOf(award.recipient),
    projectId: award.project ? idOf(award.project) : null,
  })
  for (const indicator of award.conditions) await putCondition(tx, officeId, { subjectId: id, indicator, weight: '1', note: null })
  const schedule = awardSchedule(terms)
  for (const check of award.checks)
    await insertCheck(tx, officeId, {
      subjectId: id,
      year: check.year,
      dueOn: schedule.find((one) => one.year === check.year)!.dueOn,
      checkedOn: check.on,
      documentId: digests.get(check.document)!.documentId,
      note: null,
      by: demoUserId,
    })
  if (!award.assessedOn) return
  const assessed = await assessAward(tx, officeId, { kind: 'staff', confidential: true }, id, {
    ruleId: 'shortfall-pro-rata',
    assessedOn: award.assessedOn,
  })
  await insertAssessment(tx, officeId, {
    subjectId: id,
    assessedOn: award.assessedOn,
    year: award.checks.at(-1)?.year ?? null,
    rule: assessed.rule,
    inputs: assessed.inputs,
    result: assessed.result,
    shortfall: assessed.result.shortfall,
    amount: assessed.result.amount,
    documents: [...assessed.documents],
    reason: null,
    by: demoUserId,
  })
}
