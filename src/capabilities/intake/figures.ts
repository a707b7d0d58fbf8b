import { add, decimal, toText } from '#quantity/decimal'
import type { Figure } from '#record/figure'

/** The formula that totals an indicator over the office; null where values of it are not added. */
export const totalOf: Readonly<Record<string, string>> = {
  investment: 'announced_investment',
  jobs: 'announced_jobs',
  area: 'announced_area',
  capacity: 'announced_capacity',
}

/** What merging and accepting beside would make of a total. */
export interface MergeEffect {
  formula: string
  titleKo: string
  titleEn: string
  /** The total with the claim merged: unchanged. */
  merged: string
  /** The total were the claim accepted as another thing: merged + value of the claim. */
  apart: string
  unit: string
}

/** 합칠 때와 따로 둘 때의 합계. Null where the total is not known or of another unit. */
export function mergeEffect(total: Figure | undefined, claim: { value: string | null; unit: string | null }): MergeEffect | null {
  if (!total || total.value === null || claim.value === null || claim.unit !== total.unit) return null
  return {
    formula: total.formula,
    titleKo: total.titleKo,
    titleEn: total.titleEn,
    merged: total.value,
    apart: toText(add(decimal(total.value), decimal(claim.value))),
    unit: total.unit,
  }
}
