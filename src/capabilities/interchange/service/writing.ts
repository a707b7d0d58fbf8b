import type { Reader } from '#capabilities/portfolio/index'
import type { Json } from '#store/schema'
import type { Tx } from '#store/store'
import type { OfficeLists } from '../lists.ts'
import type { PlannedRow } from './plan.ts'

/** A write of many rows under one import: by whom, with what right, in which transaction. */
export interface Writing {
  readonly tx: Tx
  readonly reader: Reader
  readonly by: string
  readonly mayOverride: boolean
  readonly importId: string
  readonly fileName: string
  readonly reason: string | null
  readonly officeName: string
  readonly office: OfficeLists
  /** Told after each part; throws to stop, and then nothing is written. */
  readonly tick: (rows: number) => void
}

/** What became of one row: written, under which judgement and how to take it back; or left, and why. */
export type Outcome =
  | { readonly row: PlannedRow; readonly state: 'applied'; readonly judgementId: string | null; readonly wayBack: Json }
  | { readonly row: PlannedRow; readonly state: 'left'; readonly told: Json }

/** What one subject goes through: all of it stands under one judgement, which its history shows and which can be taken back by itself. */
export interface SubjectWork {
  readonly judgementId: string
  readonly subjectId: string
  created: boolean
  readonly from: { [field: string]: Json }
  readonly to: { [field: string]: Json }
  readonly replaced: string[]
  readonly values: Json[]
}
