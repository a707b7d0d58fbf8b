import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import { type Decimal, equals, round, toText } from '#quantity/decimal'
import { parseQuantity } from '#quantity/scan-quantity'
import { convert, unit } from '#quantity/unit'
import type { ProjectRow, ProjectView } from '../routes/schemas.ts'
import { cellText, tell } from './tell.ts'

const filters = ['q', 'stage', 'phase', 'place', 'industry', 'team', 'kind'] as const

/** `gusul projects`: the list, one page of one project, adding one, moving its stage. */
export const projectsCommand: Command = {
  name: 'projects',
  usage: 'list|show ID|add NAME|stage ID STAGE  [--q …] [--place …] [--investment 1조원] [--jobs 300명] [--document ID] [--reason …] [--json]',
  ko: '투자 사업을 보고 더하고 단계를 옮깁니다',
  en: 'list, show and add projects, and move their stages',
  options: {
    ...Object.fromEntries(filters.map((name) => [name, { type: 'string' as const }])),
    overdue: { type: 'boolean' },
    sort: { type: 'string' },
    investment: { type: 'string' },
    jobs: { type: 'string' },
    area: { type: 'string' },
    investor: { type: 'string', multiple: true },
    document: { type: 'string' },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [what, ...words] = context.words
    if (what === 'list' || what === undefined) return list(context)
    if (what === 'show') return show(context, needed(words[0], 'an id: gusul projects show ID'))
    if (what === 'add') return add(context, needed(words.join(' ').trim() || undefined, 'a name: gusul projects add "AI 디지털 허브"'))
    if (what === 'stage')
      return stage(context, needed(words[0], 'an id: gusul projects stage ID mou'), needed(words[1], 'a stage such as mou or construction'))
    throw new RangeError(`expected list, show, add or stage, got "${what}"`)
  },
}

function needed(word: string | undefined, what: string): string {
  if (word === undefined) throw new RangeError(`expected ${what}`)
  return word
}

async function list(context: CommandContext): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const query = new URLSearchParams({ sort: optionText(context, 'sort') ?? '-investment', limit: '500' })
  for (const name of filters) {
    const value = optionText(context, name)
    if (value !== undefined) query.set(name, value)
  }
  if (optionFlag(context, 'overdue')) query.set('overdue', 'true')
  const items: ProjectRow[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    if (cursor) query.set('cursor', cursor)
    const page: { items: ProjectRow[]; next: string | null } = await api.get(`/offices/${office}/projects?${query}`)
    items.push(...page.items)
    cursor = page.next
  }
  tell(context, items, () => items.map((row) => [row.id, row.stage ?? '?', cellText(row.announcedInvestment), row.nameKo].join('\t')))
  return 0
}

async function show(context: CommandContext, id: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const knownOn = optionText(context, 'known-on')
  const view = await api.get<ProjectView>(`/offices/${office}/projects/${id}${knownOn ? `?knownOn=${encodeURIComponent(knownOn)}` : ''}`)
  tell(context, view, () => [
    `${view.nameKo}${view.place ? ` (${view.place})` : ''}`,
    `stage\t${view.stage ?? '?'}${view.stageFrom ? ` ${view.stageFrom}` : ''}`,
    ...view.facts.map((fact) => `${fact.facet} ${fact.indicator}\t${cellText(fact)}\t${fact.quotes[0]?.sentence ?? ''}`),
    ...view.unknown.map((what) => `unknown\t${what}`),
  ])
  return 0
}

async function add(context: CommandContext, nameKo: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const values = (['investment', 'jobs', 'area'] as const).flatMap((indicator) => {
    const typed = optionText(context, indicator)
    return typed === undefined ? [] : [readValue(indicator, typed)]
  })
  const investors = [context.options.investor ?? []].flat().filter((name): name is string => typeof name === 'string')
  const place = optionText(context, 'place')
  const made = await api.post<{ id: string }>(`/offices/${office}/projects`, {
    nameKo,
    place,
    investors,
    values,
    reason: optionText(context, 'reason'),
  })
  tell(context, made, () => [made.id])
  return 0
}

const bounds = { atLeast: 'min', moreThan: 'above', atMost: 'max', lessThan: 'below' } as const
const units = { investment: 'money', jobs: 'count', area: 'area' } as const

function readValue(indicator: keyof typeof units, typed: string) {
  const found = parseQuantity(typed)
  if (!found || found.kind !== units[indicator])
    throw new RangeError(`expected a value with its unit, such as ${examples[indicator]}, got "${typed}"`)
  // areas are counted in square metres; what does not come out even (평) is rounded to a hundredth and says so
  const turn = (value: Decimal) => (indicator === 'area' ? round(convert(value, unit(found.unit), unit('m2')), 2) : value)
  const even = indicator !== 'area' || equals(convert(turn(found.value), unit('m2'), unit(found.unit)), found.value)
  return {
    indicator,
    value: toText(turn(found.value)),
    valueMax: found.max ? toText(turn(found.max)) : null,
    bound: found.bound ? bounds[found.bound] : null,
    approximate: found.approx === true || !even,
    unit: indicator === 'area' ? 'm2' : found.unit,
  }
}
const examples = { investment: '1조원', jobs: '300명', area: '9,916㎡' } as const

async function stage(context: CommandContext, id: string, toStage: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const on = optionText(context, 'on')
  const moved = await api.post<{ eventId: string; stage: string | null }>(`/offices/${office}/projects/${id}/stages`, {
    toStage,
    occurredFrom: on ?? null,
    documentId: optionText(context, 'document') ?? null,
    reason: optionText(context, 'reason') ?? null,
  })
  tell(context, moved, () => [`${moved.stage ?? '?'}`])
  return 0
}
