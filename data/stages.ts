/**
 * 단계표: the stage machines of the record as dated data. A row holds from `validFrom`; a later row of the same machine and stage replaces it from its own date.
 * Phases: `announced` said, `committed` signed for land or permit, `building`, `realised`, `lost`; `before` stands before anything was announced.
 * Which step may follow which, by what evidence and within what time, stands in `stage-rules.ts`.
 * Sources of the order: investment projects, the steps of Korean factory law practice (입주계약, 건축허가, 착공, 공장설립완료신고, 공장등록); foreign direct investment,
 * 외국인투자 촉진법 (신고, 변경신고, 도착, 등록), a track of its own beside the project's; awards, 지방투자촉진보조금 (three years of investment, five of follow-up).
 */
export type Phase = 'before' | 'announced' | 'committed' | 'building' | 'realised' | 'lost'

export interface StageRow {
  readonly machine: 'project' | 'fdi' | 'agreement' | 'programme' | 'pledge' | 'award'
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
  row('fdi', 'inquiry', '상담', 'Inquiry', 'before', 10),
  row('fdi', 'notice', '신고', 'Notified', 'announced', 20),
  row('fdi', 'changed', '변경신고', 'Notification changed', 'announced', 25),
  row('fdi', 'arrival', '도착', 'Arrived', 'building', 30),
  row('fdi', 'registration', '외국인투자기업 등록', 'Registered', 'realised', 40),
  row('fdi', 'follow_up', '사후관리', 'Follow-up', 'realised', 50, true),
  row('fdi', 'cancelled', '신고 취소', 'Notification cancelled', 'lost', 90, true),
  row('agreement', 'proposed', '제안', 'Proposed', 'before', 10),
  row('agreement', 'signed', '체결', 'Signed', 'announced', 20),
  row('agreement', 'in_force', '이행', 'In force', 'committed', 30),
  row('agreement', 'renewed', '갱신', 'Renewed', 'committed', 35),
  row('agreement', 'fulfilled', '이행 완료', 'Fulfilled', 'realised', 40, true),
  row('agreement', 'lapsed', '기한 지남', 'Lapsed', 'lost', 90, true),
  row('agreement', 'terminated', '해지', 'Terminated', 'lost', 91, true),
  row('programme', 'proposed', '제안', 'Proposed', 'before', 10),
  row('programme', 'feasibility', '예비타당성조사', 'Preliminary feasibility', 'announced', 20),
  row('programme', 'budgeted', '예산 확보', 'Budgeted', 'committed', 30),
  row('programme', 'running', '진행', 'Running', 'building', 40),
  row('programme', 'evaluated', '단계평가', 'Phase evaluated', 'building', 45),
  row('programme', 'closed', '마침', 'Closed', 'realised', 50, true),
  row('programme', 'dropped', '폐기', 'Dropped', 'lost', 90, true),
  row('pledge', 'stated', '공약', 'Stated', 'announced', 10),
  row('pledge', 'adopted', '실천계획 반영', 'Adopted', 'committed', 20),
  row('pledge', 'in_progress', '추진', 'In progress', 'building', 30),
  row('pledge', 'partial', '일부 이행', 'Partly done', 'building', 35),
  row('pledge', 'done', '완료', 'Done', 'realised', 40, true),
  row('pledge', 'done_continuing', '이행 후 계속추진', 'Done, continuing', 'realised', 41, true),
  row('pledge', 'held', '보류', 'Held', 'lost', 90),
  row('pledge', 'dropped', '폐기', 'Dropped', 'lost', 91, true),
  row('award', 'applied', '신청', 'Applied', 'before', 10),
  row('award', 'reviewed', '심사', 'Reviewed', 'before', 20),
  row('award', 'granted', '교부 결정', 'Granted', 'announced', 30),
  row('award', 'paid', '지급', 'Paid', 'committed', 40),
  row('award', 'investing', '투자기간', 'Investing', 'building', 50),
  row('award', 'settled', '정산', 'Settled', 'building', 60),
  row('award', 'follow_up', '사후관리', 'Follow-up', 'realised', 70),
  row('award', 'released', '사후관리 종료', 'Released', 'realised', 80, true),
  row('award', 'clawback_assessed', '환수 결정', 'Clawback assessed', 'lost', 85),
  row('award', 'recovered', '환수 완료', 'Recovered', 'lost', 86, true),
  row('award', 'rejected', '미선정', 'Not selected', 'lost', 90, true),
]
