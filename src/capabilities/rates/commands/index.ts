import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { knownOnOption } from '#api/cli/instant'
import { decimal, round, shift, toGrouped } from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { RatesAnswer } from '../schemas.ts'

type Locale = 'ko' | 'en'

/** A rate in percent to one place, with its bound; what is not known is a word. */
function percent(held: { value: string | null; bound: string | null; approximate: boolean }, locale: Locale): string {
  const word = wordsIn({ locale })
  if (held.value === null) return word('모름', 'not known')
  const text = `${held.approximate ? word('약 ', 'about ') : ''}${toGrouped(round(shift(decimal(held.value), 2), 1))}%`
  if (held.bound === null) return text
  return held.bound === 'min' || held.bound === 'above' ? word(`${text} 이상`, `at least ${text}`) : word(`${text} 이하`, `at most ${text}`)
}
/** An amount as people write it: 600억 원, 101건. */
const amount = (held: { value: string | null; unit: string }, locale: Locale) =>
  held.value === null
    ? wordsIn({ locale })('모름', 'not known')
    : hasUnit(held.unit)
      ? formatQuantity(quantity(held.value, held.unit), locale).text
      : `${toGrouped(decimal(held.value))} ${held.unit}`

/** `gusul rate`: a realisation rate of a cohort by a named definition at both clocks. */
const rateCommand: Command = {
  name: 'rate',
  usage:
    '--cohort 2016-01..2020-09 [--kind project|agreement] [--measure count|money|jobs] [--definition operating|building|contracted|spent] [--withdrawals in|out] [--investment new|expansion] [--as-of 2020-09-30] [--known-on 2020-11-04T00:00:00Z] [--json]',
  ko: '협약 묶음의 실현율(이행률)을 정의와 함께 보입니다',
  en: 'the realisation rate of a cohort, with its definition',
  options: {
    cohort: { type: 'string' },
    kind: { type: 'string' },
    measure: { type: 'string' },
    definition: { type: 'string' },
    withdrawals: { type: 'string' },
    investment: { type: 'string' },
    'as-of': { type: 'string' },
    'known-on': { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const query = queryOf(context)
    const answer = await (await context.api()).get<RatesAnswer>(`/offices/${await context.office()}/rates?${query}`)
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(answer)}\n`)
    else context.io.stdout(`${linesOf(answer, context.locale).join('\n')}\n`)
    return 0
  },
}

const end = /^\d{4}(-\d{2}(-\d{2})?)?$/

/**
 * 협약 묶음을 읽는다: two ends with `..` between them, either of which may be left out, or one year, month or day alone. A year is its twelve months.
 *
 * @throws RangeError for anything else
 * @example
 * cohortOption('2016..2020-09') // => { from: '2016-01', to: '2020-09' }
 * cohortOption('2019') // => { from: '2019-01', to: '2019-12' }
 */
export function cohortOption(text: string): { from: string | null; to: string | null } {
  const ends = text.split('..')
  const [first = '', last = first] = ends
  if (ends.length > 2 || first + last === '' || [first, last].some((one) => one !== '' && !end.test(one)))
    throw new RangeError(`expected a cohort such as 2016-01..2020-09 (either end may be left out) or 2019, got "${text}"`)
  const whole = (one: string, month: string) => (one === '' ? null : one.length === 4 ? `${one}-${month}` : one)
  return { from: whole(first, '01'), to: whole(last, '12') }
}

function queryOf(context: CommandContext): URLSearchParams {
  const query = new URLSearchParams()
  const cohort = optionText(context, 'cohort')
  if (cohort !== undefined) {
    const { from, to } = cohortOption(cohort)
    if (from !== null) query.set('cohortFrom', from)
    if (to !== null) query.set('cohortTo', to)
  }
  for (const [option, name] of [
    ['kind', 'kind'],
    ['measure', 'measure'],
    ['definition', 'definition'],
    ['withdrawals', 'withdrawals'],
    ['as-of', 'asOf'],
    ['investment', 'investmentKind'],
    ['known-on', 'knownOn'],
  ] as const) {
    const value = optionText(context, option)
    if (value !== undefined) query.set(name, option === 'known-on' ? knownOnOption(value) : value)
  }
  return query
}

function linesOf(answer: RatesAnswer, locale: Locale): string[] {
  const word = wordsIn({ locale })
  const row = answer.rows.find((one) => one.measure === answer.measure && one.definition === answer.definition)!
  return [
    `${word('실현율', 'rate')} (${row.name[locale]})\t${percent(row.rate, locale)}\t${amount(row.above, locale)} / ${amount(row.below, locale)}`,
    row.text[locale],
    ...row.missing.map((one) => `- ${one.subjectName}\t${one.reason}`),
    ...answer.stated.flatMap((stated) => [
      `${word('밝혀진 값', 'as stated')}: ${stated.subjectName} (${stated.from} – ${stated.to})`,
      ...stated.rates.map(
        (one) => `  ${one.name[locale]}\t${percent(one.rate, locale)}\t${amount(one.above, locale)} / ${amount(one.below, locale)}`,
      ),
    ]),
  ]
}

/** What the command line does with rates. */
export const ratesCommands: readonly Command[] = [rateCommand]
