/**
 * 공표된 전국 유발계수: national coefficients of the Bank of Korea's input-output tables as newspapers quote its releases, each with its year, its scope and where it stands.
 * They give quick bounds where an office holds no table of its own. Hold them against ECOS (ecos.bok.or.kr) before an official use.
 */
export interface CoefficientRow {
  readonly indicator:
    | 'production' // 생산유발계수: output a unit of final demand
    | 'valueAdded' // 부가가치유발계수: value added a unit of final demand
    | 'employed' // 취업유발계수: persons at work for KRW 1bn of final demand
    | 'employees' // 고용유발계수: persons on a payroll for KRW 1bn of final demand
    | 'valueAddedRate' // 부가가치율: value added over output
    | 'importDependence' // 수입의존도
  readonly year: number
  /** `all` is every sector; else a group of sectors by the Bank's name. */
  readonly scope: 'all' | '농림수산품' | '광산품' | '공산품' | '건설' | '서비스'
  readonly value: number
  readonly source: string
}

const ajunews = '아주경제 2021-06-21, 한국은행 2019년 산업연관표 보도 (m.ajunews.com/view/20210621105533407)'
const thefact = '더팩트, 한국은행 2021–2022년 산업연관표 연장표 보도 (m.tf.co.kr/read/economy/2154926.htm)'
const edaily = '이데일리, 한국은행 2021–2022년 산업연관표 연장표 보도 (edaily.co.kr newsid 02774886639089656)'
const etoday = '이투데이, 한국은행 2019년 산업연관표 보도 (web2.etoday.co.kr/news/view/2037386)'
const economyf = 'economyf.com idx 8296, 한국은행 2021–2022년 산업연관표 연장표 보도'
const ytn = 'YTN 2019-05-28, 한국은행 2015년 산업연관표 보도 (ytn.co.kr 0102_201905281417245990)'
const wowtv = '한국경제TV 2015-06-02, 한국은행 산업연관표 보도 (wowtv.co.kr A201506020427)'

const row = (
  indicator: CoefficientRow['indicator'],
  year: number,
  value: number,
  source: string,
  scope: CoefficientRow['scope'] = 'all',
): CoefficientRow => ({ indicator, year, scope, value, source })

export const coefficients: readonly CoefficientRow[] = [
  row('production', 2018, 1.79, ajunews),
  row('production', 2019, 1.791, ajunews),
  row('production', 2021, 1.806, thefact),
  row('production', 2022, 1.818, thefact),
  row('valueAdded', 2016, 0.791, etoday),
  row('valueAdded', 2018, 0.773, etoday),
  row('valueAdded', 2019, 0.78, ajunews),
  row('valueAdded', 2020, 0.806, edaily),
  row('valueAdded', 2021, 0.775, edaily),
  row('valueAdded', 2022, 0.729, edaily),
  row('employed', 2010, 13.8, ytn),
  row('employed', 2013, 13.1, wowtv),
  row('employed', 2015, 11.8, ytn),
  row('employed', 2019, 10.1, ajunews),
  row('employed', 2020, 9.7, economyf),
  row('employed', 2021, 8.7, economyf),
  row('employed', 2022, 8.1, edaily),
  row('employed', 2019, 25.0, etoday, '농림수산품'),
  row('employed', 2019, 8.9, etoday, '광산품'),
  row('employed', 2019, 6.2, etoday, '공산품'),
  row('employed', 2019, 10.8, etoday, '건설'),
  row('employed', 2019, 12.5, etoday, '서비스'),
  row('employees', 2022, 6.1, edaily),
  row('valueAddedRate', 2019, 0.435, ajunews),
  row('valueAddedRate', 2021, 0.429, edaily),
  row('valueAddedRate', 2022, 0.401, edaily),
  row('importDependence', 2021, 0.125, edaily),
  row('importDependence', 2022, 0.149, edaily),
]

/** The latest value of an indicator, of all sectors or of one group, not later than a year where one is given. */
export function latestCoefficient(
  indicator: CoefficientRow['indicator'],
  scope: CoefficientRow['scope'] = 'all',
  until = 9999,
): CoefficientRow | null {
  const rows = coefficients.filter((one) => one.indicator === indicator && one.scope === scope && one.year <= until)
  return rows.reduce<CoefficientRow | null>((best, one) => (best === null || one.year > best.year ? one : best), null)
}
