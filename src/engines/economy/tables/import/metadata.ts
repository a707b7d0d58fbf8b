import { EconomyError } from '../../economy-error.ts'
import type { Source } from '../../result.ts'

/** What must be known of a table before it may be used (표의 속성). */
export interface TableMetadata {
  readonly name: string
  readonly year: number
  readonly priceBasis: NonNullable<Source['priceBasis']>
  readonly importTreatment: NonNullable<Source['importTreatment']>
  readonly unit: string
  readonly regionScope: string
  readonly source: string
  readonly licence: string
  readonly synthetic: boolean
}

/** What has been said so far; anything may be missing. */
export type SaidMetadata = { readonly [K in keyof TableMetadata]?: TableMetadata[K] | null }

const examples: Readonly<Record<Exclude<keyof TableMetadata, 'synthetic'>, string>> = {
  name: '"2020년 산업연관표 33부문"',
  year: '2020',
  priceBasis: '"basic" (기초가격), "producer" (생산자가격) or "purchaser" (구매자가격)',
  importTreatment: '"total" (총거래표), "domestic" (국산거래표) or "competitive" (경쟁수입형)',
  unit: '"백만원" or "KRW 1bn"',
  regionScope: '"전국" or "광주광역시"',
  source: '"한국은행 ECOS, 2020년 산업연관표"',
  licence: '"공공누리 제1유형" or "CC BY 4.0"',
}

/** The parts of the metadata that are missing, each with an example of what to write. */
export const missingMetadata = (
  said: SaidMetadata,
  without: readonly (keyof TableMetadata)[] = [],
): { field: keyof TableMetadata; example: string }[] =>
  (Object.keys(examples) as (keyof typeof examples)[])
    .filter((field) => !without.includes(field) && (said[field] === undefined || said[field] === null || said[field] === ''))
    .map((field) => ({ field, example: examples[field] }))

/**
 * 꼭 있어야 할 속성: year, price basis, import treatment, unit, region, source and licence. Nothing is guessed.
 * @throws EconomyError `missing` that names the first part that nobody said, with an example.
 */
export function completeMetadata(said: SaidMetadata, without: readonly (keyof TableMetadata)[] = []): TableMetadata {
  const [first] = missingMetadata(said, without)
  if (first)
    throw new EconomyError('missing', `expected the ${first.field} of the table, such as ${first.example}, got none`, `say the ${first.field}`, {
      part: first.field,
    })
  if (!without.includes('year') && !(Number.isInteger(said.year) && said.year! >= 1900 && said.year! <= 2100))
    throw new EconomyError('out-of-range', `expected a year such as 2020, got ${said.year}`, 'give the year that the table describes', {
      part: 'year',
    })
  return { synthetic: false, ...said } as TableMetadata
}

/** The metadata as the source that every result carries. */
export const sourceOf = (metadata: TableMetadata, id: string, hash: string | null): Source => ({
  id,
  hash,
  year: metadata.year,
  priceBasis: metadata.priceBasis,
  importTreatment: metadata.importTreatment,
  regionScope: metadata.regionScope,
  unit: metadata.unit,
  synthetic: metadata.synthetic,
})
