/**
 * 단계표: the stage machines of the record as dated data. A row holds from `validFrom`; a later row of the same machine and stage replaces it from its own date.
 * Phases: `announced` said, `committed` signed for land or permit, `building`, `realised`, `lost`; `before` stands before anything was announced.
 * Source of the order for investment projects: the steps of Korean factory law practice (입주계약, 건축허가, 착공, 공장설립완료신고, 공장등록).
 */
export type Phase = 'before' | 'announced' | 'committed' | 'building' | 'realised' | 'lost'

export interface StageRow {
  readonly machine: 'project' | 'agreement' | 'programme' | 'pledge'
  readonly stage: string
  readonly ko: string
  readonly en: string
  readonly phase: Phase
  readonly ord: number
  /** A last stage: nothing is expected after it. */
  readonly final: boolean
  readonly validFrom: string
}

const row = (machine: StageRow['machine'], stage: string, ko: string, en: string, phase: Phase, ord: number, final = false): StageRow => ({
  machine,
  stage,
  ko,
  en,
  phase,
  ord,
  final,
  validFrom: '2000-01-01',
})

export const stageRows: readonly StageRow[] = [
  row('project', 'lead', '발굴', 'Lead', 'before', 10),
  row('project', 'loi', '투자의향', 'Letter of intent', 'before', 20),
  row('project', 'mou', '협약', 'MOU', 'announced', 30),
  row('project', 'contract', '입주·토지계약', 'Land or tenancy contract', 'committed', 40),
  row('project', 'permit', '인허가', 'Permit', 'committed', 50),
  row('project', 'construction', '공사', 'Construction', 'building', 60),
  row('project', 'completion', '준공', 'Completion', 'building', 70),
  row('project', 'operation', '가동', 'Operation', 'realised', 80, true),
  row('project', 'lapsed', '효력 끝남', 'Lapsed', 'lost', 90, true),
  row('project', 'withdrawn', '철회', 'Withdrawn', 'lost', 91, true),
  row('project', 'relocated', '다른 지역 투자', 'Invested elsewhere', 'lost', 92, true),
  row('agreement', 'proposed', '제안', 'Proposed', 'before', 10),
  row('agreement', 'signed', '체결', 'Signed', 'announced', 20),
  row('agreement', 'in_force', '이행', 'In force', 'committed', 30),
  row('agreement', 'fulfilled', '이행 완료', 'Fulfilled', 'realised', 40, true),
  row('agreement', 'lapsed', '기한 지남', 'Lapsed', 'lost', 90, true),
  row('agreement', 'terminated', '해지', 'Terminated', 'lost', 91, true),
  row('programme', 'proposed', '제안', 'Proposed', 'before', 10),
  row('programme', 'feasibility', '예비타당성조사', 'Preliminary feasibility', 'announced', 20),
  row('programme', 'budgeted', '예산 확보', 'Budgeted', 'committed', 30),
  row('programme', 'running', '진행', 'Running', 'building', 40),
  row('programme', 'closed', '마침', 'Closed', 'realised', 50, true),
  row('programme', 'dropped', '폐기', 'Dropped', 'lost', 90, true),
  row('pledge', 'stated', '공약', 'Stated', 'announced', 10),
  row('pledge', 'adopted', '실천계획 반영', 'Adopted', 'committed', 20),
  row('pledge', 'in_progress', '추진', 'In progress', 'building', 30),
  row('pledge', 'done', '완료', 'Done', 'realised', 40, true),
  row('pledge', 'done_continuing', '이행 후 계속추진', 'Done, continuing', 'realised', 41, true),
  row('pledge', 'held', '보류', 'Held', 'lost', 90),
  row('pledge', 'dropped', '폐기', 'Dropped', 'lost', 91, true),
]
