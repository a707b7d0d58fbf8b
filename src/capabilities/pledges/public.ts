import type { HeldFact } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { type PledgeSummary, summaryOf } from './summary.ts'
import { type Pledge, type PledgeMoney, type PromisedValue, pledgesOf } from './view.ts'

/** The name and version of the formulas behind the numbers of a public pledge page. */
export const pledgeFormulas = {
  doneRate: { formula: 'pledge_done_rate', version: 1 },
  attainment: { formula: 'pledge_attainment', version: 1 },
  securedRate: { formula: 'pledge_secured_rate', version: 1 },
} as const

/** A grade as the public reads it: rubric, version, inputs, result, and who assessed. */
export interface PublicGrade {
  readonly id: string
  readonly gradedOn: string
  readonly assessor: string
  readonly inputs: Pledge['gradings'][number]['inputs']
  readonly result: Pledge['gradings'][number]['result']
  readonly documentTitle: string | null
}

/** 공약 한 건, as the public reads it. */
export interface PublicPledge {
  readonly subjectId: string
  readonly nameKo: string
  readonly nameEn: string | null
  readonly field: string | null
  readonly place: string | null
  readonly illustrative: boolean
  readonly promisedOn: string | null
  readonly promisor: string | null
  readonly term: { readonly from: string | null; readonly to: string | null }
  readonly dueOn: string | null
  /** Stage of the record, `unproven` where nothing that may be shown proves that it is done, null where none is known. */
  readonly state: string | null
  readonly stateSince: string | null
  readonly done: boolean
  readonly proof: { readonly documentTitle: string | null; readonly sentence: string | null } | null
  readonly promises: readonly PromisedValue[]
  readonly money: PledgeMoney
  readonly grades: readonly PublicGrade[]
  readonly facts: readonly HeldFact[]
}

/** 공개 공약: what a public page may say on a day, and nothing that is held back: neither subjects, nor facts without a sentence that may be read, nor steps and grades that rest on hidden documents. */
export async function publicPledges(
  db: Db,
  officeId: string,
  today: string,
  /** Only these, such as those whose page was published. */
  only?: readonly string[],
): Promise<{ readonly summary: PledgeSummary; readonly formulas: typeof pledgeFormulas; readonly pledges: readonly PublicPledge[] }> {
  const pledges = await pledgesOf(db, officeId, { kind: 'public', today }, today, only ? { ids: only } : {})
  return { summary: summaryOf(pledges), formulas: pledgeFormulas, pledges: pledges.map(shown) }
}

const shown = (one: Pledge): PublicPledge => ({
  subjectId: one.id,
  nameKo: one.nameKo,
  nameEn: one.nameEn,
  field: one.industry,
  place: one.place,
  illustrative: one.illustrative,
  promisedOn: one.promisedOn,
  promisor: one.promisor,
  term: { from: one.termFrom, to: one.termTo },
  dueOn: one.dueOn,
  state: one.state,
  stateSince: one.stageFrom,
  done: one.done,
  proof: one.proof === null ? null : { documentTitle: one.proof.documentTitle, sentence: one.proof.sentence },
  promises: one.promises,
  money: one.money,
  grades: one.gradings.map(({ id, gradedOn, assessor, inputs, result, documentTitle }) => ({
    id,
    gradedOn,
    assessor,
    inputs,
    result,
    documentTitle,
  })),
  facts: one.facts,
})
