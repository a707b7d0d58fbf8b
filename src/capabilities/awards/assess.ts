import { invalid } from '#api/problem'
import { type Clocks, type HeldFact, heldFacts, latestOf, onlyBy, type Seeing } from '#capabilities/plans/index'
import { type ClawbackRule, clawbackRules } from '#data/clawback-rules'
import { assessClawback, type ClawbackResult, clawbackRuleOn } from '#engines/accounting/clawback'
import type { Db } from '#store/store'
import type { AssessedValue, AssessmentInputs } from './queries/assessments.ts'
import { awardTerms, checkRows, conditionRows, officeRules } from './queries/awards.ts'
import { measured } from './view.ts'

/** An assessment that was worked out and not kept. */
export interface Assessed {
  readonly rule: ClawbackRule
  readonly inputs: AssessmentInputs
  readonly result: ClawbackResult
  /** Documents that say the values, and those of the checks up to the day. */
  readonly documents: readonly string[]
}

/** Every version of every rule that an office may assess by: the product's and its own; at a clock, those in force by the day and of the office those known then. */
export const rulesFor = async (db: Db, officeId: string, clocks: Clocks = {}): Promise<ClawbackRule[]> =>
  [...clawbackRules, ...(await officeRules(db, officeId, clocks))].filter((rule) => onlyBy(clocks, rule.validFrom) !== null)

/**
 * 환수를 산정한다: by the version of the rule that holds on the day, with the facts as they are held, measured on or before the day. Nothing is kept here.
 *
 * @throws ProblemError 422 for a rule that did not exist on that day
 */
export async function assessAward(
  db: Db,
  officeId: string,
  seeing: Seeing,
  awardId: string,
  of: { ruleId: string; assessedOn: string },
): Promise<Assessed> {
  const rules = await rulesFor(db, officeId)
  const rule = clawbackRuleOn(rules, of.ruleId, of.assessedOn)
  if (rule === null) {
    const known = [...new Set(rules.map((one) => one.id))].join(', ')
    throw invalid('json.ruleId', { ko: `그날 있던 규칙: ${known}`, en: `a rule of that day: ${known}` }, `${of.ruleId} ${of.assessedOn}`)
  }
  const facts = await heldFacts(db, officeId, [awardId], seeing)
  const terms = (await awardTerms(db, officeId, [awardId])).get(awardId)
  const conditions = await conditionRows(db, officeId, [awardId])
  const granted = latestOf(facts, 'grant', 'actual', of.assessedOn)
  const used: HeldFact[] = granted ? [granted] : []
  const worked = conditions.map((row) => {
    const { promised, reached } = measured(facts, row.indicator, of.assessedOn)
    used.push(...[promised, reached].filter((one): one is HeldFact => one !== null))
    // values of two units are not compared
    const comparable = promised !== null && reached !== null && promised.unit === reached.unit
    return { indicator: row.indicator, weight: row.weight, promised: kept(promised), reached: comparable ? kept(reached) : null }
  })
  const inputs: AssessmentInputs = {
    granted: granted?.unit === 'KRW' ? kept(granted) : null,
    withdrawn: terms?.withdrawnOn != null && terms.withdrawnOn <= of.assessedOn,
    conditions: worked,
  }
  const checks = (await checkRows(db, officeId, [awardId])).filter((one) => one.checkedOn <= of.assessedOn)
  const documents = [...used.flatMap((one) => one.quotes.map((quote) => quote.documentId)), ...checks.flatMap((one) => one.documentId ?? [])]
  return {
    rule,
    inputs,
    result: assessClawback(rule, {
      granted: inputs.granted?.value ?? null,
      withdrawn: inputs.withdrawn,
      conditions: worked.map((one) => ({
        id: one.indicator,
        promised: one.promised?.value ?? null,
        reached: one.reached?.value ?? null,
        weight: one.weight,
      })),
    }),
    documents: [...new Set(documents)],
  }
}

const kept = (fact: HeldFact | null): AssessedValue | null => (fact === null ? null : { factId: fact.factId, value: fact.value, unit: fact.unit })
