import type { StageRow } from './stages.ts'

/** A step that may be made: to a stage, from which ones, by what evidence, within what time. */
export interface StageRule {
  /** The rule's name, as a refusal says it: `project.construction`. */
  readonly id: string
  readonly machine: StageRow['machine']
  readonly to: string
  readonly from: readonly string[]
  /** Kinds of evidence of which one is needed (`evidence-kinds.ts`). */
  readonly evidence: readonly string[]
  /** How long the stage before may last until this step; what takes longer is shown as late, never refused. */
  readonly limits: readonly StageLimit[]
  /** Whether it may be made again from the same stage, numbered: instalments of arrival, phases of a programme. */
  readonly numbered: boolean
  readonly validFrom: string
}

export interface StageLimit {
  readonly from: string
  readonly days?: number
  readonly months?: number
  /** Where the limit comes from. */
  readonly source: string
}

interface Given {
  readonly from: readonly string[]
  readonly evidence: readonly string[]
  readonly limits?: readonly StageLimit[]
  readonly numbered?: boolean
}

const rule = (machine: StageRow['machine'], to: string, given: Given): StageRule => ({
  id: `${machine}.${to}`,
  machine,
  to,
  from: given.from,
  evidence: given.evidence,
  limits: given.limits ?? [],
  numbered: given.numbered ?? false,
  validFrom: '2000-01-01',
})

const mouTwoYears = (from: string): StageLimit => ({
  from,
  days: 730,
  source: '투자협약은 흔히 두 해 동안 유효한 것으로 본다 (지방자치단체 투자유치 실무)',
})
const alive = ['lead', 'loi', 'mou', 'contract', 'permit', 'construction', 'completion', 'operation']

/**
 * 단계 규칙: a row holds from `validFrom`; a later row of the same id replaces it from its own date. A step is judged by the rules of the day on which it happened.
 * Laws: 산업집적활성화 및 공장설립에 관한 법률 (start within two years of the tenancy contract, completion notice within two months), 건축법 제11조 (start within two years of the permit),
 * 외국인투자 촉진법 (신고, 도착, 등록), 지방자치단체의 지방투자기업 유치에 대한 국가의 재정자금 지원기준 (three years of investment, five of follow-up).
 */
