/** What one would have to assume for a claim to hold (더 가정해야 하는 것), as data; `assumptionWords` says it. */
export type ClaimAssumption =
  | { readonly code: 'only-these-sectors'; readonly jobs: number; readonly sectors: readonly { readonly name: string; readonly jobs: number }[] }
  | { readonly code: 'above-every-sector'; readonly jobs: number; readonly most: number }
  | { readonly code: 'direct-only'; readonly jobs: number; readonly usual: number }
  | { readonly code: 'value-added-rate'; readonly rate: number; readonly usual: number }
  | { readonly code: 'value-added-above-output' }
  | { readonly code: 'multiplier'; readonly multiplier: number; readonly usual: number }
  | { readonly code: 'person-years'; readonly jobs: number; readonly years: number; readonly perYear: number }
  | { readonly code: 'nothing-imported' }
  | { readonly code: 'wages-spent-here' }
  | { readonly code: 'larger-amount'; readonly times: number }

type Locale = 'ko' | 'en'

const show = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(3)).toString())
const percent = (value: number): string => show(100 * value)

const words: { readonly [C in ClaimAssumption['code']]: (one: Extract<ClaimAssumption, { code: C }>, locale: Locale) => string } = {
  'only-these-sectors': ({ jobs, sectors }, locale) => {
    const named = sectors.map((one) => `${one.name} (${show(one.jobs)})`).join(', ')
    return locale === 'ko'
      ? `모두 ${named}에 쓰인다. 그 돈에 ${show(jobs)}명이 나오는 다른 업종은 없다.`
      : `that all of it goes to ${named}: no other sector has ${show(jobs)} jobs for that money`
  },
  'above-every-sector': ({ jobs, most }, locale) =>
    locale === 'ko'
      ? `어느 업종보다도 많은 일자리다: ${show(jobs)}명, 가장 많은 업종도 ${show(most)}명.`
      : `more jobs for the money than any sector has: ${show(jobs)} against at most ${show(most)}`,
  'direct-only': ({ jobs, usual }, locale) =>
    locale === 'ko'
      ? `직접 일자리만 센 값이다: ${show(jobs)}명. 유발되는 일자리까지 세면 평균 ${show(usual)}명이다.`
      : `jobs are direct ones only: ${show(jobs)} against ${show(usual)} with all induced jobs`,
  'value-added-rate': ({ rate, usual }, locale) =>
    locale === 'ko'
      ? `생산의 ${percent(rate)}%를 부가가치로 남기는 업종이다. 평균은 ${percent(usual)}%다.`
      : `sectors that keep ${percent(rate)} % of their output as value added, against ${percent(usual)} % on average`,
  'value-added-above-output': (_, locale) =>
    locale === 'ko'
      ? '부가가치는 생산보다 클 수 없다: 두 숫자의 뜻이 서로 다르다.'
      : 'value added cannot be above output: one of the two numbers has another basis',
  multiplier: ({ multiplier, usual }, locale) =>
    locale === 'ko'
      ? `투자의 ${show(multiplier)}배가 생산된다. 평균은 ${show(usual)}배이므로, 짓고 난 뒤의 운영까지 더했거나 다른 것을 세었다.`
      : `output of ${show(multiplier)} times the investment, against ${show(usual)} on average: that running it afterwards is counted, too, or something else`,
  'person-years': ({ jobs, years, perYear }, locale) =>
    locale === 'ko'
      ? `${show(jobs)}명은 ${years}년 동안의 연인원이다: 한 해에 ${show(perYear)}명이 일한다.`
      : `${show(jobs)} jobs over ${years} years are person-years: ${show(perYear)} persons at work in each year`,
  'nothing-imported': (_, locale) => (locale === 'ko' ? '공급망 어디에서도 수입하지 않는다.' : 'that nothing along the chain is imported'),
  'wages-spent-here': (_, locale) =>
    locale === 'ko' ? '여기에서 번 임금을 모두 여기에서 쓴다.' : 'that households spend all they earn from it here',
  'larger-amount': ({ times }, locale) =>
    locale === 'ko' ? `투자가 ${show(times)}배 크거나, 효과를 두 번 세었다.` : `an amount ${show(times)} times as large, or effects counted twice`,
}

/**
 * An assumption in a sentence.
 *
 * `assumptionWords({ code: 'person-years', jobs: 8931, years: 40, perYear: 223.275 }, 'ko') // => '8,931명은 40년 동안의 연인원이다: 한 해에 223명이 일한다.'`
 */
export function assumptionWords<C extends ClaimAssumption['code']>(one: Extract<ClaimAssumption, { code: C }>, locale: Locale): string {
  return (words[one.code] as (one: ClaimAssumption, locale: Locale) => string)(one, locale)
}
