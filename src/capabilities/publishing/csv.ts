import { factsOf, type ProjectPayload, type PublicQuote } from './payload.ts'
import type { PublicEdition } from './public.ts'

/** A cell that a spreadsheet reads as text or number and never runs: RFC 4180 quoting, and a quote mark before what would start a formula. */
function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvRow = (cells: readonly (string | number | boolean | null | undefined)[]): string => `${cells.map(cell).join(',')}\r\n`

/** Columns of the open data, each with what it holds: the dictionary of the data page is made of this list. */
export const columns = [
  ['office', '기관 주소 이름', 'Address name of the office'],
  ['series', '계열: 한 숫자의 모든 판이 놓이는 주소', 'Series: the address of all editions of one number'],
  ['edition', '판', 'Edition'],
  ['kind', 'figure 숫자 · project 사업', 'figure or project'],
  [
    'row',
    'publication 공표한 값 · input 그 값에 들어간 사실 · worked 사실에서 계산한 몫(달성도, 확보율, 진척)',
    'publication: the published value; input: a fact under it; worked: a share worked out of facts (attainment, secured, progress)',
  ],
  ['title', '이름', 'Title'],
  ['subject', '대상', 'Subject of the fact'],
  ['indicator', '지표 (worked 줄에서는 산식과 무엇에 대한 것인지)', 'Indicator (in a worked line: the formula and what of)'],
  [
    'facet',
    '갈래: target 목표, plan 계획, announced 발표, forecast 전망, estimate 추정, actual 실적',
    'Facet: target, plan, announced, forecast, estimate, actual',
  ],
  ['value', '값 (정확한 십진수; 비어 있으면 모름)', 'Exact decimal; empty is not known'],
  ['value_max', '범위의 위쪽', 'Upper end of a range'],
  ['bound', 'min 이상 · max 이하 · above 초과 · below 미만', 'min, max, above, below'],
  ['approximate', '약', 'Approximate'],
  ['unit', '단위', 'Unit'],
  ['as_of', '언제의 값', 'As of'],
  ['published_at', '공표한 때 (UTC)', 'Published at (UTC)'],
  ['withdrawn_at', '철회한 때 (UTC)', 'Withdrawn at (UTC)'],
  ['reason', '고치거나 철회한 까닭', 'Reason of the restatement or withdrawal'],
  ['formula', '산식', 'Formula'],
  ['formula_version', '산식의 판', 'Version of the formula'],
  ['sentence', '그 값을 말한 문장', 'The sentence that said it'],
  ['outlet', '매체', 'Outlet'],
  ['source_title', '문서 제목', 'Title of the document'],
  ['source_date', '문서 날짜', 'Date of the document'],
  ['source_url', '문서 주소', 'Address of the document'],
  ['illustrative', '예시', 'Illustrative'],
  ['receipt', '영수증 (SHA-256)', 'Receipt (SHA-256)'],
] as const

const source = (quote: PublicQuote | undefined) => [
  quote?.sentence ?? null,
  quote ? (quote.digestOf?.outlet ?? quote.outlet) : null,
  quote ? (quote.digestOf?.title ?? quote.title) : null,
  quote ? (quote.digestOf?.date ?? quote.publishedOn) : null,
  quote?.url ?? null,
]

/** Shares that were worked out of the facts of a pledge or a strategy; one that is not known has no line. */
function workedOf({ plan, titleKo }: ProjectPayload): { subject: string; indicator: string; value: string }[] {
  const all =
    plan?.kind === 'pledge'
      ? [
          ...plan.promises.map((one) => ({
            subject: titleKo,
            indicator: `pledge_attainment/1 ${one.indicator} ${one.part}`.trim(),
            value: one.attainment,
          })),
          { subject: titleKo, indicator: 'pledge_secured_rate/1', value: plan.money.securedRate },
          { subject: titleKo, indicator: 'pledge_secured_in_term_rate/1', value: plan.money.securedInTermRate },
        ]
      : (plan?.nodes ?? []).flatMap((node) => [
          { subject: node.nameKo, indicator: 'strategy_progress/1', value: node.progress },
          ...node.measures.flatMap((one) =>
            one.years.map((year) => ({
              subject: node.nameKo,
              indicator: `strategy_attainment/1 ${one.indicator} ${one.part} ${year.year}`.replace(/ +/g, ' '),
              value: year.attainment,
            })),
          ),
        ])
  return all.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
}

/** Editions with their inputs as CSV: UTF-8 with a byte order mark, so that spreadsheets read the Korean. One line a sentence. */
export function publicationsCsv(office: string, editions: readonly PublicEdition[]): string {
  let text = `\ufeff${csvRow(columns.map(([name]) => name))}`
  for (const { row, payload } of editions) {
    const figure = payload.kind === 'figure' ? payload : null
    const shared = [row.as_of, row.published_at, row.withdrawn_at, row.withdrawn_reason ?? row.reason, row.formula, row.formula_version]
    const receipt = row.receipt.toString('hex')
    const head = [office, row.series, row.edition, payload.kind]
    const whole = [figure?.value, figure?.valueMax, figure?.bound, figure?.approximate, figure?.unit]
    text += csvRow([
      ...head,
      'publication',
      payload.titleKo,
      null,
      null,
      null,
      ...whole,
      ...shared,
      ...source(undefined),
      payload.illustrative,
      receipt,
    ])
    for (const one of payload.kind === 'project' ? workedOf(payload) : [])
      text += csvRow([
        ...head,
        'worked',
        payload.titleKo,
        one.subject,
        one.indicator,
        null,
        one.value,
        null,
        null,
        null,
        'ratio',
        ...shared,
        ...source(undefined),
        payload.illustrative,
        receipt,
      ])
    for (const fact of factsOf(payload))
      for (const quote of fact.quotes)
        text += csvRow([
          ...head,
          'input',
          payload.titleKo,
          fact.subjectKo,
          fact.indicator,
          fact.facet,
          fact.value,
          fact.valueMax,
          fact.bound,
          fact.approximate,
          fact.unit,
          ...shared,
          ...source(quote),
          quote.illustrative,
          receipt,
        ])
  }
  return text
}
