/** 지표: the indicators that every office begins with. */
export interface FirstIndicator {
  id: string
  nameKo: string
  nameEn: string
  unit: string
  direction: -1 | 0 | 1
  /** Whether values of different subjects may be added. */
  additive: boolean
}

const row = (id: string, nameKo: string, nameEn: string, unit: string, additive = true, direction: -1 | 0 | 1 = 1): FirstIndicator => ({
  id,
  nameKo,
  nameEn,
  unit,
  direction,
  additive,
})

/** In the order in which screens list them. Area and "other" are neither better nor worse for being larger. */
export const firstIndicators: readonly FirstIndicator[] = [
  row('investment', '투자액', 'Investment', 'KRW'),
  row('jobs', '일자리', 'Jobs', 'persons'),
  row('area', '면적', 'Area', 'm2', true, 0),
  row('firms', '기업 수', 'Firms', 'firms'),
  row('output', '생산액', 'Output', 'KRW'),
  row('value_added', '부가가치', 'Value added', 'KRW'),
  row('production_inducement', '생산유발효과', 'Induced production', 'KRW'),
  row('employment_inducement', '고용유발효과', 'Induced employment', 'persons'),
  row('capacity', '전력 용량', 'Power capacity', 'MW'),
  row('budget', '사업비', 'Budget', 'KRW', true, 0),
  row('exports', '수출액', 'Exports', 'KRW'),
  row('revenue', '매출·세수', 'Revenue', 'KRW'),
  // kept apart from announced investment: 신고 is an intent, 도착 is money in the bank
  row('fdi_notified', '외국인투자 신고액', 'Foreign investment notified', 'USD'),
  row('fdi_arrived', '외국인투자 도착액', 'Foreign investment arrived', 'USD'),
  // money of a pledge: the whole plan is `budget`; what is planned within the term and what is secured are kept apart from it
  row('budget_in_term', '임기 안 사업비', 'Budget within the term', 'KRW', true, 0),
  row('budget_secured', '확보한 사업비', 'Budget secured', 'KRW'),
  row('budget_secured_in_term', '임기 안 확보한 사업비', 'Budget secured within the term', 'KRW'),
  row('grant', '보조금 교부액', 'Grant awarded', 'KRW', true, 0),
  // what "other" holds differs from row to row: a sum would mean nothing
  row('other', '기타', 'Other', 'other', false, 0),
]
