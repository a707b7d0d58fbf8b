import { type Command, optionText, wordsIn } from '#api/cli/command'
import { knownOnOption } from '#api/cli/instant'
import type { Figure } from '#record/figure'
import { cellText, tell } from './tell.ts'

/** `gusul figures`: every formula, or one figure with its facts and sentences. */
export const figuresCommand: Command = {
  name: 'figures',
  usage: 'list|show FORMULA  [--as-of 2026-06-30] [--known-on 2026-06-30T00:00:00Z] [--place …] [--phase …] [--currency …] [--json]',
  ko: '산출된 숫자를 그 사실과 문장까지 봅니다',
  en: 'show figures down to their facts and sentences',
  options: {
    'as-of': { type: 'string' },
    'known-on': { type: 'string' },
    place: { type: 'string' },
    phase: { type: 'string' },
    industry: { type: 'string' },
    currency: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [what, formula] = context.words
    const { locale } = context
    const title = (figure: Figure) => wordsIn(context)(figure.titleKo, figure.titleEn)
    const [api, office] = [await context.api(), await context.office()]
    if (what === 'list' || what === undefined) {
      const { items } = await api.get<{ items: { id: string; titleKo: string; version: number }[] }>(`/offices/${office}/formulas`)
      const { items: figures } = await api.get<{ items: Figure[] }>(`/offices/${office}/figures?formulas=${items.map((one) => one.id).join(',')}`)
      tell(context, figures, () => figures.map((figure) => `${figure.formula}\t${cellText(figure, locale)}\t${title(figure)}`))
      return 0
    }
    if (what !== 'show' || formula === undefined) throw new RangeError('expected list, or show and a formula such as announced_investment')
    const query = new URLSearchParams()
    for (const [option, name] of [
      ['as-of', 'asOf'],
      ['known-on', 'knownOn'],
      ['place', 'place'],
      ['phase', 'phase'],
      ['industry', 'industry'],
      ['currency', 'currency'],
    ] as const) {
      const value = optionText(context, option)
      if (value !== undefined) query.set(name, option === 'known-on' ? knownOnOption(value) : value)
    }
    const figure = await api.get<Figure>(`/offices/${office}/figures/${encodeURIComponent(formula)}?${query}`)
    tell(context, figure, () => [
      `${title(figure)}\t${cellText(figure, locale)}`,
      ...figure.inputs.map((input) => `${input.subjectName}\t${cellText(input, locale)}\t${input.quotes[0]?.sentence ?? ''}`),
      ...figure.counted.map((one) => `${one.subjectName}\t${one.stage ?? '?'}\t${one.note ?? ''}`),
      ...figure.leftOut.map((one) => `- ${one.subjectName}\t${one.reason}`),
    ])
    return 0
  },
}
