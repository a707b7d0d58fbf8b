import type { Witness } from './api.ts'

/** One sentence of a finding with every word that is marked in it. */
export interface SaidSentence {
  key: string
  documentId: string
  title: string
  outlet: string | null
  publishedOn: string | null
  /** Null where the document was erased. */
  text: string | null
  marks: readonly { start: number; end: number }[]
  /** Whether a claim stands on it. */
  claim: boolean
  fact: boolean
}

/**
 * The sentences of a finding, each once, with all its marks in order. Words whose sentence differs only by what surrounds it stay apart.
 * White space at either end of a sentence is taken off and the marks follow.
 */
export function sentencesOf(witnesses: readonly Witness[]): SaidSentence[] {
  const found = new Map<string, SaidSentence & { marks: { start: number; end: number }[] }>()
  for (const one of witnesses) {
    const sentenceStart = one.start - one.mark.start
    const key = `${one.documentId} ${sentenceStart} ${one.sentence?.length ?? 0}`
    const lead = one.sentence === null ? 0 : one.sentence.length - one.sentence.trimStart().length
    const said = found.get(key) ?? {
      key,
      documentId: one.documentId,
      title: one.documentTitle,
      outlet: one.outlet,
      publishedOn: one.publishedOn,
      text: one.sentence === null ? null : one.sentence.trim(),
      marks: [],
      claim: false,
      fact: false,
    }
    const mark = { start: one.mark.start - lead, end: one.mark.end - lead }
    if (!said.marks.some((other) => other.start < mark.end && mark.start < other.end)) said.marks.push(mark)
    said.claim ||= one.claimId !== null
    said.fact ||= one.factId !== null
    found.set(key, said)
  }
  const list = [...found.values()]
  for (const said of list) said.marks.sort((a, b) => a.start - b.start)
  return list
}

/** Text in pieces, marked or not. */
export function pieces(text: string, marks: readonly { start: number; end: number }[]): { text: string; marked: boolean; at: number }[] {
  const out: { text: string; marked: boolean; at: number }[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start < at || mark.end > text.length) continue
    if (mark.start > at) out.push({ text: text.slice(at, mark.start), marked: false, at })
    out.push({ text: text.slice(mark.start, mark.end), marked: true, at: mark.start })
    at = mark.end
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false, at })
  return out
}
