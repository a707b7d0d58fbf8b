import type { CommandContext } from '#api/cli/command'
import { optionFlag } from '#api/cli/command'
import { decimal } from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'

/** Print data as JSON where it was asked for or where nobody looks, else as lines. */
export function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data, null, io.terminal ? 2 : 0)}\n`)
  else
    io.stdout(
      lines()
        .map((line) => `${line}\n`)
        .join(''),
    )
}

const bounds: Readonly<Record<string, 'atLeast' | 'atMost' | 'moreThan' | 'lessThan'>> = {
  min: 'atLeast',
  max: 'atMost',
  above: 'moreThan',
  below: 'lessThan',
}

/** An amount in words: 약 1조 원. 미공개 where none is stated. */
export function amountText(
  of: {
    value: string | null
    valueMax?: string | null
    unit: string | null
    approximate?: boolean
    bound?: string | null
  },
  locale: 'ko' | 'en' = 'ko',
): string {
  if (of.value === null) return locale === 'ko' ? '미공개' : 'not disclosed'
  if (of.unit === null || !hasUnit(of.unit)) return `${of.value} ${of.unit ?? ''}`.trim()
  return formatQuantity(
    quantity(of.value, of.unit, {
      max: of.valueMax ? decimal(of.valueMax) : undefined,
      approx: of.approximate,
      bound: of.bound ? bounds[of.bound] : undefined,
    }),
    locale,
  ).text
}
