/** The demonstration workspace as data. Documents are digests in our own words of published articles; the facts are the articles', the sentences ours. */

export interface DemoDigest {
  readonly key: string
  readonly title: string
  readonly kind: 'article' | 'press_release' | 'plan' | 'pledge' | 'mou' | 'evidence'
  /** The day the digested article appeared; null where the article that we have does not say. */
  readonly publishedOn: string | null
  readonly digestOf: { readonly outlet: string; readonly title: string; readonly date: string | null; readonly url: string | null }
  readonly sentences: readonly string[]
}

export interface DemoStep {
  readonly to: string
  readonly document: string
  readonly sentence: number
  readonly occurred: string | null
  readonly text: string | null
  /** The kind of evidence that its document is, where the step was made by the rules. */
  readonly proof?: string
}

export interface DemoSubject {
  readonly key: string
  readonly kind: 'project' | 'organisation' | 'agreement' | 'pledge' | 'programme' | 'zone' | 'event' | 'strategy'
  readonly nameKo: string
  readonly nameEn: string
  readonly place?: string
  readonly industry?: string
  readonly aliases?: readonly string[]
  /** Who is what to it. */
  readonly parties?: readonly {
    readonly organisation: string
    readonly role: 'investor' | 'counterparty' | 'authority' | 'operator' | 'supporter'
    readonly part?: string
  }[]
  /** Where it stands, or the steps it made, in order. */
  readonly stage?: DemoStep
  readonly stages?: readonly DemoStep[]
  /** Invented for the demonstration: said on every screen. */
  readonly illustrative?: boolean
  readonly tasks?: readonly { readonly title: string; readonly dueOn: string }[]
}

export interface DemoFact {
  readonly document: string
  /** Index into the digest's sentences. */
  readonly sentence: number
  /** The words of the value inside that sentence. */
  readonly mark: string
  /** Key of a subject; `office` is the office itself. */
  readonly subject: string
  readonly what: string
  readonly indicator: string
  readonly value: string
  readonly unit: string
  readonly facet: 'target' | 'plan' | 'announced' | 'forecast' | 'estimate' | 'actual'
  readonly stage: 'pledge' | 'plan' | 'mou' | 'contract' | 'construction' | 'operation' | 'result'
  readonly approximate?: boolean
  readonly bound?: 'min'
  readonly due?: { readonly from: string; readonly to: string }
  readonly period?: { readonly from: string; readonly to: string }
  /** The one day that it is said of, in place of a period. */
  readonly on?: string
  /** A part: its own series, and the mark's fact that is its whole (index into the office's facts). */
  readonly series?: string
  readonly partOf?: number
  readonly funding?: 'national' | 'provincial' | 'city' | 'private' | 'mixed'
  /** Left for the visitor to review: stays a claim. */
  readonly pending?: boolean
}

export interface DemoFigure {
  readonly formula: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly reason: string
}

/** Where a place stands on the public sketch, read off a map by eye. */
export interface DemoPoint {
  readonly name: string
  readonly north: string
  readonly east: string
}

export interface DemoOffice {
  readonly slug: string
  readonly nameKo: string
  readonly nameEn: string
  readonly place: string
  readonly digests: readonly DemoDigest[]
  readonly subjects: readonly DemoSubject[]
  readonly facts: readonly DemoFact[]
  /** Formulas published as headline figures, in order. */
  readonly headlines: readonly DemoFigure[]
  /** Formulas published beside them. */
  readonly figures?: readonly DemoFigure[]
  /** Projects whose page is public. */
  readonly publicProjects: readonly string[]
  readonly points: readonly DemoPoint[]
}
