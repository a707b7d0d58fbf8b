/** Failed tries after which an account rests. */
export const triesBeforeRest = 5
const minute = 60_000

/**
 * 잠금: how long sign-in rests after this many failed tries in a row: nothing before the fifth, then 1, 2, 4 … minutes, at most an hour.
 *
 * restAfter(4) // => 0
 * restAfter(5) // => 60000
 * restAfter(7) // => 240000
 *
 * @returns milliseconds
 */
export function restAfter(failedTries: number): number {
  if (failedTries < triesBeforeRest) return 0
  return Math.min(60, 2 ** Math.min(failedTries - triesBeforeRest, 6)) * minute
}

interface Tries {
  failed: number
  until: number
}

/** Tries with e-mails that nobody has, counted as if somebody had them: an answer must not tell who has an account. The oldest are forgotten past the limit. */
export class UnknownTries {
  private readonly byEmail = new Map<string, Tries>()
  constructor(private readonly limit = 10_000) {}

  /** Count one more try at `now`; until when sign-in rests (epoch ms), and whether this try came within a rest. */
  claim(email: string, now: number): { resting: boolean; until: number } {
    const found = this.byEmail.get(email) ?? { failed: 0, until: 0 }
    if (found.until > now) return { resting: true, until: found.until }
    const failed = found.failed + 1
    const rest = restAfter(failed)
    const until = rest > 0 ? now + rest : 0
    this.byEmail.delete(email)
    this.byEmail.set(email, { failed, until })
    if (this.byEmail.size > this.limit) this.byEmail.delete(this.byEmail.keys().next().value!)
    return { resting: false, until }
  }
}
