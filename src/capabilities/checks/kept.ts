import type { WitnessRole, Words, WorkedNumber } from '#engines/checking/finding'

/** A witness as it is kept: its words stand in the span, so that erasing a document takes them away here too. */
export interface KeptWitness {
  role: WitnessRole
  documentId: string
  spanId: string
  claimId: string | null
  factId: string | null
}

/** What `work_item.detail` holds. */
export interface KeptDetail {
  version: number
  title: Words
  detail: Words
  numbers: readonly WorkedNumber[]
  witnesses: readonly KeptWitness[]
}
