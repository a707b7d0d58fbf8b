import { conflict } from '#api/problem'
import type { Dossier } from '#engines/interchange/dossier'
import { ftmEntities, ftmLines } from '#engines/interchange/follow-the-money'
import { oc4idsPackage } from '#engines/interchange/oc4ids'
import { sdmxMessage } from '#engines/interchange/sdmx'

/** Formats that others read. */
export const exchangeFormats = ['oc4ids', 'sdmx', 'ftm'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

export const exchangeTypes: Readonly<Record<ExchangeFormat, { type: string; ending: string }>> = {
  oc4ids: { type: 'application/json; charset=utf-8', ending: 'oc4ids.json' },
  sdmx: { type: 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8', ending: 'sdmx.json' },
  ftm: { type: 'application/x-ndjson; charset=utf-8', ending: 'ftm.jsonl' },
}

/** Offset of a time zone on a day, such as +09:00 for Asia/Seoul. */
function offsetOf(timeZone: string, day: string): string {
  const told = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T00:00:00Z`))
  const found = /GMT([+-]\d{2}:\d{2})/.exec(told.find((part) => part.type === 'timeZoneName')?.value ?? '')
  return found?.[1] ?? '+00:00'
}

/**
 * 주고받는 형식으로: a dossier as text in a format.
 *
 * @throws ProblemError 409 for OC4IDS without a project: a package holds at least one
 */
export function exchangeText(format: ExchangeFormat, dossier: Dossier, options: { prefix: string; uri: string; timeZone: string }): string {
  if (format === 'ftm') return ftmLines(ftmEntities(dossier))
  if (format === 'sdmx') return `${JSON.stringify(sdmxMessage(dossier, options.uri), null, 1)}\n`
  const made = oc4idsPackage(dossier, { prefix: options.prefix, uri: options.uri, license: null, offset: offsetOf(options.timeZone, dossier.day) })
  if (made === null)
    throw conflict(
      'no-projects',
      'OC4IDS로 내보낼 투자 사업이 없습니다. OC4IDS 묶음에는 사업이 하나는 있어야 합니다',
      'There is no investment project to export; an OC4IDS package holds at least one',
    )
  return `${JSON.stringify(made, null, 1)}\n`
}
