import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { knownOnOption } from '#api/cli/instant'
import { lineText } from '#engines/accounting/line-words'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import { decimal, toGrouped } from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { CompareAnswer, CompareLine, Side } from '../schemas.ts'
import { partOf, whatOf } from '../words.ts'

/** `gusul compare`: what the office reported then, and now. */
const compareCommand: Command = {
  name: 'compare',
  usage:
    '--then 2024-06-01 [--then-known 2024-06-01] [--as-of 2026-06-01] [--known-on 2026-06-01] [--project ID] [--kind …] [--place …] [--same] [--csv|--json]',
  ko: '그때 보고한 것과 지금을 줄마다 견줍니다 (누가, 언제, 어느 문장으로)',
  en: 'compare two answers of the office line by line: who, when, by what sentence',
  options: {
    // biome-ignore lint/suspicious/noThenProperty: the name of an option, never awaited
    then: { type: 'string' },
    'then-known': { type: 'string' },
    'as-of': { type: 'string' },
    'known-on': { type: 'string' },
    project: { type: 'string' },
    kind: { type: 'string' },
    place: { type: 'string' },
    same: { type: 'boolean' },
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const query = queryOf(context)
    const [api, office] = [await context.api(), await context.office()]
    if (optionFlag(context, 'csv')) {
      const answer = await api.raw('GET', `/offices/${office}/exports/compare.csv?${query}`)
      const body = await answer.text()
      if (!answer.ok) throw new Error(body)
      context.io.stdout(body)
      return 0
    }
    const answer = await wholeAnswer(query, (asked) => api.get<CompareAnswer>(`/offices/${office}/compare?${asked}`))
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(answer)}\n`)
    else context.io.stdout(`${wordsOf(answer, context.locale).join('\n')}\n`)
    return 0
  },
}

function queryOf(context: CommandContext): URLSearchParams {
  const then = optionText(context, 'then')
  if (then === undefined) throw new RangeError('expected the day that was asked about: gusul compare --then 2024-06-01')
  const query = new URLSearchParams({ beforeAsOf: then, beforeKnownOn: knownOnOption(optionText(context, 'then-known') ?? then) })
  const known = optionText(context, 'known-on')
  if (known !== undefined) query.set('knownOn', knownOnOption(known))
  for (const [option, name] of [
    ['as-of', 'asOf'],
    ['project', 'subject'],
    ['kind', 'kind'],
    ['place', 'place'],
  ] as const) {
    const value = optionText(context, option)
    if (value !== undefined) query.set(name, value)
  }
  if (optionFlag(context, 'same')) query.set('same', 'true')
  return query
}

async function wholeAnswer(query: URLSearchParams, ask: (query: URLSearchParams) => Promise<CompareAnswer>): Promise<CompareAnswer> {
  const first = await ask(new URLSearchParams([...query, ['limit', '500']]))
  const items = [...first.items]
  // later pages ask about the moments of the first, so that nothing entered meanwhile shifts them
  const fixed = new URLSearchParams([...query, ['limit', '500']])
  fixed.set('asOf', first.after.asOf)
  fixed.set('knownOn', first.after.knownOn)
  for (let next = first.next; next !== null; ) {
    fixed.set('cursor', next)
    const page = await ask(fixed)
    items.push(...page.items)
    next = page.next
  }
  return { ...first, items, next: null }
}

const said = (side: Side | null, locale: 'ko' | 'en', line?: CompareLine): string =>
  side === null
    ? wordsIn({ locale })('모름', 'not known')
    : side.value === null
      ? side.text === null
        ? wordsIn({ locale })('모름', 'not known')
        : line
          ? lineText({ what: line.what, kind: line.subjectKind }, side.text, locale)
          : side.text
      : side.unit !== null && hasUnit(side.unit)
        ? formatQuantity(quantity(side.value, side.unit, { approx: side.approximate }), locale).text
        : `${side.approximate ? wordsIn({ locale })('약 ', 'about ') : ''}${toGrouped(decimal(side.value))} ${side.unit ?? ''}`.trim()

/** The command line has no list of the office's indicators: their ids stand for them. */
const noNames = new Map()

function wordsOf(answer: CompareAnswer, locale: 'ko' | 'en'): string[] {
  const { before, after } = answer
  return [
    wordsIn({ locale })(
      `그때: ${before.asOf} 기준, ${before.knownOn}에 알던 것 · 지금: ${after.asOf} 기준, ${after.knownOn}에 알던 것`,
      `then: as of ${before.asOf}, as known on ${before.knownOn} · now: as of ${after.asOf}, as known on ${after.knownOn}`,
    ),
    ...answer.totals.map(
      (total) => `${wordsIn({ locale })(total.titleKo, total.titleEn)}\t${said(total.before, locale)} → ${said(total.after, locale)}`,
    ),
    ...answer.items.map((line) =>
      [
        line.subjectName,
        [line.facet && nameOfCode(line.facet, codeLists.facet!, locale), whatOf(line, noNames, locale), partOf(line, noNames, locale)]
          .filter(Boolean)
          .join(' '),
        `${said(line.before, locale, line)} → ${said(line.after, locale, line)}`,
        line.who ?? '',
        line.when ?? '',
        line.source?.title ?? line.reason ?? '',
      ].join('\t'),
    ),
  ]
}

/** What the command line does with comparisons. */
export const compareCommands: readonly Command[] = [compareCommand]
