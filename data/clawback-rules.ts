/**
 * 환수 규칙: how much of an award is to be paid back, as dated data. A row holds from `validFrom`; a later version of the same id replaces it from its own date,
 * and what was assessed before stays as it was. An office writes the rule of its own ordinance beside these.
 * Source: 지방자치단체의 지방투자기업 유치에 대한 국가의 재정자금 지원기준, as reported (sejongtimes 90076: three years of investment and five of follow-up,
 * recovery in proportion to the shortfall). The text of the notice itself was not at hand: check it before an amount is demanded.
 */
export interface ClawbackRule {
  readonly id: string
  readonly version: number
  readonly ko: string
  readonly en: string
  readonly validFrom: string
  /** A shortfall up to this share counts as none, as a decimal between 0 and 1. */
  readonly tolerance: string
  /** Of several conditions: the largest shortfall, or their average by weight. */
  readonly combine: 'largest' | 'weighted'
  readonly source: string
}

export const clawbackRules: readonly ClawbackRule[] = [
  {
    id: 'shortfall-pro-rata',
    version: 1,
    ko: '미달 비율만큼 환수 (여러 조건은 가장 크게 모자란 것)',
    en: 'In proportion to the shortfall (of several conditions the largest)',
    validFrom: '2000-01-01',
    tolerance: '0',
    combine: 'largest',
    source: '지방투자촉진보조금 지원기준 보도 (투자 3년, 사후관리 5년, 미달 비율만큼 환수)',
  },
]
