import { type Pledge, pledgeOfPublic, pledgeRubrics } from '#capabilities/pledges/index'
import { branchOfPublic, type NodeView } from '#capabilities/strategy/index'
import { pledgeStanding } from '#engines/accounting/pledge-grade'
import type { Db } from '#store/store'
import type { PublicFact, PublicQuote, PublicStage } from './payload.ts'
import type { Plan, PledgePlan, PublicGrade, PublicNode } from './plan-payload.ts'
import { documentsForPublic } from './queries/facts.ts'

/** A plan as an outsider may know it, before its facts are looked up. */
export interface FoundPlan {
  /** Facts of subjects other than the page's own: those of nodes below it. */
  readonly factIds: readonly string[]
  /** The plan once it is known which facts and which stage the public reads. */
  readonly freeze: (facts: readonly PublicFact[], stage: PublicStage | null) => Plan
}

/**
 * 계획을 얼린다: what a pledge or a strategy says beyond its facts: progress, attainment, secured shares and grades, all worked out of what may be shown on the day.
 * Every value in it is a fact of the payload; what is not there is null.
 *
 * @returns null for other kinds of subjects
 */
export async function planFor(db: Db, officeId: string, subject: { subject_id: string; kind: string }, today: string): Promise<FoundPlan | null> {
  if (subject.kind === 'pledge') {
    const pledge = await pledgeOfPublic(db, officeId, subject.subject_id, today)
    if (!pledge) return null
    const documents = await documentsForPublic(
      db,
      officeId,
      pledge.gradings.flatMap((one) => one.documentId ?? []),
      today,
    )
    return { factIds: [], freeze: (facts, stage) => freezePledge(pledge, documents, new Set(facts.map((fact) => fact.factId)), stage) }
  }
  if (subject.kind !== 'strategy') return null
  const branch = await branchOfPublic(db, officeId, subject.subject_id, today)
  if (!branch) return null
  const factIds = (node: NodeView): string[] => [
    ...node.measures.flatMap((one) => one.facts.map((fact) => fact.factId)),
    ...node.children.flatMap(factIds),
  ]
  return {
    factIds: factIds(branch),
    freeze: (facts) => ({ kind: 'strategy', nodes: freezeNode(branch, null, new Set(facts.map((fact) => fact.factId))) }),
  }
}

function freezePledge(
  pledge: Pledge,
  documents: ReadonlyMap<string, PublicQuote>,
  shown: ReadonlySet<string>,
  stage: PublicStage | null,
): PledgePlan {
  const idOf = (fact: { factId: string } | null): string | null => (fact && shown.has(fact.factId) ? fact.factId : null)
  const { money } = pledge
  const [total, inTerm, secured, securedInTerm] = [idOf(money.total), idOf(money.inTerm), idOf(money.secured), idOf(money.securedInTerm)]
  return {
    kind: 'pledge',
    promisedOn: pledge.promisedOn,
    promisor: pledge.promisor,
    termFrom: pledge.termFrom,
    termTo: pledge.termTo,
    dueOn: pledge.dueOn,
    ...pledgeStanding({ stage: stage?.stage ?? null, proven: (stage?.quotes.length ?? 0) > 0 }),
    promises: pledge.promises.flatMap((one) => {
      const promised = idOf(one.promised)
      const actual = idOf(one.actual)
      return promised === null
        ? []
        : [{ indicator: one.indicator, part: one.series, promised, actual, attainment: actual === null ? null : one.attainment }]
    }),
    money: {
      total,
      inTerm,
      secured,
      securedInTerm,
      securedRate: total && secured ? money.securedRate : null,
      securedInTermRate: inTerm && securedInTerm ? money.securedInTermRate : null,
    },
    grades: pledge.gradings.map((one) => freezeGrade(one, documents)),
  }
}

function freezeGrade(one: Pledge['gradings'][number], documents: ReadonlyMap<string, PublicQuote>): PublicGrade {
  const rubric = pledgeRubrics.find((row) => row.id === one.result.rubric && row.version === one.result.version)
  const named = (id: string) => {
    const row = [...(rubric?.parts ?? []), ...(rubric?.gates ?? [])].find((other) => other.id === id)
    return { id, ko: row?.ko ?? id, en: row?.en ?? id }
  }
  const quote = one.documentId === null ? undefined : documents.get(one.documentId)
  return {
    gradedOn: one.gradedOn,
    assessor: one.assessor,
    rubric: one.result.rubric,
    version: one.result.version,
    rubricKo: rubric?.ko ?? one.result.rubric,
    rubricEn: rubric?.en ?? one.result.rubric,
    source: rubric?.source ?? '',
    parts: one.result.parts.map((part) => ({ ...named(part.id), score: part.score, max: part.max })),
    gates: one.result.gates.map((gate) => ({ ...named(gate.id), passed: gate.passed })),
    thresholds: rubric?.grades.map(({ grade, atLeast }) => ({ grade, atLeast })) ?? [],
    total: one.result.total,
    outcome: one.result.outcome,
    grade: one.result.grade,
    quotes: quote ? [quote] : [],
  }
}

function freezeNode(node: NodeView, parentId: string | null, shown: ReadonlySet<string>): PublicNode[] {
  const idOf = (value: { id: string } | null): string | null => (value && shown.has(value.id) ? value.id : null)
  const own: PublicNode = {
    subjectId: node.id,
    parentId,
    level: node.level,
    nameKo: node.nameKo,
    nameEn: node.nameEn,
    illustrative: node.illustrative,
    weight: node.weight,
    progress: node.progress.progress,
    coverage: node.progress.coverage,
    measures: node.measures.map((one) => ({
      id: one.id,
      indicator: one.indicator,
      nameKo: one.nameKo,
      nameEn: one.nameEn,
      unit: one.unit,
      part: one.series,
      weight: one.weight,
      direction: one.direction,
      baselineYear: one.baselineYear,
      progress: one.progress.progress,
      state: one.progress.state,
      years: one.progress.years.map((year) => ({
        year: year.year,
        target: idOf(year.target),
        actual: idOf(year.actual),
        attainment: year.attainment,
        state: year.state,
      })),
    })),
  }
  return [own, ...node.children.flatMap((child) => freezeNode(child, node.id, shown))]
}
