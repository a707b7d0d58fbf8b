import { z } from 'zod'

/** Ids are random or hashed and count nothing, so that what is hidden leaves no gap. */
export const Id = z.uuid()
/** An exact number as decimal text, such as "1000000000000" or "0.312". */
export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/, '수를 적은 글 (a decimal number), such as "1500000000"')
/** A calendar day. */
export const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '날짜 (a day), such as "2026-11-22"')
/** An instant in UTC. */
export const Instant = z.iso.datetime({ offset: true })
/** Half-open calendar interval [from, to); null is open or not known. A day, month or year alone keeps its grain as the interval it covers. */
export const Interval = z.object({ from: Day.nullable(), to: Day.nullable() })
export type Interval = z.infer<typeof Interval>
/** 이상 `min`, 이하 `max`, 초과 `above`, 미만 `below`. */
export const Bound = z.enum(['min', 'max', 'above', 'below'])
export type Bound = z.infer<typeof Bound>