export const stageRules: readonly StageRule[] = [
  rule('project', 'lead', { from: [], evidence: ['inquiry_record', 'minutes', 'article', 'announcement', 'programme_plan'] }),
  rule('project', 'loi', { from: ['lead'], evidence: ['letter_of_intent'] }),
  rule('project', 'mou', { from: ['lead', 'loi'], evidence: ['mou', 'announcement', 'article'] }),
  rule('project', 'contract', { from: ['loi', 'mou'], evidence: ['contract'], limits: [mouTwoYears('mou')] }),
  rule('project', 'permit', { from: ['mou', 'contract'], evidence: ['permit'], limits: [mouTwoYears('mou')] }),
  rule('project', 'construction', {
    from: ['mou', 'contract', 'permit'],
    evidence: ['construction_notice'],
    limits: [
      mouTwoYears('mou'),
      { from: 'contract', days: 730, source: '산업집적활성화 및 공장설립에 관한 법률 (입주계약 뒤 2년 안 착수)' },
      { from: 'permit', days: 730, source: '건축법 제11조 (허가 뒤 2년 안 착수)' },
    ],
  }),
  rule('project', 'completion', { from: ['construction'], evidence: ['completion_notice'] }),
  rule('project', 'operation', {
    from: ['construction', 'completion'],
    evidence: ['factory_registration'],
    limits: [{ from: 'completion', months: 2, source: '산업집적활성화 및 공장설립에 관한 법률 (공장설립완료신고 2개월)' }],
  }),
  rule('project', 'lapsed', { from: ['loi', 'mou', 'contract', 'permit'], evidence: ['lapse_note', 'withdrawal_letter'] }),
  rule('project', 'withdrawn', { from: alive, evidence: ['withdrawal_letter', 'minutes', 'article', 'announcement'] }),
  rule('project', 'relocated', { from: alive, evidence: ['withdrawal_letter', 'minutes', 'article', 'announcement'] }),

  rule('fdi', 'inquiry', { from: [], evidence: ['inquiry_record', 'minutes', 'letter_of_intent'] }),
  rule('fdi', 'notice', { from: ['inquiry'], evidence: ['fdi_notice'] }),
  rule('fdi', 'changed', { from: ['notice', 'changed', 'arrival'], evidence: ['fdi_change'], numbered: true }),
  rule('fdi', 'arrival', { from: ['notice', 'changed', 'arrival'], evidence: ['fdi_arrival'], numbered: true }),
  rule('fdi', 'registration', { from: ['arrival'], evidence: ['fdi_registration'] }),
  rule('fdi', 'follow_up', { from: ['registration'], evidence: ['follow_up_report'] }),
  rule('fdi', 'cancelled', { from: ['inquiry', 'notice', 'changed'], evidence: ['withdrawal_letter', 'fdi_change'] }),

  rule('agreement', 'proposed', { from: [], evidence: ['agreement_draft', 'minutes', 'article', 'announcement'] }),
  rule('agreement', 'signed', { from: ['proposed'], evidence: ['mou', 'contract', 'announcement', 'article'] }),
  rule('agreement', 'in_force', {
    from: ['signed', 'renewed'],
    evidence: ['result_report', 'contract', 'budget_book'],
    limits: [mouTwoYears('signed')],
  }),
  rule('agreement', 'renewed', { from: ['signed', 'in_force', 'renewed', 'lapsed'], evidence: ['mou', 'contract'], numbered: true }),
  rule('agreement', 'fulfilled', { from: ['signed', 'in_force', 'renewed'], evidence: ['result_report'] }),
  rule('agreement', 'lapsed', { from: ['proposed', 'signed', 'in_force', 'renewed'], evidence: ['lapse_note', 'minutes'] }),
  rule('agreement', 'terminated', { from: ['signed', 'in_force', 'renewed'], evidence: ['termination_notice'] }),

  rule('programme', 'proposed', { from: [], evidence: ['programme_plan', 'minutes', 'article', 'announcement', 'pledge_book'] }),
  rule('programme', 'feasibility', { from: ['proposed'], evidence: ['feasibility_report'] }),
  rule('programme', 'budgeted', { from: ['proposed', 'feasibility'], evidence: ['budget_book'] }),
  rule('programme', 'running', { from: ['budgeted', 'evaluated'], evidence: ['start_order'], numbered: true }),
  rule('programme', 'evaluated', { from: ['running'], evidence: ['evaluation_report'], numbered: true }),
  rule('programme', 'closed', { from: ['running', 'evaluated'], evidence: ['result_report', 'settlement_report', 'evaluation_report'] }),
  rule('programme', 'dropped', {
    from: ['proposed', 'feasibility', 'budgeted', 'running', 'evaluated'],
    evidence: ['minutes', 'withdrawal_letter', 'feasibility_report'],
  }),

  rule('pledge', 'stated', { from: [], evidence: ['pledge_book', 'article', 'announcement'] }),
  rule('pledge', 'adopted', { from: ['stated'], evidence: ['action_plan'] }),
  rule('pledge', 'in_progress', { from: ['adopted', 'held', 'partial'], evidence: ['result_report', 'budget_book', 'start_order'] }),
  rule('pledge', 'partial', { from: ['adopted', 'in_progress'], evidence: ['result_report'] }),
  rule('pledge', 'done', { from: ['in_progress', 'partial'], evidence: ['result_report'] }),
  rule('pledge', 'done_continuing', { from: ['in_progress', 'partial', 'done'], evidence: ['result_report'] }),
  rule('pledge', 'held', { from: ['stated', 'adopted', 'in_progress', 'partial'], evidence: ['minutes', 'result_report'] }),
  rule('pledge', 'dropped', { from: ['stated', 'adopted', 'in_progress', 'partial', 'held'], evidence: ['minutes', 'result_report'] }),

  rule('award', 'applied', { from: [], evidence: ['application'] }),
  rule('award', 'reviewed', { from: ['applied'], evidence: ['review_decision'] }),
  rule('award', 'granted', { from: ['reviewed'], evidence: ['grant_decision'] }),
  rule('award', 'paid', { from: ['granted', 'investing', 'paid'], evidence: ['payment_record'], numbered: true }),
  rule('award', 'investing', { from: ['granted', 'paid'], evidence: ['start_order', 'follow_up_report', 'contract'] }),
  rule('award', 'settled', {
    from: ['paid', 'investing'],
    evidence: ['settlement_report'],
    limits: [{ from: 'investing', months: 36, source: '지방투자촉진보조금: 투자기간 3년' }],
  }),
  rule('award', 'follow_up', { from: ['settled', 'recovered'], evidence: ['follow_up_report', 'settlement_report'] }),
  rule('award', 'released', {
    from: ['follow_up'],
    evidence: ['follow_up_report'],
    limits: [{ from: 'follow_up', months: 60, source: '지방투자촉진보조금: 사후관리 5년' }],
  }),
  rule('award', 'clawback_assessed', { from: ['paid', 'investing', 'settled', 'follow_up'], evidence: ['clawback_notice'] }),
  rule('award', 'recovered', { from: ['clawback_assessed'], evidence: ['recovery_receipt'] }),
  rule('award', 'rejected', { from: ['applied', 'reviewed'], evidence: ['review_decision'] }),
]
