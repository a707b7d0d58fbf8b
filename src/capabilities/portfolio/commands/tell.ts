import { type CommandContext, optionFlag } from '#api/cli/command'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'

/** Write an answer: JSON for programs (--json), lines with tabs for people. */
export function tell(context: CommandContext, value: unknown, lines: () => readonly string[]): void {
  if (optionFlag(context, 'json')) context.io.stdout(`${JSON.stringify(value, null, 2)}\n`)
  else for (const line of lines()) context.io.stdout(`${line}\n`)
}

const bounds = { min: 'atLeast', above: 'moreThan', max: 'atMost', below: 'lessThan' } as const

/**
 * A value in words; what is not known is a word, never 0.
 *
 * @example
 * cellText(null) // => '미공개'
 */
export function cellText(
  held: { value: string | null; valueMax: string | null; bound: keyof typeof bounds | null; approximate: boolean; unit: string } | null,
  locale: 'ko' | 'en' = 'ko',
): string {
  if (held === null || held.value === null) return locale === 'ko' ? '미공개' : 'not disclosed'
  if (!hasUnit(held.unit)) return `${held.value} ${held.unit}`
  return formatQuantity(
    quantity(held.value, held.unit, {
      max: held.valueMax ?? undefined,
      approx: held.approximate,
      bound: held.bound ? bounds[held.bound] : undefined,
    }),
    locale,
  ).text
}
