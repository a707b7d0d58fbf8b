import { stagesOf } from '#engines/accounting/stages'
import type { GaugeLevel } from '#ui/stage/stage'
import { today } from '#web/shell/formats'
import type { Locale } from '#web/shell/locale'
import { portfolioTexts } from './texts.ts'

export const phases = ['before', 'announced', 'committed', 'building', 'realised', 'lost'] as const
export type Phase = (typeof phases)[number]

type Machine = Parameters<typeof stagesOf>[0]
const machines: readonly string[] = ['project', 'fdi', 'agreement', 'programme', 'pledge', 'award']

/** The stages of a machine in order; none where there is no such machine. */
export const stagesOfMachine = (machine: string) => (machines.includes(machine) ? stagesOf(machine as Machine, today()) : [])

/** The stages of a kind's own machine in order; none for kinds without stages. */
export const stagesOfKind = stagesOfMachine

/** A stage in words; null where it is not known. */
export function stageWord(kind: string, stage: string | null, locale: Locale): string | null {
  if (stage === null) return null
  return stagesOfKind(kind).find((row) => row.stage === stage)?.[locale] ?? stage
}

export function phaseOf(kind: string, stage: string | null): Phase | null {
  return stagesOfKind(kind).find((row) => row.stage === stage)?.phase ?? null
}

const levels: Record<Phase, GaugeLevel> = { before: '0', announced: '1', committed: '2', building: '3', realised: '4', lost: 'x' }
/** The place on the gauge; before everything where the stage is not known. */
export const gaugeOf = (kind: string, stage: string | null): GaugeLevel => levels[phaseOf(kind, stage) ?? 'before']
export const gaugeOfPhase = (phase: Phase): GaugeLevel => levels[phase]

const word = (dictionary: object, key: string): string => (dictionary as Record<string, string>)[key] ?? key
export const indicatorWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].indicators, id)
export const facetWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].facets, id)
export const kindWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].kinds, id)
export const fieldWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].fields, id)
export const unknownWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].unknowns, id)
export const leftOutWord = (id: string, locale: Locale): string => word(portfolioTexts[locale].sheet.reasons, id)

/** The last day of a half-open interval, or the two ends, as people write them. */
export function intervalWords(interval: { from: string | null; to: string | null } | null): string | null {
  if (!interval || (interval.from === null && interval.to === null)) return null
  const last = interval.to === null ? null : dayBefore(interval.to)
  if (interval.from === null) return `~${last}`
  if (last === null) return `${interval.from}~`
  if (interval.from === last) return last
  const [year, month, day] = interval.from.split('-')
  if (day === '01' && month === '01' && last === `${year}-12-31`) return year ?? last
  if (day === '01' && last.startsWith(`${year}-${month}-`) && interval.to?.endsWith('-01')) return `${year}-${month}`
  return `${interval.from}~${last}`
}
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
