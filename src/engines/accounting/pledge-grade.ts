import type { Rubric } from '#data/pledge-rubrics'
import { add, compare, decimal, quotient, subtract, toText, ZERO } from '#quantity/decimal'

/** What a rubric is applied to: points by part and gates passed or not; null is not known. */
export interface GradeInputs {
  readonly scores: Readonly<Record<string, string | null>>
  readonly gates: Readonly<Record<string, boolean | null>>
}

/** 평가 결과. `below`: under the lowest threshold that is known; `gate_failed`: no letter whatever the points; `incomplete`: something is not known. */
export interface Grading {
  readonly rubric: string
  readonly version: string
  readonly outcome: 'graded' | 'below' | 'gate_failed' | 'incomplete'
  readonly grade: string | null
  readonly total: string | null
  readonly parts: readonly { readonly id: string; readonly score: string | null; readonly max: string }[]
  readonly gates: readonly { readonly id: string; readonly passed: boolean | null }[]
  readonly missing: readonly string[]
  /** The next better grade and how many points are wanting; null at the top or where the total is not known. */
  readonly next: { readonly grade: string; readonly atLeast: string; readonly short: string } | null
}

/**
 * 그날의 기준표: the version of a rubric that holds on a day: the latest whose first day is not after it; null before the first.
 *
 * @example
 * rubricOn([{ id: 'manifesto-plan', version: '2023', ko: '', en: '', validFrom: '2023-01-01', parts: [], gates: [], grades: [], source: '' }], 'manifesto-plan', '2022-12-31') // => null
 */
export function rubricOn<R extends Pick<Rubric, 'validFrom'> & { readonly id: string }>(rubrics: readonly R[], id: string, day: string): R | null {
  return rubrics.reduce<R | null>(
    (best, one) => (one.id === id && one.validFrom <= day && (best === null || one.validFrom > best.validFrom) ? one : best),
    null,
  )
}

/**
 * 기준표로 등급을 매긴다: the sum of the points against the thresholds of one version. Nothing is guessed: a part that is not known leaves total and grade unknown,
 * a gate that was failed gives no letter, a total below the lowest known threshold gives none either.
 * Source: 한국매니페스토실천본부 evaluations; thresholds in `data/pledge-rubrics.ts`.
 *
 * @throws RangeError for points below 0 or above the most there are
 */
export function gradeByRubric(rubric: Rubric, inputs: GradeInputs): Grading {
  const parts = rubric.parts.map((part) => {
    const score = inputs.scores[part.id] ?? null
    if (score !== null && (compare(decimal(score), ZERO) < 0 || compare(decimal(score), decimal(part.max)) > 0))
      throw new RangeError(`expected points of ${part.id} between 0 and ${part.max}, got ${score}`)
    return { id: part.id, score, max: part.max }
  })
  const gates = rubric.gates.map((gate) => ({ id: gate.id, passed: inputs.gates[gate.id] ?? null }))
  const missing = [...parts.filter((one) => one.score === null), ...gates.filter((one) => one.passed === null)].map((one) => one.id)
  const failed = gates.some((one) => one.passed === false)
  const whole = parts.every((one) => one.score !== null) ? parts.reduce((sum, one) => add(sum, decimal(one.score!)), ZERO) : null
  const reached = whole === null ? -1 : rubric.grades.findIndex((one) => compare(whole, decimal(one.atLeast)) >= 0)
  const better = whole === null ? null : (rubric.grades.slice(0, reached === -1 ? undefined : reached).at(-1) ?? null)
  const outcome = failed ? 'gate_failed' : missing.length > 0 ? 'incomplete' : reached === -1 ? 'below' : 'graded'
  return {
    rubric: rubric.id,
    version: rubric.version,
    outcome,
    grade: outcome === 'graded' ? rubric.grades[reached]!.grade : null,
    total: whole === null ? null : toText(whole),
    parts,
    gates,
    missing,
    next:
      better === null || whole === null
        ? null
        : { grade: better.grade, atLeast: better.atLeast, short: toText(subtract(decimal(better.atLeast), whole)) },
  }
}

/**
 * 확보율: secured money over planned money, exact or to 20 digits; null where either is not known or nothing is planned.
 * Formula: secured / planned. Units: both in the same currency.
 *
 * @example
 * securedRate('742600000000', '1516500000000') // => '0.48968018463567425'
 */
export function securedRate(secured: string | null, planned: string | null): string | null {
  if (secured === null || planned === null || compare(decimal(planned), ZERO) <= 0) return null
  return toText(quotient(decimal(secured), decimal(planned), 17))
}

/** Where a pledge stands, as far as something proves it. */
export interface PledgeStanding {
  /** The stage of the record, `unproven` where it is said to be done and nothing stands behind that, null where no stage is known. */
  readonly state: string | null
  readonly done: boolean
}

/**
 * 이행 상태: a pledge is done only where its stage says so and something proves it (a document, a sentence, or a reason that a head gave). State is a matter of evidence, not of opinion.
 *
 * @example
 * pledgeStanding({ stage: 'done', proven: true }) // => { state: 'done', done: true }
 * pledgeStanding({ stage: 'done', proven: false }) // => { state: 'unproven', done: false }
 */
export function pledgeStanding(of: { stage: string | null; proven: boolean }): PledgeStanding {
  const finished = of.stage === 'done' || of.stage === 'done_continuing'
  return finished && !of.proven ? { state: 'unproven', done: false } : { state: of.stage, done: finished }
}
