import type { Mention } from '../reading.ts'

/** A counter whose noun nobody told, as far as the rules of counting are sure of it. */
const UNSURE = 0.7
/** Smaller counts are alike by chance. */
const LEAST = 10

/**
 * What a bare counter counts, by the same number told with its noun elsewhere (같은 수): "지난해 142곳 유치" in a headline over "기업 142개를 유치해".
 * Counts told with two nouns settle nothing.
 */
export function countedElsewhere(mentions: Mention[]): void {
  const known = new Map<number, string | null>()
  for (const { kind, value, unit, certainty } of mentions) {
    if (kind !== 'count' || typeof value !== 'number' || value < LEAST || certainty <= UNSURE || unit === null) continue
    const other = known.get(value)
    known.set(value, other === undefined || other === unit ? unit : null)
  }
  mentions.forEach((mention, k) => {
    if (mention.kind !== 'count' || mention.certainty > UNSURE || (mention.unit !== 'sites' && mention.unit !== 'items')) return
    const unit = known.get(mention.value as number)
    if (unit !== undefined && unit !== null && OFTEN_BARE.has(unit)) mentions[k] = { ...mention, unit, rule: 'count:told-elsewhere' }
  })
}

const OFTEN_BARE: ReadonlySet<string> = new Set(['firms', 'factories', 'complexes'])
