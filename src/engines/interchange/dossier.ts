import { hasUnit, unit } from '#quantity/unit'

/** What every exchange format is made of: subjects with their facts, steps, parties and sources, at two clocks. Days are inclusive; unknown is null. */
export interface Dossier {
  readonly office: {
    readonly id: string
    readonly nameKo: string
    readonly nameEn: string
    /** Where the office's public pages stand. */
    readonly page: string
  }
  readonly asOf: string | null
  /** The moment at which this was known: given, or that of the last change, so that asking again gives the same bytes. */
  readonly knownOn: string
  /** The day that tells what is overdue. */
  readonly day: string
  readonly subjects: readonly DossierSubject[]
  /** Numbers that the office works out and publishes. */
  readonly figures: readonly DossierFigure[]
}

export interface DossierSubject {
  readonly id: string
  readonly kind: string
  readonly nameKo: string
  readonly nameEn: string | null
  readonly place: string | null
  readonly industry: string | null
  readonly stage: string | null
  readonly phase: string | null
  readonly illustrative: boolean
  readonly page: string | null
  readonly steps: readonly DossierStep[]
  readonly facts: readonly DossierFact[]
  readonly parties: readonly DossierParty[]
  readonly tasks: readonly DossierTask[]
}

export interface DossierStep {
  readonly id: string
  /** Whose stage it is: money from abroad arrives on a track of its own beside the project's. */
  readonly machine: string
  readonly stage: string
  readonly nameKo: string
  readonly nameEn: string
  readonly phase: string
  readonly from: string | null
  readonly to: string | null
  readonly source: DossierSource | null
}

export interface DossierFact {
  readonly id: string
  readonly indicator: { readonly id: string; readonly ko: string; readonly en: string }
  readonly facet: string
  readonly series: string | null
  readonly value: string
  readonly valueMax: string | null
  readonly bound: string | null
  readonly approximate: boolean
  readonly unit: string
  readonly per: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly dueFrom: string | null
  readonly dueTo: string | null
  readonly funding: string | null
  readonly ended: boolean
  readonly knownFrom: string
  readonly sources: readonly DossierSource[]
}

export interface DossierParty {
  readonly id: string
  readonly nameKo: string
  readonly nameEn: string | null
  readonly kind: string
  readonly role: string
  readonly part: string | null
  readonly share: string | null
  readonly since: string | null
  readonly until: string | null
}

export interface DossierTask {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly dueOn: string | null
  readonly doneOn: string | null
  readonly waivedOn: string | null
}

/** The one sentence of a source that a value stands on, never the text around it. */
export interface DossierSource {
  readonly documentId: string
  readonly kind: string
  readonly title: string
  readonly outlet: string | null
  readonly url: string | null
  readonly publishedOn: string | null
  readonly sentence: string | null
}

export interface DossierFigure {
  readonly id: string
  readonly formula: string
  readonly version: number
  readonly nameKo: string
  readonly nameEn: string
  readonly value: string | null
  readonly valueMax: string | null
  readonly bound: string | null
  readonly approximate: boolean
  readonly unit: string
  readonly asOf: string | null
  readonly page: string | null
}

const boundWords: Readonly<Record<string, string>> = { min: '이상', max: '이하', above: '초과', below: '미만' }

/** What a number alone would leave out: about, or more, a range, its part, when it is due. Null where it leaves nothing out. */
export function remarkOf(
  fact: Pick<DossierFact, 'approximate' | 'bound' | 'valueMax' | 'series' | 'per' | 'dueFrom' | 'dueTo' | 'ended'>,
): string | null {
  const due = fact.dueFrom === fact.dueTo ? fact.dueFrom : `${fact.dueFrom ?? ''}~${fact.dueTo ?? ''}`
  const said = [
    fact.series === null ? null : `부분: ${fact.series}`,
    fact.approximate ? '약' : null,
    fact.valueMax === null ? null : `~${fact.valueMax}`,
    fact.bound === null ? null : (boundWords[fact.bound] ?? fact.bound),
    fact.per === null ? null : `${fact.per}마다`,
    due === null || due === '~' ? null : `기한 ${due}`,
    fact.ended ? '끝난 약속' : null,
  ].filter((one) => one !== null)
  return said.length === 0 ? null : said.join(', ')
}

/**
 * 통화인가: whether a unit is a currency by its code (ISO 4217). Units of three capitals are not all currencies: MVA is power, TEU a count of containers; cents are money, but no currency.
 *
 * @example
 * isCurrency('USD') // => true
 * isCurrency('MVA') // => false
 * isCurrency('USD/100') // => false
 */
export const isCurrency = (id: string): boolean => /^[A-Z]{3}$/.test(id) && hasUnit(id) && unit(id).dimension === 'money'

/** Whether a decimal text is a JavaScript number without loss: JSON readers that use floats keep it whole. */
export function isExactNumber(text: string): boolean {
  const number = Number(text)
  return Number.isFinite(number) && String(number) === text && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
