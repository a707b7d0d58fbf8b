import { readCommitments } from './commitments/commitments.ts'
import { languageOf } from './foreign/language.ts'
import { readForeign } from './foreign/read-foreign.ts'
import { withAreas } from './gazetteer/areas.ts'
import { areasOf } from './gazetteer/document-areas.ts'
import { findBureau, findOutlet, findTitle } from './header.ts'
import type { NameCandidate } from './names/candidate.ts'
import { mergeNames, spreadNames } from './names/merge.ts'
import { namesOf, type SentenceNames } from './names/names.ts'
import { findMonth, findPublished, findYear, suppliedDay } from './published.ts'
import { findQuantities } from './quantities/quantities.ts'
import type { Mention, Reading, ReadOptions, Span } from './reading.ts'
import { readingUnits, splitSentences } from './sentences.ts'
import { readTables, type Tables } from './tables/tables.ts'
import { withOwnWords } from './words.ts'

export const READER = 'gusul/ko'
/** Raised whenever the same text may read differently. */
export const READER_VERSION = '1.15.0'

const WIDE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e]/
const ALL_WIDE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e]/g

/** The plain character for a wide one: a space, or the ASCII sign that a full-width sign widens. */
const narrow = (wide: string): string => (wide >= '\uff01' && wide <= '\uff5e' ? String.fromCharCode(wide.charCodeAt(0) - 0xfee0) : ' ')

/**
 * Everything a Korean document (문서) says that an office may have to account for: quantities, dates, names and commitments, each with its span.
 * Pure: the same text and options give the same reading; no clock, no network. Relative dates are resolved from `published`, else from a date in the document's own header, else left null.
 * An empty text gives an empty reading.
 *
 * `readDocument('안산시는 2030년까지 300억 원을 투자한다.').commitments[0]?.value // => 30000000000`
 *
 * @throws RangeError where `published` is no day of the calendar
 */
export function readDocument(source: string, options: ReadOptions = {}): Reading {
  const canonical = source.normalize('NFC')
  // the rules know one space and ASCII signs; others are put in their place, one unit for one, so that offsets stay
  const text = WIDE.test(canonical) ? canonical.replace(ALL_WIDE, narrow) : canonical
  const language = languageOf(text)
  if (language !== 'ko') return readForeign(canonical, text, language, options)
  return withAreas(areasOf(text), () => withOwnWords(() => readKorean(canonical, text, options)))
}

function readKorean(canonical: string, text: string, options: ReadOptions): Reading {
  const found = options.published === undefined ? findPublished(text) : null
  const published = options.published ?? found?.date ?? null
  const reference = published === null ? (findMonth(text) ?? findYear(text)) : suppliedDay(published)
  const sentences = splitSentences(text)
  const tables = readTables(text, sentences)
  const units = readingUnits(text, sentences)
  const quantities = withCells(findQuantities(text, units, reference), tables.mentions)
  const named: SentenceNames[] = spreadNames(
    text,
    units.map((unit) => namesOf(text, unit)),
  )
  const bureau = findBureau(text)
  if (bureau !== null) addBureau(named, units, bureau)
  const candidates = withTableNames(
    text,
    named.flatMap(({ names, colours }) => (colours.length === 0 ? names : [...names, ...colours])),
    tables,
  )
  const outlet = options.outlet !== undefined ? { name: options.outlet, span: null } : findOutlet(text)
  if (outlet !== null && outlet.span !== null && !candidates.some((name) => name.kind === 'organisation' && overlap(name, outlet.span!)))
    candidates.push({ kind: 'organisation', ...outlet.span, value: outlet.name, certainty: 0.7, rule: 'organisation:dateline' })
  candidates.sort((a, b) => a.start - b.start)
  const names = mergeNames(text, candidates)
  const mentions = inOrder(quantities, names)
  const quoted = text === canonical ? mentions : mentions.map((m) => ({ ...m, text: canonical.slice(m.start, m.end) }))
  const title = options.title !== undefined ? null : findTitle(text, sentences)
  return {
    reader: READER,
    version: READER_VERSION,
    text: canonical,
    published:
      published === null
        ? null
        : { date: published, span: found === null ? null : { start: found.start, end: found.end }, source: found === null ? 'supplied' : 'document' },
    outlet,
    title,
    sentences,
    mentions: quoted,
    ...readCommitments({ text, sentences, units, named, mentions, tables, reference, published, onProgress: options.onProgress }),
  }
}

