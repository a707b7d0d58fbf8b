import type { Reading } from '#engines/reading/reading'
import type { SpanToKeep } from '#store/log/spans'
import type { ReadClaim } from '../service/claims-of-reading.ts'

/** A document as an extractor gets it. */
export interface TextToRead {
  documentId: string
  /** The canonical text. */
  text: string
  /** What the built-in reader finds in it: quantities with their exact values are taken from nowhere else. */
  reading: Reading
}

/** What an extractor made of a document: claims with the spans they stand on, and what it took. */
export interface Extraction {
  /** `gusul/ko`, or `model`. */
  extractor: string
  version: string
  spans: SpanToKeep[]
  claims: ReadClaim[]
  milliseconds: number
  requests: number
  tokensIn: number | null
  tokensOut: number | null
  /** What it proposed, before anything was held against the text. */
  proposed: number
  /** Why proposals were not kept, with how many. */
  refused: Readonly<Record<string, number>>
}

/** 추출기: whoever makes claims of a text. The built-in reader and an optional language model are two of them. */
export interface Extractor {
  readonly name: string
  /** @throws ExtractorFailed */
  extract: (document: TextToRead, signal: AbortSignal) => Promise<Extraction>
}

/** Why an extractor gave nothing. The words hold no secret and nothing that a stranger's server said. */
export class ExtractorFailed extends Error {
  override readonly name = 'ExtractorFailed'
  constructor(
    readonly code: 'too-slow' | 'unreachable' | 'refused' | 'too-large' | 'not-json' | 'private-address',
    message: string,
  ) {
    super(message)
  }
}
