import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#store/canonical-json'

/**
 * 계열: the address under which all editions of one figure stand: the formula's name, and a hash of what it was asked about.
 *
 * @example
 * figureSeries('announced_investment', {}) // => 'announced-investment'
 */
export function figureSeries(formula: string, parameters: Readonly<Record<string, string>>): string {
  const name = formula
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''))
  if (Object.keys(given).length === 0) return name
  return `${name}-${createHash('sha256').update(canonicalJson(given)).digest('hex').slice(0, 8)}`
}

/** The address of a project's page: random, so that it counts nothing and names nobody. */
export const newProjectSeries = (): string => `p-${randomBytes(6).toString('hex')}`

export const seriesForm = /^[a-z0-9][a-z0-9-]{0,79}$/
