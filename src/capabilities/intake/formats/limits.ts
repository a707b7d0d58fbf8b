/** How much one file may cost. */
export interface Limits {
  /** Time of one file in its worker; files inside of it count for themselves. */
  milliseconds: number
  /** JavaScript heap of a worker. */
  megabytes: number
  /** Bytes of a file as it came. */
  bytes: number
  /** Pages of a PDF. */
  pages: number
  /** UTF-16 units of a text. */
  characters: number
  /** Cells of all tables and sheets. */
  cells: number
  /** Zip in zip, letter in letter. */
  nesting: number
  /** Files in one archive. */
  entries: number
  /** Bytes of one archive after unpacking. */
  unpackedBytes: number
  /** Unpacked to packed. Office documents reach about 60; a bomb a thousand. */
  ratio: number
}

/** Limits of an ordinary office: a thick city plan (1,000 pages, 60 MB) passes, a bomb does not. */
export const ordinaryLimits: Limits = {
  milliseconds: 60_000,
  megabytes: 768,
  bytes: 100_000_000,
  pages: 3_000,
  characters: 4_000_000,
  cells: 1_000_000,
  nesting: 3,
  entries: 1_000,
  unpackedBytes: 500_000_000,
  ratio: 200,
}
