import { type CommandContext, optionText } from './command.ts'
import { knownOnOption } from './instant.ts'

/** The options by which a command asks of which day and as known when. */
export const clockOptions = { 'as-of': { type: 'string' }, 'known-on': { type: 'string' } } as const
/** How they are told in a usage line. */
export const clockUsage = '[--as-of 2024-06-01] [--known-on 2024-06-01]'

/**
 * 두 시계: what the options say, for the API; nothing is now.
 *
 * @throws RangeError for an instant that is none
 */
export function clocksOf(context: CommandContext): URLSearchParams {
  const clocks = new URLSearchParams()
  const [asOf, knownOn] = [optionText(context, 'as-of'), optionText(context, 'known-on')]
  if (asOf !== undefined) clocks.set('asOf', asOf)
  if (knownOn !== undefined) clocks.set('knownOn', knownOnOption(knownOn))
  return clocks
}
