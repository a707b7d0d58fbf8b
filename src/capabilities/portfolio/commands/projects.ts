import { clocksOf } from '#api/cli/clocks'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { type Decimal, equals, round, toText } from '#quantity/decimal'
import { parseQuantity } from '#quantity/scan-quantity'
import { convert, unit } from '#quantity/unit'
import type { ProjectRow, ProjectView } from '../routes/schemas.ts'
import { cellText, tell } from './tell.ts'

const filters = ['q', 'stage', 'phase', 'place', 'industry', 'team', 'kind'] as const

/** `gusul projects`: the list, one page of one project, adding one, moving its stage. */
export const projectsCommand: Command = {
  name: 'projects',
  usage:
    'list|show ID|add NAME|next ID|stage ID STAGE|void ID EVENT  [--q …] [--place …] [--investment 1조원] [--jobs 300명] [--document ID] [--evidence construction_notice] [--machine fdi] [--reason …] [--as-of 2024-06-01] [--known-on 2024-06-01] [--json]',
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
    'as-of': { type: 'string' },
    'known-on': { type: 'string' },
    evidence: { type: 'string' },
    machine: { type: 'string' },
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
    if (what === 'next') return next(context, needed(words[0], 'an id: gusul projects next ID'))
    if (what === 'void')
      return strike(
        context,
        needed(words[0], 'an id: gusul projects void ID EVENT'),
        needed(words[1], 'the id of the step, as gusul projects show ID --json tells it'),
      )
    throw new RangeError(`expected list, show, add, next, stage or void, got "${what}"`)
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
  for (const [name, value] of clocksOf(context)) query.set(name, value)
  const items: ProjectRow[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    if (cursor) query.set('cursor', cursor)
    const page: { items: ProjectRow[]; next: string | null } = await api.get(`/offices/${office}/projects?${query}`)
    items.push(...page.items)
    cursor = page.next
  }
  tell(context, items, () =>
    items.map((row) =>
      [row.id, row.stage ?? '?', cellText(row.announcedInvestment, context.locale), wordsIn(context)(row.nameKo, row.nameEn ?? row.nameKo)].join(
        '\t',
      ),
    ),
  )
  return 0
}

async function show(context: CommandContext, id: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const view = await api.get<ProjectView>(`/offices/${office}/projects/${id}?${clocksOf(context)}`)
  tell(context, view, () => [
    `${wordsIn(context)(view.nameKo, view.nameEn ?? view.nameKo)}${view.place ? ` (${view.place})` : ''}`,
    `stage\t${view.stage ?? '?'}${view.stageFrom ? ` ${view.stageFrom}` : ''}`,
    ...view.facts.map((fact) => `${fact.facet} ${fact.indicator}\t${cellText(fact, context.locale)}\t${fact.quotes[0]?.sentence ?? ''}`),
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
  const moved = await api.post<{ eventId: string; stage: string | null; ruleId: string; lateDays: number | null }>(
    `/offices/${office}/projects/${id}/stages`,
    {
      toStage,
      machine: optionText(context, 'machine'),
      occurredFrom: on ?? null,
      documentId: optionText(context, 'document') ?? null,
      evidenceKind: optionText(context, 'evidence') ?? null,
      reason: optionText(context, 'reason') ?? null,
    },
  )
  tell(context, moved, () => [
    [
      moved.stage ?? '?',
      moved.ruleId,
      moved.lateDays === null ? '' : wordsIn(context)(`기한보다 ${moved.lateDays}일 늦음`, `${moved.lateDays} days past the limit`),
    ].join('\t'),
  ])
  return 0
}

interface Track {
  machine: string
  stage: string | null
  next: { to: string; ko: string; en: string; ruleId: string; way: string; until: string | null; evidence: { id: string; ko: string }[] }[]
}

/** What may come next, by which rule and with what evidence. */
async function next(context: CommandContext, id: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  const { tracks } = await api.get<{ tracks: Track[] }>(`/offices/${office}/projects/${id}/next-stages`)
  tell(context, tracks, () =>
    tracks.flatMap((track) => [
      `${track.machine}\t${track.stage ?? '?'}`,
      ...track.next.map((step) =>
        [
          `  ${step.to}`,
          step[context.locale],
          step.ruleId,
          step.until === null ? '' : `~${step.until}`,
          step.way === 'back' ? '' : step.evidence.map((one) => one.id).join(','),
        ].join('\t'),
      ),
    ]),
  )
  return 0
}

async function strike(context: CommandContext, id: string, event: string): Promise<number> {
  const [api, office] = [await context.api(), await context.office()]
  await api.post(`/offices/${office}/projects/${id}/stages/${event}/void`, {
    reason: needed(optionText(context, 'reason'), 'the reason: --reason "다른 회사의 일"'),
  })
  tell(context, { voided: event }, () => [wordsIn(context)('무효로 했습니다', 'struck')])
  return 0
}
