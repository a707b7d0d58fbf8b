import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { printedText } from '../quantity.ts'
import type { PublicationSummary, PublicationWhole } from '../shape.ts'

interface Choices {
  projects: { subjectId: string; nameKo: string; nameEn: string | null }[]
}
interface Preview {
  contentHash: string
  edition: number
  refusals: { ko: string; en: string }[]
  notes: { ko: string; en: string }[]
  payload: PublicationWhole['payload']
}

/** `--set name=value`, as often as wanted. */
function parametersOf(context: CommandContext): Record<string, string> {
  const given = context.options.set
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
  return Object.fromEntries(
    list.map((one) => {
      const [name, ...value] = String(one).split('=')
      if (!name || value.length === 0) throw new RangeError(`expected --set name=value such as --set phase=announced, got "${one}"`)
      return [name, value.join('=')]
    }),
  )
}

const coverOf = (context: CommandContext) => {
  const nameKo = optionText(context, 'cover')
  return nameKo === undefined ? null : { nameKo, nameEn: optionText(context, 'cover-en') ?? null }
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The project of an id or of its exact name. @throws RangeError where there is none or more than one */
async function projectOf(context: CommandContext, office: string, words: string): Promise<string> {
  if (uuidForm.test(words)) return words
  const { projects } = await (await context.api()).get<Choices>(`/offices/${office}/publication-choices`)
  const found = projects.filter((one) => one.nameKo === words || one.nameEn === words)
  const [only] = found
  if (only && found.length === 1) return only.subjectId
  throw new RangeError(
    found.length === 0
      ? `expected the name or id of a project, got "${words}"; see gusul publications choices`
      : `"${words}" names ${found.length} projects; give the id: ${found.map((one) => one.subjectId).join(', ')}`,
  )
}

const line = (one: PublicationSummary, locale: 'ko' | 'en'): string => {
  const word = wordsIn({ locale })
  const value = printedText({ value: one.value, valueMax: one.valueMax, bound: one.bound, approximate: one.approximate, unit: one.unit }, locale)
  return `${one.series}/${one.edition}\t${word(one.titleKo, one.titleEn ?? one.titleKo)}\t${one.kind === 'figure' ? (value ?? word('모름', 'not known')) : word('사업', 'project')}\t${one.publishedAt.slice(0, 10)}${one.withdrawnAt ? word('\t철회됨', '\twithdrawn') : ''}\n`
}

/** `gusul publish figure FORMULA` and `gusul publish project NAME`: previews, then publishes exactly what was previewed. */
export const publishCommand: Command = {
  name: 'publish',
  usage:
    'figure FORMULA | project NAME|ID [--set name=value] [--as-of DAY] [--reason WORDS] [--headline] [--on-disclosure] [--cover NAME [--cover-en NAME]] [--preview] [--json]',
  ko: '숫자나 사업을 시민에게 고정해 공표합니다',
  en: 'freeze a figure or a project for the public',
  options: {
    set: { type: 'string', multiple: true },
    'as-of': { type: 'string' },
    reason: { type: 'string' },
    headline: { type: 'boolean' },
    'on-disclosure': { type: 'boolean' },
    cover: { type: 'string' },
    'cover-en': { type: 'string' },
    preview: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [kind, ...rest] = context.words
    const words = rest.join(' ')
    if ((kind !== 'figure' && kind !== 'project') || words === '')
      throw new RangeError('expected "figure FORMULA" or "project NAME", such as: gusul publish figure announced_investment')
    const office = await context.office()
    const api = await context.api()
    const choice =
      kind === 'figure'
        ? { kind, formula: words, parameters: parametersOf(context), asOf: optionText(context, 'as-of') ?? null }
        : { kind, subjectId: await projectOf(context, office, words), onDisclosure: optionFlag(context, 'on-disclosure'), cover: coverOf(context) }
    const preview = await api.post<Preview>(`/offices/${office}/publication-previews`, choice)
    if (optionFlag(context, 'preview')) {
      context.io.stdout(`${JSON.stringify(preview, null, 2)}\n`)
      return preview.refusals.length > 0 ? 1 : 0
    }
    for (const note of preview.notes) context.io.stderr(`${note[context.locale]}\n`)
    const published = await api.post<PublicationWhole>(`/offices/${office}/publications`, {
      ...choice,
      reason: optionText(context, 'reason') ?? null,
      headline: optionFlag(context, 'headline') ? true : null,
      contentHash: preview.contentHash,
    })
    context.io.stdout(optionFlag(context, 'json') ? `${JSON.stringify(published)}\n` : line(published, context.locale))
    return 0
  },
}

/** `gusul publications list`: what is public. */
export const publicationsList: Command = {
  name: 'publications list',
  usage: '[--state standing|withdrawn|all] [--json]',
  ko: '공표한 것을 봅니다',
  en: 'list what is published',
  options: { state: { type: 'string' }, json: { type: 'boolean' } },
  run: async (context) => {
    const office = await context.office()
    const api = await context.api()
    const state = optionText(context, 'state') ?? 'all'
    let cursor: string | null = null
    do {
      const page: { items: PublicationSummary[]; next: string | null } = await api.get(
        `/offices/${office}/publications?state=${encodeURIComponent(state)}&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      for (const one of page.items) context.io.stdout(optionFlag(context, 'json') ? `${JSON.stringify(one)}\n` : line(one, context.locale))
      cursor = page.next
    } while (cursor !== null)
    return 0
  },
}

/** `gusul publications choices`: what may be published. */
export const publicationsChoices: Command = {
  name: 'publications choices',
  usage: '[--json]',
  ko: '공표할 수 있는 숫자와 사업을 봅니다',
  en: 'list the figures and projects that may be published',
  options: { json: { type: 'boolean' } },
  run: async (context) => {
    const office = await context.office()
    const found = await (await context.api()).get<Choices & { figures: { formula: string; titleKo: string; titleEn: string }[] }>(
      `/offices/${office}/publication-choices`,
    )
    if (optionFlag(context, 'json')) context.io.stdout(`${JSON.stringify(found)}\n`)
    else {
      for (const one of found.figures) context.io.stdout(`figure\t${one.formula}\t${wordsIn(context)(one.titleKo, one.titleEn)}\n`)
      for (const one of found.projects) context.io.stdout(`project\t${one.subjectId}\t${wordsIn(context)(one.nameKo, one.nameEn ?? one.nameKo)}\n`)
    }
    return 0
  },
}

/** `gusul publications withdraw SERIES --reason …` */
export const publicationsWithdraw: Command = {
  name: 'publications withdraw',
  usage: 'SERIES --reason WORDS [--json]',
  ko: '공표를 까닭과 함께 철회합니다',
  en: 'withdraw a publication, with the reason',
  options: { reason: { type: 'string' }, json: { type: 'boolean' } },
  run: async (context) => {
    const [series] = context.words
    const reason = optionText(context, 'reason')
    if (!series || !reason)
      throw new RangeError('expected a series and --reason, such as: gusul publications withdraw announced-jobs --reason "다시 확인 중"')
    const office = await context.office()
    const gone = await (await context.api()).post<PublicationSummary>(`/offices/${office}/publications/${encodeURIComponent(series)}/withdrawal`, {
      reason,
    })
    context.io.stdout(optionFlag(context, 'json') ? `${JSON.stringify(gone)}\n` : line(gone, context.locale))
    return 0
  },
}
