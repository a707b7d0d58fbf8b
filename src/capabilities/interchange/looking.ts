/** Who looks at an office's records for a file, and at which clocks. */
export interface Looking {
  readonly officeId: string
  /** Whether confidential subjects and documents are seen. */
  readonly confidential: boolean
  /** True on this day; null for whatever day. */
  readonly asOf: string | null
  /** As known at this instant; null for now. */
  readonly knownOn: string | null
  /** Today in the office's time zone. */
  readonly today: string
  /** What subjects stood for at an earlier moment (`atClock`); without it, what they stand for now. */
  readonly stood?: ReadonlyMap<string, string>
  /** Whether subjects that were put away are listed, too. */
  readonly archived?: boolean
  readonly now: Date
  readonly timeZone: string
}

/** Which rows: those of some subjects (null: of all), or those of these ids. */
export type Which = { readonly subjects: readonly string[] | null } | { readonly ids: readonly string[] }

/** One row of a table as the office holds it, its values in the form by which files are compared. */
export interface RecordRow {
  /** The id that was asked for, which a file carries. */
  readonly id: string
  /** What stands in its place now: a value that was changed since has another row. */
  readonly liveId: string
  readonly subjectId: string
  readonly subjectName: string
  readonly confidential: boolean
  readonly values: Readonly<Record<string, string | null>>
  readonly version: number | null
  readonly heldBy: string | null
  readonly heldSince: string | null
}
