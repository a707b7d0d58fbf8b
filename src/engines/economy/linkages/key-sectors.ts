import { type IoModel, modelResult } from '../model/model.ts'
import type { Result } from '../result.ts'
import { powerOfDispersion, sensitivityOfDispersion } from './dispersion.ts'

/** What kind of sector it is by its two pulls. */
export interface KeySector {
  readonly sector: string
  readonly power: number
  readonly sensitivity: number
  readonly kind: 'key' | 'backward' | 'forward' | 'weak'
}

/**
 * 핵심 산업: sectors with both pulls above 1 (key), one of them (backward, forward) or none (weak). Source: Rasmussen 1956; Hirschman 1958.
 *
 * `keySectors(modelFromCoefficients([[0.1, 0.6], [0, 0.1]])).value.map((one) => one.kind) // => ['forward', 'backward']`
 */
export function keySectors(
  model: IoModel,
  options: { readonly basis?: 'leontief' | 'ghosh'; readonly threshold?: number } = {},
): Result<KeySector[]> {
  const basis = options.basis ?? 'leontief'
  const threshold = options.threshold ?? 1
  const power = powerOfDispersion(model).value
  const sensitivity = sensitivityOfDispersion(model, { basis }).value
  const kind = (p: number, s: number): KeySector['kind'] =>
    p > threshold ? (s > threshold ? 'key' : 'backward') : s > threshold ? 'forward' : 'weak'
  return modelResult(
    model,
    model.sectors.map((sector, i) => ({ sector, power: power[i]!, sensitivity: sensitivity[i]!, kind: kind(power[i]!, sensitivity[i]!) })),
    `keySectors(${basis})`,
    [`sensitivity by ${basis}`, `threshold ${threshold}`],
  )
}
