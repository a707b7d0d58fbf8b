/** 기한: something that is due, for the lists of work, the digest and the calendar. */
export interface DueItem {
  /** The same thing has the same key from day to day. */
  readonly key: string
  readonly kind: 'pledge' | 'measure' | 'agreement' | 'obligation' | 'award_check'
  readonly subjectId: string
  readonly subjectName: string
  readonly titleKo: string
  readonly titleEn: string
  readonly dueOn: string
  readonly ownerId: string | null
  /** Where the console shows it, below /console. */
  readonly to: string
  readonly confidential: boolean
  /** That no paper says when: it is the usual length of such a thing, which the rules of stages know, too. */
  readonly usual?: boolean
}
