import type { Funding } from '#engines/accounting/funding'
import { quantityText } from '#web/ui/figure/quantity-parts'
import type { ProjectView } from './api.ts'
import { readTime, readValue } from './read-typed.ts'
import { intervalWords } from './words.ts'

/** One number of the form, as typed. */
export interface ValueLine {
  key: string
  indicator: string
  facet: 'announced' | 'plan' | 'actual' | 'target' | 'forecast' | 'estimate'
  series: string
  value: string
  due: string
  /** 재원; '' is not known. */
  funding: Funding | ''
  /** How value and time were written when the form opened: a line nobody touched is not judged. */
  given?: string
}

/** The form as typed; what it means is worked out when it is shown and sent. */
export interface ProjectForm {
  nameKo: string
  nameEn: string
  place: string
  industry: string
  team: string
  ownerId: string
  investors: string
  note: string
  investmentKind: '' | 'new' | 'expansion'
  confidential: boolean
  reason: string
  lines: ValueLine[]
}

export interface IndicatorRow {
  id: string
  unit: string
}

let made = 0
export const newLine = (indicator: string): ValueLine => ({
  key: `new-${Date.now()}-${++made}`,
  indicator,
  facet: 'announced',
  series: '',
  value: '',
  due: '',
  funding: '',
})

const bounds = { min: ' 이상', above: ' 초과', max: ' 이하', below: ' 미만' } as const

/** What the form begins with: the values as they are held, written so that they read back the same. */
export function givenForm(project: ProjectView | undefined, focus?: string): ProjectForm {
  const lines = (project?.facts ?? []).map(
    (fact): ValueLine => ({
      key: fact.id,
      indicator: fact.indicator,
      facet: fact.facet,
      series: fact.series,
      value: `${fact.approximate ? '약 ' : ''}${fact.valueMax ? `${quantityText(fact.value, fact.unit, 'ko')}~${quantityText(fact.valueMax, fact.unit, 'ko')}` : quantityText(fact.value, fact.unit, 'ko')}${fact.bound ? bounds[fact.bound] : ''}`,
      due: intervalWords(fact.due) ?? '',
      funding: fact.funding ?? '',
    }),
  )
  for (const line of lines) line.given = writtenAs(line)
  const wanted = focus && !lines.some((line) => line.indicator === focus) ? [{ ...newLine(focus), key: `focus-${focus}` }] : []
  return {
    nameKo: project?.nameKo ?? '',
    nameEn: project?.nameEn ?? '',
    place: project?.place ?? '',
    industry: project?.industry ?? '',
    team: project?.team ?? '',
    ownerId: project?.ownerId ?? '',
    investors: '',
    note: project?.note ?? '',
    investmentKind: project?.investmentKind ?? '',
    confidential: project?.confidential ?? false,
    reason: '',
    lines: project
      ? [...lines, ...wanted]
      : [
          { ...newLine('investment'), key: 'first-investment' },
          { ...newLine('jobs'), key: 'first-jobs' },
        ],
  }
}

const unitOf = (indicator: string, indicators: readonly IndicatorRow[]) => indicators.find((one) => one.id === indicator)?.unit ?? 'KRW'
const typedTime = (due: string) => {
  const [from, to] = due.split('~')
  const start = readTime(from ?? '')
  const end = to === undefined ? start : readTime(to)
  return to === undefined
    ? start
    : start && end
      ? { from: start.from, to: end.to }
      : from === '' && end
        ? { from: null, to: end.to }
        : start && to === ''
          ? { from: start.from, to: null }
          : null
}

/** What a line means, or what is wrong with it; an empty line means nothing. */
export function readLine(line: ValueLine, indicators: readonly IndicatorRow[]) {
  if (line.given === writtenAs(line)) return { value: null, due: null, wrongValue: false, wrongDue: false }
  const value = readValue(line.value, unitOf(line.indicator, indicators))
  const due = typedTime(line.due)
  return {
    value,
    due,
    wrongValue: value === null && (line.value.trim() !== '' || line.due.trim() !== ''),
    wrongDue: due === null && line.due.trim() !== '',
  }
}

/** Keys of the lines that cannot be understood. */
export const wrongLines = (form: ProjectForm, indicators: readonly IndicatorRow[]): string[] =>
  form.lines
    .filter((line) => {
      const read = readLine(line, indicators)
      return read.wrongValue || read.wrongDue
    })
    .map((line) => line.key)

function valuesOf(lines: readonly ValueLine[], indicators: readonly IndicatorRow[]) {
  return lines.flatMap((line) => {
    const { value, due } = readLine(line, indicators)
    return value
      ? [
          {
            indicator: line.indicator,
            facet: line.facet,
            series: line.series || undefined,
            ...value,
            due,
            ...(hasFunding(line.indicator) ? { funding: line.funding || null } : {}),
          },
        ]
      : []
  })
}

const writtenAs = (line: ValueLine) => `${line.value}\u0000${line.due}\u0000${line.funding}`

/** Money of which one may say whose it is. */
export const hasFunding = (indicator: string): boolean => indicator === 'investment' || indicator === 'budget'

const orNull = (text: string) => text.trim() || null

const fieldsOf = (form: ProjectForm) => ({
  nameKo: form.nameKo.trim(),
  nameEn: orNull(form.nameEn),
  place: orNull(form.place),
  industry: orNull(form.industry),
  team: orNull(form.team),
  ownerId: form.ownerId || null,
  note: orNull(form.note),
  investmentKind: form.investmentKind || null,
  confidential: form.confidential,
  reason: orNull(form.reason),
})

export const toNew = (form: ProjectForm, indicators: readonly IndicatorRow[]) => ({
  ...fieldsOf(form),
  kind: 'project' as const,
  investors: form.investors
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
  values: valuesOf(form.lines, indicators),
})

/** Only the lines that were touched are sent: a value that stands as it was is nobody's new statement. */
export function toChange(form: ProjectForm, project: ProjectView, indicators: readonly IndicatorRow[]) {
  const before = new Map(givenForm(project).lines.map((line) => [line.key, line]))
  const touched = form.lines.filter((line) => {
    const was = before.get(line.key)
    return !was || was.value !== line.value || was.due !== line.due || was.facet !== line.facet || was.indicator !== line.indicator
  })
  return { ...fieldsOf(form), values: valuesOf(touched, indicators) }
}