/** The bureau of the title acts in its own plan of work. */
function addBureau(named: SentenceNames[], units: readonly Span[], { name, span }: { readonly name: string; readonly span: Span }): void {
  const at = units.findIndex((unit) => unit.start <= span.start && span.end <= unit.end)
  if (at < 0 || named[at]!.names.some((one) => overlap(one, span))) return
  const candidate: NameCandidate = { kind: 'organisation', ...span, value: name, certainty: 0.7, rule: 'organisation:bureau' }
  named[at] = { ...named[at]!, names: [...named[at]!.names, candidate].sort((a, b) => a.start - b.start) }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

/** Names of the running text, and those that a table gives in its own columns: there the whole cell is the name. */
function withTableNames(text: string, found: readonly NameCandidate[], tables: Tables): NameCandidate[] {
  const cells = tables.names.filter(({ start, end }) => end - start >= 2 && end - start <= 24).sort((a, b) => a.start - b.start)
  if (cells.length === 0) return [...found]
  const out: NameCandidate[] = []
  const filled = new Set<number>()
  let k = 0
  for (const name of [...found].sort((a, b) => a.start - b.start)) {
    while (k < cells.length && cells[k]!.end <= name.start) k++
    const cell = cells[k]
    const inside = cell !== undefined && cell.start <= name.start && name.end <= cell.end && (cell.kind === 'place' || name.kind === cell.kind)
    if (!inside) {
      out.push(name)
      if (cell !== undefined && name.kind === cell.kind && name.start < cell.end && name.end > cell.start) filled.add(cell.start)
    } else if (name.rule === 'place:town' && cell.kind === 'place' && name.value.length < cell.end - cell.start) {
      // an address and what lies at it are two names
      out.push(name)
      filled.add(cell.start)
    } else if (name.start === cell.start && name.end === cell.end && name.kind === cell.kind) {
      out.push(name)
      filled.add(cell.start)
    }
  }
  let last = -1
  for (const { kind, start, end } of cells) {
    if (filled.has(start) || start === last) continue
    last = start
    // "새벽개발공사(51%)": the share is none of the name
    const stop = text.charCodeAt(end - 1) === 0x28 ? end - 1 : end
    out.push({ kind, start, end: stop, value: text.slice(start, stop), certainty: 0.75, rule: `${kind}:table` })
  }
  return out
}

/** Quantities of the running text and of table cells; where both read the same digits, the text's own unit wins. */
function withCells(found: readonly Mention[], cells: readonly Mention[]): Mention[] {
  if (cells.length === 0) return [...found]
  const vague = new Set(cells.filter((cell) => cell.rule === 'count:table-noun').map((cell) => cell.start))
  const read = found.filter((m) => !(m.kind === 'count' && vague.has(m.start)))
  const starts = new Set(read.filter((m) => m.kind !== 'date').map((m) => m.start))
  const kept = cells.filter((cell) => !starts.has(cell.start))
  // digits that a column of measures holds are no date: 12.5 under 면적(ha)
  const measured = new Set(kept.filter((cell) => cell.kind !== 'date').map((cell) => cell.start))
  const dates = new Set(read.filter((m) => m.kind === 'date').map((m) => m.start))
  return [
    ...read.filter((m) => !(m.kind === 'date' && measured.has(m.start))),
    ...kept.filter((cell) => !(cell.kind === 'date' && dates.has(cell.start))),
  ].sort((a, b) => a.start - b.start)
}

/** Two ordered lists as one. */
function inOrder(a: readonly Mention[], b: readonly Mention[]): Mention[] {
  const out = [...a, ...b]
  return out.sort((x, y) => x.start - y.start || y.end - x.end)
}
