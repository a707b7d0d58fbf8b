/**
 * 읽기 라이브러리: the reader by itself, as `gusul/reading` gives it to other programs (docs/reading-library.md). Pure functions over strings: no clock, no network, no files.
 */
export { type GuideCommitment, type GuideMention, type GuideReading, toGuideShape } from './guide-shape.ts'
export { READER, READER_VERSION, readDocument } from './read-document.ts'
export type { Bound, Commitment, DateValue, Indicator, Mention, MentionKind, Reading, ReadOptions, Slot, Span, Stage } from './reading.ts'
