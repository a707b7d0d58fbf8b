import { columnSums, type Matrix, type MatrixLike, matrixOf, square } from '../algebra/matrix.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from '../structure/counts.ts'
import { relatednessDensity } from './relatedness.ts'

const known = (pci: readonly (number | null)[]): number[] => pci.map((one) => one ?? 0)

/**
 * 복잡성 전망지수(COI): how much complex industry lies near to what a place has and not in it, Σ density·(1 − M)·PCI, z-scored over places. Industries without a PCI count for nothing. Centred and uncentred PCI give outlooks that differ a little; the published index takes `uncentredPci`. Source: Hausmann et al. 2014.
 */
export function complexityOutlookIndex(
  presence: MatrixLike,
  nearness: MatrixLike,
  pci: readonly (number | null)[],
  options: Sourced = {},
): Result<number[]> {
  const m = counts(presence)
  const density = relatednessDensity(m, nearness).value
  const weight = known(pci)
  const raw = Array.from({ length: m.rows }, (_, c) => {
    let sum = 0
    for (let p = 0; p < m.columns; p++) sum += density.values[c * m.columns + p]! * (1 - m.values[c * m.columns + p]!) * weight[p]!
    return sum
  })
  const mean = raw.reduce((a, b) => a + b, 0) / raw.length
  const spread = Math.sqrt(raw.reduce((sum, one) => sum + (one - mean) ** 2, 0) / raw.length)
  return result(
    raw.map((one) => (spread === 0 ? 0 : (one - mean) / spread)),
    'complexityOutlookIndex',
    options,
    ['z-scores with the standard deviation of the population'],
  )
}

/**
 * 복잡성 전망이득(COG): what an industry that a place does not have would open to it, (1 − M_cp)·Σ_q (1 − M_cq)·PCI_q·φ_qp / Σ_r φ_rq; 0 for what is there already. On the scale of ECI. Source: Hausmann et al. 2014.
 */
export function complexityOutlookGain(
  presence: MatrixLike,
  nearness: MatrixLike,
  pci: readonly (number | null)[],
  options: Sourced = {},
): Result<Matrix> {
  const m = counts(presence)
  const near = square(nearness, 'nearness')
  const n = m.columns
  const whole = columnSums(near)
  const weight = known(pci)
  const gain = matrixOf(m.rows, n, (c, p) => {
    if (m.values[c * n + p]! > 0) return 0
    let sum = 0
    for (let q = 0; q < n; q++) if (whole[q]! > 0) sum += ((1 - m.values[c * n + q]!) * weight[q]! * near.values[p * n + q]!) / whole[q]!
    return sum
  })
  return result(gain, 'complexityOutlookGain', options)
}
