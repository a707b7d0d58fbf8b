import pg from 'pg'

/** A statement as it went to the database. */
export interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Everything that was asked since it was last emptied. Call once, before a pool is made: pools bind the method. */
export function recordStatements(): Asked[] {
  const asked: Asked[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    asked.push(
      typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : { text: first.text, values: first.values ?? [] },
    )
    return (query as (...all: unknown[]) => unknown).apply(this, args)
  } as typeof query
  return asked
}

/** The middle of numbers. `median([3, 1, 2]) // => 2` */
export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
