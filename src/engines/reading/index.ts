/**
 * 읽기 라이브러리: the reader by itself, as `gusul/reading` gives it to other programs (docs/reading-library.md). Pure functions over strings: no clock, no network, no files.
 *
 * One room an idea: `sentences.ts` and `words.ts` cut the text; `quantities/` and `dates/` read numbers and days, `names/` organisations, places and persons (a room
 * each) with the help of `gazetteer/`, `tables/` flattened tables, `stages/` the words of steps. `commitments/` puts them together, one room a slot: what a number
 * measures (`value/`), whose it is (`subject/`), where (`place/`), by when (`due/`), how far (`stage/`), of which total (`parts/`), and how its lines are laid out
 * (`layout/`). `foreign/` is a second grammar over the same lexer (`english/`, `han/` for Chinese and Japanese), `temporal/` the full grammar of time, `cases/` the
 * shapes of the public suites.
 */
export { type GuideCommitment, type GuideMention, type GuideReading, toGuideShape } from './guide-shape.ts'
export { READER, READER_VERSION, readDocument } from './read-document.ts'
export type { Bound, Commitment, DateValue, Indicator, Mention, MentionKind, Reading, ReadOptions, Slot, Span, Stage } from './reading.ts'
