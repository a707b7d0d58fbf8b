/** What kinds of document the office files (see `record/document.ts`). */
type Filed = 'article' | 'press_release' | 'mou' | 'plan' | 'pledge' | 'minutes' | 'evidence' | 'other'

/** 증빙의 갈래: what a document proves, and as which kind of document it may be filed to be taken for it. */
export interface EvidenceKind {
  readonly id: string
  readonly ko: string
  readonly en: string
  readonly filedAs: readonly Filed[]
}

const kind = (id: string, ko: string, en: string, ...filedAs: Filed[]): EvidenceKind => ({
  id,
  ko,
  en,
  filedAs: filedAs.length > 0 ? filedAs : ['evidence'],
})

/** An article is never a permit: official papers are filed as evidence (증빙), whoever files one answers for what it is. */
export const evidenceKinds: readonly EvidenceKind[] = [
  kind('article', '기사', 'Article', 'article'),
  kind('announcement', '보도자료', 'Press release', 'press_release'),
  kind('minutes', '회의록', 'Minutes', 'minutes'),
  kind('inquiry_record', '상담 기록', 'Record of an inquiry', 'minutes', 'evidence', 'other'),
  kind('letter_of_intent', '투자의향서', 'Letter of intent', 'evidence', 'mou', 'other'),
  kind('mou', '협약서', 'Signed MOU', 'mou'),
  kind('contract', '입주·토지 계약서', 'Land or tenancy contract'),
  kind('permit', '인허가 문서', 'Permit'),
  kind('construction_notice', '착공신고 필증', 'Notice of start of construction'),
  kind('completion_notice', '사용승인서·공장설립완료신고', 'Approval of use or completion notice'),
  kind('factory_registration', '공장등록증·가동 확인서', 'Factory registration or confirmation of operation'),
  kind('withdrawal_letter', '철회·취소 공문', 'Letter of withdrawal', 'evidence', 'other'),
  kind('lapse_note', '효력 끝남 확인서', 'Note that it lapsed', 'evidence', 'minutes', 'other'),
  kind('fdi_notice', '외국인투자 신고서', 'Foreign investment notification'),
  kind('fdi_change', '외국인투자 변경신고서', 'Changed foreign investment notification'),
  kind('fdi_arrival', '투자금 도착 확인서', 'Confirmation that money arrived'),
  kind('fdi_registration', '외국인투자기업 등록증명서', 'Certificate of a foreign-invested company'),
  kind('follow_up_report', '사후관리 점검표', 'Follow-up check'),
  kind('agreement_draft', '협약안', 'Draft agreement', 'mou', 'plan', 'minutes', 'other'),
  kind('termination_notice', '해지 통보', 'Notice of termination', 'evidence', 'other'),
  kind('result_report', '이행 결과 보고', 'Report on results', 'evidence', 'minutes', 'plan'),
  kind('programme_plan', '사업계획서', 'Programme plan', 'plan'),
  kind('feasibility_report', '예비타당성조사 자료', 'Preliminary feasibility paper', 'evidence', 'plan'),
  kind('budget_book', '예산서', 'Budget', 'evidence', 'plan'),
  kind('start_order', '사업 착수 공문', 'Order to start', 'evidence', 'plan'),
  kind('evaluation_report', '평가보고서', 'Evaluation report', 'evidence', 'plan'),
  kind('pledge_book', '공약집', 'Book of pledges', 'pledge'),
  kind('action_plan', '공약 실천계획서', 'Pledge action plan', 'plan', 'pledge'),
  kind('application', '신청서', 'Application'),
  kind('review_decision', '심의 의결서', 'Decision of the review', 'evidence', 'minutes'),
  kind('grant_decision', '교부결정서', 'Grant decision'),
  kind('payment_record', '지급 명세', 'Record of payment'),
  kind('settlement_report', '정산보고서', 'Settlement report'),
  kind('clawback_notice', '환수 결정 통지', 'Clawback notice'),
  kind('recovery_receipt', '환수금 납입 확인', 'Receipt of the recovered money'),
]
