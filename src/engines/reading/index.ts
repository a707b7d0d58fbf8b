/**
 * 읽기 라이브러리: the reader by itself, as `gusul/reading` gives it to other programs (docs/reading-library.md). Pure functions over strings: no clock, no network, no files.
 *
 * One room an idea: `sentences.ts` and `words.ts` cut the text; `quantities/` and `dates/` read numbers and days, `names/` organisations, places and persons with the
 * help of `gazetteer/`, `tables/` flattened tables, `stages/` the words of steps; `commitments/` puts them together, one file a slot; `foreign/` is a second grammar over
 * the same lexer, `temporal/` the full grammar of time, `cases/` the shapes of the public suites.
 */
export { type GuideCommitment, type GuideMention, type GuideReading, toGuideShape } from './guide-shape.ts'
export { READER, READER_VERSION, readDocument } from './read-document.ts'
export type { Bound, Commitment, DateValue, Indicator, Mention, MentionKind, Reading, ReadOptions, Slot, Span, Stage } from './reading.ts'
